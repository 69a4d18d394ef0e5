"""Painting a cell: ground, hairline, icon, one or two lines of text, badges; mirrored with the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QTextLayout, QTextLine, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from amdesk.gui import icons, theme
from amdesk.gui.colours import Colours
from amdesk.gui.rows import CELL_ROLE, Align, Cell
from amdesk.gui.theme import SIZE, SPACE
from amdesk.gui.widgets import badge as badges
from amdesk.gui.widgets.badge import Badge
from amdesk.gui.widgets.labels import reading_direction

State = QStyle.StateFlag
_MARK = 3
_LINE = 20
_ENOUGH = 0.6  # of a column, for words beside badges
_QUIET = {"quiet", "info", "good"}


class CellDelegate(QStyledItemDelegate):
    """Paints the ``Cell`` of an index; knows the alignment of its column and whether the name stands out.

    ``compact``, the second line stands behind the first. ``leads`` says which column stands first, ``held``
    which row the keys are on, chosen or not.
    """

    def __init__(
        self,
        align: Align = "leading",
        *,
        strong: bool = False,
        tall: bool = False,
        wraps: bool = False,
        hovered: Callable[[], int] = lambda: -1,
        leads: Callable[[], int] = lambda: 0,
        held: Callable[[], int] = lambda: -1,
    ) -> None:
        super().__init__()
        self.compact = False
        self._hovered = hovered
        self._leads, self._held = leads, held
        self._align = align
        self._font = theme.font("strong" if strong else "body")
        self._metrics = QFontMetrics(self._font)
        self._quiet = theme.font("caption")
        self._tall, self._wraps = tall, wraps

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(SIZE.tall_row, theme.row_height(compact=self.compact, tall=self._tall))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        cell = index.data(CELL_ROLE)
        if not isinstance(cell, Cell):
            return
        c = theme.colours(option.palette)
        painter.save()
        over = index.row() == self._hovered()
        paint_ground(painter, option, c, hovered=over)
        if index.column() == self._leads():
            paint_mark(painter, option, c, held=index.row() == self._held())
        inner = option.rect.adjusted(SPACE.s, 0, -SPACE.s, 0)
        chosen = option.state & State.State_Selected
        self._paint_cell(painter, inner, cell, option.direction, c.chosen() if chosen else c)
        painter.restore()

    def _paint_cell(
        self, painter: QPainter, rect: QRect, cell: Cell, direction: Qt.LayoutDirection, c: Colours
    ) -> None:
        ink = c.tone(cell.tone).ink if cell.tone else c.text
        if cell.icon:
            square = QRect(rect.left(), rect.center().y() - SIZE.icon // 2 + 1, SIZE.icon, SIZE.icon)
            icons.paint(
                painter, QStyle.visualRect(direction, rect, square), cell.icon, ink if cell.tone else c.muted
            )
            rect = QStyle.visualRect(direction, rect, rect.adjusted(SIZE.icon + SPACE.s, 0, 0, 0))
        if self._wraps and not cell.badges:
            painter.setFont(self._font)
            painter.setPen(QColor(ink))
            draw_lines(painter, rect, cell.text, direction)
            return
        if not cell.detail:
            self._paint_line(painter, rect, cell, direction, c, ink)
            return
        if self.compact:
            used = self._paint_line(painter, rect, cell, direction, c, ink)
            self._paint_behind(painter, rect, cell, direction, c, used)
            return
        middle = rect.center().y()
        line = theme.scaled(_LINE)
        above = QRect(rect.left(), middle - line, rect.width(), line)
        below = QRect(rect.left(), middle + 1, rect.width(), line)
        self._paint_line(painter, above, cell, direction, c, ink)
        painter.setFont(self._quiet)
        painter.setPen(_quiet_ink(cell, c))
        draw_text(painter, below, cell.detail, direction, figures=self._align == "figures")

    def _paint_behind(
        self,
        painter: QPainter,
        rect: QRect,
        cell: Cell,
        direction: Qt.LayoutDirection,
        c: Colours,
        used: int,
    ) -> None:
        """The second line behind the first, where there is room for more than a few letters of it."""
        room = rect.adjusted(used + SPACE.s, 0, 0, 0)
        if room.width() < SPACE.xxl:
            return
        painter.setFont(self._quiet)
        painter.setPen(_quiet_ink(cell, c))
        draw_text(painter, QStyle.visualRect(direction, rect, room), cell.detail, direction)

    def _paint_line(
        self,
        painter: QPainter,
        rect: QRect,
        cell: Cell,
        direction: Qt.LayoutDirection,
        c: Colours,
        ink: str,
    ) -> int:
        """The text and, right behind it, its badges; badges keep their room, the text is cut.

        Returns how much of the line they take.
        """
        shown = self._shown(cell, rect.width())
        sizes = [badges.size(badge) for badge in shown]
        room = sum(size.width() + SPACE.s for size in sizes) - (0 if cell.text or not sizes else SPACE.s)
        painter.setFont(self._font)
        painter.setPen(QColor(ink))
        words = rect.adjusted(0, 0, -room, 0)
        used = min(_width(self._metrics, cell.text), words.width()) if cell.text else -SPACE.s
        if self._align == "leading" and sizes:
            words.setWidth(used)
        words = QStyle.visualRect(direction, rect, words)
        code = Qt.LayoutDirection.LeftToRight if cell.code else None
        draw_text(painter, words, cell.text, direction, figures=self._align == "figures", written=code)
        x = rect.left() + used + SPACE.s
        for badge, size in zip(shown, sizes, strict=True):
            wide = min(size.width(), rect.left() + rect.width() - x)  # a narrow column cuts it
            if wide < min(size.width(), SPACE.xl):
                break
            box = QRect(x, rect.center().y() - size.height() // 2 + 1, wide, size.height())
            badges.paint(
                painter, QStyle.visualRect(direction, rect, box), badge, direction=direction, colours=c
            )
            x += size.width() + SPACE.s
        return max(x - rect.left() - SPACE.s, 0)

    def _shown(self, cell: Cell, room: int) -> Sequence[Badge]:
        """The badges there is room for: those that warn of nothing give way to words cut to bits."""
        taken = sum(badges.size(badge).width() + SPACE.s for badge in cell.badges)
        left = room - taken
        if not cell.text or left >= min(_width(self._metrics, cell.text), room * _ENOUGH):
            return cell.badges
        return [badge for badge in cell.badges if badge.tone not in _QUIET]


def _quiet_ink(cell: Cell, c: Colours) -> QColor:
    return QColor(c.tone(cell.detail_tone).ink if cell.detail_tone else c.muted)


def _width(font: QFontMetrics, text: str) -> int:
    """The room a text takes: rounding and slanted ends must not cost its last letter."""
    return font.horizontalAdvance(text) + 2


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, c: Colours, *, hovered: bool) -> None:
    """The ground of a row: selected, under the mouse, or plain; a hairline below."""
    rect = option.rect
    if option.state & State.State_Selected:
        painter.fillRect(rect, QColor(c.selected))
    elif hovered:
        painter.fillRect(rect, QColor(c.hover))
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(c.line))


def paint_mark(painter: QPainter, option: QStyleOptionViewItem, c: Colours, *, held: bool) -> None:
    """A mark where a row begins that is chosen, or has the keys though nothing is chosen yet."""
    rect = option.rect
    chosen = option.state & State.State_Selected
    if (chosen or held) and option.state & State.State_Active:
        mark = QRect(rect.left(), rect.top(), _MARK, rect.height())
        painter.fillRect(QStyle.visualRect(option.direction, rect, mark), QColor(c.accent))


def draw_text(
    painter: QPainter,
    rect: QRect,
    text: str,
    anchor: Qt.LayoutDirection,
    *,
    figures: bool = False,
    written: Qt.LayoutDirection | None = None,
) -> None:
    """One line of the person's text in its own direction or as it is ``written``, cut where it does not fit.

    It stands at the edge where lines of the direction ``anchor`` begin; ``figures`` stand at the right in any
    direction, for they are written from left to right everywhere and their last digits belong together.
    """
    from_right = figures or anchor == Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if from_right else Qt.AlignmentFlag.AlignLeft
    flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    painter.setLayoutDirection(reading_direction(text, anchor) if written is None else written)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, int(flags) | int(Qt.TextFlag.TextSingleLine), shown)


def draw_lines(painter: QPainter, rect: QRect, text: str, anchor: Qt.LayoutDirection) -> None:
    """Words in as many lines as there is room for, in their own direction; only the last of them is cut."""
    side = (
        Qt.AlignmentFlag.AlignRight
        if anchor == Qt.LayoutDirection.RightToLeft
        else Qt.AlignmentFlag.AlignLeft
    )
    option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
    written = reading_direction(text, anchor)
    option.setTextDirection(written)
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    laid = QTextLayout(text, painter.font(), painter.device())
    laid.setTextOption(option)
    high = painter.fontMetrics().lineSpacing()
    most = max(rect.height() // high, 1)
    laid.beginLayout()
    lines: list[QTextLine] = []
    while len(lines) <= most and (line := laid.createLine()).isValid():
        line.setLineWidth(rect.width())
        line.setPosition(QPointF(0, high * len(lines)))
        lines.append(line)
    laid.endLayout()
    top = rect.top() + (rect.height() - high * min(len(lines), most)) // 2
    whole = lines if len(lines) <= most else lines[: most - 1]
    for line in whole:
        line.draw(painter, QPointF(rect.left(), top))
    if whole is not lines:
        last = QRect(rect.left(), top + high * (most - 1), rect.width(), high)
        draw_text(painter, last, text[lines[most - 1].textStart() :], anchor, written=written)
