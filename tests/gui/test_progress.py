"""Long work between events: told whole, and stopped whole."""

from __future__ import annotations

from collections.abc import Generator

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from amdesk.gui.background import Work
from amdesk.gui.widgets.progress import Progressing
from amdesk.i18n.catalog import _


def test_the_name_of_the_file_that_is_read_is_shown_whole(qtbot: QtBot, tongue: str) -> None:
    shown = Progressing(name="progress")
    qtbot.addWidget(shown)
    shown.resize(900, 600)
    shown.show()
    shown.begin(_("Reading {file}").format(file="clients-hebrew-cp1255.csv"))
    QApplication.processEvents()
    words = shown.words
    assert words.height() >= words.heightForWidth(words.width())


def test_work_that_stops_itself_is_taken_back_once_its_piece_is_done(qtbot: QtBot) -> None:
    happened: list[str] = []

    def steps() -> Generator[None, None, None]:
        try:
            yield
            work.stop()  # as a page does that goes with what the piece wrote
            happened.append("done with the piece")
            yield
            happened.append("went on")
        finally:
            happened.append("taken back")

    parent = QObject()
    work = Work(steps(), parent)
    with qtbot.waitSignal(work.ended):
        pass
    assert happened == ["done with the piece", "taken back"]
