"""How many records of each kind a person has before them, and how many wait in the trash."""

from __future__ import annotations

from amdesk.store.driver import Connection
from amdesk.store.trash import NOUNS

TRASH = "trash"
_DELETED = "(SELECT id FROM client WHERE deleted_at IS NOT NULL)"
_OF_CLIENT = f"deleted_at IS NULL AND coalesce(client_id, 0) NOT IN {_DELETED}"
# What is of something that is in the trash is seen nowhere either.
_SEEN = {
    "client": "deleted_at IS NULL",
    "contact": _OF_CLIENT,
    "interaction": _OF_CLIENT,
    "summary": f"interaction_id IN (SELECT id FROM interaction WHERE {_OF_CLIENT})",
    "goal": _OF_CLIENT,
    "task": _OF_CLIENT,
    "reminder": _OF_CLIENT,
    "attachment": f"noun <> 'task' OR about IN (SELECT uuid FROM task WHERE {_OF_CLIENT})",
}


def counts(connection: Connection) -> dict[str, int]:
    """How many of each there are outside the trash, and under ``TRASH`` how many lines that has."""
    seen = {noun: _count(connection, noun, condition) for noun, condition in _SEEN.items()}
    return {**seen, TRASH: sum(_count(connection, noun, "deleted_at IS NOT NULL") for noun in NOUNS)}


def _count(connection: Connection, noun: str, condition: str) -> int:
    found: int = connection.execute(f"SELECT count(*) FROM {noun} WHERE {condition}").fetchone()[0]
    return found
