"""What can be done with the clients chosen in a list: their menu, their keys."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QGuiApplication

from amdesk.domain.client import STAGE_NAMES, TIERS, ClientLine
from amdesk.gui.ask_files import ask_new
from amdesk.gui.commands import COMMANDS
from amdesk.gui.keys import keys_text
from amdesk.gui.leaving import Leaving
from amdesk.gui.page_keys import key_of
from amdesk.gui.place import Place
from amdesk.gui.records import history_of
from amdesk.gui.table import Table
from amdesk.gui.widgets.menu import Menu
from amdesk.i18n.catalog import _
from amdesk.services import clients, exporting
from amdesk.services.desk import Desk


class ClientActs(QObject):
    """Acts on the rows chosen in a table. ``next_asked`` wants the next step of the current row written."""

    place_requested = Signal(object)
    next_asked = Signal()

    def __init__(self, desk: Desk, table: Table, leaving: Leaving) -> None:
        super().__init__(table)
        self._desk, self._table, self._leaving = desk, table, leaving
        table.menu_asked.connect(self._open)

    def menu(self) -> Menu:
        """Everything that can be done with the rows chosen."""
        ids = self._table.selected_ids()
        lines = clients.lines(self._desk, ids)
        made = Menu(self._table, name="clients-menu", title=_("Clients"))
        if len(ids) == 1:
            self._add_of_one(made, ids[0])
        if len(ids) <= 2:
            self._add_merge(made, ids)
        self._add_values(made, lines)
        made.addSeparator()
        made.do(_("Copy as cards"), self.copy, name="clients-copy", icon="copy",
                shortcut=keys_text(key_of("list.copy")))  # fmt: skip
        made.do(_("Save as vCards…"), self.ask_where, name="clients-export", icon="export")
        made.addSeparator()
        made.do(_("Move to the trash"), self.remove, name="clients-remove", icon="remove",
                shortcut=keys_text(key_of("list.remove")))  # fmt: skip
        return made

    def _add_of_one(self, made: Menu, client_id: int) -> None:
        """What is done with a client alone."""
        open_, log = Place("client", client_id), Place("log_call", about=client_id)
        made.do(_("Open"), lambda: self.place_requested.emit(open_), name="client-open", icon="open",
                shortcut=keys_text(key_of("list.open")))  # fmt: skip
        made.do(_("Log a call"), lambda: self.place_requested.emit(log), name="client-log", icon="calls")
        made.do(_("Next step…"), self.next_asked.emit, name="client-next", icon="edit",
                shortcut=keys_text(key_of("list.next")))  # fmt: skip
        past = history_of("client", client_id, client_id)
        made.do(_("History"), lambda: self.place_requested.emit(past), name="client-history",
                icon="history", shortcut=keys_text(COMMANDS["record.history"].shortcut))  # fmt: skip
        made.addSeparator()

    def _add_values(self, made: Menu, lines: Sequence[ClientLine]) -> None:
        """What all of them can be made; what they are is marked where they are the same."""
        stages: list[tuple[object, str]] = [(one, _(said)) for one, said in STAGE_NAMES.items()]
        made.within(_("Stage"), name="clients-stages").one_of(
            stages, _shared({line.stage for line in lines}), lambda one: self._change(stage=one), name="stage"
        )
        made.within(_("Tier"), name="clients-tiers").one_of(
            tiers(), _shared({line.tier for line in lines}), lambda one: self._change(tier=one), name="tier"
        )
        vip = all(line.vip for line in lines)
        made.tick(_("VIP"), lambda on: self._change(vip=on), name="clients-vip", on=vip)

    def _add_merge(self, made: Menu, ids: Sequence[int]) -> None:
        """Two that are chosen are merged with each other, one with whom one names then."""
        if len(ids) == 2:
            place, words = Place("merge", ids[0], within=ids[1], ask="client"), _("Merge these two…")
        else:
            place, words = Place("merge_with", ids[0], ask="client"), _("Merge with another client…")
        made.do(words, lambda: self.place_requested.emit(place), name="clients-merge", icon="copy")
        made.addSeparator()

    def copy(self) -> None:
        """Put the rows chosen on the clipboard."""
        ids = self._table.selected_ids()
        if ids:
            QGuiApplication.clipboard().setMimeData(self._leaving.clients(ids))

    def remove(self) -> None:
        """Put the rows chosen into the trash, from where undo brings them back."""
        ids = self._table.selected_ids()
        if ids:
            clients.remove_all(self._desk, ids)

    def ask_where(self) -> None:
        """Ask for a file, and write the cards of the rows chosen into it."""
        write = partial(exporting.write_cards, self._desk, self._table.selected_ids())
        ask_new(
            self._table, _("Save as vCards…"), name="clients-export-dialog", then=write, file="amdesk.vcf",
            kinds=["vCard (*.vcf)"],
        )  # fmt: skip

    def _change(self, **values: object) -> None:
        clients.change_all(self._desk, self._table.selected_ids(), **values)

    def _open(self, at: QPoint) -> None:
        self.menu().popup(at)


def tiers() -> list[tuple[object, str]]:
    """The tiers to choose from, none among them."""
    return [*((one, _("Tier {tier}").format(tier=one)) for one in TIERS), (None, _("No tier"))]


def _shared(values: Collection[object]) -> object:
    return next(iter(values)) if len(values) == 1 else ""
