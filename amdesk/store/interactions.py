"""Interactions in the file: the call log."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from amdesk.domain.interaction import CallLine, Interaction
from amdesk.store.driver import Row
from amdesk.store.migrations import OPEN, OPEN_STATES
from amdesk.store.search import words_query
from amdesk.store.store import Store
from amdesk.store.table import marks, noun

_LINE = """
SELECT i.id, i.client_id, c.name AS client, i.reference, i.started_at, i.channel, i.direction, i.outcome,
  i.minutes, i.occasion, i.state
FROM interaction i JOIN client c ON c.id = i.client_id WHERE i.id IN ({marks})
"""

_HOLDS_WORDS = (
    "EXISTS (SELECT 1 FROM interaction_search f WHERE f.rowid = i.id AND interaction_search MATCH :words)"
)
# A question without an answer, or an action whose task is open: a promise stays until it is settled.
_HAS_OPEN_POINTS = """EXISTS (SELECT 1 FROM summary s JOIN point p ON p.summary_id = s.id
  WHERE s.interaction_id = i.id AND s.state NOT IN ('corrected', 'not_needed')
    AND (p.kind = 'question' AND p.answered_on IS NULL OR EXISTS (SELECT 1 FROM task t
      WHERE t.point_id = p.id AND t.deleted_at IS NULL AND t.state NOT IN ('done', 'dropped'))))"""


def get(store: Store, interaction_id: int) -> Interaction | None:
    """The interaction with the ids of its contacts."""
    row = store.row("SELECT * FROM interaction WHERE id = ?", [interaction_id])
    return _interaction(store, row) if row else None


def by_reference(store: Store, reference: str) -> int | None:
    """The interaction with this reference, unless it is in the trash."""
    found = store.value("SELECT id FROM interaction WHERE reference = ? AND deleted_at IS NULL", [reference])
    return None if found is None else int(found)


def _interaction(store: Store, row: Row) -> Interaction:
    people = store.column(
        "SELECT contact_id FROM interaction_contact WHERE interaction_id = ? ORDER BY id", [row["id"]]
    )
    return noun(Interaction, row, contact_ids=tuple(people))


def insert(store: Store, values: Mapping[str, object], contact_ids: Sequence[int]) -> int:
    """A new interaction with its contacts."""
    interaction_id = store.insert("interaction", values)
    set_contacts(store, interaction_id, contact_ids)
    return interaction_id


def set_contacts(store: Store, interaction_id: int, contact_ids: Sequence[int]) -> None:
    """Who took part: these and no others."""
    rows = store.rows(
        "SELECT id, contact_id FROM interaction_contact WHERE interaction_id = ?", [interaction_id]
    )
    for row in rows:
        if row["contact_id"] not in contact_ids:
            store.delete("interaction_contact", row["id"])
    there = {row["contact_id"] for row in rows}
    for contact_id in dict.fromkeys(contact_ids):
        if contact_id not in there:
            store.insert("interaction_contact", {"interaction_id": interaction_id, "contact_id": contact_id})


def next_number(store: Store, code: str, year: int) -> int:
    """The next running number of a client's year. Never given twice: undo does not give it back."""
    stem = f"{code}-{year:04}-"
    used = store.value(
        "SELECT max(CAST(substr(reference, :start) AS INTEGER)) FROM interaction "
        "WHERE reference >= :stem AND reference < :stem || 'a'",
        {"start": len(stem) + 1, "stem": stem},
    )
    last = store.value("SELECT last FROM reference_counter WHERE code = ? AND year = ?", [code, year])
    number = max(used or 0, last or 0) + 1
    store.execute(
        "INSERT OR REPLACE INTO reference_counter(code, year, last) VALUES (?, ?, ?)", [code, year, number]
    )
    return number


def find(
    store: Store,
    text: str = "",
    *,
    states: Sequence[str] = (),
    client_id: int | None = None,
    channel: str | None = None,
    with_open_points: bool = False,
    before: int | None = None,
    limit: int = 1000,
) -> list[int]:
    """Ids, newest first: at most ``limit``, those older than the interaction ``before``.

    Words are looked up from the newest record down and never ranked: ranking a frequent word takes seconds.
    Those of one client are few, so there each is asked whether it holds the words.
    """
    conditions, values = _conditions(states, client_id)
    if channel is not None:
        conditions.append("channel = :channel")
        values["channel"] = channel
    if with_open_points:
        conditions.append(_HAS_OPEN_POINTS)
    if text.strip():
        values["words"] = words_query(text) or '""'
        conditions.append("interaction_search MATCH :words" if client_id is None else _HOLDS_WORDS)
    if text.strip() and client_id is None:
        table = "interaction_search f JOIN interaction i ON i.id = f.rowid"
        older, order = "f.rowid < :before", "f.rowid DESC"
    else:
        table = "interaction i"
        older = "(started_at, id) < (SELECT started_at, id FROM interaction WHERE id = :before)"
        order = "started_at DESC, id DESC"
    if before is not None:
        conditions.append(older)
        values["before"] = before
    where = " AND ".join(conditions)
    return store.column(
        f"SELECT i.id FROM {table} WHERE {where} ORDER BY {order} LIMIT :limit", {**values, "limit": limit}
    )


def _conditions(states: Sequence[str], client_id: int | None) -> tuple[list[str], dict[str, object]]:
    conditions, values = ["deleted_at IS NULL"], dict[str, object]()
    if states:
        names = {f"state{n}": state for n, state in enumerate(states)}
        conditions.append(f"outcome = 'reached' AND state IN ({', '.join(f':{name}' for name in names)})")
        values.update(names)
        if set(states) <= set(OPEN_STATES):
            conditions.append(OPEN)
    if client_id is not None:
        conditions.append("client_id = :client")
        values["client"] = client_id
    return conditions, values


def lines(store: Store, ids: Sequence[int]) -> list[CallLine]:
    """The lines of these interactions, in the order of ``ids``."""
    rows = store.rows(_LINE.format(marks=marks(ids)), ids)
    found = {row["id"]: noun(CallLine, row) for row in rows}
    return [found[one] for one in ids if one in found]


def of_client(
    store: Store,
    client_id: int,
    *,
    text: str = "",
    channel: str | None = None,
    with_open_points: bool = False,
    before: int | None,
    limit: int,
) -> list[Interaction]:
    """A client's interactions, newest first, narrowed as ``find`` narrows them."""
    ids = find(
        store, text, client_id=client_id, channel=channel, with_open_points=with_open_points,
        before=before, limit=limit,
    )  # fmt: skip
    return [found for one in ids if (found := get(store, one))]
