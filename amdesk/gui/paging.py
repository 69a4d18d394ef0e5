"""Where the pages of a printed document end: never within a table, nor between a heading and its table.

Qt breaks pages between any two lines; all that can be asked of it is a break before something.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias, cast

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import (
    QGuiApplication,
    QPagedPaintDevice,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrame,
)

_MARGIN = 2 / 2.54  # inches, which Qt leaves around a document that it prints, in dots of the screen
_BEFORE = QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore
Part: TypeAlias = QTextBlock | QTextFrame


def keep_whole(document: QTextDocument, device: QPagedPaintDevice) -> None:
    """Break the pages of a document before whatever would else stand on two of them, printed on a device."""
    printed = as_printed(document, device)
    page = printed.pageSize().height()
    room = page - 2 * _MARGIN * device.logicalDpiY()
    ours, theirs = list(units(document)), list(units(printed))
    for mine, its in zip(ours, theirs, strict=True):
        top, bottom = box(printed, its[0]).top(), box(printed, its[-1]).bottom() - 1
        if top // page != bottom // page and bottom - top < room:
            break_before(mine[0])
            break_before(its[0])


def as_printed(document: QTextDocument, device: QPagedPaintDevice) -> QTextDocument:
    """A copy, laid out as ``QTextDocument.print_`` does it."""
    made = document.clone()
    made.documentLayout().setPaintDevice(device)
    root = made.rootFrame().frameFormat()
    root.setMargin(int(_MARGIN * QGuiApplication.primaryScreen().logicalDotsPerInchY()))
    made.rootFrame().setFrameFormat(root)
    made.setPageSize(QSizeF(device.width(), device.height()))
    return made


def units(document: QTextDocument) -> Iterator[Sequence[Part]]:
    """What belongs together: each table, with the lines of text right above it."""
    above: list[Part] = []
    step = document.rootFrame().begin()
    while not step.atEnd():
        frame = cast(QTextFrame | None, step.currentFrame())
        block = step.currentBlock()
        if frame is not None:
            yield [*above, frame]
            above = []
        elif block.text():
            above.append(block)
        step += 1


def box(document: QTextDocument, part: Part) -> QRectF:
    """Where a part stands, from the top of the first page on."""
    layout = document.documentLayout()
    return layout.blockBoundingRect(part) if isinstance(part, QTextBlock) else layout.frameBoundingRect(part)


def break_before(part: Part) -> None:
    """Begin a page with a part."""
    if isinstance(part, QTextBlock):
        line = part.blockFormat()
        line.setPageBreakPolicy(_BEFORE)
        QTextCursor(part).setBlockFormat(line)
    else:
        frame = part.frameFormat()
        frame.setPageBreakPolicy(_BEFORE)
        part.setFrameFormat(frame)
