"""One value of two that can stay: its words, wrapped, and a mark that says whether it is chosen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy

from amdesk.gui import theme
from amdesk.gui.mirror import visual_rect
from amdesk.gui.theme import RADIUS, RING, SIZE, SPACE
from amdesk.gui.widgets.labels import SHORT, reading_direction

_MOST_LINES = 6
_WRAPPED = int(Qt.AlignmentFlag.AlignLeading) | int(Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)


class ValueChoice(QRadioButton):
    """``value`` is what it stands for; space or a click chooses it, arrows go to the one beside it."""

    def __init__(
        self, text: str, value: str, *, name: str, accessible: str, run: Callable[[str], object]
    ) -> None:
        super().__init__()
        self.value, self._said = value, text
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.toggled.connect(lambda on: run(value) if on else None)

    def hitButton(self, _at: QPoint) -> bool:
        """All of it can be clicked, not only the mark."""
        return True

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as the words need, up to what is read at a glance."""
        metrics = QFontMetrics(self.font())
        room = QRect(0, 0, max(width - 3 * SPACE.m - SIZE.icon, 1), metrics.lineSpacing() * _MOST_LINES)
        needed = metrics.boundingRect(room, _WRAPPED, self._said or " ").height()
        return min(needed, room.height()) + 2 * SPACE.s

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(SPACE.xxl * 2, self.heightForWidth(max(self.width(), 1)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        c = theme.colours(self.palette())
        is_chosen = self.isChecked()
        ring = RING if self.hasFocus() else 1
        painter.setPen(QPen(QColor(c.focus if self.hasFocus() else c.accent if is_chosen else c.edge), ring))
        painter.setBrush(QColor(c.hover if self.underMouse() else c.raised))
        half = ring / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), RADIUS.m, RADIUS.m)
        inner = self.rect().adjusted(SPACE.m, SPACE.s, -SPACE.m, -SPACE.s)
        self._paint_mark(painter, inner)
        words = visual_rect(self.layoutDirection(), inner, inner.adjusted(SIZE.icon + SPACE.m, 0, 0, 0))
        painter.setPen(QColor(c.text if is_chosen else c.muted))
        painter.setLayoutDirection(reading_direction(self._said, self.layoutDirection()))
        painter.setClipRect(words)
        from_right = self._begins(words.width()) == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if from_right else Qt.AlignmentFlag.AlignLeft
        how = int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop)
        painter.drawText(words, how | int(Qt.TextFlag.TextWordWrap), self._said)
        painter.end()

    def _begins(self, width: int) -> Qt.LayoutDirection:
        """A line or two stand where the window's lines begin, more where their own do, as elsewhere."""
        metrics = QFontMetrics(self.font())
        needed = metrics.boundingRect(QRect(0, 0, width, 10_000), _WRAPPED, self._said).height()
        is_short = needed <= SHORT * metrics.lineSpacing() + SPACE.xs
        return self.layoutDirection() if is_short else reading_direction(self._said, self.layoutDirection())

    def _paint_mark(self, painter: QPainter, inner: QRect) -> None:
        """A ring, filled where it is chosen."""
        c = theme.colours(self.palette())
        high = QFontMetrics(self.font()).height()
        wide = SIZE.icon - SPACE.xs
        square = QRect(inner.left(), inner.top() + (high - wide) // 2, wide, wide)
        round_ = QRectF(visual_rect(self.layoutDirection(), inner, square)).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(c.accent if self.isChecked() else c.muted), RING))
        painter.setBrush(QColor(c.raised))
        painter.drawEllipse(round_)
        if self.isChecked():
            inset = round_.width() / 4
            painter.setBrush(QColor(c.accent))
            painter.drawEllipse(round_.adjusted(inset, inset, -inset, -inset))
