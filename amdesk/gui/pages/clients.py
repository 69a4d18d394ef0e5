"""The list of clients: found as one types, narrowed by filters, its columns chosen, sorted by its header."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QStackedWidget, QVBoxLayout, QWidget

from amdesk.domain.client_filter import ClientFilter, from_values
from amdesk.gui import show
from amdesk.gui.beside import Beside, Room
from amdesk.gui.client_acts import ClientActs
from amdesk.gui.client_columns import columns
from amdesk.gui.filter_bar import FilterBar
from amdesk.gui.filter_menu import filter_menu
from amdesk.gui.leaving import Leaving
from amdesk.gui.list_memory import ListMemory, below
from amdesk.gui.next_panel import NextPanel
from amdesk.gui.own_keys import OwnKeys
from amdesk.gui.page import Face
from amdesk.gui.pages.client import ClientPage
from amdesk.gui.place import Place
from amdesk.gui.rows import Rows, readable
from amdesk.gui.table import Table
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.buttons import button, icon_button
from amdesk.gui.widgets.empty import Empty, step_into
from amdesk.gui.widgets.search import SearchField
from amdesk.i18n.catalog import _
from amdesk.services import clients, pasting
from amdesk.services.desk import Desk


class ClientsPage(QWidget):
    """Every client, or those one looks for."""

    TABLES = frozenset(
        {"client", "contact", "address", "interaction", "interaction_contact", "summary", "point"}
    )
    place_requested = Signal(object)
    finished = Signal(object)
    counted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._count = 0
        self.setObjectName("clients")
        self.setAccessibleName(_("Clients"))
        leaving = Leaving(desk)
        known = columns(desk, self._shows)
        self.rows = Rows(known, readable(desk, clients.lines), self, taken=leaving.clients)
        self.search = SearchField(
            name="clients-search", accessible=_("Find clients"), placeholder=_("Name, person, number or note")
        )
        self.table = Table(self.rows, name="clients-table", accessible=_("Clients"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setDragEnabled(True)
        self.list = ListMemory(desk, self.table, key="list_clients", sort="name")
        self.acts = ClientActs(desk, self.table, leaving)
        self.filters = FilterBar(desk, self)
        self.next = NextPanel(desk, self.table)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._stack = QStackedWidget()
        self._stack.setObjectName("clients-stack")
        self._none_yet, self._none_found = self._empty_states()
        self.beside = Beside(
            self._desk, self.table, self.table, self._read, key="clients",
            room=Room(wide=1240, shares=(9, 13), few=("name", "stage", "last")),
        )  # fmt: skip
        for state in (self.beside, self._none_yet, self._none_found):
            self._stack.addWidget(state)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(SPACE.l, 0, SPACE.l, 0)
        rows.setSpacing(0)
        rows.addWidget(self.filters)
        rows.addWidget(self._stack, 1)
        self.narrow = button(_("Filter"), "", name="clients-filter", icon="filter", run=self.open_filters)
        new = button(_("New client"), "", name="clients-new", icon="add", run=self._begin)
        alike = icon_button(
            _("Duplicates"), name="clients-duplicates", icon="copy",
            run=lambda: self.place_requested.emit(Place("duplicates")),
        )  # fmt: skip
        self.face = Face(
            title=lambda: _("Clients"),
            tools=(self.search, self.narrow, self.list.button, alike, new),
            status=self._status,
            focus=self.table,
            find=self.search,
            memory=self._memory,
            recall=self._recall,
            parts=(self.filters, self.table, self.beside.pane),
            retold=self.counted,
            client=lambda: _the_one(self.table) if not self.search.hasFocus() else None,
        )

    def _empty_states(self) -> tuple[Empty, Empty]:
        first = button(_("New client"), "primary", name="clients-first", icon="add", run=self._begin)
        bring = button(
            _("Import…"), "", name="clients-import", icon="import",
            run=lambda: self.place_requested.emit(Place("import")),
        )  # fmt: skip
        clear = button(_("Show every client"), "", name="clients-clear", run=self.clear)
        none_yet = _("Add the first one, or import a list you have.")
        return (
            Empty("clients", _("No clients yet"), none_yet, actions=[first, bring]),
            Empty("search", _("No client found"), action=clear),
        )

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self.refresh())
        self.search.down_pressed.connect(
            lambda: step_into(self._stack.currentWidget(), self.table.take_focus)
        )
        self.search.entered.connect(self._open_first)
        self.filters.changed.connect(self.refresh)
        self.list.changed.connect(self.refresh)
        self.acts.place_requested.connect(self.place_requested)
        self.acts.next_asked.connect(self.write_next)
        self.table.opened.connect(lambda id_: self.place_requested.emit(Place("client", id_)))
        self.table.selectionModel().selectionChanged.connect(lambda *_: self.counted.emit())
        OwnKeys(
            self.table,
            {
                "list.next": self.write_next,
                "list.remove": self.acts.remove,
                "list.copy": self.acts.copy,
                "list.paste": self.paste,
            },
        )

    def _shows(self, column: str) -> bool:
        return self.list.shows(column)

    def refresh(self) -> None:
        """Ask again for what is looked for."""
        self.list.wear()
        text, wanted = self.search.text(), self.filters.wanted
        sort, descending = self.rows.order
        found = clients.find(self._desk, text, sort=sort, descending=descending, where=wanted)
        self._count = len(found)
        self.table.show_ids(found)
        self._none_found.advise(_advice(text, filtered=bool(wanted)))
        empty = self._none_found if text or wanted else self._none_yet
        self._stack.setCurrentWidget(self.beside if found else empty)
        self.beside.refresh()
        self.counted.emit()

    def _read(self, client_id: int) -> QWidget:
        """A client's page beside the list, in a wide window."""
        page = ClientPage(self._desk, client_id)
        page.place_requested.connect(self.place_requested)
        page.refresh()
        return page

    def _status(self) -> str:
        counted = show.clients_count(self._count)
        chosen = len(self.table.selected_ids()) if self._count else 0
        if chosen < 2:
            return counted
        return _("{clients}, {n} of them chosen").format(clients=counted, n=show.count(chosen))

    def clear(self) -> None:
        """Look for nothing in particular."""
        self.filters.show_filter(ClientFilter())
        self.search.clear()
        self.refresh()

    def open_filters(self) -> None:
        """Open the menu of everything the list can be narrowed by."""
        below(self.narrow, filter_menu(self, lambda: self.filters.wanted, self.filters.choose))

    def write_next(self) -> None:
        """Write the next step of the row the keys are on, where it stands."""
        client_id = self.table.current_id()
        if client_id is not None:
            self.next.open_for(client_id, column="next")

    def paste(self) -> None:
        """People on the clipboard: their client, or a new one with them; anything else is looked for."""
        text = QGuiApplication.clipboard().text()
        found = pasting.people(text)
        known = next((one for person in found if (one := pasting.client_of(self._desk, person))), None)
        if known is not None:
            self.place_requested.emit(Place("client", known))
        elif found:
            self.place_requested.emit(Place("edit_client", text=text))
        elif text.strip():
            self.search.setText(text.strip().splitlines()[0])
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin(self) -> None:
        self.place_requested.emit(Place("edit_client"))

    def _open_first(self) -> None:
        id_ = self.table.current_id() or self.rows.id_at(0)
        if id_ is not None:
            self.place_requested.emit(Place("client", id_))

    def _memory(self) -> Mapping[str, object]:
        """What to come back to; notes being written beside the list are kept first."""
        beside = self.beside.page
        if isinstance(beside, ClientPage):
            beside.face.memory()
        return {
            "text": self.search.text(),
            "filter": self.filters.wanted.as_values(),
            "row": self.table.current_id(),
        }

    def _recall(self, memory: Mapping[str, Any]) -> None:
        if not memory:
            return
        self.search.setText(str(memory["text"]))
        self.filters.show_filter(from_values(memory["filter"]))
        self.refresh()
        if isinstance(memory["row"], int):
            self.table.select_id(memory["row"])


def _the_one(table: Table) -> int | None:
    """The client chosen, where it is one."""
    chosen = table.selected_ids()
    return chosen[0] if len(chosen) == 1 else None


def _advice(text: str, *, filtered: bool) -> str:
    """What could be left out of what is looked for; of a filter alone the button says it."""
    if not text:
        return ""
    if filtered:
        return _("Try fewer letters, a number, or another filter.")
    return _("Try fewer letters, or a number.")
