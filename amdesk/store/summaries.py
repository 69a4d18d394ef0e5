"""Summaries and their points in the file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict

from amdesk.domain.points import Point
from amdesk.domain.summary import Summary
from amdesk.domain.timeline import OpenPoint
from amdesk.store.driver import Row
from amdesk.store.store import Store
from amdesk.store.table import marks, noun

_OPEN = """
SELECT p.*, p.id AS point_id, s.interaction_id, i.client_id, c.name AS client, i.reference,
  i.started_at AS said_at, (c.vip OR c.tier IS 'A') AS is_key
FROM point p JOIN summary s ON s.id = p.summary_id JOIN interaction i ON i.id = s.interaction_id
  JOIN client c ON c.id = i.client_id
WHERE s.state NOT IN ('corrected', 'not_needed') AND i.deleted_at IS NULL AND c.deleted_at IS NULL
  AND {condition}
ORDER BY i.started_at, p.position
"""


def get(store: Store, summary_id: int) -> Summary | None:
    """One version of a summary."""
    row = store.row("SELECT * FROM summary WHERE id = ?", [summary_id])
    return noun(Summary, row) if row else None


def versions(store: Store, interaction_id: int) -> list[Summary]:
    """All versions of a call's summary, the oldest first."""
    rows = store.rows("SELECT * FROM summary WHERE interaction_id = ? ORDER BY version", [interaction_id])
    return [noun(Summary, row) for row in rows]


def newest(store: Store, interaction_id: int) -> Summary | None:
    """The newest version of a call's summary, or nothing while there is none."""
    row = store.row(
        "SELECT * FROM summary WHERE interaction_id = ? ORDER BY version DESC LIMIT 1", [interaction_id]
    )
    return noun(Summary, row) if row else None


def by_message_id(store: Store, message_ids: Sequence[str]) -> int | None:
    """The summary that went out under one of these Message-IDs."""
    found = store.value(
        f"SELECT id FROM summary WHERE message_id IN ({marks(message_ids)}) ORDER BY id DESC", message_ids
    )
    return None if found is None else int(found)


def points(store: Store, summary_id: int) -> list[Point]:
    """The points of a version, in order."""
    rows = store.rows("SELECT * FROM point WHERE summary_id = ? ORDER BY position, id", [summary_id])
    return [noun(Point, row) for row in rows]


def write_points(store: Store, summary_id: int, wanted: Sequence[Point]) -> None:
    """Make the points of a version be these, in this order; rows that stay as they are are not touched."""
    there = {point.id for point in points(store, summary_id)}
    for gone in there - {point.id for point in wanted}:
        store.delete("point", gone or 0)
    for position, point in enumerate(wanted):
        values = {**_columns(point), "position": position}
        if point.id in there and point.id is not None:
            store.update("point", point.id, values)
        else:
            store.insert("point", {**values, "summary_id": summary_id})


def _columns(point: Point) -> Mapping[str, object]:
    return {name: value for name, value in asdict(point).items() if name not in {"id", "uuid"}}


def open_questions(store: Store, *, client_id: int | None = None, limit: int = 1000) -> list[OpenPoint]:
    """Questions without an answer, the oldest first, of one client or of all."""
    condition = "p.kind = 'question' AND p.answered_on IS NULL"
    return _open(store, condition, client_id, limit)


def promises(store: Store, *, client_id: int) -> list[OpenPoint]:
    """What either side has promised a client or been promised: the actions of summaries in force."""
    return _open(store, "p.kind = 'action'", client_id, 200)


def _open(store: Store, condition: str, client_id: int | None, limit: int) -> list[OpenPoint]:
    if client_id is not None:
        condition += " AND i.client_id = :client"
    sql = _OPEN.format(condition=condition) + " LIMIT :limit"
    return [_open_point(row) for row in store.rows(sql, {"client": client_id, "limit": limit})]


def _open_point(row: Row) -> OpenPoint:
    return noun(OpenPoint, row, point=noun(Point, row))
