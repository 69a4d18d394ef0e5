"""A document that shows nothing but itself: no picture, file or page is ever fetched for it."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument

BLANK = QImage(1, 1, QImage.Format.Format_ARGB32)


class ClosedDocument(QTextDocument):
    """What is named in it and is not in it is one point that cannot be seen: Qt would show local files."""

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        return BLANK
