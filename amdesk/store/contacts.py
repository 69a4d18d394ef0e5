"""Contacts and addresses in the file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from amdesk.domain.calendars import PartialDate
from amdesk.domain.contact import Address, Contact
from amdesk.i18n.collate import sort_key
from amdesk.store.driver import Row
from amdesk.store.store import Store
from amdesk.store.table import marks, noun

BIRTHDAY = ("birth_month", "birth_day", "birth_year", "birth_calendar")


def get(store: Store, contact_id: int) -> Contact | None:
    """The contact, also one in the trash."""
    row = store.row("SELECT * FROM contact WHERE id = ?", [contact_id])
    return _contact(row) if row else None


def of_client(store: Store, client_id: int) -> list[Contact]:
    """The people at a client: those still there first, then in the order they came."""
    rows = store.rows(
        "SELECT * FROM contact WHERE client_id = ? AND deleted_at IS NULL ORDER BY left_on IS NOT NULL, id",
        [client_id],
    )
    return [_contact(row) for row in rows]


def of_interaction(store: Store, interaction_id: int) -> list[Contact]:
    """The people who took part in a call."""
    rows = store.rows(
        "SELECT c.* FROM interaction_contact ic JOIN contact c ON c.id = ic.contact_id "
        "WHERE ic.interaction_id = ? ORDER BY ic.id",
        [interaction_id],
    )
    return [_contact(row) for row in rows]


def insert(store: Store, values: Mapping[str, object]) -> int:
    """A new contact."""
    return store.insert("contact", _columns({**values}))


def update(store: Store, contact_id: int, values: Mapping[str, object]) -> None:
    """New values in some columns."""
    store.update("contact", contact_id, _columns({**values}))


def _columns(values: dict[str, object]) -> dict[str, object]:
    """A birthday takes four columns; a name brings its sorting key."""
    if "birthday" in values:
        birthday = values.pop("birthday")
        parts: tuple[object, ...] = (None,) * 4
        if isinstance(birthday, PartialDate):
            parts = (birthday.month, birthday.day, birthday.year, birthday.calendar)
        values.update(zip(BIRTHDAY, parts, strict=True))
    if "name" in values:
        values["sort_name"] = sort_key(str(values["name"]))
    return values


def _contact(row: Row) -> Contact:
    month, day, year, calendar = (row[name] for name in BIRTHDAY)
    return noun(Contact, row, birthday=PartialDate(month, day, year, calendar) if month else None)


def addresses(store: Store, client_id: int) -> list[Address]:
    """Every address of a client and its people."""
    rows = store.rows("SELECT * FROM address WHERE client_id = ? ORDER BY id", [client_id])
    return [noun(Address, row) for row in rows]


def emails(store: Store, contact_ids: Sequence[int]) -> dict[int, str]:
    """The first e-mail address of each contact that has one."""
    rows = store.rows(
        "SELECT contact_id, value FROM address "
        f"WHERE medium = 'email' AND contact_id IN ({marks(contact_ids)}) ORDER BY id DESC",
        contact_ids,
    )
    return {row["contact_id"]: row["value"] for row in rows}


def client_reached_by(store: Store, normal: str) -> int | None:
    """The client in use, the oldest one, who has this folded address or whose people have it."""
    found = store.value(
        "SELECT a.client_id FROM address a JOIN client c ON c.id = a.client_id "
        "WHERE a.normal = ? AND c.deleted_at IS NULL ORDER BY a.id LIMIT 1",
        [normal],
    )
    return None if found is None else int(found)
