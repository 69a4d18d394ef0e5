"""Entries one reads from above to below: in a column as wide as one reads, the keys on the whole of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amdesk.gui import theme
from amdesk.gui.speaking import say_role
from amdesk.gui.theme import SIZE, SPACE
from amdesk.gui.widgets.layout import scroll
from amdesk.gui.widgets.ring import hold_keys

_INTO = {Qt.Key.Key_Down, Qt.Key.Key_Up}


class ReadingList(QObject):
    """The ``area`` and where its entries go. ``near_end`` asks for more, ``entered`` for the first of them.

    ``title`` (already translated) is what it is called where it is read out, ``within`` the object name of
    what holds the entries.
    """

    near_end = Signal()
    entered = Signal()

    def __init__(self, title: str, *, name: str, within: str) -> None:
        super().__init__()
        held = QWidget()
        held.setObjectName(within)
        held.setMaximumWidth(theme.scaled(SIZE.reading))
        self.rows = QVBoxLayout(held)
        self.rows.setContentsMargins(SPACE.l, 0, SPACE.l, SPACE.xl)
        self.rows.setSpacing(0)
        self.area = scroll(held, name=name)
        say_role(self.area, "List")
        self.area.setAccessibleName(title)
        hold_keys(self.area)
        self.area.verticalScrollBar().valueChanged.connect(self._reach)
        self.area.installEventFilter(self)

    def _reach(self, value: int) -> None:
        bar = self.area.verticalScrollBar()
        if value and value > bar.maximum() - bar.pageStep():
            self.near_end.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down from the whole goes to its first entry."""
        into = isinstance(event, QKeyEvent) and event.key() in _INTO
        if into and event.type() == QEvent.Type.KeyPress:
            self.entered.emit()
            return True
        return super().eventFilter(watched, event)
