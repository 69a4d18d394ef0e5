"""What clients were shown, in the file."""

from __future__ import annotations

from collections.abc import Mapping

from amdesk.domain.points import Point
from amdesk.domain.share import Share
from amdesk.domain.timeline import OpenPoint
from amdesk.store.store import Store
from amdesk.store.table import noun


def insert(store: Store, values: Mapping[str, object]) -> int:
    """A page that went to a client."""
    return store.insert("client_share", values)


def get(store: Store, share_id: int) -> Share | None:
    """One of them, unless it is in the trash."""
    row = store.row("SELECT * FROM client_share WHERE id = ? AND deleted_at IS NULL", [share_id])
    return noun(Share, row) if row else None


def of_client(store: Store, client_id: int) -> list[Share]:
    """What a client was shown, the newest first, without the pages themselves."""
    rows = store.rows(
        "SELECT id, uuid, client_id, kind, shared_at, language, title, '' AS html FROM client_share "
        "WHERE client_id = ? AND deleted_at IS NULL ORDER BY shared_at DESC, id DESC",
        [client_id],
    )
    return [noun(Share, row) for row in rows]


def newest(store: Store, client_id: int, *, kind: str) -> Share | None:
    """The last page of a kind that a client was shown."""
    row = store.row(
        "SELECT * FROM client_share WHERE client_id = ? AND kind = ? AND deleted_at IS NULL "
        "ORDER BY shared_at DESC, id DESC LIMIT 1",
        [client_id, kind],
    )
    return noun(Share, row) if row else None


def update(store: Store, share_id: int, values: Mapping[str, object]) -> None:
    """New values in some columns."""
    store.update("client_share", share_id, values)


def told_actions(store: Store, *, client_id: int) -> list[OpenPoint]:
    """The actions of summaries in force as they were written to the client."""
    rows = store.rows(
        "SELECT p.*, s.interaction_id, i.client_id, c.name AS client, i.reference, i.started_at AS said_at "
        "FROM interaction i JOIN client c ON c.id = i.client_id JOIN summary s ON s.interaction_id = i.id "
        "JOIN point p ON p.summary_id = s.id WHERE i.client_id = ? AND i.deleted_at IS NULL "
        "AND p.kind = 'action' AND s.sent_at IS NOT NULL AND s.state NOT IN ('corrected', 'not_needed')",
        [client_id],
    )
    return [noun(OpenPoint, row, point=noun(Point, row)) for row in rows]
