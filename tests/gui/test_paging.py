"""What is printed: a page ends between two rows, never within one, and a heading goes with its first row."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QPageSize, QPdfWriter, QTextBlock, QTextDocument
from PySide6.QtWidgets import QApplication

from amdesk.documents.agenda_sheet import Line, Part, render
from amdesk.gui import paging, printing

_LONG = "The reason why it stands here, which goes on for more than a line. "


@pytest.fixture
def device(tmp_path: Path) -> QPdfWriter:
    made = QPdfWriter(str(tmp_path / "sheet.pdf"))
    made.setResolution(300)
    made.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    return made


@pytest.mark.parametrize("code", ["en", "fa"])
def test_no_row_and_no_heading_stands_on_two_pages(qapp: QApplication, device: QPdfWriter, code: str) -> None:
    rows = tuple(
        Line(f"Client {n}", _LONG * (1 + n % 5), "+972 50-123-4567", "3 days ago") for n in range(23)
    )
    html = render([Part("One", rows), Part("Two", rows)], title="Today", below="Sunday", late="", code=code)
    sheet = printing.document(html, title="Today")
    assert broken(sheet, device), "by itself Qt would break some of them"
    paging.keep_whole(sheet, device)
    assert not broken(sheet, device)


def test_a_row_that_is_higher_than_a_page_is_broken_all_the_same(
    qapp: QApplication, device: QPdfWriter
) -> None:
    rows = (Line("Client", _LONG * 200, "", ""), Line("Client", _LONG, "", ""))
    html = render([Part("One", rows)], title="Today", below="Sunday", late="", code="en")
    sheet = printing.document(html, title="Today")
    paging.keep_whole(sheet, device)
    assert len(broken(sheet, device)) == 1


def broken(sheet: QTextDocument, device: QPdfWriter) -> list[str]:
    """The first words of what stands on more than one page."""
    printed = paging.as_printed(sheet, device)
    page = printed.pageSize().height()
    found = []
    for unit in paging.units(printed):
        boxes = [paging.box(printed, part) for part in unit]
        if boxes[0].top() // page != (boxes[-1].bottom() - 1) // page:
            first = unit[0]
            found.append(first.text() if isinstance(first, QTextBlock) else "table")
    return found
