"""Summaries and their points in the file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict

from amdesk.domain.points import Point
from amdesk.domain.summary import Summary
from amdesk.domain.timeline import OpenPoint
from amdesk.store.store import Store
from amdesk.store.table import marks, noun

_OPEN = """
SELECT p.*, s.interaction_id, i.client_id, c.name AS client, i.reference,
  i.started_at AS said_at, (c.vip OR c.tier IS 'A') AS is_key
FROM point p JOIN summary s ON s.id = p.summary_id JOIN interaction i ON i.id = s.interaction_id
  JOIN client c ON c.id = i.client_id
WHERE s.state NOT IN ('corrected', 'not_needed') AND i.deleted_at IS NULL AND c.deleted_at IS NULL
  AND {condition}
ORDER BY i.started_at, p.position
"""
_SENT = " AND s.sent_at IS NOT NULL"


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


def point(store: Store, point_id: int) -> Point | None:
    """One line of a summary."""
    row = store.row("SELECT * FROM point WHERE id = ?", [point_id])
    return noun(Point, row) if row else None


def client_id(store: Store, summary_id: int) -> int:
    """The client a summary is for."""
    sql = "SELECT i.client_id FROM summary s JOIN interaction i ON i.id = s.interaction_id WHERE s.id = ?"
    return int(store.value(sql, [summary_id]))


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


def open_questions(
    store: Store, *, client_id: int | None = None, sent: bool = False, limit: int = 1000
) -> list[OpenPoint]:
    """Questions without an answer, the oldest first, of one client or of all; ``sent``, only those that were
    written to the client.
    """
    condition = "p.kind = 'question' AND p.answered_on IS NULL" + (_SENT if sent else "")
    if client_id is not None:
        condition += " AND i.client_id = :client"
    sql = _OPEN.format(condition=condition) + " LIMIT :limit"
    rows = store.rows(sql, {"client": client_id, "limit": limit})
    return [noun(OpenPoint, row, point=noun(Point, row)) for row in rows]
