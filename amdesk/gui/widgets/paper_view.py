"""A page as its reader will have it, on white: chosen and copied with the keys, followed nowhere."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QTextBrowser

from amdesk.gui import theme
from amdesk.gui.closed_document import BLANK
from amdesk.gui.theme import SIZE

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
        self.setMaximumWidth(theme.scaled(SIZE.leaf))
        self.horizontalScrollBar().rangeChanged.connect(self._pass_over_rounding)
        theme.as_kind(self, "paper")

    def _pass_over_rounding(self, _least: int, most: int) -> None:
        if 0 < most <= _ROUNDING:
            self.horizontalScrollBar().setMaximum(0)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        return BLANK
