"""A choice that needs a sentence: a picture, what it does, and what comes of it, in one large button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from amdesk.gui import icons, theme
from amdesk.gui.colours import Colours
from amdesk.gui.mirror import visual_rect
from amdesk.gui.theme import RADIUS, RING, SIZE, SPACE

_WRAPPED = int(Qt.AlignmentFlag.AlignLeading) | int(Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
_PLAIN = int(Qt.AlignmentFlag.AlignLeading) | int(Qt.AlignmentFlag.AlignTop)


class ChoiceCard(QAbstractButton):
    """One of a few ways on; words are already translated."""

    def __init__(self, title: str, text: str, *, icon: str, name: str, run: Callable[[], object]) -> None:
        super().__init__()
        self._icon, self._said = icon, text
        self.setText(title)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._strong, self._quiet = theme.font("strong"), theme.font("caption")
        self.clicked.connect(lambda *_: run())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """The sentence breaks where the room ends."""
        return self._title_height() + self._text_rect(width).height() + 2 * SPACE.m + SPACE.xs

    def sizeHint(self) -> QSize:
        width = theme.scaled(SIZE.form)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        words = QFontMetrics(self._strong).horizontalAdvance(self.text())
        return QSize(words + 3 * SPACE.l + SIZE.icon, self.sizeHint().height())

    def _title_height(self) -> int:
        return QFontMetrics(self._strong).height()

    def _text_rect(self, width: int) -> QRect:
        room = QRect(0, 0, max(width - 3 * SPACE.l - SIZE.icon, 1), 10_000)
        return QFontMetrics(self._quiet).boundingRect(room, _WRAPPED, self._said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes it as Space does: there is no other button that it could mean."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        c = theme.colours(self.palette())
        self._paint_ground(painter, c)
        turned = self.layoutDirection()
        inner = self.rect().adjusted(SPACE.l, SPACE.m, -SPACE.l, -SPACE.m)
        high = self._title_height()
        square = QRect(inner.left(), inner.top() + (high - SIZE.icon) // 2, SIZE.icon, SIZE.icon)
        icons.paint(painter, visual_rect(turned, inner, square), self._icon, c.accent)
        words = visual_rect(turned, inner, inner.adjusted(SIZE.icon + SPACE.l, 0, 0, 0))
        painter.setLayoutDirection(turned)
        painter.setPen(QColor(c.text))
        painter.setFont(self._strong)
        painter.drawText(words, _PLAIN, self.text())
        painter.setPen(QColor(c.muted))
        painter.setFont(self._quiet)
        painter.drawText(words.adjusted(0, high + SPACE.xs, 0, 0), _WRAPPED, self._said)
        painter.end()

    def _paint_ground(self, painter: QPainter, c: Colours) -> None:
        ring = RING if self.hasFocus() else 1
        painter.setPen(QPen(QColor(c.focus if self.hasFocus() else c.edge), ring))
        painter.setBrush(QColor(c.pressed if self.isDown() else c.hover if self.underMouse() else c.raised))
        half = ring / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), RADIUS.l, RADIUS.l)
