"""A list of which nothing can be read says so in its own place, with the way on."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QTableView, QVBoxLayout

from amdesk.domain.errors import DamagedError
from amdesk.gui import theme
from amdesk.gui.rows import Rows
from amdesk.gui.speaking import announce
from amdesk.gui.widgets.damaged import damaged
from amdesk.gui.widgets.empty import Empty
from amdesk.i18n.catalog import _


class UnreadList(QObject):
    """``door_requested`` where the person wants to do something about it, which needs the file closed.

    Where some lines can be read, or there is no room for so many words, it is said above the page instead.
    """

    door_requested = Signal()

    def __init__(self, table: QTableView, rows: Rows[Any]) -> None:
        super().__init__(table)
        self._table = table
        self.shown: Empty | None = None
        # told while it is painted
        rows.met_damage.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def hide(self) -> None:
        """The list is asked for again."""
        if self.shown is not None:
            self._stop(self.shown)

    def _tell(self, all_of_it: bool) -> None:
        made = self.shown = self.shown or self._made()
        room = self._table.viewport().size()
        needed = max(made.sizeHint().height(), made.heightForWidth(room.width()))
        if not all_of_it or room.height() < needed:
            self._stop(made)
            raise DamagedError
        if made.isVisible():
            return
        self._table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.show()
        announce(made, made.accessibleName())
        if self._table.hasFocus():
            made.offered[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _stop(self, made: Empty) -> None:
        made.hide()
        self._table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def _made(self) -> Empty:
        made = damaged(_("This list cannot be read"), name="list-damaged", mend=self.door_requested.emit)
        made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme.as_kind(made, "page")
        over = QVBoxLayout(self._table.viewport())
        over.setContentsMargins(0, 0, 0, 0)
        over.addWidget(made)
        made.hide()
        return made
