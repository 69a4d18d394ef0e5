"""Painting a line of the palette: picture, name, what it is or where, and its keys or its kind at the end."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from amdesk.gui import icons, show, theme
from amdesk.gui.colours import Colours
from amdesk.gui.delegates import draw_text
from amdesk.gui.mirror import visual_rect
from amdesk.gui.palette_items import KINDS, Item
from amdesk.gui.theme import RADIUS, SIZE, SPACE
from amdesk.gui.widgets import keycaps
from amdesk.i18n.catalog import _

ITEM_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_State = QStyle.StateFlag
_LEAST_DETAIL = SPACE.xxl


class ItemDelegate(QStyledItemDelegate):
    """Paints the ``Item`` of an index; mirrored with the window."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(SIZE.row, theme.scaled(SIZE.row + SPACE.xs))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        item = index.data(ITEM_ROLE)
        if not isinstance(item, Item):
            return
        c = theme.colours(option.palette)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _ground(painter, option, c)
        inner = option.rect.adjusted(SPACE.m, 0, -SPACE.m, 0)
        self._paint(painter, inner, item, option.direction, c)
        painter.restore()

    def _paint(
        self, painter: QPainter, rect: QRect, item: Item, direction: Qt.LayoutDirection, c: Colours
    ) -> None:
        square = QRect(rect.left(), rect.center().y() - SIZE.icon // 2 + 1, SIZE.icon, SIZE.icon)
        if item.icon:
            icons.paint(painter, visual_rect(direction, rect, square), item.icon, c.muted)
        room = rect.adjusted(SIZE.icon + SPACE.m, 0, 0, 0)
        room.setWidth(room.width() - self._paint_end(painter, rect, item, direction, c) - SPACE.m)
        title = QFontMetrics(theme.font("body")).horizontalAdvance(item.title) + 2
        words = QRect(room.left(), room.top(), min(title, room.width()), room.height())
        painter.setFont(theme.font("body"))
        painter.setPen(QColor(c.text))
        draw_text(painter, visual_rect(direction, rect, words), item.title, direction)
        rest = QRect(
            words.right() + SPACE.m, room.top(), room.right() - words.right() - SPACE.m, room.height()
        )
        if item.detail and rest.width() > _LEAST_DETAIL:
            painter.setFont(theme.font("caption"))
            painter.setPen(QColor(c.muted))
            detail = show.joined(*map(show.apart, item.detail))
            draw_text(painter, visual_rect(direction, rect, rest), detail, direction)

    def _paint_end(
        self, painter: QPainter, rect: QRect, item: Item, direction: Qt.LayoutDirection, c: Colours
    ) -> int:
        """The keys of a command, the kind of everything else; the room it took."""
        if item.shortcut:
            size = keycaps.size(item.shortcut)
            box = QRect(rect.right() - size.width(), rect.center().y() - size.height() // 2 + 1, 0, 0)
            box.setSize(size)
            keycaps.paint(painter, visual_rect(direction, rect, box), item.shortcut, colours=c)
            return size.width()
        if item.kind == "command":
            return 0
        words = _(KINDS[item.kind])
        painter.setFont(theme.font("caption"))
        painter.setPen(QColor(c.muted))
        width = painter.fontMetrics().horizontalAdvance(words) + 2
        box = QRect(rect.right() - width, rect.top(), width, rect.height())
        draw_text(painter, visual_rect(direction, rect, box), words, direction)
        return width


def _ground(painter: QPainter, option: QStyleOptionViewItem, c: Colours) -> None:
    """A rounded ground under the line one stands on, a fainter one under the mouse."""
    state = option.state
    fill = c.selected if state & _State.State_Selected else c.hover if state & _State.State_MouseOver else ""
    if fill:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(option.rect, RADIUS.m, RADIUS.m)
