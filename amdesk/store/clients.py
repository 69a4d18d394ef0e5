"""Clients in the file."""

from __future__ import annotations

from array import array
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from amdesk.domain.client import STAGES, Client, ClientLine, gap_bits
from amdesk.domain.client_filter import ClientFilter
from amdesk.i18n.collate import sort_key
from amdesk.store import merged
from amdesk.store.search import letters_query, words_query
from amdesk.store.store import Store
from amdesk.store.table import encode, marks, noun

_STAGE = " ".join(f"WHEN '{stage}' THEN {place}" for place, stage in enumerate(STAGES))
# By what each sort orders.
SORTS = {
    "name": "sort_name",
    "code": "code",
    "stage": f"CASE stage {_STAGE} END",
    "tier": "tier",
    "vip": "-vip",
    "language": "language",
    "country": "country",
    "last_contact_at": "last_contact_at",
    "next_contact_on": "next_contact_on",
    "created_at": "created_at",
    "lacks": "(lacks & 1) * 8 + (lacks >> 1 & 1) + (lacks >> 2 & 1) + (lacks >> 3 & 1) + (lacks >> 4 & 1)",
}
# Where many are alike, their names put them in order; the others are read from an index as they stand.
_MANY_ALIKE = frozenset({"stage", "tier", "vip", "language", "country", "lacks"})
_LINE = """
SELECT c.id, c.code, c.name, c.stage, c.tier, c.vip, c.language, c.last_contact_at, c.next_contact_on,
  c.next_step, c.country, c.created_at, c.lacks,
  coalesce({phone}, '') AS phone, coalesce({email}, '') AS email,
  coalesce((SELECT group_concat(name, ' · ') FROM (
    SELECT name FROM contact
    WHERE client_id = c.id AND deleted_at IS NULL AND left_on IS NULL LIMIT 3)), '') AS people
FROM client c WHERE c.id IN ({{marks}})
"""
# The first number or address of somebody still there, a mobile before others, else the client's own.
_FIRST = """(SELECT a.value FROM address a LEFT JOIN contact p ON p.id = a.contact_id
  WHERE a.client_id = c.id AND a.medium = '{medium}' AND p.deleted_at IS NULL AND p.left_on IS NULL
  ORDER BY a.contact_id IS NULL, a.label <> 'mobile', a.id LIMIT 1)"""
_LINE = _LINE.format(phone=_FIRST.format(medium="phone"), email=_FIRST.format(medium="email"))


def get(store: Store, client_id: int) -> Client | None:
    """The client, also one in the trash."""
    row = store.row("SELECT * FROM client WHERE id = ?", [client_id])
    return noun(Client, row) if row else None


def is_in_trash(store: Store, client_id: int) -> bool:
    """Whether the client was deleted, and waits in the trash."""
    return bool(store.value("SELECT deleted_at IS NOT NULL FROM client WHERE id = ?", [client_id]))


def has_any(store: Store) -> bool:
    """Whether there is or was a client in the file, the trash included."""
    return bool(store.value("SELECT EXISTS (SELECT 1 FROM client)"))


def insert(store: Store, values: Mapping[str, object]) -> int:
    """A new client."""
    return store.insert("client", {**values, "sort_name": sort_key(str(values["name"]))})


def update(store: Store, client_id: int, values: Mapping[str, object]) -> None:
    """New values in some columns."""
    sorting = {"sort_name": sort_key(str(values["name"]))} if "name" in values else {}
    store.update("client", client_id, {**values, **sorting})


class CodesInUse:
    """The codes of the clients in the file, asked one by one, and others on their way there."""

    def __init__(self, store: Store, others: Container[object] = ()) -> None:
        self._store = store
        self._others = others

    def __contains__(self, code: object) -> bool:
        return code in self._others or code_taken(self._store, str(code))


def code_taken(store: Store, code: str) -> bool:
    """Whether a client, also one in the trash, has this code, or had it when it was merged."""
    sql = "SELECT 1 FROM client WHERE code = :code UNION ALL SELECT 1 FROM merged WHERE former_code = :code"
    return store.row(sql, {"code": code}) is not None


@dataclass(frozen=True, slots=True)
class Where:
    """A filter with the days it is reckoned from: ``quiet_since`` is a moment, ``today`` a date."""

    narrowed: ClientFilter
    today: date
    quiet_since: datetime


def find(
    store: Store, text: str = "", *, sort: str = "name", descending: bool = False,
    where: Where | None = None, limit: int | None = None,
) -> array[int]:  # fmt: skip
    """Ids of the clients that match, sorted; rows without a value in the sort column come last.

    With a ``limit`` only the first ones, which costs far less than to put all of them in order.
    """
    conditions = ["deleted_at IS NULL"]
    parameters: dict[str, object] = {}
    if text.strip():
        conditions.append(_matching(text, parameters))
    if where is not None:
        conditions += _narrowing(where, parameters)
    column, way = SORTS[sort], "DESC" if descending else "ASC"
    then = "sort_name, " if sort in _MANY_ALIKE else ""
    said = " AND ".join(conditions)
    sql = f"SELECT id FROM client WHERE {said} ORDER BY {column} {way} NULLS LAST, {then}id {way}"
    if limit is not None:
        parameters["limit"] = limit
        sql += " LIMIT :limit"
    cursor = store.connection.cursor()
    cursor.row_factory = None
    return array("q", [id_ for (id_,) in cursor.execute(sql, parameters)])


def _narrowing(where: Where, parameters: dict[str, object]) -> Iterator[str]:
    """A condition for each thing the filter says."""
    wanted = where.narrowed
    for column, values in (
        ("stage", wanted.stages), ("tier", wanted.tiers), ("language", wanted.languages),
    ):  # fmt: skip
        if values:
            names = {f"{column}{number}": value for number, value in enumerate(values)}
            parameters.update(names)
            yield f"{column} IN ({', '.join(f':{name}' for name in names)})"
    if wanted.lacks:
        # nobody there at all: then nothing is known of them either
        parameters["lacks"] = gap_bits({*wanted.lacks, "contact"})
        yield "lacks & :lacks"
    if wanted.quiet_days:
        parameters["quiet"] = encode(where.quiet_since)
        yield "(last_contact_at IS NULL OR last_contact_at < :quiet)"
    if wanted.vip:
        yield "vip = 1"
    if wanted.overdue:
        parameters["today"] = encode(where.today)
        yield "next_contact_on < :today"
    if wanted.unplanned:
        yield "next_contact_on IS NULL"


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
    """Clients with exactly this code or name, as typed on a command line; else who had the code before."""
    code = text.strip().upper()
    found = store.column(
        "SELECT id FROM client WHERE deleted_at IS NULL AND (code = :code OR sort_name = :sort) ORDER BY id",
        {"code": code, "sort": sort_key(text)},
    )
    return found or merged.by_code(store, code)
