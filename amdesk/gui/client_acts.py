"""What can be done with the clients chosen in a list: their menu, their keys."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from amdesk.domain.client import STAGE_NAMES, TIERS
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
            open_, log = Place("client", ids[0]), Place("log_call", about=ids[0])
            made.do(_("Open"), lambda: self.place_requested.emit(open_), name="client-open", icon="open",
                    shortcut=keys_text(key_of("list.open")))  # fmt: skip
            made.do(_("Log a call"), lambda: self.place_requested.emit(log), name="client-log", icon="calls")
            made.do(_("Next step…"), self.next_asked.emit, name="client-next", icon="edit",
                    shortcut=keys_text(key_of("list.next")))  # fmt: skip
            past = history_of("client", ids[0], ids[0])
            made.do(_("History"), lambda: self.place_requested.emit(past), name="client-history",
                    icon="history", shortcut=keys_text(COMMANDS["record.history"].shortcut))  # fmt: skip
            made.addSeparator()
        if len(ids) <= 2:
            self._add_merge(made, ids)
        stages: list[tuple[object, str]] = [(one, _(said)) for one, said in STAGE_NAMES.items()]
        shared = {line.stage for line in lines}
        made.within(_("Stage"), name="clients-stages").one_of(
            stages,
            shared.pop() if len(shared) == 1 else "",
            lambda one: self._change(stage=one),
            name="stage",
        )
        marks = {line.tier for line in lines}
        made.within(_("Tier"), name="clients-tiers").one_of(
            tiers(), marks.pop() if len(marks) == 1 else "", lambda one: self._change(tier=one), name="tier"
        )
        vip = all(line.vip for line in lines)
        made.tick(_("VIP"), lambda on: self._change(vip=on), name="clients-vip", on=vip)
        made.addSeparator()
        made.do(
            _("Copy as cards"),
            self.copy,
            name="clients-copy",
            icon="copy",
            shortcut=keys_text(key_of("list.copy")),
        )
        made.do(_("Save as vCards…"), self.ask_where, name="clients-export", icon="export")
        made.addSeparator()
        made.do(_("Move to the trash"), self.remove, name="clients-remove", icon="remove",
                shortcut=keys_text(key_of("list.remove")))  # fmt: skip
        return made

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
        ids = self._table.selected_ids()
        asked, _kind = QFileDialog.getSaveFileName(
            self._table, _("Save as vCards…"), "amdesk.vcf", "vCard (*.vcf)"
        )
        if asked:
            self.save(ids, Path(asked))

    def save(self, ids: Sequence[int], file: Path) -> None:
        """Write the cards of some clients."""
        exporting.write_cards(self._desk, ids, file.with_suffix(file.suffix or ".vcf"))

    def _change(self, **values: object) -> None:
        clients.change_all(self._desk, self._table.selected_ids(), **values)

    def _open(self, at: QPoint) -> None:
        self.menu().popup(at)


def tiers() -> list[tuple[object, str]]:
    """The tiers to choose from, none among them."""
    return [*((one, _("Tier {tier}").format(tier=one)) for one in TIERS), (None, _("No tier"))]
