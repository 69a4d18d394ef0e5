"""Wheel, drag, clicks and keys on the board, and what the pointer is told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip

from amdesk.domain import board_time
from amdesk.domain.board import told
from amdesk.domain.board_time import HEAD, View
from amdesk.domain.picture import Mark
from amdesk.gui import theme
from amdesk.gui.board_view import BoardView
from amdesk.gui.board_walk import leads_to
from amdesk.gui.keys import pressed
from amdesk.gui.page_keys import keys_of
from amdesk.gui.place import Place
from amdesk.gui.widgets.labels import tool_tip

ZOOM = 1.25  # a step
PAN = 0.12  # of the time shown
_NOTCH = 120.0  # of a wheel, in eighths of a degree
_STILL = 4  # pixels that a click may move
_SUMMARIES = frozenset({"meeting", "sent"})


class BoardHand(QObject):
    """Listens to a board and its viewport."""

    def __init__(self, board: BoardView) -> None:
        super().__init__(board)
        self._board = board
        self._from: QPointF | None = None
        self._view, self._scrolled = board.view, 0
        self._keys = self._bound()
        board.installEventFilter(self)
        board.viewport().installEventFilter(self)
        board.viewport().setMouseTracking(True)

    def _bound(self) -> Mapping[tuple[Qt.KeyboardModifier, int], Callable[[], object]]:
        """What each key does; those to the side follow the way time runs."""
        board = self._board
        row, page = (lambda by: board.go(board.walk.row + by)), 10
        acts: dict[str, tuple[Callable[[], object], ...]] = {
            "board.rows": (partial(row, -1), partial(row, 1)),
            "board.pages": (partial(row, -page), partial(row, page)),
            "board.ends": (partial(board.go, 0), lambda: board.go(len(board.walk.rows) - 1)),
            "board.marks": (partial(self._step, -1), partial(self._step, 1)),
            "board.pan": (partial(self._pan, -1), partial(self._pan, 1)),
            "board.zoom": (partial(board.zoom, 1 / ZOOM), partial(board.zoom, ZOOM)),
            "board.today": (board.go_today, board.go_today),
            "board.open": (board.open,),
        }
        return {
            pressed(key): act
            for id_, several in acts.items()
            for key, act in zip(keys_of(id_), several, strict=True)
        }

    def _side(self, by: int) -> int:
        """One to the right is later, or earlier where time runs back."""
        return -by if self._board.runs_back else by

    def _step(self, by: int) -> None:
        self._board.go(self._board.walk.row, stop=self._side(by))

    def _pan(self, by: int) -> None:
        view = self._board.view
        self._board.look(board_time.moved(view, self._side(by) * view.days * PAN))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._board:
            return self._of_board(event)
        match event:
            case QWheelEvent():
                return self._wheel(event)
            case QMouseEvent():
                return self._mouse(event)
            case QHelpEvent() if event.type() == QEvent.Type.ToolTip:
                return self._tell(event)
        return False

    def _of_board(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self._board.viewport().update()
        if (
            event.type() != QEvent.Type.KeyPress
            or not isinstance(event, QKeyEvent)
            or not self._board.walk.rows
        ):
            return False
        without = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        act = self._keys.get((without, event.key()))
        if act is None and event.text() in {"+", "-"}:  # wherever they are on the keyboard
            act = partial(self._board.zoom, 1 / ZOOM if event.text() == "+" else ZOOM)
        if act is not None:
            act()
        return act is not None

    def _wheel(self, event: QWheelEvent) -> bool:
        """Over the axis, or with Ctrl, it zooms; with Shift, or to the side, it moves through time."""
        across, down = event.angleDelta().x() / _NOTCH, event.angleDelta().y() / _NOTCH
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            across, down = across or down, 0.0
        view = self._board.view
        if across:
            self._board.look(board_time.moved(view, -self._side(1) * across * view.days * PAN))
            return True
        place = self._place(event.position())
        if not (event.modifiers() & Qt.KeyboardModifier.ControlModifier or place.y() < HEAD):
            return False
        self._board.look(
            board_time.zoomed(view, ZOOM**-down, at=view.day_at(self._unturned(place.x(), view)))
        )
        return True

    def _place(self, at: QPointF) -> QPointF:
        """A place in the picture."""
        return at / theme.enlargement()

    def _unturned(self, x: float, view: View) -> float:
        """Where it would be if time ran from left to right, with the names before it."""
        if not self._board.runs_back:
            return x if not self._names_last else x + view.names
        return view.width - x if self._names_last else view.names + view.width - x

    @property
    def _names_last(self) -> bool:
        return self._board.isRightToLeft()

    def _mouse(self, event: QMouseEvent) -> bool:
        kind, left = event.type(), Qt.MouseButton.LeftButton
        if kind == QEvent.Type.MouseButtonPress and event.button() == left:
            self._from, self._view = event.position(), self._board.view
            self._scrolled = self._board.verticalScrollBar().value()
        elif kind == QEvent.Type.MouseMove and self._from is not None:
            self._drag(event.position() - self._from)
        elif kind == QEvent.Type.MouseButtonRelease and self._from is not None:
            is_click = (event.position() - self._from).manhattanLength() <= _STILL
            self._from = None
            if is_click:
                self._click(event.position())
        elif kind == QEvent.Type.MouseButtonDblClick and event.button() == left:
            self._board.open()
        return False

    def _drag(self, by: QPointF) -> None:
        if by.manhattanLength() <= _STILL:
            return
        moved, view = self._place(by), self._view
        days = -self._side(1) * moved.x() / view.scale.width * view.days
        self._board.look(board_time.moved(view, days))
        self._board.verticalScrollBar().setValue(self._scrolled - round(moved.y()))

    def _click(self, at: QPointF) -> None:
        """The line there takes the keys; a mark there leads to what is behind it."""
        place = self._place(at)
        row, mark = self._board.row_at(place.y()), self.mark_at(place)
        if row is not None:
            self._board.go(row)
        if mark is not None and mark.kind in _SUMMARIES:
            self._board.place_requested.emit(Place("summary", mark.id))

    def mark_at(self, place: QPointF) -> Mark | None:
        """The mark under a place of the picture; what stands on a bar before the bar."""
        found = [one for one in self._board.picture().marks if one.holds(place.x(), place.y())]
        return min(
            found,
            key=lambda one: (one.width > 0, abs(one.x - place.x()) + abs(one.y - place.y())),
            default=None,
        )

    def _tell(self, event: QHelpEvent) -> bool:
        place = self._place(QPointF(event.pos()))
        mark, row = self.mark_at(place), self._board.row_at(place.y())
        said = mark.said if mark is not None else None
        if said is None and row is not None and leads_to(self._board.walk.rows[row]) is not None:
            said = told(self._board.walk.rows[row])
        if said is None:
            QToolTip.hideText()
        else:
            QToolTip.showText(event.globalPos(), tool_tip(self._board.reads.say(said)), self._board)
        return True
