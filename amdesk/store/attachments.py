"""Which files belong to which records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from amdesk.domain.attachment import Attachment
from amdesk.store.store import Store
from amdesk.store.table import encode, noun


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


def had_since(store: Store, moment: datetime) -> Iterator[str]:
    """What told the contents of files that records have had since then, and have no more."""
    rows = store.rows(
        "SELECT DISTINCT json_extract(h.was, '$.sha256') AS sha256 FROM history h "
        "JOIN step s ON s.id = h.step_id WHERE h.noun = 'attachment' AND s.at >= ?",
        [encode(moment)],
    )
    return (str(row["sha256"]) for row in rows)


def remove_ownerless(store: Store) -> None:
    """Files of tasks and of mails go with them: within a step, for undo brings back both."""
    rows = store.rows(
        "SELECT id FROM attachment a WHERE (noun = 'task' "
        "AND NOT EXISTS (SELECT 1 FROM task WHERE uuid = a.about)) OR (noun = 'outgoing' "
        "AND NOT EXISTS (SELECT 1 FROM outgoing WHERE uuid = a.about))"
    )
    for row in rows:
        store.delete("attachment", row["id"])
