"""The board of goals: of one client or of the whole portfolio; and what happened with each client."""

from __future__ import annotations

from amdesk.domain.board import Event, Lane, Row, rows
from amdesk.domain.goal_state import standing_of
from amdesk.services import goals
from amdesk.services.desk import Desk
from amdesk.store import board as store

_BLOCK = 1000


def lines(desk: Desk, *, by: str, client_id: int | None = None) -> tuple[Row, ...]:
    """The lines of the board, grouped by "client", "tier" or "state"."""
    today = desk.today()
    found = goals.find(desk, client_id=client_id, sort="client")
    tiers, stones = store.tiers(desk.store), store.milestones(desk.store)
    lanes = [
        Lane(
            line, standing_of(line, today=today), tiers.get(line.goal.client_id, ""),
            stones.get(line.id, ()),
        )
        for block in _blocks(found)
        for line in goals.lines(desk, block)
    ]  # fmt: skip
    return rows(lanes, by=by)


def _blocks(ids: list[int]) -> list[list[int]]:
    """As many at a time as one question may name."""
    return [ids[at : at + _BLOCK] for at in range(0, len(ids), _BLOCK)]


def events(desk: Desk, client_id: int) -> tuple[Event, ...]:
    """What happened with a client: meetings, and summaries that were sent; the oldest first."""
    return store.events(desk.store, client_id, zone=desk.zone)
