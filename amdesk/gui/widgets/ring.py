"""The line around what has the keys: painted by what paints itself, laid above what scrolls."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from amdesk.gui import theme
from amdesk.gui.theme import RADIUS, RING

_USED = "keys_used"
_BY_TAB = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}


def note_use(window: QWidget, *, by_keys: bool) -> None:
    """Note what a window was last used by."""
    if window.property(_USED) != by_keys:
        window.setProperty(_USED, by_keys)


def by_keys(window: QWidget) -> bool:
    """Whether what a window was last used by was the keys."""
    return bool(window.property(_USED))


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
    """Lies above an area while that has the keys itself: a frame of its own would move what it holds.

    So large a line is for whoever uses the keys: who came by the mouse sees it at the first key.
    """

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self.setObjectName("ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        area.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(event, QFocusEvent):
            if event.reason() in _BY_TAB or by_keys(self.window()):
                self._come()
        elif event.type() == QEvent.Type.KeyPress and QApplication.focusWidget() is self._area:
            self._come()
        elif event.type() == QEvent.Type.FocusOut:
            self.hide()
        elif event.type() == QEvent.Type.Resize:
            self.setGeometry(self._area.rect())
        return super().eventFilter(watched, event)

    def _come(self) -> None:
        self.setGeometry(self._area.rect())
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_ring(painter, self)
        painter.end()


def hold_keys(area: QAbstractScrollArea) -> None:
    """Let an area be scrolled by keys, and show that it has them."""
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    Ring(area)
