"""The points of a summary as lines to type in: Enter makes the next, keys set the kind and the order."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amdesk.domain.points import Point, of_kind
from amdesk.gui.widgets.points_row import Offers, PointRow
from amdesk.gui.widgets.points_rows import PointRows
from amdesk.i18n.catalog import _
from amdesk.services.week import Week


class PointList(QWidget):
    """``changed`` names what was changed, so that typing in one point is one step; ``parting`` comes before
    a change of another nature, for what was typed until then to be kept by itself.

    ``undo_requested`` and ``redo_requested`` are for the desk.
    """

    changed = Signal(str)
    parting = Signal()
    undo_requested = Signal()
    redo_requested = Signal()

    def __init__(self, *, week: Week, offers: Offers) -> None:
        super().__init__()
        self.setObjectName("points")
        self.setAccessibleName(_("Points"))
        self._changes = count(1)
        self._rows = PointRows(week=week, offers=offers)
        self._rows.typed.connect(lambda number: self.changed.emit(f"point {number}"))
        self._rows.asked.connect(self._hear)
        self._rows.pasted.connect(self._paste)
        self._rows.parting.connect(self.parting)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(self._rows)
        self.setFocusProxy(self._rows)

    @property
    def rows(self) -> list[PointRow]:
        """The rows in their order, blank ones among them."""
        return self._rows.rows

    def points(self) -> tuple[Point, ...]:
        """What was said, without the lines that wait for words."""
        return tuple(row.point() for row in self.rows if not row.is_blank)

    def show_points(self, points: Sequence[Point]) -> None:
        """Show the points of the file; the cursor stays where it was as far as that place is still there."""
        had_keys, (index, cursor) = self.has_keys, self.where()
        if self._rows.show_points(points) and had_keys:
            self.go_to(index, cursor)

    @property
    def has_keys(self) -> bool:
        """Whether what is typed comes here."""
        return any(stop.hasFocus() for row in self.rows for stop in row.stops())

    def where(self) -> tuple[int, int]:
        """The point the cursor is in, and how many letters stand before it."""
        row = self._rows.current
        if row is None or row not in self.rows:
            return 0, 0
        return self.rows.index(row), row.line.textCursor().position()

    def go_to(self, index: int, cursor: int | None = None) -> None:
        """Put the cursor into a point, at its end unless told where."""
        row = self.rows[max(min(index, len(self.rows) - 1), 0)]
        self._rows.enter(row)
        row.line.setFocus(Qt.FocusReason.OtherFocusReason)
        row.line.put_cursor(len(row.line.text()) if cursor is None else cursor)

    def become(self, kind: str) -> None:
        """Make the point the cursor is in another kind."""
        row = self._rows.current
        (row if row is not None and row in self.rows else self.rows[-1]).become(kind)

    def _hear(self, row: PointRow, ask: str) -> None:
        at = self.rows.index(row)
        if ask in {"raise", "lower"}:
            self._reorder(row, at + (1 if ask == "lower" else -1))
        elif ask == "next":
            self._next(row, at)
        elif ask == "join":
            self._join(row, at)
        elif ask in {"before", "after"}:
            self._step(at + (1 if ask == "after" else -1))
        elif ask in {"undo", "redo"}:
            (self.undo_requested if ask == "undo" else self.redo_requested).emit()

    def _step(self, to: int) -> None:
        if 0 <= to < len(self.rows):
            self.go_to(to)

    def _next(self, row: PointRow, at: int) -> None:
        """Go on with the next point, of the same kind; what stood behind the cursor goes along."""
        if row.is_blank:
            self._step(at + 1)
            return
        self.parting.emit()
        rest = row.line.cut_behind_cursor()
        self._rows.put(at + 1, of_kind(Point("decision", rest), row.point().kind))
        self.go_to(at + 1, 0)
        self._tell()

    def _join(self, row: PointRow, at: int) -> None:
        """Let the line go on from the end of the one before."""
        if at == 0:
            return
        self.parting.emit()
        before, text = self.rows[at - 1], row.line.text().strip()
        said = before.line.text().rstrip()
        before.line.show_text(f"{said} {text}".strip())
        self._rows.drop(row)
        self.go_to(at - 1, len(said) + (1 if said and text else 0))
        self._tell()

    def _reorder(self, row: PointRow, to: int) -> None:
        if 0 <= to < len(self.rows):
            self.parting.emit()
            cursor = row.line.textCursor().position()
            self._rows.shift(row, to)
            self.go_to(to, cursor)
            self._tell()

    def _paste(self, row: PointRow, lines: list[str]) -> None:
        for line in lines:
            kind = row.point().kind
            row = self._rows.put(self.rows.index(row) + 1, of_kind(Point("decision", line), kind))
        self.go_to(self.rows.index(row))
        self._tell()

    def _tell(self) -> None:
        self.changed.emit(f"order {next(self._changes)}")
