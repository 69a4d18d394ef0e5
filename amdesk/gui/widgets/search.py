"""The search field above a list: filters as one types, and hands the arrow keys to the list."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QSizePolicy

from amdesk.gui import icons, theme
from amdesk.gui.colours import Colours
from amdesk.gui.commands import COMMANDS
from amdesk.gui.theme import SIZE, SPACE
from amdesk.gui.widgets import keycaps
from amdesk.gui.widgets.fields import LineField


class SearchField(LineField):
    """A line with a glass; Escape empties it, then leaves it; Down and Enter go to what was found."""

    down_pressed = Signal()
    entered = Signal()

    def __init__(self, *, name: str, accessible: str, placeholder: str, is_first: bool = False) -> None:
        """``is_first``, it has the keys when its page is opened: Escape leaves both at once."""
        super().__init__(name=name, accessible=accessible, placeholder=placeholder)
        self._is_first = is_first
        self._rtl = QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        room = SIZE.icon + SPACE.s
        self.setTextMargins(0 if self._rtl else room, 0, room if self._rtl else 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for the words that say what can be looked for."""
        words = self.fontMetrics().horizontalAdvance(self.placeholderText())
        room = words + SIZE.icon + 4 * SPACE.s
        return QSize(max(SPACE.xxl * 7, room), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The glass stays at the window's leading edge, whichever way the text turns the field."""
        super().paintEvent(event)
        x = self.width() - SPACE.s - SIZE.icon if self._rtl else SPACE.s
        painter = QPainter(self)
        glass = QRect(x, (self.height() - SIZE.icon) // 2, SIZE.icon, SIZE.icon)
        c = theme.colours(self.palette())
        icons.paint(painter, glass, "search", c.faint)
        if not self.hasFocus() and not self.text():
            self._paint_keys(painter, c)
        painter.end()

    def _paint_keys(self, painter: QPainter, c: Colours) -> None:
        """The keys that lead here, at the trailing end, where the words leave them room."""
        keys = COMMANDS["edit.find"].shortcut
        room = keycaps.size(keys)
        words = self.fontMetrics().horizontalAdvance(self.placeholderText()) + SIZE.icon + 4 * SPACE.s
        if words + room.width() + SPACE.s <= self.width():
            x = SPACE.s if self._rtl else self.width() - SPACE.s - room.width()
            at = QPoint(x, (self.height() - room.height()) // 2)
            keycaps.paint(painter, QRect(at, room), keys, colours=c)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif key == Qt.Key.Key_Escape:
            self._leave(event)
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_PageDown}:
            self.down_pressed.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _leave(self, event: QKeyEvent) -> None:
        """On to the list; where there is none to go to, the page is left."""
        if not self._is_first:
            self.down_pressed.emit()
        if self.hasFocus():
            super().keyPressEvent(event)
