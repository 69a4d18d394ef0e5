"""The header of a list: quiet titles, an arrow at the sorted one; edges and titles can be dragged."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QStyle

from amdesk.gui import icons, theme
from amdesk.gui.delegates import draw_text
from amdesk.gui.rows import Rows
from amdesk.gui.theme import SIZE, SPACE


class Header(QHeaderView):
    """``arranged`` tells that the person has moved or widened columns, ``menu_asked`` where a menu opens."""

    arranged = Signal()
    menu_asked = Signal(QPoint)

    def __init__(self, rows: Rows[Any], *, name: str) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.rows = rows
        self._held = self._moved = False
        self.setObjectName(name)
        self.setFont(theme.font("section"))
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setMinimumSectionSize(SPACE.xxl + SPACE.l)
        self.setFixedHeight(theme.scaled(SIZE.row))
        self.sectionResized.connect(self._give_and_take)
        self.sectionMoved.connect(lambda *_: self._note())

    def visible(self) -> list[int]:
        """The columns shown, as one reads them."""
        order = (self.logicalIndex(place) for place in range(self.count()))
        return [section for section in order if not self.isSectionHidden(section)]

    def words_width(self, section: int) -> int:
        """How much room a title takes, with what is kept free on both sides of it."""
        words = str(self.rows.headerData(section, Qt.Orientation.Horizontal))
        return self.fontMetrics().horizontalAdvance(words) + 2 * SPACE.s

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        c = theme.colours(self.palette())
        column = self.rows.columns[section]
        words = str(self.rows.headerData(section, Qt.Orientation.Horizontal))
        painter.save()
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(c.line))
        inner = rect.adjusted(SPACE.s, 0, -SPACE.s, 0)
        sorted_by = column.sort and column.sort == self.rows.order[0]
        room = inner.adjusted(0, 0, -(SPACE.m + SPACE.xs) if sorted_by else 0, 0)
        painter.setPen(QColor(c.muted))
        painter.setFont(self.font())
        figures = column.align == "figures"
        turned = self.layoutDirection()
        draw_text(painter, QStyle.visualRect(turned, inner, room), words, turned, figures=figures)
        if sorted_by:
            used = min(painter.fontMetrics().horizontalAdvance(words), room.width())
            x = inner.left() + used + SPACE.xs
            square = QRect(x, inner.center().y() - SPACE.m // 2 + 1, SPACE.m, SPACE.m)
            square = QStyle.visualRect(turned, inner, square)
            icons.paint(painter, square, "down_arrow" if self.rows.order[1] else "up", c.muted)
        painter.restore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._held, self._moved = True, False
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        moved, self._held, self._moved = self._moved, False, False
        if moved:
            self.arranged.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_asked.emit(event.globalPos())

    def _note(self) -> None:
        self._moved = self._moved or self._held

    def _give_and_take(self, section: int, old: int, new: int) -> None:
        """What one column gains under the mouse the next one gives: the list stays as wide as it is."""
        if not self._held or not old or not new:
            return
        self._note()
        order = self.visible()
        after = order[order.index(section) + 1 :] if section in order else []
        self._held = False
        if after:
            size = self.sectionSize(after[0]) - (new - old)
            least = max(size, self.minimumSectionSize())
            self.resizeSection(after[0], least)
            self.resizeSection(section, new - (least - size))
        else:
            self.resizeSection(section, old)
        self._held = True
