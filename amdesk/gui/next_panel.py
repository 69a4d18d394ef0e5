"""The next step of a row, written above it in the list."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from amdesk.gui import theme
from amdesk.gui.next_editor import NextEditor
from amdesk.gui.table import Table
from amdesk.gui.theme import SIZE, SPACE
from amdesk.services import clients
from amdesk.services.desk import Desk


class NextPanel(QWidget):
    """A small form over the list; when it goes, the keys are on the row again."""

    def __init__(self, desk: Desk, table: Table) -> None:
        super().__init__(table)
        self._desk, self._table = desk, table
        self.form: NextEditor | None = None
        self.setObjectName("next-panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme.as_kind(self, "floating")
        self._down = QVBoxLayout(self)
        self._down.setContentsMargins(SPACE.m, SPACE.m, SPACE.m, SPACE.m)
        self.hide()

    def open_for(self, client_id: int, *, column: str) -> None:
        """Open over the row the keys are on, at a column of it, or at the first one."""
        self._clear()
        self.form = NextEditor(self._desk, clients.get(self._desk, client_id))
        self.form.done.connect(self._close)
        self._down.addWidget(self.form)
        self.resize(theme.scaled(SIZE.facts) + SPACE.xxl, self.sizeHint().height())
        self.move(self._beside(column))
        self.show()
        self.raise_()
        self.form.setFocus(Qt.FocusReason.OtherFocusReason)

    def _beside(self, column: str) -> QPoint:
        """Where the cell begins, and as far up as it must be to stand within the list."""
        numbers = {one.id: number for number, one in enumerate(self._table.rows.columns)}
        shown = column if column in self._table.columns.layout.shown else self._table.columns.layout.shown[0]
        index = self._table.rows.index(self._table.currentIndex().row(), numbers[shown])
        cell = self._table.visualRect(index).translated(self._table.viewport().pos())
        rtl = self._table.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = cell.right() - self.width() if rtl else cell.left()
        most = self._table.width() - self.width(), self._table.height() - self.height()
        return QPoint(max(min(x, most[0]), 0), max(min(cell.top(), most[1]), 0))

    def _close(self) -> None:
        focus = QApplication.focusWidget()
        had_keys = focus is not None and self.isAncestorOf(focus)
        self.hide()
        if had_keys:
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear(self) -> None:
        if self.form is not None:
            self._down.removeWidget(self.form)
            self.form.leave()
            self.form.deleteLater()
            self.form = None
