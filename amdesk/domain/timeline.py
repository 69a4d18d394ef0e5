"""A client's past in one list, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from amdesk.domain.interaction import Interaction
from amdesk.domain.points import Point
from amdesk.domain.summary import Summary


@dataclass(frozen=True, slots=True)
class Entry:
    """One interaction with the newest version of its summary, its points, and the people who took part."""

    interaction: Interaction
    summary: Summary | None
    points: tuple[Point, ...]
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """A promise or question still open: its point, where it was said, and when; of a key client or not."""

    point: Point
    interaction_id: int
    summary_id: int
    client_id: int
    client: str
    reference: str
    said_at: datetime
    is_key: bool = False
