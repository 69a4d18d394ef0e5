"""Tasks: what everybody owes, as a list, as a board by importance and urgency, or person by person."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amdesk.domain.eisenhower import QUADRANT_NAMES
from amdesk.domain.messages import Message, Words
from amdesk.gui import show
from amdesk.gui.page import Face
from amdesk.gui.page_keys import key_of, keys_of
from amdesk.gui.place import Place
from amdesk.gui.task_acts import TaskActs
from amdesk.gui.task_views import TaskViews
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.empty import Empty
from amdesk.gui.widgets.fields import Picker
from amdesk.gui.widgets.flow import Flow
from amdesk.gui.widgets.search import SearchField
from amdesk.gui.widgets.segments import Segment, Segments
from amdesk.i18n.catalog import _, ngettext
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
        self.views = TaskViews(desk)
        self.table, self.board, self.load = self.views.table, self.views.board, self.views.load
        self.rows = self.table.rows
        self.acts = TaskActs(desk, self)
        self._build()
        self._listen()

    def _build(self) -> None:
        new = button(_("New task"), "", name="tasks-new", icon="add", run=self._new)
        self._none_yet, self._none_found = self._empty_states()
        for part in (self._none_yet, self._none_found):
            self.views.addWidget(part)
        above = Flow([self.view, self.whose], name="tasks-above", gap=SPACE.m)
        around = QVBoxLayout()
        around.setContentsMargins(SPACE.s, 0, SPACE.s, 0)  # where the words of the list begin
        around.addWidget(above)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(SPACE.l, 0, SPACE.l, 0)
        rows.setSpacing(SPACE.s)
        rows.addLayout(around)
        rows.addWidget(self.views)
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
        self.search.down_pressed.connect(lambda: self.views.take_focus(first=True))
        self.whose.picked.connect(lambda _value: self.refresh())
        self.view.picked.connect(lambda _value: self.refresh())
        self.acts.place_requested.connect(self.place_requested)
        self.views.chosen.connect(self._show_tasks_of)
        self.views.opened.connect(lambda one: self.place_requested.emit(Place("task", one)))
        self.views.menu_asked.connect(lambda at: self._do(lambda one: self.acts.menu(one).popup(at)))
        self.board.moved.connect(self.acts.weigh)
        for key, view in zip(keys_of("task.view"), VIEWS, strict=True):
            _shortcut(key, self, partial(self.look_at, view), Qt.ShortcutContext.WidgetWithChildrenShortcut)
        for within in self.views.lists():
            _shortcut(key_of("task.done"), within, partial(self._do, self.acts.settle))
            _shortcut(key_of("task.remove"), within, partial(self._do, self.acts.remove))
            _shortcut(key_of("task.menu"), within, self.views.ask_menu)
        for number, key in zip(QUADRANT_NAMES, keys_of("task.quadrant"), strict=True):
            _shortcut(key, self.table, partial(self._do, partial(self.acts.put, number)))

    def refresh(self) -> None:
        """Ask again for what is looked for, and for no more than is shown."""
        view, whose = self.view.value(), str(self.whose.value())
        self.whose.setEnabled(view != "load")
        if view == "board" and whose == "settled":  # what is done has no place on the board
            whose = "open"
            self.whose.choose(whose)
        self._count = self.views.fill(view, whose=whose, text=self.search.text())
        narrowed = bool(self.search.text()) or whose != "open"
        if not self._count:
            self.views.setCurrentWidget(self._none_found if narrowed else self._none_yet)
        self.counted.emit()

    def _show_tasks_of(self, name: str) -> None:
        """The tasks of a colleague, as a list."""
        self.search.setText(name)
        self.whose.choose("colleagues")
        self.look_at("list")

    def look_at(self, view: str) -> None:
        """Show the tasks another way."""
        self.view.choose(view)
        self.refresh()
        self.views.take_focus(first=True)

    def clear(self) -> None:
        """Look for nothing in particular."""
        self.search.clear()
        self.whose.choose("open")
        self.refresh()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keys belong to the list that is shown."""
        super().focusInEvent(event)
        self.views.take_focus(first=False)

    def _new(self) -> None:
        self.place_requested.emit(Place("edit_task"))

    def _do(self, verb: Callable[[int], object]) -> None:
        one = self.views.current_id()
        if one is not None:
            verb(one)

    def _status(self) -> str:
        if self.view.value() == "load":
            return ngettext("{n} colleague", "{n} colleagues", self._count).format(n=show.count(self._count))
        return ngettext("{n} task", "{n} tasks", self._count).format(n=show.count(self._count))

    def _memory(self) -> Mapping[str, object]:
        return {
            "text": self.search.text(), "whose": self.whose.value(), "view": self.view.value(),
            "row": self.views.current_id(),
        }  # fmt: skip

    def _recall(self, memory: Mapping[str, object]) -> None:
        if not memory:
            return
        self.search.setText(str(memory["text"]))
        self.whose.choose(memory["whose"])
        self.view.choose(str(memory["view"]))
        self.refresh()
        if isinstance(memory["row"], int):
            self.views.select_id(memory["row"])


def _shortcut(
    keys: str, within: QWidget, run: Callable[[], object],
    context: Qt.ShortcutContext = Qt.ShortcutContext.WidgetShortcut,
) -> None:  # fmt: skip
    made = QShortcut(QKeySequence(keys), within)
    made.setContext(context)
    made.activated.connect(run)
