"""Which clients and contacts can be the same: looked up by numbers and letters, told apart by the rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from amdesk.domain.duplicate import Known
from amdesk.store import table
from amdesk.store.store import Store
from amdesk.store.table import encode, marks

_MOST = 12  # records with one number or name: what more of them share says nothing
_BATCH = 400
_LIVE = "JOIN client c ON c.id = a.client_id LEFT JOIN contact p ON p.id = a.contact_id"
_IN_USE = "c.deleted_at IS NULL AND p.deleted_at IS NULL"
_SHARED = f"""
SELECT a.normal, a.client_id, a.contact_id FROM address a {_LIVE}
WHERE {_IN_USE} AND a.normal IN (
  SELECT normal FROM address WHERE normal IS NOT NULL GROUP BY normal HAVING count(*) > 1)
ORDER BY a.normal, a.client_id, a.contact_id
"""
_CLIENTS_ALIKE = """
SELECT letters, client_id, NULL FROM alike WHERE contact_id = 0 AND letters IN (
  SELECT letters FROM alike WHERE contact_id = 0 GROUP BY letters HAVING count(*) > 1)
ORDER BY letters, client_id
"""
_PEOPLE_ALIKE = """
SELECT b.letters, b.client_id, b.contact_id FROM (
  SELECT letters, client_id FROM alike WHERE contact_id > 0 GROUP BY letters, client_id HAVING count(*) > 1
) a JOIN alike b ON b.letters = a.letters AND b.client_id = a.client_id AND b.contact_id > 0
ORDER BY b.letters, b.client_id, b.contact_id
"""
# A domain that more than two clients have is nobody's own.
_DOMAINS = """
SELECT min(a.client_id), max(a.client_id) FROM address a JOIN client c ON c.id = a.client_id
WHERE a.medium = 'email' AND a.normal IS NOT NULL AND c.deleted_at IS NULL
GROUP BY substr(a.normal, instr(a.normal, '@') + 1)
HAVING min(a.client_id) < max(a.client_id) AND count(DISTINCT a.client_id) = 2
"""
_CLIENTS = """
SELECT id, uuid, name, id AS client_id, name AS client, code, country, 0 AS has_left FROM client
WHERE id IN ({marks}) AND deleted_at IS NULL
"""
_CONTACTS = """
SELECT p.id, p.uuid, p.name, p.client_id, c.name AS client, c.code, c.country,
  p.left_on IS NOT NULL AS has_left FROM contact p JOIN client c ON c.id = p.client_id
WHERE p.id IN ({marks}) AND p.deleted_at IS NULL AND c.deleted_at IS NULL
"""


def pairs(store: Store, noun: str) -> set[tuple[int, int]]:
    """Ids of records, the smaller first, that have a number, or the letters of their names, in common."""
    found: set[tuple[int, int]] = set()
    by_names = _CLIENTS_ALIKE if noun == "client" else _PEOPLE_ALIKE
    for sql in (_SHARED, by_names):
        for members in _members(store, sql, noun=noun):
            found.update((one, other) for one in members for other in members if one < other)
    if noun == "client":
        found.update((row[0], row[1]) for row in store.rows(_DOMAINS))
    return found


def _members(store: Store, sql: str, *, noun: str) -> Iterator[list[int]]:
    """The records that have each key in common, those of a few only."""
    cursor = store.connection.cursor()
    cursor.row_factory = None
    within = sql is _PEOPLE_ALIKE  # people of one name are looked for at each client
    rows = cursor.execute(sql)
    for _key, group in groupby(rows, key=lambda row: row[:2] if within else row[0]):
        place = 1 if noun == "client" else 2
        members = {row[place] for row in group if row[place] is not None}
        if 1 < len(members) <= _MOST:
            yield sorted(members)


def same_number(store: Store, numbers: Sequence[str]) -> list[tuple[int, int | None]]:
    """Who in use is reached by one of these: ids of clients and of contacts, the first first."""
    rows = store.rows(
        f"SELECT a.client_id, a.contact_id FROM address a {_LIVE} "
        f"WHERE {_IN_USE} AND a.normal IN ({marks(numbers)}) ORDER BY a.id LIMIT {_MOST}",
        numbers,
    )
    return [(row[0], row[1]) for row in rows]


def same_letters(store: Store, letters: str, *, client_id: int | None = None) -> list[int]:
    """Ids of the clients, or of the people at a client, whose names have these letters."""
    if client_id is None:
        sql = "SELECT client_id FROM alike WHERE letters = ? AND contact_id = 0 LIMIT ?"
        return store.column(sql, [letters, _MOST])
    sql = "SELECT contact_id FROM alike WHERE letters = ? AND client_id = ? AND contact_id > 0 LIMIT ?"
    return store.column(sql, [letters, client_id, _MOST])


def known(store: Store, noun: str, ids: Iterable[int]) -> dict[int, Known]:
    """What is compared of some records in use, by id."""
    wanted = sorted(set(ids))
    found: dict[int, Known] = {}
    for start in range(0, len(wanted), _BATCH):
        some = wanted[start : start + _BATCH]
        own, others = _reach(store, noun, some)
        sql = _CLIENTS if noun == "client" else _CONTACTS
        for row in store.rows(sql.format(marks=marks(some)), some):
            one = row["id"]
            reach = {"own": frozenset(own.get(one, ())), "others": frozenset(others.get(one, ()))}
            found[one] = table.noun(Known, row, noun=noun, **reach)
    return found


def _reach(store: Store, noun: str, ids: Sequence[int]) -> tuple[dict[int, set[str]], dict[int, set[str]]]:
    """The numbers of records themselves, and of clients' people, by id."""
    own: dict[int, set[str]] = {}
    others: dict[int, set[str]] = {}
    rows = store.rows(
        f"SELECT a.{noun}_id AS id, a.contact_id, a.normal FROM address a "
        f"LEFT JOIN contact p ON p.id = a.contact_id "
        f"WHERE a.{noun}_id IN ({marks(ids)}) AND a.normal IS NOT NULL AND p.deleted_at IS NULL",
        ids,
    )
    for id_, contact_id, normal in rows:
        is_own = noun == "contact" or contact_id is None
        (own if is_own else others).setdefault(id_, set()).add(normal)
    return own, others


def apart(store: Store) -> set[tuple[str, str]]:
    """UUIDs of records of which was said that they are not the same, each pair in its order."""
    return {(row[0], row[1]) for row in store.rows("SELECT one, other FROM apart")}


def keep_apart(store: Store, one: str, other: str, *, at: object) -> None:
    """Remember that two records, by their UUIDs, are not the same."""
    first, second = sorted((one, other))
    if store.row("SELECT 1 FROM apart WHERE one = ? AND other = ?", [first, second]) is None:
        store.insert("apart", {"one": first, "other": second, "noted_at": at})


def kept_apart(store: Store, uuid: str) -> list[tuple[int, str]]:
    """From whom a record is told apart: the rows' ids, and the UUIDs of the others."""
    rows = store.rows(
        "SELECT id, other FROM apart WHERE one = :uuid UNION ALL "
        "SELECT id, one FROM apart WHERE other = :uuid",
        {"uuid": encode(uuid)},
    )
    return [(row[0], row[1]) for row in rows]
