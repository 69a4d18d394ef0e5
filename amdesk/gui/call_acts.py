"""What can be done with a call chosen in the log: its menu, its keys."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QGuiApplication

from amdesk.gui.keys import keys_text
from amdesk.gui.leaving import Leaving
from amdesk.gui.own_keys import OwnKeys
from amdesk.gui.page_keys import key_of
from amdesk.gui.place import Place
from amdesk.gui.records import history_of
from amdesk.gui.table import Table
from amdesk.gui.widgets.menu import Menu
from amdesk.i18n.catalog import _
from amdesk.services import interactions
from amdesk.services.desk import Desk


class CallActs(QObject):
    """Acts on the row of a table the keys are on."""

    place_requested = Signal(object)

    def __init__(self, desk: Desk, table: Table, leaving: Leaving) -> None:
        super().__init__(table)
        self._desk, self._table, self._leaving = desk, table, leaving
        table.menu_asked.connect(self._open)
        OwnKeys(
            table,
            {"list.client": self.open_client, "list.copy": self.copy, "list.remove": self.remove},
            possible=lambda: table.current_id() is not None,
        )

    def menu(self) -> Menu:
        """Everything that can be done with the call."""
        made = Menu(self._table, name="calls-menu", title=_("Calls"))
        made.do(_("Open summary"), lambda: self.open_summary(self._id()), name="call-open", icon="open",
                shortcut=keys_text(key_of("list.open")))  # fmt: skip
        made.do(_("Open client"), self.open_client, name="call-client", icon="client",
                shortcut=keys_text(key_of("list.client")))  # fmt: skip
        made.do(_("History"), self.open_history, name="call-history", icon="history")
        made.do(_("Log a call"), self.log, name="call-log", icon="calls")
        made.addSeparator()
        made.do(_("Copy with its mail"), self.copy, name="call-copy", icon="copy",
                shortcut=keys_text(key_of("list.copy")))  # fmt: skip
        made.addSeparator()
        made.do(_("Move to the trash"), self.remove, name="call-remove", icon="remove",
                shortcut=keys_text(key_of("list.remove")))  # fmt: skip
        return made

    def open_summary(self, interaction_id: int) -> None:
        """Go to the summary of a call."""
        self.place_requested.emit(Place("summary", interaction_id, self._client(interaction_id)))

    def open_client(self) -> None:
        """Go to whom the call was with."""
        self.place_requested.emit(Place("client", self._client(self._id())))

    def open_history(self) -> None:
        """Go to what the call and its summary were before."""
        one = self._id()
        self.place_requested.emit(history_of("interaction", one, self._client(one)))

    def log(self) -> None:
        """Log another call with the same client."""
        self.place_requested.emit(Place("log_call", about=self._client(self._id())))

    def copy(self) -> None:
        """Put the call and the mail of its summary on the clipboard."""
        QGuiApplication.clipboard().setMimeData(self._leaving.calls([self._id()]))

    def remove(self) -> None:
        """Put the call into the trash, from where undo brings it back."""
        interactions.remove(self._desk, self._id())

    def _id(self) -> int:
        return self._table.current_id() or 0

    def _client(self, interaction_id: int) -> int:
        return interactions.get(self._desk, interaction_id).client_id

    def _open(self, at: QPoint) -> None:
        self.menu().popup(at)
