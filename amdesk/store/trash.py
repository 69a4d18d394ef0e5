"""What is in the trash, of every noun, newest first."""

from __future__ import annotations

from datetime import datetime

from amdesk.domain.trash import Trashed
from amdesk.store.store import Store
from amdesk.store.table import noun

# For each noun what one of its records is called there.
_TITLES = {
    "client": "r.name",
    "contact": "r.name",
    "interaction": "CASE WHEN r.occasion <> '' THEN r.occasion ELSE r.reference END",
    "goal": "r.name",
    "task": "r.title",
    "reminder": "r.text",
    "client_share": "r.title",
}
NOUNS = tuple(_TITLES)
_MOST = 10_000


def all_of_it(store: Store) -> list[Trashed]:
    """Every record in the trash; those of a client that is there itself say so."""
    parts = " UNION ALL ".join(map(_of, _TITLES))
    rows = store.rows(f"{parts} ORDER BY deleted_at DESC, row_id LIMIT {_MOST}")
    return [noun(Trashed, row, id=place) for place, row in enumerate(rows)]


def put_back(store: Store, one: Trashed) -> None:
    """Out of the trash, to where it was; with the client it is of, where that is in the trash as well."""
    if one.goes_with_client and one.client_id is not None:
        store.update("client", one.client_id, {"deleted_at": None})
    store.update(one.noun, one.row_id, {"deleted_at": None})


def remove(store: Store, one: Trashed) -> None:
    """Away for good."""
    store.delete(one.noun, one.row_id)


def older_than(store: Store, moment: datetime) -> list[Trashed]:
    """What was deleted before a moment."""
    return [one for one in all_of_it(store) if one.deleted_at < moment]


def _of(name: str) -> str:
    if name == "client":
        whose, joined = "r.id AS client_id, '' AS client, 0", ""
    else:
        whose = "r.client_id, coalesce(c.name, '') AS client, c.deleted_at IS NOT NULL"
        joined = "LEFT JOIN client c ON c.id = r.client_id"
    return (
        f"SELECT '{name}' AS noun, r.id AS row_id, {_TITLES[name]} AS title, {whose} AS goes_with_client, "
        f"r.deleted_at AS deleted_at FROM {name} r {joined} WHERE r.deleted_at IS NOT NULL"
    )
