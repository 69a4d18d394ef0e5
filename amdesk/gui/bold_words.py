"""Bold words of a document in the bold letters of the bundled fonts.

These are variable: Qt knows their regular letters only, and thickens those where bold ones are asked for,
by so little that on a sharp screen nothing is left of it. A document says how bold its words are by their
weight, and draws them by the fonts' axis.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontInfo, QTextCharFormat, QTextCursor, QTextDocument

from amdesk.gui.fonts import FAMILIES

_AXIS = QFont.Tag("wght")
_BOLD = int(QFont.Weight.DemiBold)
_ONLY_SET = QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesSpecifiedOnly


def drawn(document: QTextDocument) -> None:
    """Give bold words their letters, once the document has its text."""
    for span in list(_spans(document)):
        weight, font = span.form.fontWeight(), QFont(span.form.font())
        if weight >= _BOLD and QFontInfo(font).family() in FAMILIES:
            font.setWeight(QFont.Weight.Normal)  # or Qt thickens the bold letters once more
            font.setVariableAxis(_AXIS, weight)
            _dress(document, span, font)


def told(document: QTextDocument) -> None:
    """The way back, for what leaves the program: other programs read the weight."""
    for span in list(_spans(document)):
        font = QFont(span.form.font())
        weight = font.variableAxisValue(_AXIS) if font.isVariableAxisSet(_AXIS) else 0
        if weight >= _BOLD:
            font.unsetVariableAxis(_AXIS)
            font.setWeight(QFont.Weight(round(weight / 100) * 100))
            _dress(document, span, font)


class _Span(NamedTuple):
    at: int
    long: int
    form: QTextCharFormat


def _spans(document: QTextDocument) -> Iterator[_Span]:
    block = document.begin()
    while block.isValid():
        step = block.begin()
        while not step.atEnd():
            piece = step.fragment()
            yield _Span(piece.position(), piece.length(), piece.charFormat())
            step += 1
        block = block.next()


def _dress(document: QTextDocument, span: _Span, font: QFont) -> None:
    cursor = QTextCursor(document)
    cursor.setPosition(span.at)
    cursor.setPosition(span.at + span.long, QTextCursor.MoveMode.KeepAnchor)
    form = QTextCharFormat()
    form.setFont(font, _ONLY_SET)
    cursor.mergeCharFormat(form)
