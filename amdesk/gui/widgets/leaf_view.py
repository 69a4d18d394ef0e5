"""A page for people as it will be read: on white, in its own language and direction; nothing is fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QWidget

from amdesk.gui import leaf_paper
from amdesk.gui.widgets.paper_view import PaperView
from amdesk.i18n.catalog import _

if TYPE_CHECKING:
    from amdesk.services.composed import Composed


class LeafView(QWidget):
    """The page in the middle, no wider than paper."""

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.body = PaperView(name=f"{name}-body", accessible=_("The page as it will be read"))
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
