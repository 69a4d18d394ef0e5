"""What stands on Today, in which order, and what falls on the days ahead."""

from __future__ import annotations

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from amdesk.domain.agenda_rows import Row
from amdesk.services import agenda, calling, clients, contacts, interactions, reminders, summaries
from amdesk.services.desk import Desk
from amdesk.services.open_desk import open_in_memory
from tests.desks import NOON, Clock, client_with_contact, desk

TODAY = NOON.date()
TOMORROW = TODAY + timedelta(days=1)


def rows(at: Desk, name: str) -> list[Row]:
    """The rows of a section."""
    return [row for part in agenda.today(at).sections if part.name == name for row in part.rows]


def told(at: Desk, name: str = "clients") -> list[tuple[str, str]]:
    """Whom a section names, and why."""
    return [(row.client, str(row.reason)) for row in rows(at, name)]


def reached(at: Desk, client: int, *, days_ago: int, outcome: str = "reached") -> None:
    """A call some days ago whose summary is settled."""
    when = NOON - timedelta(days=days_ago)
    call = interactions.log(at, client_id=client, started_at=when, outcome=outcome)
    if outcome == "reached":
        summaries.not_needed_for(at, call, reason="Only a greeting")


def test_a_client_is_due_when_the_days_of_the_tier_have_passed() -> None:
    clock = Clock()
    at = desk(clock)
    client = clients.add(at, name="Northwind", tier="A")
    reached(at, client, days_ago=6)
    assert told(at) == []
    clock.move(days=1)
    assert told(at) == [("Northwind", "No contact since 2026-12-08: due after 7 days for tier A")]
    assert [row.urgent for row in rows(at, "clients")] == [False]
    clock.move(days=8)
    assert told(at) == [("Northwind", "No contact since 2026-12-08: more than 14 days for tier A")]
    assert [(row.urgent, row.age_days) for row in rows(at, "clients")] == [(True, 8)]


def test_a_call_nobody_answered_leaves_the_client_due() -> None:
    at = desk()
    client = clients.add(at, name="Northwind", tier="A")
    reached(at, client, days_ago=9)
    reached(at, client, days_ago=1, outcome="not_reached")
    assert len(rows(at, "clients")) == 1
    reached(at, client, days_ago=0)
    assert rows(at, "clients") == []


def test_whom_nobody_ever_reached_is_due_as_well() -> None:
    clock = Clock()
    at = desk(clock)
    clients.add(at, name="Northwind", tier="B")
    clock.move(days=14)
    assert told(at) == [("Northwind", "Added on 2026-12-14, never contacted: due after 14 days for tier B")]


def test_an_agreed_day_goes_before_the_tiers_own() -> None:
    clock = Clock()
    at = desk(clock)
    client = clients.add(at, name="Northwind", tier="A", next_contact_on=TODAY + timedelta(days=30))
    clock.move(days=29)
    assert told(at) == []
    clock.move(days=1)
    assert told(at) == [("Northwind", "Next contact was set for this day")]
    clients.change(at, client, next_contact_on=None)
    assert len(told(at)) == 1


@pytest.mark.parametrize("other", [{"tier": None}, {"stage": "former"}, {"stage": "dormant"}], ids=str)
def test_who_has_no_tier_or_is_no_client_any_more_is_left_alone(other: dict[str, object]) -> None:
    clock = Clock()
    at = desk(clock)
    clients.add(at, **{"name": "Northwind", "tier": "A", **other})  # type: ignore[arg-type]
    clock.move(days=100)
    assert told(at) == []


def test_the_days_of_a_tier_are_those_of_the_settings() -> None:
    clock = Clock()
    at = desk(clock)
    clients.add(at, name="Northwind", tier="C")
    at.settings.choose("cadence", {"C": [2, 4]})
    clock.move(days=2)
    assert len(told(at)) == 1


def test_a_day_ends_where_the_person_is() -> None:
    clock = Clock()
    at = open_in_memory(clock=clock, zone=ZoneInfo("Asia/Tehran"))
    client = clients.add(at, name="Northwind", tier="A")
    reached(at, client, days_ago=0)  # at 15:30 in Tehran
    clock.move(days=6, hours=8, minutes=29)
    assert told(at) == []
    clock.move(minutes=1)  # midnight there, half past eight in the evening in UTC
    assert len(told(at)) == 1


def test_key_clients_go_first_and_then_who_is_late_by_most_of_the_usual_time() -> None:
    clock = Clock()
    at = desk(clock)
    for name, tier, vip in (
        ("Old C", "C", False),
        ("B", "B", False),
        ("VIP C", "C", True),
        ("A", "A", False),
    ):
        clients.add(at, name=name, tier=tier, vip=vip)
    clock.move(days=40)
    assert [row.client for row in rows(at, "clients")] == ["A", "VIP C", "B", "Old C"]


def test_a_reminder_that_came_stands_first_until_it_is_settled() -> None:
    clock = Clock()
    at = desk(clock)
    client, _maya = client_with_contact(at)
    interactions.log(at, client_id=client)
    one = reminders.add(at, text="Send the offer", due_on=TODAY, clock="13:00", client_id=client)
    assert [part.name for part in agenda.today(at).sections] == ["summaries"]
    clock.move(hours=1)
    assert [part.name for part in agenda.today(at).sections] == ["reminders", "summaries"]
    assert told(at, "reminders") == [("Northwind Traders", "Reminder: Send the offer")]
    clock.move(days=40)
    assert len(rows(at, "reminders")) == 1, "nothing leaves by time alone"
    reminders.finish(at, one)
    assert rows(at, "reminders") == []


def test_a_reminder_says_what_it_is_for() -> None:
    at = desk()
    for values in ({"kind": "deadline"}, {"kind": "personal"}, {"urgent": True}, {}):
        reminders.add(at, text="Offer", due_on=TODAY, **values)
    assert {str(row.reason) for row in rows(at, "reminders")} == {
        "Deadline on 2026-12-14: Offer", "2026-12-14: Offer", "Urgent reminder: Offer", "Reminder: Offer",
    }  # fmt: skip
    assert rows(at, "reminders")[0].reason.text.startswith("Urgent")


def test_a_section_says_that_there_is_more() -> None:
    clock = Clock()
    at = desk(clock)
    with at.step("many"):
        for number in range(105):
            clients.add(at, name=f"Client {number}", code=f"C{number}", tier="B")
    clock.move(days=20)
    (section,) = agenda.today(at).sections
    assert (len(section.rows), section.has_more) == (100, True)


def test_an_empty_day_tells_the_next_three_things() -> None:
    at = desk()
    clients.add(at, name="By tier", tier="A")
    clients.add(at, name="Agreed", next_contact_on=TOMORROW)
    reminders.add(at, text="Ring", due_on=TODAY, clock="18:00")
    reminders.add(at, text="Far away", due_on=TODAY + timedelta(days=90))
    found = agenda.today(at)
    assert found.sections == ()
    assert [row.client or str(row.reason) for row in found.to_come] == ["Reminder: Ring", "Agreed", "By tier"]


def test_the_days_ahead_have_what_falls_on_them() -> None:
    clock = Clock()
    at = desk(clock)
    client, maya = client_with_contact(at, tier="A")
    call = interactions.log(at, client_id=client, contact_ids=[maya])
    summaries.mark_sent(at, summaries.start(at, call))
    clients.add(at, name="Agreed", next_contact_on=TOMORROW)
    reminders.add(at, text="Ring", due_on=TOMORROW, clock="08:00")
    reminders.add(at, text="Still today", due_on=TODAY, clock="18:00")
    days = {
        day.on: [(row.kind, row.client) for row in day.rows] for day in agenda.ahead(at, first=TODAY, days=8)
    }
    assert len(days) == 8
    assert days[TODAY] == [("reminder", "")]
    assert days[TOMORROW] == [("reminder", ""), ("client", "Agreed")]
    assert days[date(2026, 12, 16)] == [("summary", "Northwind Traders")], "a chase after two working days"
    assert days[date(2026, 12, 21)] == [("client", "Northwind Traders")], "a week after the call"


def test_a_contact_that_is_put_off_comes_back_on_its_day() -> None:
    clock = Clock()
    at = desk(clock)
    client = clients.add(at, name="Northwind", tier="A")
    clock.move(days=8)
    assert len(told(at)) == 1
    assert calling.put_off(at, client, "tomorrow") == date(2026, 12, 23)
    assert told(at) == []
    clock.move(days=1)
    assert len(told(at)) == 1
    assert at.undo() == "Put off the contact"


def test_the_number_to_call_is_a_mobile_of_somebody_still_there() -> None:
    at = desk()
    client = clients.add(at, name="Northwind")
    assert calling.number_of(at, client) is None
    contacts.add_address(at, client, medium="phone", label="office", value="020 7946 0000")
    gone, here = (contacts.add(at, client, name=name) for name in ("Gone", "Here"))
    contacts.add_address(at, client, contact_id=gone, medium="phone", label="mobile", value="07700 900001")
    contacts.add_address(at, client, contact_id=here, medium="phone", label="office", value="07700 900002")
    contacts.add_address(at, client, contact_id=here, medium="phone", label="mobile", value="07700 900003")
    contacts.mark_left(at, gone, on=TODAY)
    number = calling.number_of(at, client)
    assert number is not None
    assert number.value == "07700 900003"
