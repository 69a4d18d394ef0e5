"""The board in the window: only what is seen is drawn, and keys move through lines, marks and time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from amdesk.domain import board_picture, board_time
from amdesk.domain.board import HEIGHTS, Event, Row
from amdesk.domain.board_time import HEAD, View
from amdesk.domain.picture import Mark, Picture
from amdesk.gui import theme
from amdesk.gui.board_walk import Walk
from amdesk.gui.painting import Brush, Letters
from amdesk.gui.picture_reading import reads, runs_left
from amdesk.gui.speaking import announce, say_role
from amdesk.gui.theme import RING
from amdesk.i18n.catalog import current
from amdesk.i18n.languages import language
from amdesk.services import board as boards
from amdesk.services.desk import Desk

_DAYS = 184.0  # shown at first


class BoardView(QAbstractScrollArea):
    """``place_requested`` carries where a line or a mark leads to."""

    place_requested = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        say_role(self, "Chart")
        self.setObjectName("board-view")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._desk, self._letters = desk, Letters()
        self.reads = reads(desk, self._letters)
        self._events: dict[int, Sequence[Event]] = {}
        self._board = board_picture.board((), self._events)
        self._time = board_time.around(desk.today(), View(0, _DAYS))
        self.walk = Walk((), self._events, desk.today())
        self.verticalScrollBar().valueChanged.connect(lambda _value: self.viewport().update())

    @property
    def view(self) -> View:
        """What is seen at the moment."""
        scale, room = theme.enlargement(), self.viewport().size()
        return self._time._replace(
            top=float(self.verticalScrollBar().value()),
            width=room.width() / scale, height=room.height() / scale,
        )  # fmt: skip

    @property
    def runs_back(self) -> bool:
        """Whether later days stand further to the left."""
        return runs_left(self._desk)

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show other lines; the keys stay in the same place."""
        self._events = {}
        self._board = board_picture.board(rows, self._events)
        self.walk = Walk(rows, self._events, self._desk.today(), min(self.walk.row, max(len(rows) - 1, 0)))
        self.setAccessibleName(self.reads.say(board_picture.whole(self._board)))
        self._measure()
        self.viewport().update()

    def picture(self) -> Picture:
        """What is seen, as a picture."""
        view = self.view
        for row in (self._board.rows[n] for n in self._board.seen(view)):
            self._know(row)
        rtl = language(current()).rtl
        made = board_picture.picture(
            self._board, view, self.reads, today=self._desk.today(), turned=self.runs_back != rtl,
            at=self.walk.row if self.hasFocus() else None,
        )  # fmt: skip
        return made.mirrored() if rtl else made

    def _know(self, row: Row) -> None:
        """Ask what happened with a client whose line comes into sight."""
        if row.kind == "client" and row.client_id not in self._events:
            self._events[row.client_id] = boards.events(self._desk, row.client_id)

    def look(self, view: View) -> None:
        """Show another stretch of time."""
        self._time = view
        self.viewport().update()

    def zoom(self, factor: float) -> None:
        """So many times as much time, the middle staying where it is."""
        self.look(board_time.zoomed(self.view, factor))

    def go_today(self) -> None:
        """Bring today into sight."""
        self.look(board_time.around(self._desk.today(), self.view))

    def row_at(self, y: float) -> int | None:
        """The line at a height of the picture."""
        view = self.view
        below = y - HEAD + view.top
        found = (n for n in self._board.seen(view) if self._board.tops[n] <= below < self._board.tops[n + 1])
        return next(found, None) if y >= HEAD else None

    def go(self, row: int, *, stop: int = 0) -> None:
        """Put the keys on a line, or so many marks further on in it, bring it into sight, and say it."""
        if stop:
            self._know(self.walk.rows[self.walk.row])
            self.walk.step(stop, near=self.view.begin + self.view.days / 2)
        else:
            self.walk.go(row)
        if self.walk.stop is not None:
            self._time = board_time.showing(self.view, self.walk.stop.day)
        self._scroll_to(self.walk.row)
        self.tell()

    def tell(self) -> None:
        """Say where the keys are."""
        said = self.walk.said
        text = self.reads.say(said) if said is not None else ""
        self.setAccessibleDescription(text)
        announce(self, text)
        self.viewport().update()

    def open(self) -> None:
        """Go where the mark or the line leads to."""
        place = self.walk.place()
        if place is not None:
            self.place_requested.emit(place)

    def _scroll_to(self, row: int) -> None:
        bar, tops = self.verticalScrollBar(), self._board.tops
        if row + 1 < len(tops):
            page = self.view.page
            bar.setValue(round(min(max(bar.value(), tops[row + 1] - page), tops[row])))

    def _measure(self) -> None:
        page = self.view.page
        bar = self.verticalScrollBar()
        bar.setRange(0, max(round(self._board.tops[-1] - page), 0))
        bar.setPageStep(max(round(page), 1))
        bar.setSingleStep(round(HEIGHTS["goal"]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        c, made = theme.colours(self.palette()), self.picture()
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(c.page))
        painter.scale(theme.enlargement(), theme.enlargement())
        Brush(c, self._letters).paint(painter, made.shapes)
        mark = self._held(made)
        if mark is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(c.focus), RING))
            painter.drawEllipse(QPointF(mark.x, mark.y), mark.reach, mark.reach)
        painter.end()

    def _held(self, made: Picture) -> Mark | None:
        """The mark the keys are on, in the picture."""
        stop = self.walk.stop if self.hasFocus() else None
        if stop is None:
            return None
        return next((one for one in made.marks if one.said == stop.said and one.kind == stop.kind), None)
