"""A folder, typed or chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.fields import CodeField
from amdesk.i18n.catalog import _


class FolderField(QWidget):
    """``chosen`` carries the folder's path once it is typed or picked; nothing where none is wanted."""

    chosen = Signal(str)

    def __init__(self, path: str, *, name: str, accessible: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.line = CodeField(path, name=f"{name}-path", accessible=accessible)
        self.line.editingFinished.connect(lambda: self.chosen.emit(self.line.text().strip()))
        pick = button(_("Choose…"), "", name=f"{name}-choose", run=self._pick)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(SPACE.s)
        across.addWidget(self.line, 1)
        across.addWidget(pick)
        self.setFocusProxy(self.line)

    def _pick(self) -> None:
        dialog = QFileDialog(self, self.accessibleName())
        dialog.setObjectName(f"{self.objectName()}-dialog")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._take)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _take(self, path: str) -> None:
        self.line.setText(path)
        self.chosen.emit(path)
