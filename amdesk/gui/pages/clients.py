"""The list of clients: found as one types, filtered by stage and tier, sorted by its header."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from amdesk.domain.client import STAGE_NAMES, TIERS, ClientLine
from amdesk.domain.messages import N_
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
from amdesk.services import clients
from amdesk.services.desk import Desk


def _columns(desk: Desk) -> tuple[Column[ClientLine], ...]:
    return (
        Column("name", N_("Client"), _name, sort="name"),
        Column("stage", N_("Stage"), _stage, 148, sort="stage"),
        Column(
            "last", N_("Last contact"), lambda line: Cell(show.ago(desk, line.last_contact_at)), 136,
            sort="last_contact_at",
        ),
        Column("next", N_("Next step"), lambda line: _next(desk, line), sort="next_contact_on"),
    )  # fmt: skip


def _name(line: ClientLine) -> Cell:
    badges = (Badge(_("VIP"), "warn", "vip"),) if line.vip else ()
    tier = (Badge(line.tier),) if line.tier else ()
    return Cell(line.name, show.joined(line.code, line.people), (*tier, *badges))


def _stage(line: ClientLine) -> Cell:
    return Cell("", badges=(Badge(_(STAGE_NAMES[line.stage]), words.STAGE_TONE.get(line.stage, "quiet")),))


def _next(desk: Desk, line: ClientLine) -> Cell:
    due = line.next_contact_on
    late = due is not None and due < desk.today()
    when = show.day(due)
    return Cell(line.next_step or when, when if line.next_step else "", tone="danger" if late else "")


class ClientsPage(QWidget):
    """Every client, or those one looks for."""

    TABLES = frozenset({"client", "contact", "address", "interaction"})
    place_requested = Signal(object)
    finished = Signal(object)
    counted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._count = 0
        self.setObjectName("clients")
        self.setAccessibleName(_("Clients"))
        self.rows = Rows(_columns(desk), lambda ids: clients.lines(desk, ids), self)
        self.rows.set_order("name", descending=False)
        self.search = SearchField(
            name="clients-search", accessible=_("Find clients"), placeholder=_("Name, person, number or note")
        )
        self.stage = _filter(
            "stage", _("Stage"), _("Every stage"), [(s, _(n)) for s, n in STAGE_NAMES.items()]
        )
        self.tier = _filter(
            "tier", _("Tier"), _("Every tier"), [(t, _("Tier {tier}").format(tier=t)) for t in TIERS]
        )
        self.table = Table(self.rows, name="clients-table", accessible=_("Clients"))
        self._stack = QStackedWidget()
        self._stack.setObjectName("clients-stack")
        self._none_yet, self._none_found = self._empty_states()
        for state in (self.table, self._none_yet, self._none_found):
            self._stack.addWidget(state)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(SPACE.l, 0, SPACE.l, 0)
        rows.addWidget(self._stack)
        new = button(
            _("New client"), "", name="clients-new", icon="add",
            run=lambda: self.place_requested.emit(Place("edit_client")),
        )  # fmt: skip
        self.face = Face(
            title=lambda: _("Clients"),
            tools=(self.search, self.stage, self.tier, new),
            status=lambda: show.clients_count(self._count),
            focus=self.table,
            find=self.search,
            memory=self._memory,
            recall=self._recall,
            retold=self.counted,
        )
        self._connect()

    def _empty_states(self) -> tuple[Empty, Empty]:
        first = button(
            _("New client"), "primary", name="clients-first", icon="add",
            run=lambda: self.place_requested.emit(Place("edit_client")),
        )  # fmt: skip
        clear = button(_("Show every client"), "", name="clients-clear", run=self.clear)
        return (
            Empty(
                "clients",
                _("No clients yet"),
                _("Add the first one, or import a list you have."),
                action=first,
            ),
            Empty(
                "search",
                _("No client found"),
                _("Try fewer letters, a number, or another stage."),
                action=clear,
            ),
        )

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self.refresh())
        self.search.down_pressed.connect(self.table.take_focus)
        self.search.entered.connect(self._open_first)
        self.stage.picked.connect(lambda _value: self.refresh())
        self.tier.picked.connect(lambda _value: self.refresh())
        self.table.sorted_by.connect(self._sort)
        self.table.opened.connect(lambda id_: self.place_requested.emit(Place("client", id_)))

    def refresh(self) -> None:
        """Ask again for what is looked for."""
        text, stage, tier = self.search.text(), self.stage.value(), self.tier.value()
        sort, descending = self.rows.order
        found = clients.find(
            self._desk, text, sort=sort, descending=descending,
            stage=str(stage) if stage else None, tier=str(tier) if tier else None,
        )  # fmt: skip
        self._count = len(found)
        self.table.show_ids(found)
        empty = self._none_found if text or stage or tier else self._none_yet
        self._stack.setCurrentWidget(self.table if found else empty)
        self.counted.emit()

    def clear(self) -> None:
        """Look for nothing in particular."""
        self.stage.choose(None)
        self.tier.choose(None)
        self.search.clear()
        self.refresh()

    def _open_first(self) -> None:
        id_ = self.table.current_id() or self.rows.id_at(0)
        if id_ is not None:
            self.place_requested.emit(Place("client", id_))

    def _sort(self, sort: str, descending: bool) -> None:
        self.rows.set_order(sort, descending=descending)
        self.refresh()

    def _memory(self) -> Mapping[str, object]:
        return {
            "text": self.search.text(),
            "stage": self.stage.value(),
            "tier": self.tier.value(),
            "order": self.rows.order,
            "row": self.table.current_id(),
        }

    def _recall(self, memory: Mapping[str, Any]) -> None:
        if not memory:
            return
        self.search.setText(str(memory["text"]))
        self.stage.choose(memory["stage"])
        self.tier.choose(memory["tier"])
        self.rows.set_order(memory["order"][0], descending=memory["order"][1])
        self.refresh()
        if isinstance(memory["row"], int):
            self.table.select_id(memory["row"])


def _filter(name: str, accessible: str, every: str, choices: list[tuple[object, str]]) -> Picker:
    return Picker([(None, every), *choices], name=f"clients-{name}", accessible=accessible, kind="filter")
