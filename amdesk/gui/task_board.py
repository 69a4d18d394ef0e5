"""The board of tasks by importance and urgency: four lists, cards moved between them by hand or key."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from amdesk.domain.eisenhower import QUADRANT_ADVICE, QUADRANT_NAMES, Quadrant
from amdesk.domain.messages import N_
from amdesk.domain.task import TaskLine
from amdesk.gui import show, theme
from amdesk.gui.page_keys import keys_of
from amdesk.gui.rows import Cell, Column, Fetch, Rows
from amdesk.gui.speaking import say_role
from amdesk.gui.table import Table
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.keycaps import KeyCaps
from amdesk.gui.widgets.labels import label, set_text
from amdesk.gui.widgets.layout import margins
from amdesk.i18n.catalog import _

CARD = "application/x-amdesk-task"
_WAYS = {
    Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0),
}  # fmt: skip
_PLACES: Mapping[Quadrant, tuple[int, int]] = {1: (0, 0), 2: (0, 1), 3: (1, 0), 4: (1, 1)}


class TaskBoard(QWidget):
    """``opened`` gives a task, ``moved`` a task and its new quadrant, ``menu_asked`` where on the screen."""

    opened = Signal(int)
    moved = Signal(int, int)
    menu_asked = Signal(QPoint)

    def __init__(self, cell: Callable[[TaskLine], Cell], fetch: Fetch[TaskLine]) -> None:
        super().__init__()
        self.setObjectName("task-board")
        say_role(self, "Grouping")
        self.setAccessibleName(_("Board of tasks"))
        self._follow: int | None = None
        grid = QGridLayout(self)
        grid.setContentsMargins(SPACE.s, SPACE.s, SPACE.s, SPACE.s)
        grid.setSpacing(SPACE.m)
        self.quadrants = {name: _Part(name, cell, fetch) for name in QUADRANT_NAMES}
        for name, part in self.quadrants.items():
            grid.addWidget(part, *_PLACES[name])
            part.dropped.connect(partial(self._move, name))
            self._listen(part.table)
        for line in (0, 1):
            grid.setRowStretch(line, 1)
            grid.setColumnStretch(line, 1)

    def _listen(self, table: Table) -> None:
        table.opened.connect(self.opened)
        table.menu_asked.connect(self.menu_asked)
        table.installEventFilter(self)
        for number, key in zip(QUADRANT_NAMES, keys_of("task.quadrant"), strict=True):
            made = QShortcut(QKeySequence(key), table)
            made.setContext(Qt.ShortcutContext.WidgetShortcut)
            made.activated.connect(partial(self._move_current, table, number))

    def show_ids(self, ids: Mapping[Quadrant, Sequence[int]]) -> None:
        """Show these; the keys go with a card that was moved."""
        had = next((name for name, part in self.quadrants.items() if part.table.hasFocus()), None)
        for name, part in self.quadrants.items():
            part.show_ids(ids.get(name, ()))
        follow, self._follow = self._follow, None
        for part in self.quadrants.values():
            if follow is not None and part.table.rows.row_of(follow) >= 0:
                part.table.select_id(follow)
                part.table.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        if had is not None and self.quadrants[had].table.isHidden():
            self.take_focus()

    def current_id(self) -> int | None:
        """The task the keys are on."""
        return next((p.table.current_id() for p in self.quadrants.values() if p.table.hasFocus()), None)

    def current_table(self) -> Table:
        """The list the keys are in."""
        tables = [part.table for part in self.quadrants.values()]
        return next((one for one in tables if one.hasFocus()), tables[0])

    def take_focus(self) -> None:
        """Put the keys on the first card there is."""
        filled = (part.table for part in self.quadrants.values() if part.table.rows.rowCount())
        found = next(filled, None)
        if found is not None:
            found.take_focus()

    def select_id(self, id_: int) -> None:
        """Put the keys on a card, if it is there."""
        for part in self.quadrants.values():
            part.table.select_id(id_)

    def _move_current(self, table: Table, quadrant: Quadrant) -> None:
        one = table.current_id()
        if one is not None:
            self._move(quadrant, one)

    def _move(self, quadrant: Quadrant, one: int) -> None:
        if self.quadrants[quadrant].table.rows.row_of(one) < 0:
            self._follow = one
            self.moved.emit(one, quadrant)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys lead on into the list beside, or, from the first and last card, above and below."""
        if (
            isinstance(watched, Table)
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
        ):
            way = _WAYS.get(Qt.Key(event.key()))
            if way is not None and not event.modifiers() and self._steps_out(watched, *way):
                return True
        return super().eventFilter(watched, event)

    def _steps_out(self, table: Table, down: int, across: int) -> bool:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            across = -across
        row = table.currentIndex().row() + down
        if down and 0 <= row < table.rows.rowCount():
            return False
        here = next(_PLACES[name] for name, part in self.quadrants.items() if part.table is table)
        there = (here[0] + down, here[1] + across)
        for name, place in _PLACES.items():
            part = self.quadrants[name]
            if place == there and not part.table.isHidden():
                part.table.take_focus()
                return True
        return bool(across)


class _Part(QFrame):
    """One quadrant: what it is called, what that asks for, how many, its cards. ``dropped`` gives a task."""

    dropped = Signal(int)

    def __init__(
        self,
        quadrant: Quadrant,
        cell: Callable[[TaskLine], Cell],
        fetch: Fetch[TaskLine],
    ) -> None:
        super().__init__()
        name = _(QUADRANT_NAMES[quadrant])
        self.setObjectName(f"quadrant-{quadrant}")
        self.setAcceptDrops(True)
        theme.as_kind(self, "quadrant")
        # each card is heard with the quadrant it is in, which only its place tells the eye
        columns: tuple[Column[TaskLine], ...] = (
            Column("task", N_("Task"), cell),
            Column("quadrant", N_("Board"), lambda _line: Cell(name), usual=False),
        )
        self._rows = Rows(columns, fetch, self, taken=_taken)
        self.table = Table(self._rows, name=f"quadrant-{quadrant}-cards", accessible=name)
        self.table.header.hide()
        self._rows.told = lambda: (0, 1)
        self.table.opens_by_click = False
        self.table.setDragEnabled(True)
        self._count = label("", "caption", name=f"quadrant-{quadrant}-count")
        self._none = label(_("No task here"), "muted", name=f"quadrant-{quadrant}-none")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        down = QVBoxLayout(self)
        margins(down, leading=SPACE.s, top=SPACE.m, trailing=SPACE.s, bottom=SPACE.s)
        down.setSpacing(SPACE.xs)
        down.addLayout(self._head(quadrant, name))
        for part in (self.table, self._none):
            down.addWidget(part, 1)

    def _head(self, quadrant: Quadrant, name: str) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(SPACE.s, 0, SPACE.s, 0)
        head.setSpacing(SPACE.s)
        key = keys_of("task.quadrant")[quadrant - 1]
        head.addWidget(KeyCaps(key, name=f"quadrant-{quadrant}-key"), 0, Qt.AlignmentFlag.AlignTop)
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(label(name, "strong", name=f"quadrant-{quadrant}-name", wrap=True))
        advice = label(_(QUADRANT_ADVICE[quadrant]), "caption", name=f"quadrant-{quadrant}-advice", wrap=True)
        told.addWidget(advice)
        head.addLayout(told, 1)
        head.addWidget(self._count, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def show_ids(self, ids: Sequence[int]) -> None:
        """Show these."""
        self.table.show_ids(ids)
        self.table.setVisible(bool(ids))
        self._none.setVisible(not ids)
        set_text(self._count, show.count(len(ids)))

    def _over(self, *, over: bool) -> None:
        self.setProperty("over", "true" if over else "false")
        theme.restyle(self)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(CARD):
            event.acceptProposedAction()
            self._over(over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._over(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._over(over=False)
        self.dropped.emit(int(event.mimeData().data(CARD).toStdString()))


def _taken(ids: Sequence[int]) -> QMimeData:
    data = QMimeData()
    data.setData(CARD, str(ids[0]).encode())
    return data
