"""Long work on the page is told whole."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

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
