"""What import and export want to know of the file beside its rows."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from amdesk.store.book import load
from amdesk.store.book_rows import Held
from amdesk.store.store import Store

_BATCH = 500


def remembered(store: Store, header: Sequence[str]) -> tuple[str | None, ...] | None:
    """The mapping that was last chosen by hand for a list with this header."""
    found = store.value("SELECT mapping FROM import_mapping WHERE header = ?", [_header(header)])
    return None if found is None else tuple(json.loads(found))


def remember(store: Store, header: Sequence[str], mapping: Sequence[str | None]) -> None:
    """Keep a mapping for the next list with this header; no undo takes it back."""
    with store.aside():
        store.execute(
            "INSERT OR REPLACE INTO import_mapping(header, mapping) VALUES (?, ?)",
            [_header(header), json.dumps(mapping)],
        )


def _header(header: Sequence[str]) -> str:
    return json.dumps(header, ensure_ascii=False)


def clients(store: Store) -> Iterator[Held]:
    """Every client in use with its people and addresses, by id, some at a time."""
    last = 0
    while ids := store.column(
        "SELECT id FROM client WHERE id > ? AND deleted_at IS NULL ORDER BY id LIMIT ?", [last, _BATCH]
    ):
        yield from these_clients(store, ids)
        last = ids[-1]


def these_clients(store: Store, ids: Sequence[int]) -> Iterator[Held]:
    """Some clients with the people who are not in the trash, and their addresses."""
    for client in load(store, ids).values():
        client.people = [person for person in client.people if person.row["deleted_at"] is None]
        yield client


def most_addresses(store: Store, medium: str) -> int:
    """How many addresses of a medium the one who has most of them has."""
    sql = (
        "SELECT count(*) FROM address WHERE medium = ? GROUP BY client_id, contact_id ORDER BY 1 DESC LIMIT 1"
    )
    return store.value(sql, [medium]) or 0


def changed_at(store: Store, noun: str) -> dict[str, str]:
    """When each row was last changed, by its uuid; one that never was since it was made is not among them."""
    sql = (
        f"SELECT t.uuid, max(s.at) AS at FROM history h JOIN step s ON s.id = h.step_id "
        f"JOIN {noun} t ON t.id = h.row_id WHERE h.noun = ? GROUP BY t.id"
    )
    return {row["uuid"]: row["at"] for row in store.rows(sql, [noun])}
