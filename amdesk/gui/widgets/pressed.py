"""Something that a click of the mouse acts on, as a button beside it does for the keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget


class Pressed(QWidget):
    """Holds the part; its labels let the mouse through."""

    def __init__(self, part: QWidget, run: Callable[[], object], *, name: str) -> None:
        super().__init__()
        self._run = run
        self.setObjectName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(part)
        labels = [part] if isinstance(part, QLabel) else part.findChildren(QLabel)
        for text in labels:
            text.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._run()
