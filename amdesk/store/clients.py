"""Clients in the file."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence

from amdesk.domain.client import Client, ClientLine
from amdesk.i18n.collate import sort_key
from amdesk.store.search import letters_query, words_query
from amdesk.store.store import Store
from amdesk.store.table import marks, noun

SORTS = {
    "name": "sort_name",
    "code": "code",
    "stage": "stage",
    "tier": "tier",
    "last_contact_at": "last_contact_at",
    "next_contact_on": "next_contact_on",
}
_LINE = """
SELECT c.id, c.code, c.name, c.stage, c.tier, c.vip, c.language, c.last_contact_at, c.next_contact_on,
  c.next_step,
  coalesce((SELECT group_concat(name, ' · ') FROM (
    SELECT name FROM contact
    WHERE client_id = c.id AND deleted_at IS NULL AND left_on IS NULL LIMIT 3)), '') AS people
FROM client c WHERE c.id IN ({marks})
"""


def get(store: Store, client_id: int) -> Client | None:
    """The client, also one in the trash."""
    row = store.row("SELECT * FROM client WHERE id = ?", [client_id])
    return noun(Client, row) if row else None


def is_in_trash(store: Store, client_id: int) -> bool:
    """Whether the client was deleted, and waits in the trash."""
    return bool(store.value("SELECT deleted_at IS NOT NULL FROM client WHERE id = ?", [client_id]))


def insert(store: Store, values: Mapping[str, object]) -> int:
    """A new client."""
    return store.insert("client", {**values, "sort_name": sort_key(str(values["name"]))})


def update(store: Store, client_id: int, values: Mapping[str, object]) -> None:
    """New values in some columns."""
    sorting = {"sort_name": sort_key(str(values["name"]))} if "name" in values else {}
    store.update("client", client_id, {**values, **sorting})


def code_taken(store: Store, code: str) -> bool:
    """Whether a client, also one in the trash, has this code."""
    return store.row("SELECT 1 FROM client WHERE code = ?", [code]) is not None


def find(
    store: Store,
    text: str = "",
    *,
    sort: str = "name",
    descending: bool = False,
    stage: str | None = None,
    tier: str | None = None,
) -> array[int]:
    """Ids of the clients that match, sorted; rows without a value in the sort column come last."""
    conditions = ["deleted_at IS NULL"]
    parameters: dict[str, object] = {}
    if text.strip():
        conditions.append(_matching(text, parameters))
    for name, value in (("stage", stage), ("tier", tier)):
        if value is not None:
            conditions.append(f"{name} = :{name}")
            parameters[name] = value
    column, way = SORTS[sort], "DESC" if descending else "ASC"
    where = " AND ".join(conditions)
    sql = f"SELECT id FROM client WHERE {where} ORDER BY {column} {way} NULLS LAST, id {way}"
    cursor = store.connection.cursor()
    cursor.row_factory = None
    return array("q", (row[0] for row in cursor.execute(sql, parameters)))


def _matching(text: str, parameters: dict[str, object]) -> str:
    """A condition for typed text: whole words open at the end, or a part of a name or number."""
    parameters["words"] = words_query(text)
    parameters["letters"] = letters_query(text)
    found = []
    if parameters["words"]:
        found.append("SELECT rowid FROM client_search WHERE client_search MATCH :words")
    if parameters["letters"]:
        found.append("SELECT rowid FROM client_squash WHERE client_squash MATCH :letters")
    return f"id IN ({' UNION '.join(found)})" if found else "0"


def lines(store: Store, ids: Sequence[int]) -> list[ClientLine]:
    """The lines of these clients, in the order of ``ids``."""
    rows = store.rows(_LINE.format(marks=marks(ids)), ids)
    found = {row["id"]: noun(ClientLine, row) for row in rows}
    return [found[one] for one in ids if one in found]


def named(store: Store, text: str) -> list[int]:
    """Clients with exactly this code or name, as typed on a command line."""
    return store.column(
        "SELECT id FROM client WHERE deleted_at IS NULL AND (code = :code OR sort_name = :sort) ORDER BY id",
        {"code": text.strip().upper(), "sort": sort_key(text)},
    )
