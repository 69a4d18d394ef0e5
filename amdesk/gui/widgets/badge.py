"""A badge: one or two words on a tinted ground, the same in a list as on a page."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from amdesk.gui import icons, theme
from amdesk.gui.colours import Colours
from amdesk.gui.theme import RADIUS, SPACE, ToneName

_HEIGHT = 20
_ICON = 12


@dataclass(frozen=True, slots=True)
class Badge:
    """What a badge says (already translated), in which tone, with which picture before it.

    Without words it is the picture alone, on no ground.
    """

    text: str
    tone: ToneName = "quiet"
    icon: str = ""


def size(badge: Badge) -> QSize:
    """How much room a badge takes."""
    words = QFontMetrics(theme.font("caption")).horizontalAdvance(badge.text)
    picture = _ICON + SPACE.xs if badge.icon else 0
    if not badge.text:
        return QSize(_ICON, theme.scaled(_HEIGHT))
    return QSize(words + picture + 2 * SPACE.s, theme.scaled(_HEIGHT))


def paint(
    painter: QPainter, rect: QRect, badge: Badge, *, direction: Qt.LayoutDirection, colours: Colours
) -> None:
    """Draw a badge into its room."""
    tone = colours.tone(badge.tone)
    if not badge.text:
        square = QRect(rect.left(), rect.top() + (rect.height() - _ICON) // 2, _ICON, _ICON)
        icons.paint(painter, square, badge.icon, colours.faint)
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(tone.ink) if colours.lined else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tone.fill))
    half = 0.5 if colours.lined else 0.0  # a line stands in the middle of its width
    painter.drawRoundedRect(QRectF(rect).adjusted(half, half, -half, -half), RADIUS.s, RADIUS.s)
    inner = rect.adjusted(SPACE.s, 0, -SPACE.s, 0)
    rtl = direction == Qt.LayoutDirection.RightToLeft
    if badge.icon:
        x = inner.right() - _ICON + 1 if rtl else inner.left()
        y = inner.top() + (inner.height() - _ICON) // 2
        icons.paint(painter, QRect(x, y, _ICON, _ICON), badge.icon, tone.ink)
        room = _ICON + SPACE.xs
        inner = inner.adjusted(0, 0, -room, 0) if rtl else inner.adjusted(room, 0, 0, 0)
    painter.setPen(QColor(tone.ink))
    painter.setFont(theme.font("caption"))
    painter.setLayoutDirection(direction)
    words = badge.text
    if rect.width() < size(badge).width():
        words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, inner.width())
    painter.drawText(inner, int(Qt.AlignmentFlag.AlignCenter), words)
    painter.restore()


class BadgeLabel(QLabel):
    """A badge standing on a page."""

    def __init__(self, badge: Badge, *, name: str, on_tint: bool = False) -> None:
        """On a tinted ground, as a chosen row is, its own tint would be lost."""
        super().__init__()
        self._on_tint = on_tint
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.badge = badge
        self.setObjectName(name)
        self.setAccessibleName(badge.text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_badge(self, badge: Badge) -> None:
        """Say something else."""
        self.badge = badge
        self.setAccessibleName(badge.text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return size(self.badge)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = theme.colours(self.palette())
        c = c.chosen() if self._on_tint else c
        paint(painter, self.rect(), self.badge, direction=self.layoutDirection(), colours=c)
        painter.end()
