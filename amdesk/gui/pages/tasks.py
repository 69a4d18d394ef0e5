"""Tasks: what everybody owes, as a list, as a board by importance and urgency, or person by person."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from amdesk.domain.eisenhower import QUADRANT_NAMES, Quadrant, flags
from amdesk.domain.messages import Message, Words
from amdesk.domain.text import fold
from amdesk.gui import show, task_cells
from amdesk.gui.page import Face
from amdesk.gui.page_keys import key_of, keys_of
from amdesk.gui.place import Place
from amdesk.gui.rows import Rows
from amdesk.gui.table import Table
from amdesk.gui.task_acts import TaskActs
from amdesk.gui.task_board import TaskBoard
from amdesk.gui.task_cells import LoadLine, load_columns
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.empty import Empty
from amdesk.gui.widgets.fields import Picker
from amdesk.gui.widgets.flow import FlowLayout
from amdesk.gui.widgets.search import SearchField
from amdesk.gui.widgets.segments import Segment, Segments
from amdesk.i18n.catalog import _, ngettext
from amdesk.services import tasks
from amdesk.services.desk import Desk

VIEWS: Mapping[str, Words] = {
    "list": Message.named("view of tasks", "List"),
    "board": Message.named("view of tasks", "Board"),
    "load": Message.named("view of tasks", "Who has what"),
}
WHOSE: Mapping[str, Words] = {
    "open": Message.named("tasks", "All open"),
    "mine": Message.named("tasks", "Mine"),
    "colleagues": Message.named("tasks", "Colleagues’"),
    "waiting": Message.named("tasks", "Waiting for"),
    "settled": Message.named("tasks", "Done"),
}
_SIDES = {"mine": ("us",), "colleagues": ("colleague",), "waiting": ("client", "third")}


class TasksPage(QWidget):
    """Three views of the same tasks; Space settles the one the keys are on, 1 to 4 say how much it counts."""

    TABLES = frozenset({"task", "client", "goal"})
    place_requested = Signal(object)
    finished = Signal(object)
    counted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._count = 0
        self._people: dict[int, LoadLine] = {}
        self.setObjectName("tasks")
        self.setAccessibleName(_("Tasks"))
        self.search = SearchField(
            name="tasks-search", accessible=_("Find tasks"), placeholder=_("Words, person or client")
        )
        self.whose = Picker(
            [(one, _(said)) for one, said in WHOSE.items()], "open", name="tasks-whose",
            accessible=_("Whose tasks"), kind="filter",
        )  # fmt: skip
        views = [Segment(one, _(said)) for one, said in VIEWS.items()]
        self.view = Segments(views, "list", name="tasks-view", accessible=_("How tasks are shown"))
        fetch = partial(tasks.lines, desk)
        self.rows = Rows(task_cells.columns(desk), fetch, self)
        self.table = Table(self.rows, name="tasks-table", accessible=_("Tasks"))
        self.board = TaskBoard(partial(task_cells.card, desk), fetch)
        self.load = Table(
            Rows(load_columns(), self._loads, self), name="tasks-load", accessible=_("Who has what")
        )
        self.acts = TaskActs(desk, self)
        self._build()
        self._listen()

    def _build(self) -> None:
        new = button(_("New task"), "", name="tasks-new", icon="add", run=self._new)
        self._none_yet, self._none_found = self._empty_states()
        self._stack = QStackedWidget()
        self._stack.setObjectName("tasks-stack")
        for part in (self.table, self.board, self.load, self._none_yet, self._none_found):
            self._stack.addWidget(part)
        above = FlowLayout(gap=SPACE.m)
        for choice in (self.view, self.whose):
            above.addWidget(choice)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(SPACE.l, 0, SPACE.l, 0)
        rows.setSpacing(SPACE.s)
        rows.addLayout(above)
        rows.addWidget(self._stack)
        self.face = Face(
            title=lambda: _("Tasks"), tools=(self.search, new), status=self._status,
            focus=self, find=self.search, memory=self._memory, recall=self._recall, retold=self.counted,
        )  # fmt: skip

    def _empty_states(self) -> tuple[Empty, Empty]:
        first = button(_("New task"), "primary", name="tasks-first", icon="add", run=self._new)
        none_yet = Empty(
            "action", _("No task is open"),
            _("The actions agreed in a call come here by themselves; others are set down here."),
            action=first,
        )  # fmt: skip
        clear = button(_("Show all open tasks"), "", name="tasks-clear", run=self.clear)
        return none_yet, Empty("search", _("No task found"), _("Try fewer letters."), action=clear)

    def _listen(self) -> None:
        self.search.textChanged.connect(lambda _text: self.refresh())
        self.search.down_pressed.connect(self._take_keys)
        self.whose.picked.connect(lambda _value: self.refresh())
        self.view.picked.connect(lambda _value: self.refresh())
        self.acts.place_requested.connect(self.place_requested)
        self.load.opened.connect(self._show_tasks_of)
        self.board.moved.connect(self.acts.weigh)
        for part in (self.table, self.board):
            part.opened.connect(lambda one: self.place_requested.emit(Place("task", one)))
            part.menu_asked.connect(self._open_menu)
        self._keys()

    def _keys(self) -> None:
        for id_, view in zip(keys_of("task.view"), VIEWS, strict=True):
            self._key(id_, partial(self.look_at, view), Qt.ShortcutContext.WidgetWithChildrenShortcut)
        lists = [self.table, *(part.table for part in self.board.quadrants.values())]
        for within in lists:
            for id_, run in (
                ("task.done", partial(self._do, self.acts.settle)),
                ("task.remove", partial(self._do, self.acts.remove)),
                ("task.menu", self._menu_by_key),
            ):
                self._key(key_of(id_), run, Qt.ShortcutContext.WidgetShortcut, within=within)
        for number, key in zip(QUADRANT_NAMES, keys_of("task.quadrant"), strict=True):
            self._key(
                key,
                partial(self._do, partial(self._weigh, number)),
                Qt.ShortcutContext.WidgetShortcut,
                within=self.table,
            )

    def _key(
        self,
        keys: str,
        run: Callable[[], object],
        context: Qt.ShortcutContext,
        *,
        within: QWidget | None = None,
    ) -> None:
        made = QShortcut(QKeySequence(keys), within or self)
        made.setContext(context)
        made.activated.connect(run)

    def refresh(self) -> None:
        """Ask again for what is looked for, and for no more than is shown."""
        view, whose = self.view.value(), str(self.whose.value())
        self.whose.setEnabled(view != "load")
        shown: QWidget
        match view:
            case "board":
                shown, count = self.board, self._fill_board(whose)
            case "load":
                shown, count = self.load, self._fill_load()
            case _:
                found = self._find(whose)
                self.table.show_ids(found)
                shown, count = self.table, len(found)
        narrowed = bool(self.search.text()) or whose != "open"
        empty = self._none_found if narrowed else self._none_yet
        self._count = count
        self._stack.setCurrentWidget(shown if count else empty)
        self.counted.emit()

    def _find(self, whose: str, quadrant: Quadrant | None = None) -> list[int]:
        return tasks.find(
            self._desk, self.search.text(), settled=whose == "settled", sides=_SIDES.get(whose, ()),
            quadrant=flags(quadrant) if quadrant else None,
        )  # fmt: skip

    def _fill_board(self, whose: str) -> int:
        if whose == "settled":  # what is done has no place on the board
            whose = "open"
            self.whose.choose(whose)
        ids = {number: self._find(whose, number) for number in QUADRANT_NAMES}
        self.board.show_ids(ids)
        return sum(map(len, ids.values()))

    def _fill_load(self) -> int:
        text = fold(self.search.text())
        found = [one for one in tasks.load(self._desk) if text in fold(one.assignee)]
        self._people = {number: LoadLine(number, one) for number, one in enumerate(found, 1)}
        self.load.show_ids(tuple(self._people))
        return len(found)

    def _loads(self, ids: Sequence[int]) -> list[LoadLine]:
        return [self._people[one] for one in ids]

    def _show_tasks_of(self, number: int) -> None:
        """The tasks of a colleague, as a list."""
        self.search.setText(self._people[number].load.assignee)
        self.whose.choose("colleagues")
        self.look_at("list")

    def look_at(self, view: str) -> None:
        """Show the tasks another way."""
        self.view.choose(view)
        self.refresh()
        self._take_keys()

    def clear(self) -> None:
        """Look for nothing in particular."""
        self.search.clear()
        self.whose.choose("open")
        self.refresh()

    def _take_keys(self) -> None:
        shown = self._stack.currentWidget()
        if isinstance(shown, Table | TaskBoard):
            shown.take_focus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keys belong to the list that is shown."""
        super().focusInEvent(event)
        shown = self._stack.currentWidget()
        if isinstance(shown, TaskBoard):
            shown.take_focus()
        elif shown is not None:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def current_id(self) -> int | None:
        """The task the keys are on."""
        return self.board.current_id() if self.view.value() == "board" else self.table.current_id()

    def _new(self) -> None:
        self.place_requested.emit(Place("edit_task"))

    def _do(self, verb: Callable[[int], object]) -> None:
        one = self.current_id()
        if one is not None:
            verb(one)

    def _weigh(self, quadrant: Quadrant, one: int) -> None:
        self.acts.weigh(one, quadrant)

    def _menu_by_key(self) -> None:
        table = self.board.current_table() if self.view.value() == "board" else self.table
        box = table.visualRect(table.currentIndex())
        self._open_menu(table.viewport().mapToGlobal(box.center()))

    def _open_menu(self, at: QPoint) -> None:
        self._do(lambda one: self.acts.menu(one).popup(at))

    def _status(self) -> str:
        if self.view.value() == "load":
            return ngettext("{n} colleague", "{n} colleagues", self._count).format(n=show.count(self._count))
        return ngettext("{n} task", "{n} tasks", self._count).format(n=show.count(self._count))

    def _memory(self) -> Mapping[str, object]:
        return {
            "text": self.search.text(), "whose": self.whose.value(), "view": self.view.value(),
            "row": self.current_id(),
        }  # fmt: skip

    def _recall(self, memory: Mapping[str, object]) -> None:
        if not memory:
            return
        self.search.setText(str(memory["text"]))
        self.whose.choose(memory["whose"])
        self.view.choose(str(memory["view"]))
        self.refresh()
        if isinstance(memory["row"], int):
            self.table.select_id(memory["row"])
            self.board.select_id(memory["row"])
