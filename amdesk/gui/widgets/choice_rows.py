"""The open list of a picker: lines of one height in every script, a tick at the choice that holds."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QComboBox, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from amdesk.gui import icons, theme
from amdesk.gui.mirror import visual_rect
from amdesk.gui.theme import RADIUS, SIZE, SPACE
from amdesk.gui.widgets.labels import reading_direction

_SPARE = SPACE.s + SIZE.icon + 3 * SPACE.xs  # what stands before the words, and the tick behind them
_UNDER = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver


class ChoiceRows(QStyledItemDelegate):
    """Paints the choices of a picker; mirrored with the window."""

    def __init__(self, picker: QComboBox) -> None:
        super().__init__(picker)
        self._picker = picker

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        words = option.fontMetrics.horizontalAdvance(str(index.data(Qt.ItemDataRole.DisplayRole)))
        return QSize(words + _SPARE, theme.scaled(SIZE.compact_row))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        c = theme.colours(option.palette)
        direction = self._picker.layoutDirection()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & _UNDER:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(c.selected))
            painter.drawRoundedRect(option.rect, RADIUS.s, RADIUS.s)
        room = option.rect.adjusted(SPACE.s, 0, -SPACE.xs, 0)
        tick = QRect(room.right() - SIZE.icon, room.center().y() - SIZE.icon // 2, SIZE.icon, SIZE.icon)
        if index.row() == self._picker.currentIndex():
            icons.paint(painter, visual_rect(direction, option.rect, tick), "done", c.accent)
        words = room.adjusted(0, 0, -SIZE.icon - SPACE.xs, 0)
        painter.setFont(self._picker.font())
        painter.setPen(QColor(c.text))
        said = str(index.data(Qt.ItemDataRole.DisplayRole))
        painter.setLayoutDirection(reading_direction(said, direction))
        rtl = direction == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        shown = painter.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(visual_rect(direction, option.rect, words), int(flags), shown)
        painter.restore()
