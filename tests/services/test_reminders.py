"""Reminders as the person meets them: none is lost, none rings twice, whatever happens in between."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amdesk.domain.errors import AmdeskError
from amdesk.services import clients, contacts, exchange, interactions, reminder_about, reminders
from amdesk.services.desk import Desk
from amdesk.services.open_desk import open_in_memory
from tests.desks import NOON, Clock, client_with_contact, desk, open_desk

TODAY = NOON.date()


def ring(at: Desk) -> list[str]:
    """What rings now, as the alarm does it: shown, then noted."""
    found = reminders.due(at)
    reminders.note_rung(at, [one.reminder for one in found])
    return [one.reminder.text for one in found]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def at(clock: Clock) -> Desk:
    made = desk(clock)
    made.settings.choose("country", "GB")
    return made


def test_a_reminder_rings_at_its_time_once(at: Desk, clock: Clock) -> None:
    reminders.add(at, text="Call Maya", due_on=TODAY, clock="14:30")
    assert reminders.next_rings_at(at) == datetime(2026, 12, 14, 14, 30, tzinfo=UTC)
    assert ring(at) == []
    clock.move(hours=2.5)
    assert ring(at) == ["Call Maya"]
    clock.move(hours=1)
    assert ring(at) == []
    assert reminders.next_rings_at(at) is None


def test_what_rang_waits_until_it_is_done(at: Desk, clock: Clock) -> None:
    one = reminders.add(at, text="Call Maya", due_on=TODAY)
    ring(at)
    clock.move(days=5)
    assert [line.reminder.id for line in reminders.come(at)] == [one]
    reminders.finish(at, one)
    assert reminders.come(at) == []
    assert reminders.find(at, settled=True) == [one]


def test_no_undo_makes_it_ring_again_and_undoing_done_brings_it_back(at: Desk, clock: Clock) -> None:
    one = reminders.add(at, text="Call Maya", due_on=TODAY)
    assert ring(at) == ["Call Maya"]
    reminders.finish(at, one)
    at.undo()
    assert ring(at) == []
    assert [line.reminder.id for line in reminders.come(at)] == [one]


def test_snoozed_it_rings_again(at: Desk, clock: Clock) -> None:
    one = reminders.add(at, text="Call Maya", due_on=TODAY)
    ring(at)
    reminders.snooze(at, one, choice="hour")
    assert reminders.come(at) == []
    clock.move(minutes=59)
    assert ring(at) == []
    clock.move(minutes=1)
    assert ring(at) == ["Call Maya"]


def test_a_moment_that_has_passed_is_no_snooze(at: Desk) -> None:
    one = reminders.add(at, text="Call Maya", due_on=TODAY)
    with pytest.raises(AmdeskError, match="later one"):
        reminders.snooze(at, one, until=NOON - timedelta(minutes=1))


def test_another_time_arms_it_again(at: Desk, clock: Clock) -> None:
    one = reminders.add(at, text="Call Maya", due_on=TODAY, clock="11:00")
    ring(at)
    reminders.change(at, one, clock="13:00")
    clock.move(hours=1)
    assert ring(at) == ["Call Maya"]


def test_a_repeat_comes_back_and_three_weeks_of_sleep_are_one(at: Desk, clock: Clock) -> None:
    one = reminders.add(at, text="Water", due_on=TODAY, repeat="FREQ=DAILY", urgent=True)
    clock.move(days=21)
    assert ring(at) == ["Water"]
    reminders.finish(at, one)
    assert reminders.get(at, one).due_on == TODAY + timedelta(days=22)
    clock.move(days=1)
    assert ring(at) == ["Water"]


def test_a_clock_set_back_a_year_rings_nothing_twice(at: Desk, clock: Clock) -> None:
    reminders.add(at, text="Call Maya", due_on=TODAY)
    assert ring(at) == ["Call Maya"]
    clock.move(days=-365)
    assert ring(at) == []
    clock.move(days=366)
    assert ring(at) == []


def test_on_free_days_it_waits_for_the_next_working_day(at: Desk, clock: Clock) -> None:
    saturday = date(2026, 12, 19)
    reminders.add(at, text="Call Maya", due_on=saturday)
    reminders.add(at, text="Offer", due_on=date(2026, 12, 25), kind="deadline")  # Christmas
    told = [line.rings_at for line in reminders.coming(at)]
    assert told == [datetime(2026, 12, 21, 9, tzinfo=UTC), datetime(2026, 12, 24, 9, tzinfo=UTC)]


def test_another_hour_for_whole_days_holds_at_once(at: Desk) -> None:
    reminders.add(at, text="Call Maya", due_on=TODAY + timedelta(days=1))
    assert reminders.next_rings_at(at) == datetime(2026, 12, 15, 9, tzinfo=UTC)
    at.settings.choose("all_day_at", "10:30")
    assert reminders.next_rings_at(at) == datetime(2026, 12, 15, 10, 30, tzinfo=UTC)


def test_quiet_hours_can_be_done_without(at: Desk) -> None:
    reminders.add(at, text="Call Maya", due_on=TODAY, clock="23:00")
    assert reminders.next_rings_at(at) == datetime(2026, 12, 15, 7, tzinfo=UTC)
    at.settings.choose("quiet_from", "")
    assert reminders.next_rings_at(at) == datetime(2026, 12, 14, 23, tzinfo=UTC)


def test_a_client_in_the_trash_is_not_rung_for_until_it_is_back(at: Desk) -> None:
    client, _maya = client_with_contact(at)
    reminders.add(at, text="Call Maya", due_on=TODAY, client_id=client)
    clients.remove(at, client)
    assert ring(at) == []
    at.undo()
    assert ring(at) == ["Call Maya"]


def test_five_hundred_that_fell_due_come_at_once_and_only_then(at: Desk, clock: Clock) -> None:
    with at.step("Many"):
        for number in range(500):
            reminders.add(at, text=f"Reminder {number}", due_on=TODAY)
    assert len(ring(at)) == 500
    assert ring(at) == []


def test_they_are_found_by_their_words_and_by_their_client(at: Desk) -> None:
    client, _maya = client_with_contact(at)
    one = reminders.add(at, text="Παράδοση προσφοράς", due_on=TODAY, client_id=client)
    two = reminders.add(at, text="Send the offer", due_on=TODAY + timedelta(days=1))
    assert reminders.find(at, "παραδοση") == [one]
    assert reminders.find(at, "northw") == [one]
    assert reminders.find(at) == [one, two]
    assert reminders.find(at, client_id=client) == [one]


def test_a_lead_that_is_changed_rings_again(at: Desk, clock: Clock) -> None:
    one = reminders.add(at, text="Call Maya", due_on=TODAY, clock="13:00", lead_minutes=60)
    assert ring(at) == ["Call Maya"]
    reminders.change(at, one, text="Call Maya Stern")
    assert ring(at) == []
    reminders.change(at, one, lead_minutes=10)
    clock.move(minutes=50)
    assert ring(at) == ["Call Maya Stern"]


def test_rescheduled_a_repeat_goes_on_as_it_was(at: Desk, clock: Clock) -> None:
    one = reminders.add(at, text="Report", due_on=TODAY, repeat="FREQ=WEEKLY")
    ring(at)
    reminders.reschedule(at, one, due_on=TODAY + timedelta(days=2), clock="15:00")
    assert reminders.next_rings_at(at) == datetime(2026, 12, 16, 15, tzinfo=UTC)
    clock.move(days=3)
    assert ring(at) == ["Report"]
    reminders.finish(at, one)
    assert reminders.get(at, one).due_on == TODAY + timedelta(days=7)


@pytest.mark.parametrize(
    ("day", "wall", "rings"),
    [
        (date(2027, 3, 28), "03:30", datetime(2027, 3, 28, 1, tzinfo=UTC)),  # skipped: three o'clock is four
        (date(2026, 10, 25), "03:30", datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),  # comes twice
    ],
)
def test_a_time_that_summer_time_skips_or_doubles_rings_once(
    clock: Clock, day: date, wall: str, rings: datetime
) -> None:
    clock.at = rings - timedelta(minutes=1)
    there = open_in_memory(clock=clock, zone=ZoneInfo("Europe/Athens"))
    reminders.add(there, text="Night train", due_on=day, clock=wall, urgent=True)
    assert reminders.next_rings_at(there) == rings
    told = []
    for _half_hour in range(6):
        told += ring(there)
        clock.move(minutes=30)
    assert told == ["Night train"]


def test_a_zone_that_no_longer_exists_rings_by_the_clock_on_the_wall_here(at: Desk) -> None:
    reminders.add(at, text="Call Maya", due_on=TODAY, clock="14:30", zone="Mars/Olympus")
    assert reminders.next_rings_at(at) == datetime(2026, 12, 14, 14, 30, tzinfo=UTC)


def test_it_is_about_a_person_or_a_call_and_no_longer_where_that_is_gone(at: Desk) -> None:
    client, maya = client_with_contact(at)
    call = interactions.log(at, client_id=client, contact_ids=[maya])
    for noun, record in (("contact", maya), ("interaction", call)):
        its_client, name = reminder_about.naming(at, noun, record)
        assert its_client == client
        kind, _colon, uuid = name.partition(":")
        one = reminders.add(at, text="Ask", due_on=TODAY, client_id=client, noun=kind, about=uuid)
        found = reminder_about.about(at, reminders.get(at, one))
        assert found is not None
        assert (found.noun, found.id) == (noun, record)
    contacts.remove(at, maya)
    (first, *_rest) = reminders.lines(at, reminders.find(at))
    assert reminder_about.about(at, first.reminder) is None


def test_what_cannot_be_is_refused_beside_its_field(at: Desk) -> None:
    with pytest.raises(AmdeskError, match="what to be reminded of") as blank:
        reminders.add(at, text=" \u200e", due_on=TODAY)
    assert blank.value.beside == "text"
    with pytest.raises(AmdeskError, match="once a day"):
        reminders.add(at, text="Breathe", due_on=TODAY, repeat="FREQ=SECONDLY")
    with pytest.raises(AmdeskError, match="must be between"):
        reminders.add(at, text="Later", due_on=date(9999, 1, 1))


def test_killed_at_the_moment_of_ringing_it_rings_once_after_the_start(tmp_path: Path) -> None:
    clock = Clock()
    first = open_desk(tmp_path, clock=clock, zone=UTC)
    reminders.add(first, text="Call Maya", due_on=TODAY)
    assert [one.reminder.text for one in reminders.due(first)] == ["Call Maya"]
    first.close()  # before it was shown
    again = open_desk(tmp_path, clock=clock, zone=UTC)
    assert ring(again) == ["Call Maya"]
    again.close()
    once_more = open_desk(tmp_path, clock=clock, zone=UTC)
    assert ring(once_more) == []
    once_more.close()


def test_they_leave_by_export_and_come_back(at: Desk, tmp_path: Path) -> None:
    client, _maya = client_with_contact(at)
    reminders.add(at, text="Call Maya", due_on=TODAY, clock="14:30", client_id=client, repeat="FREQ=MONTHLY")
    list(exchange.export(at, tmp_path, formats=("json",)))
    other = desk()
    list(exchange.run(other, exchange.preview(other, tmp_path / "amdesk.json")))
    (there,) = reminders.lines(other, reminders.find(other, "maya"))
    (here,) = reminders.lines(at, reminders.find(at))
    assert (there.client, there.rings_at) == (here.client, here.rings_at)
    assert (there.reminder.text, there.reminder.clock, there.reminder.repeat) == (
        here.reminder.text, here.reminder.clock, here.reminder.repeat
    )  # fmt: skip


ACTS = st.lists(
    st.tuples(
        st.sampled_from(
            ["tick", "sleep", "back", "snooze", "edit", "done", "undo", "restart", "zone", "add"]
        ),
        st.integers(0, 5000),
    ),
    max_size=40,
)


@settings(max_examples=60, deadline=None)
@given(acts=ACTS)
def test_no_history_of_days_loses_or_doubles_one(acts: list[tuple[str, int]]) -> None:
    """Random ticks, sleeps, restarts, edits, snoozes and clock jumps."""
    clock = Clock()
    at = desk(clock)
    made = [reminders.add(at, text="0", due_on=TODAY, repeat="FREQ=DAILY")]
    rang: set[tuple[str, str]] = set()

    def look() -> None:
        found = reminders.due(at)
        for one in found:
            key = (one.reminder.uuid, one.reminder.occurrence)
            assert key not in rang, "rang twice"
            rang.add(key)
        reminders.note_rung(at, [one.reminder for one in found])
        assert not reminders.due(at)

    look()
    for act, number in acts:
        one = made[number % len(made)]
        is_open = one in reminders.find(at)
        if act == "tick":
            clock.move(seconds=30)
        elif act == "sleep":
            clock.move(minutes=number * 9)
        elif act == "back":
            clock.move(minutes=-number)
        elif act == "snooze" and is_open:
            reminders.snooze(at, one, choice="hour")
        elif act == "edit" and is_open:
            reminders.change(at, one, clock=f"{number % 24:02}:30")
        elif act == "done" and is_open:
            reminders.finish(at, one)
        elif act == "undo" and number % 3 == 0:
            at.undo()
        elif act == "zone":
            at.settings.choose("all_day_at", f"{number % 24:02}:00")
        elif act == "add":
            made.append(reminders.add(at, text=str(number), due_on=at.today(), urgent=True))
        look()
    for line in reminders.lines(at, reminders.find(at)):
        assert line.rings_at is not None
        assert line.rang or line.rings_at > at.now(), "lost"
