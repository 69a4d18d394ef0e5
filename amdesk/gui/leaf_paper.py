"""A page for people as Qt lays it out: on the screen to look at, on paper and in a PDF, page by page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFontMetricsF,
    QPagedPaintDevice,
    QPainter,
    QPalette,
    QTextDocument,
    QTextFormat,
    QTextFrame,
    QTextOption,
)

from amdesk.documents.preview import enlarged
from amdesk.gui import bold_words, theme
from amdesk.gui.closed_document import ClosedDocument
from amdesk.gui.colours import LIGHT
from amdesk.gui.leaf_drawings import Drawings
from amdesk.gui.paging import Part, box, break_before
from amdesk.gui.paper import pdf
from amdesk.i18n.format import digits
from amdesk.i18n.languages import language
from amdesk.i18n.translations import translation

if TYPE_CHECKING:
    from amdesk.services.composed import Composed

MARGINS = QMarginsF(16, 14, 16, 12)  # millimetres
_FOOT = 0.3  # inches for the line below a page


def document(page: Composed, device: QPagedPaintDevice | None = None) -> QTextDocument:
    """The page laid out in the letters and the direction of its language; for a device, or for the screen."""
    spoken = language(page.language)
    made = ClosedDocument()
    made.setDefaultFont(theme.paper_font(spoken.fonts, "body") if device else theme.base_font(spoken.fonts))
    option = QTextOption()
    rtl = Qt.LayoutDirection.RightToLeft if spoken.rtl else Qt.LayoutDirection.LeftToRight
    option.setTextDirection(rtl)
    made.setDefaultTextOption(option)
    made.setMetaInformation(QTextDocument.MetaInformation.DocumentTitle, page.title)
    made.setDocumentMargin(0 if device else theme.SPACE.xl)
    layout = made.documentLayout()
    if device is not None:
        layout.setPaintDevice(device)
    layout.registerHandler(QTextFormat.ObjectTypes.ImageObject.value, Drawings(made, page.language))
    made.setHtml(page.paper if device else enlarged(page.paper, theme.enlargement()))
    bold_words.drawn(made)
    return made


def write_pdf(page: Composed, path: Path) -> None:
    """The page as a PDF; an AmdeskError where it cannot be written."""
    print_on(page, pdf(path, title=page.title, margins=MARGINS))


def print_on(page: Composed, device: QPagedPaintDevice) -> None:
    """Put it on the pages of a device, each with its number below."""
    made = document(page, device)
    foot = _FOOT * device.logicalDpiY()
    size = QSizeF(device.width(), device.height() - foot)
    made.setPageSize(size)
    _keep_together(made, size.height())
    painter = QPainter(device)
    for number in range(made.pageCount()):
        if number:
            device.newPage()
        painter.save()
        painter.translate(0, -number * size.height())
        _draw(made, painter, QRectF(0, number * size.height(), size.width(), size.height()))
        painter.restore()
        line = QRectF(0, size.height() + foot / 3, size.width(), foot * 2 / 3)
        _number(page, painter, line, number + 1, made.pageCount())
    painter.end()


def _draw(made: QTextDocument, painter: QPainter, part: QRectF) -> None:
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = part
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Text, QColor(LIGHT.on_paper))
    context.palette = palette
    painter.setClipRect(part)
    made.documentLayout().draw(painter, context)


def _number(page: Composed, painter: QPainter, room: QRectF, number: int, of: int) -> None:
    """“Northwind Traders … Page 2 of 3” below a page, in the language of the page."""
    spoken = language(page.language)
    told = translation(page.language).pgettext("sheet", "Page {number} of {pages}")
    text = told.format(number=digits(str(number), spoken.code), pages=digits(str(of), spoken.code))
    font = theme.paper_font(spoken.fonts, "caption")
    painter.setFont(font)
    painter.setPen(QColor(LIGHT.muted))
    painter.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if spoken.rtl else Qt.LayoutDirection.LeftToRight
    )
    wide = QFontMetricsF(font, painter.device()).horizontalAdvance(text) + 1
    title = QFontMetricsF(font, painter.device()).elidedText(
        page.title, Qt.TextElideMode.ElideRight, room.width() - wide * 1.3
    )
    near, far = Qt.AlignmentFlag.AlignLeading, Qt.AlignmentFlag.AlignTrailing
    painter.drawText(room, near | Qt.AlignmentFlag.AlignVCenter, title)
    painter.drawText(room, far | Qt.AlignmentFlag.AlignVCenter, text)


def _keep_together(made: QTextDocument, page: float) -> None:
    """End pages between two rows, and never right after a heading."""
    for parts in _units(made):
        top, bottom = box(made, parts[0]).top(), box(made, parts[-1]).bottom() - 1
        if top // page != bottom // page and bottom - top < page:
            break_before(parts[0])


def _units(made: QTextDocument) -> Iterator[list[Part]]:
    """What belongs together: a heading with what follows it, each row, each paragraph."""
    held: list[Part] = []
    step = made.rootFrame().begin()
    while not step.atEnd():
        frame: QTextFrame | None = step.currentFrame()
        block = step.currentBlock()
        if frame is not None:
            yield [*held, frame]
            held = []
        elif block.text():
            held.append(block)
            if not block.blockFormat().headingLevel():
                yield held
                held = []
        step += 1
