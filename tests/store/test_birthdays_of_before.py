"""A file from before there were personal dates: its birthdays are told of at once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from amdesk.domain.calendars import PartialDate
from amdesk.services import clients, contacts, occasions
from tests.desks import open_desk, raw

NEW = ("personal_date", "relative", "occasion", "occasion_ring", "occasion_stale", "occasion_days")


def test_birthdays_kept_before_are_told_of(tmp_path: Path) -> None:
    first = open_desk(tmp_path)
    client = clients.add(first, name="Northwind Traders")
    today = first.today()
    contacts.add(first, client, name="Maya Stern", birthday=PartialDate(today.month, today.day))
    first.close()
    _as_before(tmp_path / "amdesk.sqlite")
    again = open_desk(tmp_path)
    assert [one.contacts for one in occasions.told(again)] == [("Maya Stern",)]
    contacts.change(again, 1, birthday=_half_a_year_on(today))
    assert occasions.told(again) == []
    again.close()


def _as_before(path: Path) -> None:
    """The file as the version before left it: without these tables and what writes to them."""
    file = raw(path)
    file.execute("PRAGMA foreign_keys = OFF")
    for (name,) in file.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        file.execute(f"DROP TRIGGER {name}")
    for table in NEW:
        file.execute(f"DROP TABLE {table}")
    file.execute("DELETE FROM _sqlite_migrations WHERE name = 'm005_personal_dates'")
    file.execute("PRAGMA user_version = 4")
    file.close()


def _half_a_year_on(today: date) -> PartialDate:
    return PartialDate((today.month + 5) % 12 + 1, 15)
