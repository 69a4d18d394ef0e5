"""The people and numbers of some clients, for choosing one of them by what was typed."""

from __future__ import annotations

from collections.abc import Sequence

from amdesk.domain.text import squash
from amdesk.store.driver import Row
from amdesk.store.store import Store
from amdesk.store.table import marks


def people(store: Store, client_ids: Sequence[int]) -> list[Row]:
    """Contacts still there at these clients: client_id, id, name, role."""
    return store.rows(
        "SELECT client_id, id, name, role FROM contact "
        f"WHERE client_id IN ({marks(client_ids)}) AND deleted_at IS NULL AND left_on IS NULL ORDER BY id",
        client_ids,
    )


def addresses(store: Store, client_ids: Sequence[int]) -> list[Row]:
    """Every number and address of these clients: client_id, contact_id, value."""
    return store.rows(
        "SELECT client_id, contact_id, value FROM address "
        f"WHERE client_id IN ({marks(client_ids)}) ORDER BY id",
        client_ids,
    )


def near(store: Store, text: str, *, limit: int = 100) -> list[int]:
    """Clients with a name or number that shares most letters in a row with the text, the nearest first."""
    letters = squash(text)
    threes = {letters[at : at + 3] for at in range(len(letters) - 2)}
    if not threes:
        return []
    query = " OR ".join(f'"{three}"' for three in sorted(threes))
    return store.column(
        "SELECT rowid FROM client_squash WHERE client_squash MATCH ? ORDER BY rank LIMIT ?", [query, limit]
    )


def referred_to(store: Store, parts: Sequence[str], *, limit: int) -> list[int]:
    """Interactions whose reference begins with the first part and holds the others, the newest first."""
    conditions = "".join(" AND instr(reference, ?)" for _ in parts[1:])
    return store.column(
        "SELECT id FROM interaction WHERE reference >= ? AND reference < ? || '~' AND deleted_at IS NULL"
        f"{conditions} ORDER BY reference DESC LIMIT ?",
        [parts[0], parts[0], *parts[1:], limit],
    )


_TABLES = frozenset({"client", "contact", "interaction", "goal"})


def is_there(store: Store, table: str, id_: int) -> bool:
    """Whether this client, contact, interaction or goal is in the file and not in the trash."""
    if table not in _TABLES:
        raise ValueError(table)
    return store.row(f"SELECT 1 FROM {table} WHERE id = ? AND deleted_at IS NULL", [id_]) is not None
