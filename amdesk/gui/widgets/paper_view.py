"""A page as its reader will have it, on white: chosen and copied with the keys, followed nowhere."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser

from amdesk.gui import bold_words, theme
from amdesk.gui.closed_document import BLANK, ClosedDocument
from amdesk.gui.theme import SIZE

_MOVING = frozenset(
    (
        Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End,
        Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
    )
)  # fmt: skip
_ROUNDING = 2  # the columns of a table are rounded up to whole pixels: too little to scroll for


class PaperView(QTextBrowser):
    """Shows nothing but itself, no wider than paper: no picture, file or page is ever fetched for it."""

    def __init__(self, *, name: str, accessible: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setCursorWidth(0)
        self.setMaximumWidth(theme.scaled(SIZE.leaf))
        self.horizontalScrollBar().rangeChanged.connect(self._pass_over_rounding)
        theme.as_kind(self, "paper")

    def _pass_over_rounding(self, _least: int, most: int) -> None:
        if 0 < most <= _ROUNDING:
            self.horizontalScrollBar().setMaximum(0)

    def setDocument(self, document: QTextDocument) -> None:
        """Each document brings the width of its cursor along."""
        super().setDocument(document)
        self.setCursorWidth(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The place of the keys shows once they move it: a page that is only read has no blinking line."""
        if event.key() in _MOVING:
            self.setCursorWidth(1)
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.setCursorWidth(0)

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is chosen, with its bold words bold for other programs as well."""
        chosen = ClosedDocument()
        QTextCursor(chosen).insertFragment(self.textCursor().selection())
        bold_words.told(chosen)
        made = QMimeData()
        made.setText(super().createMimeDataFromSelection().text())
        made.setHtml(chosen.toHtml())
        return made

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        return BLANK
