"""From the first start to a lost key: the code is taken, the program locked, the keyring emptied."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from amdesk.domain.errors import NeedsKeyError
from amdesk.gui.application import Application
from amdesk.gui.doorway.page import Attempt
from amdesk.gui.doorway.window import Doorway
from amdesk.gui.pages.recovery_code import RecoveryCodePage
from amdesk.gui.pages.welcome import WelcomePage
from amdesk.services import clients
from amdesk.services.desk import Desk
from amdesk.services.open_desk import open_desk
from tests.desks import Clock, MemorySecrets
from tests.gui.keys import CTRL, SHIFT, Key, Keyboard

WORDS = "four words in a row"


@pytest.fixture
def secrets() -> MemorySecrets:
    return MemorySecrets()


@pytest.fixture
def own_desk(tmp_path: Path, secrets: MemorySecrets, clock: Clock) -> Iterator[Desk]:
    """A new folder, in a session with a keyring."""
    made = open_desk(tmp_path / "own", secrets=secrets, clock=clock)
    yield made
    made.close()


@pytest.fixture
def first(qapp: QApplication, qtbot: QtBot, own_desk: Desk) -> Iterator[Application]:
    shown = Application(qapp, own_desk, spoken="en")
    shown.show()
    qtbot.waitUntil(lambda: shown.presence is not None)
    qtbot.waitUntil(shown.window.isActiveWindow)
    yield shown
    if isValid(shown.window):
        shown.close()


def test_whoever_keeps_the_code_loses_nothing(
    first: Application, own_desk: Desk, secrets: MemorySecrets, qtbot: QtBot
) -> None:
    keys = Keyboard(first.window)
    code = _take_the_code(first, keys)
    keys.press(Key.Key_N, CTRL)
    keys.type("Harbour & Vale")
    keys.press(Key.Key_S, CTRL)
    _lock_and_unlock(first, keys)
    assert first.window.isVisible()
    folder = own_desk.folder
    first.close()
    own_desk.close()
    secrets.kept.clear()
    door = _knock(folder, secrets, qtbot)
    keys.press(Key.Key_Tab)  # past the passphrase, to the code
    keys.press(Key.Key_Return)
    keys.type(code.lower())
    keys.press(Key.Key_Return)
    qtbot.waitUntil(lambda: door.desk is not None)
    assert door.desk is not None
    assert [line.name for line in clients.lines(door.desk, clients.find(door.desk))] == ["Harbour & Vale"]
    assert len(secrets.kept) == 1
    door.desk.close()


def _take_the_code(first: Application, keys: Keyboard) -> str:
    """Start empty, and type back the two groups that are asked for; the code."""
    welcome = first.window.pages.page
    assert isinstance(welcome, WelcomePage)
    keys.press_until(Key.Key_Tab, lambda: keys.at.objectName() == "welcome-empty")
    keys.press(Key.Key_Space)
    page = first.window.pages.page
    assert isinstance(page, RecoveryCodePage)
    code = page.code.text()
    keys.press(Key.Key_Return)
    for number in page.asked:
        keys.type(code.split()[number - 1])
        keys.press(Key.Key_Tab)
    keys.press(Key.Key_Return)
    assert first.window.place.page == "clients"
    return code


def _lock_and_unlock(first: Application, keys: Keyboard) -> None:
    """Ctrl+Shift+L asks for a passphrase first, as none is set."""
    keys.press(Key.Key_L, CTRL | SHIFT)
    for _ in range(2):
        keys.type(WORDS)
        keys.press(Key.Key_Return)
    assert not first.window.isVisible()
    keys.type(WORDS)
    keys.press(Key.Key_Return)


def _knock(folder: Path | None, secrets: MemorySecrets, qtbot: QtBot) -> Doorway:
    """The doorway before a folder whose key has gone from the keyring."""

    def attempt(one: Attempt) -> Desk:
        return open_desk(one.folder, **one.given)

    begun = Attempt(folder, {"secrets": secrets})
    with pytest.raises(NeedsKeyError) as refused:
        attempt(begun)
    door = Doorway(begun, refused.value, attempt)
    qtbot.addWidget(door)
    door.show()
    qtbot.waitUntil(door.isActiveWindow)
    return door
