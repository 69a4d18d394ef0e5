"""The three views of tasks: the list, the board, and who has what; one of them is shown and asked for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from amdesk.domain.eisenhower import QUADRANT_NAMES, Quadrant, flags
from amdesk.domain.text import fold
from amdesk.gui import task_cells
from amdesk.gui.rows import Rows, readable
from amdesk.gui.table import Table
from amdesk.gui.task_board import TaskBoard
from amdesk.gui.task_cells import LoadLine, load_columns
from amdesk.i18n.catalog import _
from amdesk.services import tasks
from amdesk.services.desk import Desk

_SIDES = {"mine": ("us",), "colleagues": ("colleague",), "waiting": ("client", "third")}


class TaskViews(QStackedWidget):
    """``opened`` gives a task, ``chosen`` the name of a colleague, ``menu_asked`` where on the screen."""

    opened = Signal(int)
    chosen = Signal(str)
    menu_asked = Signal(QPoint)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._people: dict[int, LoadLine] = {}
        self.setObjectName("tasks-stack")
        fetch = readable(desk, tasks.lines)
        self.table = Table(
            Rows(task_cells.columns(desk), fetch, self), name="tasks-table", accessible=_("Tasks")
        )
        self.board = TaskBoard(partial(task_cells.card, desk), fetch)
        people = Rows(load_columns(), self._loads, self)
        self.load = Table(people, name="tasks-load", accessible=_("Who has what"))
        for part in (self.table, self.board, self.load):
            self.addWidget(part)
        for listed in (self.table, self.board):
            listed.opened.connect(self.opened)
            listed.menu_asked.connect(self.menu_asked)
        self.load.opened.connect(lambda number: self.chosen.emit(self._people[number].load.assignee))

    def fill(self, view: str, *, whose: str, text: str) -> int:
        """Ask for what one view shows, and show it if there is anything; how many lines."""
        shown: QWidget
        match view:
            case "board":
                shown, count = self.board, self._fill_board(whose, text)
            case "load":
                shown, count = self.load, self._fill_load(text)
            case _:
                found = self._find(whose, text)
                self.table.show_ids(found)
                shown, count = self.table, len(found)
        if count:
            self.setCurrentWidget(shown)
        return count

    def _find(self, whose: str, text: str, quadrant: Quadrant | None = None) -> list[int]:
        return tasks.find(
            self._desk, text, settled=whose == "settled", sides=_SIDES.get(whose, ()),
            quadrant=flags(quadrant) if quadrant else None,
        )  # fmt: skip

    def _fill_board(self, whose: str, text: str) -> int:
        ids = {number: self._find(whose, text, number) for number in QUADRANT_NAMES}
        self.board.show_ids(ids)
        return sum(map(len, ids.values()))

    def _fill_load(self, text: str) -> int:
        found = [one for one in tasks.load(self._desk) if fold(text) in fold(one.assignee)]
        self._people = {number: LoadLine(number, one) for number, one in enumerate(found, 1)}
        self.load.show_ids(tuple(self._people))
        return len(found)

    def _loads(self, ids: Sequence[int]) -> list[LoadLine]:
        return [self._people[one] for one in ids]

    def lists(self) -> list[Table]:
        """All lists of tasks."""
        return [self.table, *(part.table for part in self.board.quadrants.values())]

    def current_id(self) -> int | None:
        """The task the keys are on."""
        return self.board.current_id() if self.currentWidget() is self.board else self.table.current_id()

    def take_focus(self, *, first: bool) -> None:
        """Put the keys into what is shown; ``first``, on its first line where they were on none."""
        shown = self.currentWidget()
        if isinstance(shown, TaskBoard) or (first and isinstance(shown, Table)):
            shown.take_focus()
        elif shown is not None:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_menu(self) -> None:
        """Ask for the menu of the task the keys are on."""
        table = self.board.current_table() if self.currentWidget() is self.board else self.table
        box = table.visualRect(table.currentIndex())
        self.menu_asked.emit(table.viewport().mapToGlobal(box.center()))

    def select_id(self, id_: int) -> None:
        """Put the keys on a task, if it is there."""
        self.table.select_id(id_)
        self.board.select_id(id_)
