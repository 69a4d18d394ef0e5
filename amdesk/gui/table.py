"""The list: a table of rows that opens by a click or Enter, and keeps its place when asked again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from amdesk.gui import theme
from amdesk.gui.delegates import CellDelegate
from amdesk.gui.rows import Index, Rows
from amdesk.gui.table_columns import TableColumns
from amdesk.gui.table_header import Header
from amdesk.gui.unread_list import UnreadList

_BY_TAB = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}
_CHOOSING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class Table(QTableView):
    """Shows a ``Rows`` model.

    ``opened`` gives the id of a row; ``sorted_by`` a sort name and order; ``moved_to`` the id of the row the
    keys have come to; ``menu_asked`` and ``columns_asked`` where a menu of rows or of columns opens.
    """

    opened = Signal(int)
    sorted_by = Signal(str, bool)
    moved_to = Signal(object)
    menu_asked = Signal(QPoint)
    columns_asked = Signal(QPoint)

    def __init__(self, model: Rows[Any], *, name: str, accessible: str, tall: bool = True) -> None:
        super().__init__()
        self.rows = model
        self.opens_by_click = True
        self._tall = tall
        self._hover = -1
        self._delegates: list[CellDelegate] = []
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setModel(model)
        self.unread = UnreadList(self, model)
        model.told = lambda: _told(self)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self._set_up_columns()
        self.set_density(compact=False)
        self.clicked.connect(self._click)
        self.doubleClicked.connect(self._open_beside)

    def _set_up_columns(self) -> None:
        self.header = Header(self.rows, name=f"{self.objectName()}-header")
        self.setHorizontalHeader(self.header)
        self.header.sectionClicked.connect(self._sort_by)
        self.header.menu_asked.connect(self.columns_asked)
        self.header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for number, column in enumerate(self.rows.columns):
            delegate = CellDelegate(
                column.align, strong=number == 0, tall=self._tall, wraps=column.wraps,
                hovered=lambda: self._hover, leads=lambda: (self.header.visible() or [0])[0],
                held=lambda: self.currentIndex().row() if self.hasFocus() else -1,
            )  # fmt: skip
            self._delegates.append(delegate)
            self.setItemDelegateForColumn(number, delegate)
        self.columns = TableColumns(self, self.header)

    def set_density(self, *, compact: bool) -> None:
        """Two lines to a row, or one."""
        for delegate in self._delegates:
            delegate.compact = compact
        self.verticalHeader().setDefaultSectionSize(theme.row_height(compact=compact, tall=self._tall))
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.columns.fit()

    def show_ids(self, ids: Sequence[int]) -> None:
        """Show these rows; the one the keys were on is found again, and the list stays in place.

        Where that row is gone and the keys are here, they are on the one that has come to its place.
        """
        kept, at = self.current_id(), self.verticalScrollBar().value()
        row = self.currentIndex().row()
        chosen = self.selected_ids()
        self.unread.hide()
        self.rows.set_ids(ids)
        if kept is not None:
            self.select_id(kept)
        if kept is not None and self.hasFocus() and not self.currentIndex().isValid() and ids:
            self.setCurrentIndex(self.rows.index(min(row, len(ids) - 1), 0))
        if len(chosen) > 1:
            _select(self, chosen)
        self.verticalScrollBar().setValue(at)

    def current_id(self) -> int | None:
        """The id of the row the keys are on."""
        return self.rows.id_at(self.currentIndex().row())

    def selected_ids(self) -> list[int]:
        """The ids of the rows chosen, from the top."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [found for row in rows if (found := self.rows.id_at(row)) is not None]

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

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tab comes to a row: Qt goes to the first one only once in the life of a list."""
        super().focusInEvent(event)
        if event.reason() in _BY_TAB and not self.currentIndex().isValid() and self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0, 0))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.moved_to.emit(self.rows.id_at(current.row()) if current.isValid() else None)

    def _sort_by(self, section: int) -> None:
        sort = self.rows.columns[section].sort
        if sort:
            was, descending = self.rows.order
            self.sorted_by.emit(sort, not descending if was == sort else False)

    def _click(self, index: QModelIndex) -> None:
        """A click opens, unless it only chooses rows or the row is shown beside the list."""
        if self.opens_by_click and not QGuiApplication.keyboardModifiers() & _CHOOSING:
            self._open(index)

    def _open_beside(self, index: QModelIndex) -> None:
        if not self.opens_by_click:
            self._open(index)

    def _open(self, index: QModelIndex) -> None:
        found = self.rows.id_at(index.row())
        if found is not None:
            self.opened.emit(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the row under the mouse, or, asked for by key, of the row the keys are on."""
        at = event.pos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self.visualRect(self.currentIndex()).center()
        if self.indexAt(at).isValid():
            self.menu_asked.emit(self.viewport().mapToGlobal(at))

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


def _told(table: QTableView) -> list[int]:
    """The columns that are shown, as they stand: what a row is read out as."""
    header = table.horizontalHeader()
    order = (header.logicalIndex(place) for place in range(header.count()))
    return [number for number in order if not table.isColumnHidden(number)] or [0]


def _select(table: Table, ids: Sequence[int]) -> None:
    """Choose these rows beside those that are chosen."""
    how = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for row in (table.rows.row_of(one) for one in ids):
        if row >= 0:
            table.selectionModel().select(table.rows.index(row, 0), how)
