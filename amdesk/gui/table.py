"""The list: a table of rows that opens by a click or Enter, and keeps its place when asked again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QTableView

from amdesk.gui import icons, theme
from amdesk.gui.delegates import CellDelegate, draw_text
from amdesk.gui.rows import Rows
from amdesk.gui.theme import SIZE, SPACE

# How much of a list its columns of fixed width may take.
_MOST_FIXED = 0.75


class _Header(QHeaderView):
    """Titles in quiet type; the column the rows are sorted by carries an arrow behind its title."""

    def __init__(self, rows: Rows[Any], *, name: str) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._rows = rows
        self.setObjectName(name)
        self.setFont(theme.font("section"))
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setMinimumSectionSize(SPACE.xxl)
        self.setFixedHeight(theme.scaled(SIZE.row))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        c = theme.colours(self.palette())
        column = self._rows.columns[section]
        words = str(self._rows.headerData(section, Qt.Orientation.Horizontal))
        painter.save()
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(c.line))
        inner = rect.adjusted(SPACE.s, 0, -SPACE.s, 0)
        painter.setPen(QColor(c.muted))
        painter.setFont(self.font())
        draw_text(painter, inner, words, self.layoutDirection(), trailing=column.align == "trailing")
        if column.sort and column.sort == self._rows.order[0]:
            x = inner.left() + painter.fontMetrics().horizontalAdvance(words) + SPACE.xs
            square = QRect(x, inner.center().y() - SPACE.m // 2 + 1, SPACE.m, SPACE.m)
            square = QStyle.visualRect(self.layoutDirection(), inner, square)
            icons.paint(painter, square, "down_arrow" if self._rows.order[1] else "up", c.muted)
        painter.restore()


class Table(QTableView):
    """Shows a ``Rows`` model. ``opened`` gives the id of a row; ``sorted_by`` a sort name and order."""

    opened = Signal(int)
    sorted_by = Signal(str, bool)

    def __init__(self, model: Rows[Any], *, name: str, accessible: str, tall: bool = True) -> None:
        super().__init__()
        self.rows = model
        self._hover = -1
        self._delegates: list[CellDelegate] = []
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setModel(model)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        high = SIZE.tall_row if tall else SIZE.row + SPACE.xs
        self.verticalHeader().setDefaultSectionSize(theme.scaled(high))
        self._set_up_columns(tall=tall)
        self.clicked.connect(self._open)

    def _set_up_columns(self, *, tall: bool) -> None:
        header = _Header(self.rows, name=f"{self.objectName()}-header")
        self.setHorizontalHeader(header)
        header.sectionClicked.connect(self._sort_by)
        for number, column in enumerate(self.rows.columns):
            stretch = (
                QHeaderView.ResizeMode.Stretch if column.width == 0 else QHeaderView.ResizeMode.Interactive
            )
            header.setSectionResizeMode(number, stretch)
            delegate = CellDelegate(column.align, strong=number == 0, tall=tall, hovered=lambda: self._hover)
            self._delegates.append(delegate)
            self.setItemDelegateForColumn(number, delegate)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns are as wide as they want to be while enough is left for the one that takes the rest."""
        super().resizeEvent(event)
        if event.size().width() == event.oldSize().width():
            return
        wanted = {n: theme.scaled(column.width) for n, column in enumerate(self.rows.columns) if column.width}
        part = min(1.0, _MOST_FIXED * event.size().width() / max(sum(wanted.values()), 1))
        for number, width in wanted.items():
            self.horizontalHeader().resizeSection(number, round(width * part))

    def show_ids(self, ids: Sequence[int]) -> None:
        """Show these rows; the one the keys were on is found again, and the list stays in place."""
        kept, at = self.current_id(), self.verticalScrollBar().value()
        self.rows.set_ids(ids)
        if kept is not None:
            self.select_id(kept)
        self.verticalScrollBar().setValue(at)

    def current_id(self) -> int | None:
        """The id of the row the keys are on."""
        return self.rows.id_at(self.currentIndex().row())

    def select_id(self, id: int) -> None:
        """Put the keys on a row, if it is there."""
        row = self.rows.row_of(id)
        if row >= 0:
            self.setCurrentIndex(self.rows.index(row, 0))

    def take_focus(self) -> None:
        """Come in from the search field: the keys are on the first row if they were on none."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0, 0))

    def _sort_by(self, section: int) -> None:
        sort = self.rows.columns[section].sort
        if sort:
            was, descending = self.rows.order
            self.sorted_by.emit(sort, not descending if was == sort else False)

    def _open(self, index: QModelIndex) -> None:
        found = self.rows.id_at(index.row())
        if found is not None:
            self.opened.emit(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover_over(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover_over(-1)

    def _hover_over(self, row: int) -> None:
        """Shade the row under the mouse: the whole row, not only the cell."""
        if row != self._hover:
            self._hover = row
            self.viewport().update()
