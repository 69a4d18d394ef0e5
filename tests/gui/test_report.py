"""Reporting a problem: one reads what would be sent on; it is copied or saved, and never sent by itself."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication

from amdesk import __version__
from amdesk.gui import faults
from amdesk.gui.pages.report import ReportPage
from amdesk.gui.window import Window
from amdesk.services.desk import Desk


def page_of(window: Window) -> ReportPage:
    window.commands.by_id["help.report"].trigger()
    shown = window.pages.page
    assert isinstance(shown, ReportPage)
    return shown


def test_the_report_tells_of_the_machine_and_of_what_failed(window: Window, desk: Desk) -> None:
    try:
        int(desk.settings["language"] or "none")
    except ValueError as error:
        faults.note(type(error), error.__traceback__)
    told = page_of(window).lines.toPlainText()
    assert f"amdesk {__version__}" in told
    assert "ValueError" in told
    assert "test_report" in told


def test_it_is_copied_and_saved_as_it_was_read(window: Window, tmp_path: Path) -> None:
    page = page_of(window)
    page.copy()
    assert QGuiApplication.clipboard().text() == page.lines.toPlainText()
    page.save(tmp_path / "report.txt")
    assert (tmp_path / "report.txt").read_text(encoding="utf-8") == page.lines.toPlainText()
    assert "report.txt" in page.outcome.words.text()


def test_a_folder_that_takes_nothing_is_said(window: Window, tmp_path: Path) -> None:
    page = page_of(window)
    page.save(tmp_path / "no such folder" / "report.txt")
    assert "report.txt" in page.outcome.words.text()
    assert not (tmp_path / "no such folder").exists()
