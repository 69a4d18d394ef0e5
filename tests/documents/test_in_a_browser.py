"""A sheet in a real browser with the network off: what is drawn, and what it prints."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from amdesk.services import sheets
from tests.showing import WORDS, shown

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(
    not (CHROMIUM and shutil.which("pdftotext")), reason="chromium or poppler is not there"
)


def browse(home: Path, file: Path, *words: str) -> None:
    """Open a file and do as told; no name is found, so nothing can be fetched."""
    subprocess.run(
        [
            str(CHROMIUM), "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run",
            "--host-resolver-rules=MAP * ~NOTFOUND", f"--user-data-dir={home}", "--window-size=900,700",
            "--no-pdf-header-footer", *words, file.as_uri(),
        ],
        capture_output=True, check=True, timeout=120,
    )  # fmt: skip


@pytest.mark.parametrize("code", ["en", "fa"])
def test_a_browser_prints_the_sheet_in_its_language_and_direction(code: str, tmp_path: Path) -> None:
    desk, client, _goal = shown(code)
    file, printed = tmp_path / "sheet.html", tmp_path / "sheet.pdf"
    file.write_text(sheets.compose(desk, client).page.html, encoding="utf-8")
    browse(tmp_path / "home", file, f"--print-to-pdf={printed}")
    words = subprocess.run(
        ["pdftotext", "-bbox", printed, "-"], capture_output=True, check=True
    ).stdout.decode()
    assert WORDS[code].client.split()[0] in words or code == "fa"  # poppler tells letters as they are drawn
    edges = [line for line in words.splitlines() if ">Blue<" in line]
    assert edges
    x = float(edges[0].split('xMin="')[1].partition('"')[0])
    width = float(words.split('<page width="')[1].partition('"')[0])
    assert (x > width / 2) == (code == "fa")
