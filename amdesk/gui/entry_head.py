"""The first line of an entry: when it was, what it was, what became of its summary; painted in one piece."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from amdesk.gui import show, theme
from amdesk.gui.mirror import visual_rect
from amdesk.gui.speaking import say_role
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets import badge as badges
from amdesk.gui.widgets.badge import Badge
from amdesk.gui.widgets.flow import let_it_break
from amdesk.gui.widgets.labels import tool_tip

_SPARE = 2  # rounding and slanted ends must not cost a last letter


class EntryHead(QWidget):
    """The moment stands out, the facts behind it are quiet, the badge stands at the end.

    Where they do not fit into one line, the facts and the badge stand below the moment. A window full of
    entries has dozens of these words: as widgets of their own they would take most of the time it takes to
    come to a client.
    """

    def __init__(self, when: str, facts: str, badge: Badge) -> None:
        super().__init__()
        say_role(self, "StaticText")
        self._when, self._facts, self._badge = when, facts, badge
        self.setObjectName("entry-head")
        self.setAccessibleName(show.joined(when, facts, badge.text))
        self._strong, self._muted = theme.font("strong"), theme.font("muted")
        metrics = QFontMetrics(self._strong)
        self._badge_size = badges.size(badge)
        self._line = max(metrics.lineSpacing(), self._badge_size.height())
        self._moment = metrics.horizontalAdvance(when) + _SPARE
        told = QFontMetrics(self._muted).horizontalAdvance(facts) + _SPARE
        self._across = self._moment + told + self._badge_size.width() + 2 * SPACE.s
        let_it_break(self)

    def sizeHint(self) -> QSize:
        """All in one line."""
        return QSize(self._across, self._line)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self._moment, 2 * SPACE.xxl), self._line)

    def heightForWidth(self, width: int) -> int:
        return self._line if self._fits(width) else 2 * self._line + SPACE.xs

    def _fits(self, width: int) -> bool:
        return self._across <= width

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A moment that is cut is told whole beside the mouse."""
        super().resizeEvent(event)
        self.setToolTip("" if self._moment <= self.width() else tool_tip(self._when))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = theme.colours(self.palette())
        whole = QRect(0, 0, self.width(), self._line)
        below = whole.translated(0, 0 if self._fits(self.width()) else self._line + SPACE.xs)
        painter.setFont(self._strong)
        painter.setPen(QColor(c.text))
        self._write(painter, whole, self._when)
        size = self._badge_size
        box = QRect(whole.width() - size.width(), 0, size.width(), size.height())
        box.moveTop(below.top() + (self._line - size.height()) // 2)
        direction = self.layoutDirection()
        badges.paint(painter, visual_rect(direction, whole, box), self._badge, direction=direction, colours=c)
        painter.setFont(self._muted)
        painter.setPen(QColor(c.muted))
        begins = self._moment + SPACE.s if below.top() == 0 else 0
        self._write(
            painter, QRect(begins, below.top(), box.left() - SPACE.s - begins, self._line), self._facts
        )
        painter.end()

    def _write(self, painter: QPainter, room: QRect, text: str) -> None:
        """Words of the program in a room that is given as one reads from left to right."""
        direction = self.layoutDirection()
        painter.setLayoutDirection(direction)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        flags = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        whole = QRect(0, room.top(), self.width(), room.height())
        painter.drawText(visual_rect(direction, whole, room), int(flags), shown)
