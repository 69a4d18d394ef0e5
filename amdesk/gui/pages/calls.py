"""The call log: every interaction, newest first, what became of its summary, and all that was said beside."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from amdesk.domain.summary import STATE_NAMES
from amdesk.gui import show
from amdesk.gui.beside import Beside, Room
from amdesk.gui.call_acts import CallActs
from amdesk.gui.call_columns import columns
from amdesk.gui.entry import EntryView
from amdesk.gui.leaving import Leaving
from amdesk.gui.list_memory import ListMemory
from amdesk.gui.page import Face
from amdesk.gui.place import Place
from amdesk.gui.rows import Rows, readable
from amdesk.gui.searched import Searched
from amdesk.gui.table import Table
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.data_button import DataButton
from amdesk.gui.widgets.empty import Empty
from amdesk.gui.widgets.fields import Picker
from amdesk.gui.widgets.layout import column, scroll
from amdesk.gui.widgets.search import SearchField
from amdesk.i18n.catalog import _
from amdesk.services import clients, interactions
from amdesk.services.desk import Desk

_NEWEST = 1000


class CallsPage(QWidget):
    """Every call, or those one looks for."""

    TABLES = frozenset({"interaction", "interaction_contact", "summary", "point", "client", "contact"})
    place_requested = Signal(object)
    finished = Signal(object)
    counted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._count = 0
        self.setObjectName("calls")
        self.setAccessibleName(_("Calls"))
        leaving = Leaving(desk)
        known = columns(desk, self._shows)
        self.rows = Rows(known, readable(desk, interactions.lines), self, taken=leaving.calls)
        self.search = SearchField(
            name="calls-search", accessible=_("Find calls"), placeholder=_("Client, reference or words")
        )
        states = [(state, _(said)) for state, said in STATE_NAMES.items()]
        self.state = Picker(
            [(None, _("Every summary")), *states], name="calls-state", accessible=_("Summary"), kind="filter"
        )
        self.table = Table(self.rows, name="calls-table", accessible=_("Calls"))
        self.table.setDragEnabled(True)
        self.list = ListMemory(desk, self.table, key="list_calls")
        self.acts = CallActs(desk, self.table, leaving)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.beside = Beside(
            self._desk, self.table, self.table, self._read, key="calls",
            room=Room(wide=960, high=660, shares=(11, 9), few=("client", "when", "state")),
        )  # fmt: skip
        none_yet, none_found = self._empty_states()
        self.found = Searched(
            self.table, self.search, self._find, none_yet=none_yet, none_found=none_found, by=self.state,
            whole=self.beside,
        )  # fmt: skip
        self.found.fill(self)
        self.face = Face(
            title=lambda: _("Calls"), tools=(self.search, self.state, self.list.button), status=self._status,
            focus=self.table, find=self.search, memory=self.found.memory, recall=self.found.recall,
            parts=(self.table, self.beside.pane), retold=self.counted,
        )  # fmt: skip

    def _connect(self) -> None:
        self.found.counted.connect(self._read_again)
        self.table.opened.connect(self.acts.open_summary)
        self.acts.place_requested.connect(self.place_requested)

    def _empty_states(self) -> tuple[Empty, Empty]:
        first = button(
            _("Log a call"), "primary", name="calls-first", icon="calls",
            run=lambda: self.place_requested.emit(Place("log_call")),
        )  # fmt: skip
        clear = button(_("Show every call"), "", name="calls-clear", run=self.clear)
        none_yet = _("Log one when it is over: it takes fifteen seconds.")
        none_found = _("Try fewer letters, or another state.")
        return (
            Empty("calls", _("No calls yet"), none_yet, action=first),
            Empty("search", _("No call found"), none_found, action=clear),
        )

    def _read(self, interaction_id: int) -> QWidget:
        """One call in full, to be read beside the list."""
        entry = clients.entry(self._desk, interaction_id)
        view = EntryView(self._desk, entry)
        view.place_requested.connect(self.place_requested)
        whose = Place("client", entry.interaction.client_id)
        name = clients.get(self._desk, entry.interaction.client_id).name
        client = DataButton(
            name, "name", name="read-client", run=lambda: self.place_requested.emit(whose)
        )  # fmt: skip
        named = column(client, name="calls-read-client")
        named.setContentsMargins(SPACE.s, 0, SPACE.s, 0)  # over the picture of the call
        inner = column(named, view, name="calls-read", gap=0, margin=SPACE.s)
        inner.layout().addStretch()  # type: ignore[union-attr]
        return scroll(inner, name="calls-reading")

    def _shows(self, column: str) -> bool:
        return self.list.shows(column)

    def refresh(self) -> None:
        """Ask again for what is looked for."""
        self.found.refresh()

    def clear(self) -> None:
        """Look for nothing in particular."""
        self.found.clear()

    def _find(self, text: str, state: object) -> Sequence[int]:
        self.list.wear()
        states = (str(state),) if state else ()
        found = interactions.find(self._desk, text, states=states, limit=_NEWEST)
        self._count = len(found)
        return found

    def _read_again(self) -> None:
        """What is read beside the list may have changed as well."""
        self.beside.shown_id = None
        self.beside.refresh()
        self.counted.emit()

    def _status(self) -> str:
        counted = show.calls_count(self._count)
        return _("The newest {calls}").format(calls=counted) if self._count == _NEWEST else counted
