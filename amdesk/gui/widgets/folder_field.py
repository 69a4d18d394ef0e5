"""A folder, typed or chosen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from amdesk.gui.ask_files import ask_folder
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
        ask_folder(self, self.accessibleName(), name=f"{self.objectName()}-dialog", then=self._take)

    def _take(self, folder: Path) -> None:
        self.line.setText(str(folder))
        self.chosen.emit(str(folder))
