"""``amdesk due`` and ``amdesk remind``."""

from __future__ import annotations

from datetime import UTC, date

import pytest

from amdesk.domain.calendars import PartialDate
from amdesk.services import clients, contacts, reminders
from tests.cli.terminal import Terminal
from tests.desks import open_desk


@pytest.fixture
def reminding(northwind: Terminal) -> Terminal:
    """Two reminders for Northwind: one on a Monday, one each month from the day after at half past two."""
    desk = open_desk(northwind.folder, zone=UTC)
    desk.settings.choose("country", "GB")
    (client,) = clients.find(desk)
    reminders.add(desk, text="Ask about the budget", due_on=date(2026, 12, 14), client_id=client)
    reminders.add(
        desk, text="Monthly figures", due_on=date(2026, 12, 15), clock="14:30", repeat="FREQ=MONTHLY"
    )
    desk.close()
    return northwind


def test_due_tells_what_has_come(reminding: Terminal) -> None:
    (one,) = reminding("due", "--as-of", "2026-12-15T12:00Z", "--json", TZ="UTC").json
    assert (one["kind"], one["client"], one["text"]) == (
        "reminder",
        "Northwind Traders",
        "Ask about the budget",
    )
    assert (one["due_on"], one["clock"], one["rings_at"]) == ("2026-12-14", None, "2026-12-14T09:00:00Z")
    told = reminding("due", "--as-of", "2026-12-16", TZ="UTC").out
    assert "Ask about the budget" in told
    assert "Monthly figures" in told


def test_due_says_when_nothing_has_come(reminding: Terminal) -> None:
    told = reminding("due", "--as-of", "2026-12-13", TZ="UTC")
    assert (told.code, told.out) == (0, "No reminder has come.\n")


def test_remind_tells_what_would_ring_between_two_moments(reminding: Terminal) -> None:
    one, two = reminding("remind", "2026-12-14T08:59Z", "2026-12-15T14:30Z", "--json", TZ="UTC").json
    assert [one["text"], two["text"]] == ["Ask about the budget", "Monthly figures"]
    assert two["rings_at"] == "2026-12-15T14:30:00Z"
    assert reminding("remind", "2026-12-14T09:00Z", "2026-12-15T14:29Z", "--json", TZ="UTC").json == []


def test_a_moment_that_is_none_is_wrong_usage(reminding: Terminal) -> None:
    told = reminding("remind", "soon", "2026-12-15")
    assert told.code == 2
    assert "“soon” is not a moment" in told.err


def test_a_birthday_comes_with_the_reminders(reminding: Terminal) -> None:
    desk = open_desk(reminding.folder, zone=UTC)
    (client,) = clients.find(desk)
    contacts.add(desk, client, name="Ben Carter", birthday=PartialDate(12, 15, 1985))
    desk.close()
    found = reminding("due", "--as-of", "2026-12-15T12:00Z", "--json", TZ="UTC").json
    assert [one["kind"] for one in found] == ["reminder", "contact"]
    assert found[1]["text"].startswith("Ben Carter’s birthday is today, 41 years old")
