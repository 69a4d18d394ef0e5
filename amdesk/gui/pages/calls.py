"""The call log: every interaction, newest first, with what became of its summary."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from amdesk.domain.interaction import CHANNEL_NAMES, OUTCOME_NAMES, CallLine
from amdesk.domain.messages import N_
from amdesk.domain.summary import STATE_NAMES
from amdesk.gui import show, words
from amdesk.gui.page import Face
from amdesk.gui.place import Place
from amdesk.gui.rows import Cell, Column, Rows
from amdesk.gui.table import Table
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.badge import Badge
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.empty import Empty
from amdesk.gui.widgets.fields import Picker
from amdesk.gui.widgets.search import SearchField
from amdesk.i18n.catalog import _
from amdesk.services import interactions
from amdesk.services.desk import Desk

_NEWEST = 1000


def _columns(desk: Desk) -> tuple[Column[CallLine], ...]:
    return (
        Column("client", N_("Client"), _client, 260),
        Column("occasion", N_("What it was about"), lambda line: Cell(line.occasion)),
        Column("when", N_("When"), lambda line: _when(desk, line), 172),
        Column("state", N_("Summary"), _state, 196),
    )


def _client(line: CallLine) -> Cell:
    return Cell(line.client, line.reference, icon=words.call_icon(line.channel, line.direction, line.outcome))


def _when(desk: Desk, line: CallLine) -> Cell:
    detail = show.joined(_(CHANNEL_NAMES[line.channel]), show.minutes(line.minutes))
    return Cell(show.moment(desk, line.started_at), detail)


def _state(line: CallLine) -> Cell:
    if line.outcome == "not_reached":
        return Cell("", badges=(Badge(_(OUTCOME_NAMES["not_reached"])),))
    return Cell("", badges=(Badge(_(STATE_NAMES[line.state]), words.STATE_TONE[line.state]),))


class CallsPage(QWidget):
    """Every call, or those one looks for."""

    TABLES = frozenset({"interaction", "interaction_contact", "summary", "client", "contact"})
    place_requested = Signal(object)
    finished = Signal(object)
    counted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._count = 0
        self.setObjectName("calls")
        self.setAccessibleName(_("Calls"))
        self.rows = Rows(_columns(desk), lambda ids: interactions.lines(desk, ids), self)
        self.search = SearchField(
            name="calls-search", accessible=_("Find calls"), placeholder=_("Client, reference or words")
        )
        states = [(state, _(said)) for state, said in STATE_NAMES.items()]
        self.state = Picker(
            [(None, _("Every summary")), *states], name="calls-state", accessible=_("Summary"), kind="filter"
        )
        self.table = Table(self.rows, name="calls-table", accessible=_("Calls"))
        self._stack = QStackedWidget()
        self._stack.setObjectName("calls-stack")
        self._none_yet, self._none_found = self._empty_states()
        for state in (self.table, self._none_yet, self._none_found):
            self._stack.addWidget(state)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(SPACE.l, 0, SPACE.l, 0)
        rows.addWidget(self._stack)
        self.search.textChanged.connect(lambda _text: self.refresh())
        self.search.down_pressed.connect(self.table.take_focus)
        self.state.picked.connect(lambda _value: self.refresh())
        self.table.opened.connect(self._open)
        self.face = Face(
            title=lambda: _("Calls"), tools=(self.search, self.state), status=self._status,
            focus=self.table, find=self.search, memory=self._memory, recall=self._recall,
            retold=self.counted,
        )  # fmt: skip

    def _empty_states(self) -> tuple[Empty, Empty]:
        first = button(
            _("Log a call"), "primary", name="calls-first", icon="calls",
            run=lambda: self.place_requested.emit(Place("log_call")),
        )  # fmt: skip
        clear = button(_("Show every call"), "", name="calls-clear", run=self.clear)
        return (
            Empty(
                "calls",
                _("No calls yet"),
                _("Log one when it is over: it takes fifteen seconds."),
                action=first,
            ),
            Empty("search", _("No call found"), _("Try fewer letters, or another state."), action=clear),
        )

    def refresh(self) -> None:
        """Ask again for what is looked for."""
        text, state = self.search.text(), self.state.value()
        states = (str(state),) if state else ()
        found = interactions.find(self._desk, text, states=states, limit=_NEWEST)
        self._count = len(found)
        self.table.show_ids(found)
        empty = self._none_found if text or state else self._none_yet
        self._stack.setCurrentWidget(self.table if found else empty)
        self.counted.emit()

    def clear(self) -> None:
        """Look for nothing in particular."""
        self.state.choose(None)
        self.search.clear()
        self.refresh()

    def _status(self) -> str:
        counted = show.calls_count(self._count)
        return _("The newest {calls}").format(calls=counted) if self._count == _NEWEST else counted

    def _open(self, id_: int) -> None:
        self.place_requested.emit(Place("summary", id_, interactions.get(self._desk, id_).client_id))

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
