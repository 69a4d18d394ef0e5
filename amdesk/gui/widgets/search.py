"""The search field above a list: filters as one types, and hands the arrow keys to the list."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from amdesk.gui import icons, theme
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.fields import LineField


class SearchField(LineField):
    """A line with a glass; Escape empties it, Down and Enter go to what was found."""

    down_pressed = Signal()
    entered = Signal()

    def __init__(self, *, name: str, accessible: str, placeholder: str) -> None:
        super().__init__(name=name, accessible=accessible, placeholder=placeholder)
        self.addAction(
            icons.icon("search", theme.Role.PlaceholderText), QLineEdit.ActionPosition.LeadingPosition
        )
        self.setMinimumWidth(SPACE.xxl * 3)
        self.setMaximumWidth(SPACE.xxl * 7)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(SPACE.xxl * 7, super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_PageDown}:
            self.down_pressed.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        else:
            super().keyPressEvent(event)
