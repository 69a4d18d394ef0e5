"""A page for people as it will be read: on white, in its own language and direction; nothing is fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QWidget

from amdesk.gui import leaf_paper, theme
from amdesk.gui.closed_document import BLANK
from amdesk.gui.theme import SIZE
from amdesk.i18n.catalog import _

if TYPE_CHECKING:
    from amdesk.services.composed import Composed


class _Body(QTextBrowser):
    """What is read: chosen and copied with the keys, followed nowhere."""

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}-body")
        self.setAccessibleName(_("The page as it will be read"))
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setMaximumWidth(theme.scaled(SIZE.leaf))
        theme.as_kind(self, "paper")

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        return BLANK


class LeafView(QWidget):
    """The page in the middle, no wider than paper."""

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.body = _Body(name=name)
        self._document: QTextDocument | None = None
        self.setFocusProxy(self.body)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self.body, 1000)
        row.addStretch(1)

    def show_page(self, page: Composed) -> None:
        """Show a page, at the place where the one before was being read."""
        bar = self.body.verticalScrollBar()
        at = bar.value()
        before, self._document = self._document, leaf_paper.document(page)
        self._document.setParent(self.body)
        self.body.setDocument(self._document)
        if before is not None:
            before.deleteLater()
        bar.setValue(at)
