"""A file from before there were personal dates: its birthdays are told of at once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from amdesk.domain.calendars import PartialDate
from amdesk.services import clients, contacts, occasions
from tests.desks import open_desk
from tests.former import as_left_by


def test_birthdays_kept_before_are_told_of(tmp_path: Path) -> None:
    first = open_desk(tmp_path)
    client = clients.add(first, name="Northwind Traders")
    today = first.today()
    contacts.add(first, client, name="Maya Stern", birthday=PartialDate(today.month, today.day))
    first.close()
    as_left_by(tmp_path / "amdesk.sqlite", 4)
    again = open_desk(tmp_path)
    assert [one.contacts for one in occasions.told(again)] == [("Maya Stern",)]
    contacts.change(again, 1, birthday=_half_a_year_on(today))
    assert occasions.told(again) == []
    again.close()


def _half_a_year_on(today: date) -> PartialDate:
    return PartialDate((today.month + 5) % 12 + 1, 15)
