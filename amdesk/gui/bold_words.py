"""Bold words of a document: drawn in bold letters here, told as bold to other programs."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor, QTextDocument

from amdesk.gui import fonts

_ONLY_SET = QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesSpecifiedOnly


def drawn(document: QTextDocument) -> None:
    """Give bold words their letters, once the document has its text."""
    _dress(document, fonts.bold_letters)


def told(document: QTextDocument) -> None:
    """The way back, for what leaves the program: other programs read the weight."""
    _dress(document, fonts.bold_weight)


def _dress(document: QTextDocument, instead: Callable[[QFont], QFont | None]) -> None:
    cursor = QTextCursor(document)
    for begins, ends, font in list(_runs(document)):  # found before any is changed
        dressed = instead(font)
        if dressed is not None:
            form = QTextCharFormat()
            form.setFont(dressed, _ONLY_SET)
            cursor.setPosition(begins)
            cursor.setPosition(ends, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(form)


def _runs(document: QTextDocument) -> Iterator[tuple[int, int, QFont]]:
    """Letters that look alike: where they begin and end, and their font."""
    block = document.begin()
    while block.isValid():
        step = block.begin()
        while not step.atEnd():
            piece = step.fragment()
            yield piece.position(), piece.position() + piece.length(), piece.charFormat().font()
            step += 1
        block = block.next()
