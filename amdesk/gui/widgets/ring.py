"""The line around what has the keys: painted by what paints itself, laid above what scrolls."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from amdesk.gui import theme
from amdesk.gui.theme import RADIUS, RING


def paint_ring(painter: QPainter, widget: QWidget, *, around: QRectF | None = None) -> None:
    """The line just within a widget, or within a part of it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.colours(widget.palette()).focus), RING))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = RING / 2
    room = QRectF(widget.rect()) if around is None else around
    painter.drawRoundedRect(room.adjusted(half, half, -half, -half), RADIUS.s, RADIUS.s)
    painter.restore()


class Ring(QWidget):
    """Lies above an area while that has the keys itself, and where ``needed`` says that nothing in it shows
    them. The area's own frame would move what it holds.
    """

    def __init__(self, area: QAbstractScrollArea, *, needed: Callable[[], bool] = lambda: True) -> None:
        super().__init__(area)
        self._area, self._needed = area, needed
        self.setObjectName("ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        area.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and self._needed():
            self.setGeometry(self._area.rect())
            self.raise_()
            self.show()
        elif event.type() == QEvent.Type.FocusOut:
            self.hide()
        elif event.type() == QEvent.Type.Resize:
            self.setGeometry(self._area.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_ring(painter, self)
        painter.end()


def hold_keys(area: QAbstractScrollArea) -> None:
    """Let an area be scrolled by keys, and show that it has them."""
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    Ring(area)
