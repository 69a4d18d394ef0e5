"""When reminders ring, and what becomes of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amdesk.domain.errors import AmdeskError
from amdesk.domain.reminder import (
    SNOOZE_NAMES,
    Days,
    Reminder,
    dropped,
    finished,
    moved,
    rescheduled,
    rings_at,
    snooze_until,
    snoozed,
)

ATHENS = ZoneInfo("Europe/Athens")
NOW = datetime(2026, 11, 18, 8, tzinfo=UTC)  # a Wednesday, ten o'clock in Athens


def zone_of(name: str) -> tzinfo:
    return ZoneInfo(name) if name in {"Asia/Tehran", "Europe/Athens"} else ATHENS


DAYS = Days(zone_of, lambda day: day.weekday() >= 5, quiet=(time(20), time(8)))
FRIDAY, SATURDAY = date(2026, 11, 20), date(2026, 11, 21)


def reminder(due_on: date, clock: str = "", **fields: object) -> Reminder:
    made = Reminder(1, "u", "Ask about the budget", due_on, clock=clock)
    return replace(made, **fields)  # type: ignore[arg-type]


def rings(due_on: date, clock: str = "", **fields: object) -> str:
    return rings_at(reminder(due_on, clock, **fields), DAYS).astimezone(ATHENS).strftime("%a %d %H:%M")


def test_a_whole_day_rings_in_the_morning_where_the_person_is() -> None:
    assert rings(FRIDAY) == "Fri 20 09:00"


def test_a_time_rings_at_that_time_of_the_zone_it_was_entered_in() -> None:
    assert rings(FRIDAY, "14:30") == "Fri 20 14:30"
    assert rings(FRIDAY, "14:30", zone="Asia/Tehran") == "Fri 20 13:00"


def test_a_zone_that_no_longer_exists_is_where_the_person_is() -> None:
    assert rings(FRIDAY, "14:30", zone="Mars/Olympus") == "Fri 20 14:30"


def test_a_lead_rings_before() -> None:
    assert rings(FRIDAY, "14:30", lead_minutes=45) == "Fri 20 13:45"


def test_a_free_day_moves_deadlines_back_and_the_rest_on() -> None:
    assert rings(SATURDAY) == "Mon 23 09:00"
    assert rings(SATURDAY, kind="deadline") == "Fri 20 09:00"
    assert rings(SATURDAY, kind="personal") == "Fri 20 09:00"


def test_quiet_hours_move_deadlines_back_and_the_rest_on() -> None:
    assert rings(date(2026, 11, 19), "22:15") == "Fri 20 08:00"
    assert rings(FRIDAY, "06:00") == "Fri 20 08:00"
    assert rings(FRIDAY, "06:00", kind="deadline") == "Thu 19 20:00"
    assert rings(FRIDAY, "22:15", kind="deadline") == "Fri 20 20:00"


def test_a_quiet_evening_before_a_free_day_waits_until_work_begins() -> None:
    assert rings(FRIDAY, "21:00") == "Mon 23 08:00"


def test_what_is_urgent_passes() -> None:
    assert rings(SATURDAY, "23:00", urgent=True) == "Sat 21 23:00"


def test_a_week_of_free_days_only_does_not_go_on_for_ever() -> None:
    never = replace(DAYS, is_free=lambda _day: True)
    assert moved(datetime(2026, 11, 20, 9), never, earlier=False) > datetime(2026, 11, 20, 9)  # noqa: DTZ001


def done(one: Reminder) -> Reminder:
    return finished(one, now=NOW, today=date(2026, 11, 18))


def test_a_snoozed_one_rings_when_it_was_put_off_to_even_on_a_free_day() -> None:
    later = datetime(2026, 11, 21, 20, tzinfo=UTC)
    assert rings_at(snoozed(reminder(FRIDAY), until=later), DAYS) == later


def test_each_day_and_each_snooze_is_an_occurrence_of_its_own() -> None:
    once = reminder(FRIDAY, "14:30")
    again = snoozed(once, until=NOW)
    once_more = snoozed(again, until=NOW + timedelta(minutes=10))
    moved_on = rescheduled(once, due_on=SATURDAY, clock="14:30")
    assert len({one.occurrence for one in (once, again, once_more, moved_on)}) == 4
    assert rescheduled(once_more, due_on=FRIDAY, clock="14:30").occurrence == once.occurrence


def test_what_is_done_or_dropped_is_open_no_more() -> None:
    assert not done(reminder(FRIDAY)).is_open
    assert dropped(reminder(FRIDAY), now=NOW).state == "dropped"


def test_what_is_settled_is_not_settled_twice() -> None:
    settled = done(reminder(FRIDAY))
    with pytest.raises(AmdeskError, match="settled already"):
        snoozed(settled, until=NOW)


def test_another_time_arms_it_again() -> None:
    put_off = snoozed(reminder(FRIDAY), until=NOW)
    again = rescheduled(put_off, due_on=date(2026, 11, 24), clock="10:00")
    assert (again.state, rings_at(again, DAYS)) == ("pending", datetime(2026, 11, 24, 8, tzinfo=UTC))


def test_a_repeat_comes_again_on_its_own_days() -> None:
    weekly = reminder(date(2026, 11, 16), repeat="FREQ=WEEKLY", first_on=date(2026, 11, 16))
    assert done(weekly).due_on == date(2026, 11, 23)


def test_a_laptop_asleep_for_three_weeks_owes_one_reminder_and_not_twenty() -> None:
    daily = reminder(date(2026, 10, 28), repeat="FREQ=DAILY", first_on=date(2026, 10, 28))
    assert done(daily).due_on == date(2026, 11, 19)


def test_a_repeat_from_completion_is_counted_from_the_day_it_is_done() -> None:
    late = reminder(date(2026, 11, 2), repeat="FREQ=WEEKLY", repeat_from="completion")
    assert done(late).due_on == date(2026, 11, 25)


def test_done_before_its_day_a_repeat_does_not_come_on_that_day_again() -> None:
    early = reminder(FRIDAY, repeat="FREQ=DAILY", first_on=FRIDAY)
    assert done(early).due_on == SATURDAY


def test_the_end_of_a_row_is_done() -> None:
    last = reminder(FRIDAY, repeat="FREQ=DAILY;UNTIL=20261120", first_on=date(2026, 11, 16))
    assert done(last).state == "done"


@pytest.mark.parametrize(
    ("choice", "expected"),
    [("minutes", "Wed 18 10:10"), ("hour", "Wed 18 11:00"), ("evening", "Wed 18 18:00"),
     ("tomorrow", "Thu 19 09:00"), ("workday", "Thu 19 09:00")],
)  # fmt: skip
def test_snoozing_is_until(choice: str, expected: str) -> None:
    until = snooze_until(choice, DAYS, now=NOW)
    assert until is not None
    assert until.astimezone(ATHENS).strftime("%a %d %H:%M") == expected


def test_on_a_friday_the_next_working_day_is_monday_and_late_there_is_no_evening() -> None:
    night = datetime(2026, 11, 20, 20, tzinfo=UTC)
    until = snooze_until("workday", DAYS, now=night)
    assert until == datetime(2026, 11, 23, 7, tzinfo=UTC)
    assert snooze_until("evening", DAYS, now=night) is None


@given(
    due_on=st.dates(date(2026, 1, 1), date(2028, 1, 1)),
    clock=st.times().map(lambda t: f"{t:%H:%M}"),
    kind=st.sampled_from(["follow_up", "deadline", "personal"]),
)
def test_nothing_rings_on_a_free_day_or_in_quiet_hours(due_on: date, clock: str, kind: str) -> None:
    found = rings_at(reminder(due_on, clock, kind=kind), DAYS).astimezone(ATHENS)
    assert found.weekday() < 5
    assert time(8) <= found.time().replace(tzinfo=None) <= time(20)
    asked = datetime.combine(due_on, time.fromisoformat(clock), ATHENS)
    if kind == "follow_up":
        assert found >= asked - timedelta(hours=1)  # a doubled hour rings at its first
    else:
        assert found <= asked + timedelta(hours=1)  # a skipped hour rings after the gap


@given(choice=st.sampled_from(list(SNOOZE_NAMES)), minutes=st.integers(0, 60 * 24 * 400))
def test_snoozing_never_rings_at_once(choice: str, minutes: int) -> None:
    now = NOW + timedelta(minutes=minutes)
    until = snooze_until(choice, DAYS, now=now)
    assert until is None or until >= now + timedelta(minutes=10)
