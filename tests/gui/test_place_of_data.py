"""Data in a folder that is synchronised: said once, in nobody's way."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from amdesk.gui.application import Application
from tests.desks import open_desk


def test_a_synchronised_folder_is_spoken_of_once(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    for said in (True, False):
        desk = open_desk(tmp_path / "Dropbox")
        shown = Application(qapp, desk, spoken="en")
        with qtbot.waitSignal(shown.window.settled):
            shown.window.show()
        assert shown.window.message.isVisible() == said
        if said:
            assert "Dropbox" in shown.window.message.words.text()
            shown.window.message.way.click()
            assert shown.window.place.page == "settings"
        shown.close()
        desk.close()
