"""The list of goals over all clients: how each stands, found as one types, narrowed by state, sorted."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from amdesk.domain.goal_state import STATE_NAMES
from amdesk.gui import show
from amdesk.gui.commands import COMMANDS
from amdesk.gui.goal_acts import GoalActs
from amdesk.gui.goal_columns import columns
from amdesk.gui.list_memory import ListMemory
from amdesk.gui.page import Face
from amdesk.gui.place import Place
from amdesk.gui.rows import Rows
from amdesk.gui.table import Table
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.buttons import button, icon_button
from amdesk.gui.widgets.empty import Empty
from amdesk.gui.widgets.fields import Picker
from amdesk.gui.widgets.search import SearchField
from amdesk.i18n.catalog import _, ngettext
from amdesk.services import goals
from amdesk.services.desk import Desk


class GoalsPage(QWidget):
    """Every goal, or those one looks for."""

    TABLES = frozenset({"goal", "measurement", "client"})
    place_requested = Signal(object)
    finished = Signal(object)
    counted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setObjectName("goals")
        self.setAccessibleName(_("Goals"))
        self.rows = Rows(columns(desk, self._shows), lambda ids: goals.lines(desk, ids), self)
        self.search = SearchField(
            name="goals-search", accessible=_("Find goals"), placeholder=_("Goal, KPI or client")
        )
        states = [(state, _(said)) for state, said in STATE_NAMES.items()]
        self.state = Picker(
            [("", _("Every state")), *states], "", name="goals-state", accessible=_("State"), kind="filter"
        )
        self.table = Table(self.rows, name="goals-table", accessible=_("Goals"))
        self.list = ListMemory(desk, self.table, key="list_goals", sort="state")
        self.acts = GoalActs(desk, self.table)
        self._stack = QStackedWidget()
        self._stack.setObjectName("goals-stack")
        self._none_yet, self._none_found = self._empty_states()
        for state in (self.table, self._none_yet, self._none_found):
            self._stack.addWidget(state)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(SPACE.l, 0, SPACE.l, 0)
        rows.addWidget(self._stack)
        board = icon_button(
            _("Goals over time"), name="goals-board", icon="board", shortcut=COMMANDS["goal.board"].shortcut,
            run=lambda: self.place_requested.emit(Place("goals_board")),
        )  # fmt: skip
        new = button(_("New goal"), "", name="goals-new", icon="add", run=self._new)
        self.face = Face(
            title=lambda: _("Goals"), tools=(self.search, self.state, self.list.button, board, new),
            status=self._status, focus=self.table, find=self.search, memory=self._memory,
            recall=self._recall, retold=self.counted, client=self._client,
            verbs=self._verbs,
        )  # fmt: skip
        self._listen()

    def _listen(self) -> None:
        self.search.textChanged.connect(lambda _text: self.refresh())
        self.search.down_pressed.connect(self.table.take_focus)
        self.state.picked.connect(lambda _value: self.refresh())
        self.list.changed.connect(self.refresh)
        self.acts.place_requested.connect(self.place_requested)

    def _empty_states(self) -> tuple[Empty, Empty]:
        first = button(_("New goal"), "primary", name="goals-first", icon="add", run=self._new)
        clear = button(_("Show every goal"), "", name="goals-clear", run=self.clear)
        none_yet = _("Set one with a client: a figure, from where to where, and until when.")
        none_found = _("Try fewer letters, or another state.")
        return (
            Empty("goal", _("No goals yet"), none_yet, action=first),
            Empty("search", _("No goal found"), none_found, action=clear),
        )

    def _shows(self, column: str) -> bool:
        return self.list.shows(column)

    def refresh(self) -> None:
        """Ask again for what is looked for."""
        self.list.wear()
        text, state = self.search.text(), str(self.state.value())
        sort, descending = self.rows.order
        found = goals.find(
            self._desk, text, states=(state,) if state else (), sort=sort, descending=descending
        )  # fmt: skip
        self.table.show_ids(found)
        empty = self._none_found if text or state else self._none_yet
        self._stack.setCurrentWidget(self.table if found else empty)
        self.counted.emit()

    def clear(self) -> None:
        """Look for nothing in particular."""
        self.state.choose("")
        self.search.clear()
        self.refresh()

    def _new(self) -> None:
        self.place_requested.emit(Place("edit_goal"))

    def _verbs(self) -> Mapping[str, Callable[[], object]]:
        """What can be done with the goal the keys are on."""
        one = self.table.current_id()
        return {"goal.measure": lambda: self.acts.open(one)} if one is not None else {}

    def _client(self) -> int | None:
        """The client of the goal the keys are on."""
        row = self.table.currentIndex().row()
        line = self.rows.line(row) if self.rows.id_at(row) is not None else None
        return line.goal.client_id if line is not None else None

    def _status(self) -> str:
        count = self.rows.rowCount()
        return ngettext("{n} goal", "{n} goals", count).format(n=show.count(count))

    def _memory(self) -> Mapping[str, object]:
        return {"text": self.search.text(), "state": self.state.value(), "row": self.table.current_id()}

    def _recall(self, memory: Mapping[str, object]) -> None:
        if not memory:
            return
        self.search.setText(str(memory["text"]))
        self.state.choose(memory["state"])
        self.refresh()
        if isinstance(memory["row"], int):
            self.table.select_id(memory["row"])
