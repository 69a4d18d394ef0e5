"""Which files belong to which records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from amdesk.domain.attachment import Attachment
from amdesk.store.store import Store
from amdesk.store.table import noun


def get(store: Store, attachment_id: int) -> Attachment | None:
    """One file's record."""
    row = store.row("SELECT * FROM attachment WHERE id = ?", [attachment_id])
    return noun(Attachment, row) if row else None


def insert(store: Store, values: Mapping[str, object]) -> int:
    """A file more; its id."""
    return store.insert("attachment", values)


def of(store: Store, about: str, uuid: str) -> list[Attachment]:
    """The files of a record, in the order in which they were added."""
    rows = store.rows("SELECT * FROM attachment WHERE noun = ? AND about = ? ORDER BY id", [about, uuid])
    return [noun(Attachment, row) for row in rows]


def every(store: Store) -> Iterator[Attachment]:
    """All files of all records."""
    return (noun(Attachment, row) for row in store.rows("SELECT * FROM attachment ORDER BY id"))
