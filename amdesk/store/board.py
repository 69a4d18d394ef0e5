"""What the board shows beside goals: tiers, milestones, meetings and summaries sent."""

from __future__ import annotations

from datetime import datetime, tzinfo

from amdesk.domain.board import Event
from amdesk.domain.goal import Milestone
from amdesk.store.store import Store
from amdesk.store.table import noun

_MEETINGS = ("meeting", "visit", "video")
_MOST = 400  # events of a client: the newest


def tiers(store: Store) -> dict[int, str]:
    """The tiers of the clients that have goals."""
    rows = store.rows(
        "SELECT DISTINCT c.id, c.tier FROM goal g JOIN client c ON c.id = g.client_id "
        "WHERE g.deleted_at IS NULL AND c.tier IS NOT NULL"
    )
    return {row["id"]: row["tier"] for row in rows}


def milestones(store: Store) -> dict[int, tuple[Milestone, ...]]:
    """The milestones of every goal, by goal, in the order of their days."""
    found: dict[int, list[Milestone]] = {}
    for row in store.rows(
        "SELECT m.* FROM milestone m JOIN goal g ON g.id = m.goal_id WHERE g.deleted_at IS NULL "
        "ORDER BY m.due_on, m.id"
    ):
        found.setdefault(row["goal_id"], []).append(noun(Milestone, row))
    return {goal_id: tuple(stones) for goal_id, stones in found.items()}


_EVENTS = (
    "SELECT * FROM (SELECT id, reference, channel, started_at AS at, 'meeting' AS kind FROM interaction "
    "WHERE client_id = :client AND deleted_at IS NULL AND channel IN ({meetings}) "
    "AND outcome = 'reached' UNION ALL "
    "SELECT i.id, i.reference, i.channel, s.sent_at, 'sent' FROM interaction i "
    "JOIN summary s ON s.interaction_id = i.id "
    "WHERE i.client_id = :client AND i.deleted_at IS NULL AND s.sent_at IS NOT NULL) "
    "ORDER BY at DESC LIMIT :most"
)


def events(store: Store, client_id: int, *, zone: tzinfo) -> tuple[Event, ...]:
    """A client's meetings and the summaries sent to them, the oldest first, on days of a zone."""
    meetings = ", ".join(f"'{one}'" for one in _MEETINGS)
    rows = store.rows(_EVENTS.format(meetings=meetings), {"client": client_id, "most": _MOST})
    return tuple(
        Event(
            datetime.fromisoformat(row["at"]).astimezone(zone).date(),
            row["kind"], row["id"], row["reference"], row["channel"],
        )
        for row in reversed(rows)
    )  # fmt: skip
