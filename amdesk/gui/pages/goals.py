"""The list of goals over all clients: how each stands, found as one types, narrowed by state, sorted."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from amdesk.domain.goal_state import STATE_NAMES
from amdesk.gui import show
from amdesk.gui.commands import COMMANDS
from amdesk.gui.goal_acts import GoalActs
from amdesk.gui.goal_columns import columns
from amdesk.gui.list_memory import ListMemory
from amdesk.gui.page import Face
from amdesk.gui.place import Place
from amdesk.gui.rows import Rows, readable
from amdesk.gui.searched import Searched
from amdesk.gui.table import Table
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

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setObjectName("goals")
        self.setAccessibleName(_("Goals"))
        self.rows = Rows(columns(desk, self._shows), readable(desk, goals.lines), self)
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
        none_yet, none_found = self._empty_states()
        self.found = Searched(
            self.table, self.search, self._find, none_yet=none_yet, none_found=none_found, by=self.state
        )
        self.found.fill(self)
        board = icon_button(
            _("Goals over time"), name="goals-board", icon="board", shortcut=COMMANDS["goal.board"].shortcut,
            run=lambda: self.place_requested.emit(Place("goals_board")),
        )  # fmt: skip
        new = button(_("New goal"), "", name="goals-new", icon="add", run=self._new)
        self.face = Face(
            title=lambda: _("Goals"), tools=(self.search, self.state, self.list.button, board, new),
            status=self._status, focus=self.table, find=self.search, memory=self.found.memory,
            recall=self.found.recall, retold=self.found.counted, client=self._client,
            verbs=self._verbs,
        )  # fmt: skip
        self._listen()

    def _listen(self) -> None:
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
        self.found.refresh()

    def clear(self) -> None:
        """Look for nothing in particular."""
        self.found.clear()

    def _find(self, text: str, state: object) -> list[int]:
        self.list.wear()
        sort, descending = self.rows.order
        states = (str(state),) if state else ()
        return goals.find(self._desk, text, states=states, sort=sort, descending=descending)

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
