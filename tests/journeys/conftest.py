"""The window on an empty desk whose clock can be moved, with a keyboard and a mail program."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from amdesk.gui.application import Application, make_qt, speak
from amdesk.gui.translators import Translators
from amdesk.services.desk import Desk
from tests import desks
from tests.desks import Clock, MailBox
from tests.gui.keys import Keyboard


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["amdesk"]


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> QApplication:
    app = make_qt(["amdesk"])
    speak(app, Translators(), "en")
    return app


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def mail() -> MailBox:
    return MailBox()


@pytest.fixture
def desk(clock: Clock, mail: MailBox) -> Iterator[Desk]:
    made = desks.desk(clock, mail)
    made.settings.choose("my_name", "Noa Adler")
    made.settings.choose("my_email", "noa@bright.example")
    yield made
    made.close()


@pytest.fixture
def keyboard(qapp: QApplication, qtbot: QtBot, desk: Desk) -> Iterator[Keyboard]:
    """A keyboard on the window, which speaks English."""
    shown = Application(qapp, desk, spoken="en")
    with qtbot.waitSignal(shown.window.settled):
        shown.window.show()
    qtbot.waitUntil(shown.window.isActiveWindow)
    yield Keyboard(shown.window)
    shown.close()
