"""A sheet as a PDF, opened by another program (poppler): its words, its direction, its pages."""

from __future__ import annotations

import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest

from amdesk.domain.points import Point
from amdesk.gui import leaf_paper
from amdesk.i18n.bidi import strip_isolates
from amdesk.services import sheets
from tests.showing import WORDS, send, shown

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.skipif(
        not all(map(shutil.which, ("pdftotext", "pdftoppm"))), reason="poppler (poppler-utils) is not there"
    ),
]


def told(file: Path) -> str:
    """What another program reads in it: letters as they are typed, not as they are drawn."""
    found = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, check=True)
    return strip_isolates(unicodedata.normalize("NFKC", found.stdout.decode()))


def ink(file: Path, *, rows: tuple[float, float]) -> float:
    """Where the ink of a strip of the first page lies, from 0 at the left to 1 at the right."""
    drawn = subprocess.run(
        ["pdftoppm", "-r", "40", "-f", "1", "-l", "1", "-gray", file], capture_output=True, check=True
    ).stdout
    _magic, size, _depth, pixels = drawn.split(b"\n", 3)
    width, height = map(int, size.split())
    first, last = (int(row * height) for row in rows)
    dark = [x for y in range(first, last) for x in range(width) if pixels[y * width + x] < 128]
    return sum(dark) / len(dark) / width


@pytest.mark.parametrize("code", WORDS)
def test_a_pdf_reads_in_its_language_from_the_side_where_one_begins(code: str, tmp_path: Path) -> None:
    desk, client, _goal = shown(code)
    file = tmp_path / "sheet.pdf"
    leaf_paper.write_pdf(sheets.compose(desk, client).page, file)
    text = told(file)
    figures = {"fa": "۱٬۸۰۰", "el": "1.800", "ru": "800"}.get(code, "1,800")
    page = {"en": "Page", "he": "עמוד", "fa": "از", "ru": "Страница", "el": "Σελίδα"}[code]
    for word in (WORDS[code].client.split()[-1].strip("»«"), "Blue Agency", "NW-2026-001", figures, page):
        assert word in text
    assert (ink(file, rows=(0.04, 0.11)) > 0.5) == (code in {"he", "fa"})


def test_a_long_sheet_has_pages_and_no_row_on_two_of_them(tmp_path: Path) -> None:
    desk, client, _goal = shown()
    send(desk, client, *(Point("action", f"Promise number {n} of many " * 6, side="us") for n in range(40)))
    file = tmp_path / "long.pdf"
    leaf_paper.write_pdf(sheets.compose(desk, client).page, file)
    pages = told(file).split("\f")[:-1]
    assert len(pages) > 2
    for n in range(40):
        rows = [page.count(f"Promise number {n} of many") for page in pages]
        assert sorted(rows)[:-1] == [0] * (len(pages) - 1)
    assert f"Page 2 of {len(pages)}" in pages[1]
