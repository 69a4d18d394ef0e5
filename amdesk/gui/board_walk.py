"""Where the keys are on the board: a line, and on it a mark; what is said there and where it leads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from amdesk.domain.board import Event, Row, Stop, stops, told
from amdesk.domain.messages import Message
from amdesk.gui.place import Place

_CALLS = frozenset({"meeting", "sent"})


@dataclass
class Walk:
    """A line by its number, and on it a mark by its place in time, or none."""

    rows: tuple[Row, ...]
    events: Mapping[int, Sequence[Event]]
    today: date
    row: int = 0
    at: int | None = None

    @property
    def line(self) -> Row | None:
        """The line."""
        return self.rows[self.row] if self.row < len(self.rows) else None

    @property
    def stops(self) -> tuple[Stop, ...]:
        """The marks on the line, in the order of time."""
        return () if self.line is None else stops(self.line, self.events, today=self.today)

    @property
    def stop(self) -> Stop | None:
        """The mark."""
        return self.stops[self.at] if self.at is not None and self.at < len(self.stops) else None

    @property
    def said(self) -> Message | None:
        """What is said of the mark, else of the line."""
        if self.stop is not None:
            return self.stop.said
        return None if self.line is None else told(self.line)

    def go(self, row: int) -> None:
        """To a line, or the nearest there is."""
        self.row, self.at = max(min(row, len(self.rows) - 1), 0), None

    def step(self, by: int, *, near: float) -> None:
        """To the next mark on the line, or the one before; at first to the one nearest to a day."""
        count = len(self.stops)
        if not count:
            return
        if self.at is None:
            self.at = min(range(count), key=lambda n: abs(self.stops[n].day.toordinal() - near))
        else:
            self.at = max(min(self.at + by, count - 1), 0)

    def place(self) -> Place | None:
        """Where the mark or the line leads to."""
        if self.stop is not None and self.stop.kind in _CALLS:
            return Place("summary", self.stop.id)
        return None if self.line is None else leads_to(self.line)


def leads_to(row: Row) -> Place | None:
    """Where a line leads to; a heading leads nowhere."""
    if row.lane is not None:
        return Place("goal", row.lane.line.id, row.client_id)
    return Place("client", row.client_id) if row.client_id else None
