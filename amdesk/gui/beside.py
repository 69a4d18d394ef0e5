"""A list with what its row says beside it or below it, where the window has room; how it is divided stays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from amdesk.gui import theme
from amdesk.gui.table import Table
from amdesk.gui.theme import SPACE
from amdesk.services.desk import Desk

_PAUSE_MS = 90  # who walks quickly through a list is not held up by every row


@dataclass(frozen=True, slots=True)
class Room:
    """From which width on there is a pane beside the list, from which height on one below it (0: never).

    ``shares`` are the widths or heights of list and pane at first; ``few`` the columns for which there is
    room beside a pane.
    """

    wide: int
    high: int = 0
    shares: tuple[int, int] = (1, 1)
    few: tuple[str, ...] = ()


class Beside(QSplitter):
    """``build`` makes what is shown of a row by its id; what can ``turn_to`` another is made once. The pane
    is empty while there is no row.
    """

    def __init__(
        self,
        desk: Desk,
        table: Table,
        held: QWidget,
        build: Callable[[int], QWidget],
        *,
        key: str,
        room: Room,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._desk, self._table, self._build = desk, table, build
        self._key, self._room = key, room
        self.shown_id: int | None = None
        self.setObjectName(f"{key}-beside")
        self.setHandleWidth(SPACE.l + 1)
        self.pane = QStackedWidget()
        self.pane.setObjectName(f"{key}-pane")
        self.addWidget(held)
        self.addWidget(self.pane)
        self.setCollapsible(0, False)
        self.pane.hide()
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self.show_current)
        table.moved_to.connect(lambda _id: self._timer.start())
        self.splitterMoved.connect(lambda *_: self._keep())

    @property
    def page(self) -> QWidget | None:
        """What is shown of the row."""
        return self.pane.currentWidget()

    def show_current(self) -> None:
        """Show the row the keys are on; nothing while there is no room."""
        self._timer.stop()
        wanted = self._table.current_id() if not self.pane.isHidden() else None
        if wanted == self.shown_id:
            return
        old, self.shown_id = self.pane.currentWidget(), wanted
        if wanted is not None and old is not None and hasattr(old, "turn_to") and hasattr(old, "refresh"):
            old.turn_to(wanted)
            old.refresh()
            return
        if wanted is not None:
            made = self._build(wanted)
            self.pane.addWidget(made)
            self.pane.setCurrentWidget(made)
        if old is not None:
            self.pane.removeWidget(old)
            old.deleteLater()

    def refresh(self) -> None:
        """The rows were asked for again: what is shown of one as well."""
        if self.pane.isHidden():
            return
        if self._table.current_id() is None and self._table.rows.rowCount():
            self._table.select_id(self._table.rows.id_at(0) or 0)
        again = self.page
        if self._table.current_id() == self.shown_id and again is not None and hasattr(again, "refresh"):
            again.refresh()
        else:
            self.show_current()

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= theme.scaled(self._room.wide)
        high = bool(self._room.high) and self.height() >= theme.scaled(self._room.high)
        across = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if (wide or high) == self.pane.isHidden() or across != self.orientation():
            self._divide(across, shown=wide or high)

    def _divide(self, across: Qt.Orientation, *, shown: bool) -> None:
        """Show the pane at this side, or not at all."""
        self.setOrientation(across)
        self.pane.setVisible(shown)
        beside = shown and across == Qt.Orientation.Horizontal
        self._table.columns.show_few(self._room.few if beside else ())
        self._table.opens_by_click = not shown
        kept = self._desk.settings["divided"].get(self._name())
        fits = isinstance(kept, list) and len(kept) == 2 and all(isinstance(one, int) for one in kept)
        whole = self.width() if beside else self.height()
        shares = kept if fits else self._room.shares
        self.setSizes([whole * share // max(sum(shares), 1) for share in shares])
        if shown:
            QTimer.singleShot(0, self, self.refresh)

    def _name(self) -> str:
        return f"{self._key}-{'beside' if self.orientation() == Qt.Orientation.Horizontal else 'below'}"

    def _keep(self) -> None:
        self._desk.settings.choose(
            "divided", {**self._desk.settings["divided"], self._name(): self.sizes()}
        )  # fmt: skip
