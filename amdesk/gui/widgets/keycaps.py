"""Keys drawn as on a keyboard: a small cap each, in the order they are pressed in every language."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from amdesk.gui import theme
from amdesk.gui.colours import Colours
from amdesk.gui.keys import keys_text
from amdesk.gui.theme import RADIUS, SPACE

_HEIGHT = 20
_PLUS = "+"


def caps(keys: str) -> list[str]:
    """The keys of one press: Ctrl, Shift, Z; the sign + is a key as well."""
    shown = keys_text(keys) or keys
    return [one for one in shown.rstrip(_PLUS).split(_PLUS) if one] + (
        [_PLUS] if shown.endswith(_PLUS) else []
    )


def size(keys: str) -> QSize:
    """How much room they take."""
    widths = _widths(caps(keys))
    return QSize(sum(widths) + SPACE.xs * (len(widths) - 1), theme.scaled(_HEIGHT))


def paint(painter: QPainter, rect: QRect, keys: str, *, colours: Colours) -> None:
    """Draw the keys from the left of a place, as they stand on a keyboard."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(theme.font("caption"))
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # > is not turned round on a key
    shown, x = caps(keys), rect.left()
    for words, width in zip(shown, _widths(shown), strict=True):
        cap = QRect(x, rect.top(), width, rect.height())
        painter.setPen(QColor(colours.edge))
        painter.setBrush(QColor(colours.side))
        painter.drawRoundedRect(QRectF(cap).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS.s, RADIUS.s)
        painter.setPen(QColor(colours.muted))
        painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), words)
        x += width + SPACE.xs
    painter.restore()


def _widths(words: Sequence[str]) -> list[int]:
    metrics, high = QFontMetrics(theme.font("caption")), theme.scaled(_HEIGHT)
    return [max(metrics.horizontalAdvance(one) + SPACE.m, high) for one in words]


class KeyCaps(QWidget):
    """Keys standing on a page."""

    def __init__(self, keys: str, *, name: str) -> None:
        super().__init__()
        self._keys = keys
        self.setObjectName(name)
        self.setAccessibleName(keys_text(keys) or keys)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return size(self._keys)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint(painter, self.rect(), self._keys, colours=theme.colours(self.palette()))
        painter.end()
