"""Relatives of contacts and personal dates in the file."""

from __future__ import annotations

from collections.abc import Mapping

from amdesk.domain.calendars import PartialDate
from amdesk.domain.personal_date import PersonalDate, Relative
from amdesk.store.driver import Row
from amdesk.store.store import Store
from amdesk.store.table import noun


def relative(store: Store, relative_id: int) -> Relative | None:
    """The relative."""
    row = store.row("SELECT * FROM relative WHERE id = ?", [relative_id])
    return noun(Relative, row) if row else None


def relatives(store: Store, contact_id: int) -> list[Relative]:
    """The relatives of a contact, those shared with another among them."""
    rows = store.rows(
        "SELECT * FROM relative WHERE contact_id = :id OR other_contact_id = :id ORDER BY id",
        {"id": contact_id},
    )
    return [noun(Relative, row) for row in rows]


def get(store: Store, date_id: int) -> PersonalDate | None:
    """The personal date."""
    row = store.row("SELECT * FROM personal_date WHERE id = ?", [date_id])
    return _date(row) if row else None


def of_contact(store: Store, contact_id: int) -> list[PersonalDate]:
    """A contact's own dates, without the birthday that is kept with the contact."""
    rows = store.rows(
        "SELECT * FROM personal_date WHERE contact_id = ? AND month IS NOT NULL ORDER BY id", [contact_id]
    )
    return [_date(row) for row in rows]


def of_relative(store: Store, relative_id: int) -> list[PersonalDate]:
    """A relative's dates."""
    rows = store.rows("SELECT * FROM personal_date WHERE relative_id = ? ORDER BY id", [relative_id])
    return [_date(row) for row in rows]


def of_birthday(store: Store, contact_id: int) -> PersonalDate | None:
    """What is known of a contact's own birthday beside its day, where anything is."""
    row = store.row("SELECT * FROM personal_date WHERE contact_id = ? AND month IS NULL", [contact_id])
    return _date(row) if row else None


def insert(store: Store, values: Mapping[str, object]) -> int:
    """A new personal date."""
    return store.insert("personal_date", _columns({**values}))


def update(store: Store, date_id: int, values: Mapping[str, object]) -> None:
    """New values in some columns."""
    store.update("personal_date", date_id, _columns({**values}))


def _columns(values: dict[str, object]) -> dict[str, object]:
    """A day takes four columns."""
    given = values.pop("given", None)
    if isinstance(given, PartialDate):
        values |= {"month": given.month, "day": given.day, "year": given.year, "calendar": given.calendar}
    return values


def _date(row: Row) -> PersonalDate:
    month, day, year, calendar = (row[name] for name in ("month", "day", "year", "calendar"))
    return noun(PersonalDate, row, given=PartialDate(month, day, year, calendar) if month else None)
