"""Goals on Today: those without a fresh measurement, those that fall behind, and how they leave again."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from amdesk.domain.agenda_rows import Row
from amdesk.services import agenda, clients, goals
from amdesk.services.desk import Desk
from tests.desks import Clock, client_with_contact, desk

TODAY = date(2026, 12, 14)


def rows(at_work: Desk, name: str) -> list[Row]:
    """The rows of a section of Today."""
    return [row for one in agenda.today(at_work).sections if one.name == name for row in one.rows]


def told(at_work: Desk, name: str) -> list[str]:
    """What they say."""
    return [str(row.reason) for row in rows(at_work, name)]


def goal(at_work: Desk, *, client_id: int | None = None, **values: object) -> int:
    """A weekly goal that began a hundred days ago and is due in a hundred."""
    client = client_id or client_with_contact(at_work)[0]
    chosen = {
        "name": "Orders", "unit": "orders", "baseline": Decimal(100), "target": Decimal(200),
        "start_on": TODAY - timedelta(days=100), "due_on": TODAY + timedelta(days=100), **values,
    }  # fmt: skip
    return goals.add(at_work, client_id=client, **chosen)  # type: ignore[arg-type]


def test_a_goal_is_to_be_measured_one_and_a_half_rhythms_after_the_last_time() -> None:
    clock = Clock()
    at_work = desk(clock)
    its = goal(at_work)
    assert told(at_work, "measurements") == ["“Orders” has not been measured since it began"]
    goals.measure(at_work, its, TODAY, Decimal(150))
    assert rows(at_work, "measurements") == []
    clock.move(days=10)
    assert rows(at_work, "measurements") == []
    clock.move(days=1)
    (row,) = rows(at_work, "measurements")
    assert str(row.reason) == "“Orders” was last measured on 2026-12-14: 150 orders"
    assert (row.kind, row.action, row.age_days, row.urgent) == ("goal", "measure", 11, False)
    clock.move(days=7)
    assert rows(at_work, "measurements")[0].urgent
    goals.trash(at_work, its)
    assert rows(at_work, "measurements") == []


def test_a_goal_that_began_this_week_is_not_asked_for_yet() -> None:
    at_work = desk()
    goal(at_work, start_on=TODAY - timedelta(days=10))
    assert rows(at_work, "measurements") == []


def test_a_goal_behind_says_what_is_there_and_what_is_expected() -> None:
    at_work = desk()
    its = goal(at_work)
    goals.measure(at_work, its, TODAY, Decimal(134))
    assert told(at_work, "goals") == ["“Orders” is behind: 134 orders, 150 orders expected by now"]
    goals.measure(at_work, its, TODAY, Decimal(136))
    assert rows(at_work, "goals") == []


def test_in_its_first_rhythm_no_goal_is_called_behind() -> None:
    at_work = desk()
    its = goal(at_work, start_on=TODAY - timedelta(days=6))
    goals.measure(at_work, its, TODAY, Decimal(100))
    assert rows(at_work, "goals") == []


def test_a_goal_whose_time_is_over_waits_for_its_last_value_and_then_to_be_closed() -> None:
    at_work = desk()
    its = goal(at_work, due_on=TODAY - timedelta(days=5))
    goals.measure(at_work, its, TODAY - timedelta(days=8), Decimal(180))
    assert told(at_work, "measurements") == ["“Orders” was due on 2026-12-09: take the last measurement"]
    goals.measure(at_work, its, TODAY, Decimal(190))
    assert rows(at_work, "measurements") == []
    (row,) = rows(at_work, "goals")
    assert "190 orders instead of 200 orders. Close it or move it." in str(row.reason)
    assert row.urgent
    goals.end(at_work, its, on=TODAY)
    assert rows(at_work, "goals") == []


def test_reached_goals_and_those_of_clients_in_the_trash_want_nothing() -> None:
    at_work = desk()
    its = goal(at_work)
    goals.measure(at_work, its, TODAY - timedelta(days=60), Decimal(200))
    other = clients.add(at_work, name="Gone Ltd")
    goal(at_work, client_id=other)
    clients.remove(at_work, other)
    assert rows(at_work, "measurements") + rows(at_work, "goals") == []


def test_key_clients_come_first_then_what_waits_longest_by_its_rhythm() -> None:
    at_work = desk()
    plain, key = clients.add(at_work, name="Plain"), clients.add(at_work, name="Key", tier="A")
    for name, client, rhythm, days in (
        ("month", plain, "monthly", 60), ("day", plain, "daily", 9), ("key", key, "weekly", 12),
    ):  # fmt: skip
        its = goal(at_work, client_id=client, name=name, rhythm=rhythm)
        goals.measure(at_work, its, TODAY - timedelta(days=days), Decimal(150))
    assert [row.reason.fields["goal"] for row in rows(at_work, "measurements")] == ["key", "day", "month"]
