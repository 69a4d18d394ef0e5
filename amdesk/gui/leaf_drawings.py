"""Bars and pictures in a page that Qt lays out: drawn as shapes, sharp on paper; nothing is ever fetched."""

from __future__ import annotations

import re
from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPaintDevice,
    QPainter,
    QPen,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
)

from amdesk.documents import drawing
from amdesk.documents.drawing import Drawn
from amdesk.gui import theme
from amdesk.gui.colours import LIGHT
from amdesk.gui.painting import Brush, Letters
from amdesk.i18n.languages import Language, language

_BAR = re.compile(r"bar:(\d{1,3}):(\d{1,3})?")
_BAR_HEIGHT = 0.14  # inches


class _PaperLetters(Letters):
    """Letters in pixels, which grow with the picture whatever it is painted on."""

    def __init__(self, spoken: Language) -> None:
        super().__init__()
        self._spoken = spoken

    def font(self, step: str) -> QFont:
        """The font of a step."""
        return theme.picture_font(self._spoken.fonts, step)


class Drawings(QPyTextObject):
    """Draws what stands in a page as ``<img>``, as wide as the page."""

    def __init__(self, document: QTextDocument, code: str) -> None:
        super().__init__(document)
        self._document = document
        self._rtl = language(code).rtl
        direction = Qt.LayoutDirection.RightToLeft if self._rtl else Qt.LayoutDirection.LeftToRight
        self._brush = Brush(LIGHT, _PaperLetters(language(code)), direction)

    def intrinsicSize(self, doc: QTextDocument, at: int, form: QTextFormat, /) -> QSizeF:
        wide = max(doc.pageSize().width(), doc.textWidth(), 100.0) - 2 * doc.documentMargin()
        address = form.toImageFormat().name()
        if _BAR.fullmatch(address):
            return QSizeF(wide, _BAR_HEIGHT * self._dots())
        found = _drawn(address)
        return QSizeF(wide, wide * found.height / found.width) if found else QSizeF()

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, doc: QTextDocument, at: int, form: QTextFormat, /
    ) -> None:
        address, room = form.toImageFormat().name(), QRectF(rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if (bar := _BAR.fullmatch(address)) is not None:
            self._bar(painter, room, int(bar[1]), int(bar[2]) if bar[2] else None)
        elif (found := _drawn(address)) is not None:
            painter.translate(room.topLeft())
            painter.scale(room.width() / found.width, room.width() / found.width)
            self._brush.paint(painter, found.shapes)
        painter.restore()

    def _bar(self, painter: QPainter, rect: QRectF, done: int, expected: int | None) -> None:
        """A frame, filled from where one begins to read, with a mark where the pace would be."""
        dot = self._dots() / 96
        inner = rect.adjusted(dot / 2, 3 * dot, -dot / 2, -3 * dot)
        full = QRectF(inner)
        full.setWidth(inner.width() * min(done, 100) / 100)
        if self._rtl:
            full.moveRight(inner.right())
        painter.fillRect(full, QColor(LIGHT.accent))
        painter.setPen(QPen(QColor(LIGHT.on_paper), dot))
        painter.drawRect(inner)
        if expected is not None:
            share = inner.width() * min(expected, 100) / 100
            x = inner.right() - share if self._rtl else inner.left() + share
            painter.setPen(QPen(QColor(LIGHT.on_paper), 2 * dot))
            painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()))

    def _dots(self) -> float:
        """How many dots an inch of what is painted on has; on the screen it grows with the letters."""
        device: QPaintDevice | None = self._document.documentLayout().paintDevice()
        return 96.0 * theme.enlargement() if device is None else float(device.logicalDpiY())


@lru_cache(maxsize=64)
def _drawn(address: str) -> Drawn | None:
    return drawing.unpacked(address) if address.startswith(drawing.PREFIX) else None
