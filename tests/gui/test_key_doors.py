"""Whoever lacks the key finds a page that leads on: passphrase, code, keyring; nothing is made or wiped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from amdesk.domain.errors import AmdeskError, NeedsKeyError
from amdesk.gui.doorway.page import Attempt
from amdesk.gui.doorway.window import Doorway
from amdesk.services import backups, clients, keys
from amdesk.services.desk import Desk
from amdesk.services.exchange import drain
from amdesk.services.open_desk import open_desk
from amdesk.system import paths
from amdesk.system.secrets import SecretsUnavailableError
from tests.desks import MemorySecrets

WORDS = "four words in a row"
Knock = Callable[[], Doorway]


@dataclass
class SlowSecrets(MemorySecrets):
    """A keyring that is locked until somebody has typed its password; the window is refused at once."""

    unlocked: Event = field(default_factory=Event)

    def get(self, name: str) -> str | None:
        if current_thread() is main_thread() and not self.unlocked.is_set():
            raise SecretsUnavailableError("locked")
        self.unlocked.wait(20)
        self.refusal = None
        return super().get(name)


@pytest.fixture
def secrets() -> SlowSecrets:
    made = SlowSecrets()
    made.unlocked.set()
    return made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "own"


@pytest.fixture
def code(folder: Path, secrets: SlowSecrets) -> str:
    """The recovery code of a file that holds one client."""
    desk = open_desk(folder, secrets=secrets)
    clients.add(desk, name="Harbour & Vale")
    made = keys.new_code(desk)
    desk.close()
    return made


@pytest.fixture
def knock(folder: Path, secrets: SlowSecrets, qtbot: QtBot) -> Iterator[Knock]:
    """Tries to open the folder, and stands in the doorway where that is refused."""
    doors: list[Doorway] = []

    def attempt(one: Attempt) -> Desk:
        return open_desk(one.folder, **one.given)

    def begin() -> Doorway:
        first = Attempt(folder, {"secrets": secrets})
        with pytest.raises(AmdeskError) as refused:
            attempt(first)
        door = Doorway(first, refused.value, attempt)
        qtbot.addWidget(door)
        door.show()
        door.activateWindow()
        doors.append(door)
        return door

    yield begin
    for door in doors:
        if door.desk is not None:
            door.desk.close()


def shown(door: Doorway) -> QWidget:
    """The page that is seen."""
    found = door.pages.currentWidget()
    assert isinstance(found, QWidget)
    return found


def press(door: Doorway, name: str) -> None:
    shown(door).findChildren(QAbstractButton, name)[0].click()


def enter(door: Doorway, name: str, text: str) -> QLineEdit:
    line = shown(door).findChild(QLineEdit, name)
    assert isinstance(line, QLineEdit)
    line.clear()
    line.insert(text)
    QTest.keyClick(line, Qt.Key.Key_Return)
    return line


def said(door: Doorway) -> str:
    labels = shown(door).findChildren(QLabel)
    return " ".join(one.text() for one in labels if one.isVisible())


def is_in(door: Doorway, qtbot: QtBot) -> bool:
    """Whether the door opened, and the client is there."""
    qtbot.waitUntil(lambda: door.desk is not None)
    assert door.desk is not None
    return len(clients.find(door.desk)) == 1


def test_an_emptied_keyring_is_no_loss_with_the_code_which_puts_the_key_back(
    code: str, folder: Path, secrets: SlowSecrets, knock: Knock, qtbot: QtBot
) -> None:
    secrets.kept.clear()
    door = knock()
    QApplication.processEvents()
    press(door, "door-code")
    line = enter(door, "recovery-code", "AAAA-BBBB")
    assert "32 letters" in said(door)
    assert line.hasFocus()
    enter(door, "recovery-code", code.lower().replace("-", " ").replace("0", "o"))
    assert is_in(door, qtbot)
    assert len(secrets.kept) == 1
    door.desk.close()  # type: ignore[union-attr]
    again = open_desk(folder, secrets=secrets)
    assert clients.find(again)
    again.close()
    door.desk = None


def test_the_key_of_another_file_in_the_keyring_is_put_right_by_the_code(
    code: str, secrets: SlowSecrets, knock: Knock, qtbot: QtBot
) -> None:
    name = next(iter(secrets.kept))
    secrets.kept[name] = "11" * 32
    door = knock()
    assert isinstance(door.refused.error, NeedsKeyError)
    assert door.refused.error.reason == "wrong_key"
    press(door, "door-code")
    enter(door, "recovery-code", code)
    assert is_in(door, qtbot)


def test_without_a_keyring_a_passphrase_is_chosen_and_asked_at_the_next_start(
    folder: Path, secrets: SlowSecrets, knock: Knock, qtbot: QtBot
) -> None:
    secrets.unlocked.clear()
    secrets.refusal = SecretsUnavailableError("none")
    door = knock()
    enter(door, "new-passphrase-first", WORDS)
    enter(door, "new-passphrase-again", "four words in a bow")
    assert "differ" in said(door)
    enter(door, "new-passphrase-again", WORDS)
    qtbot.waitUntil(lambda: door.desk is not None)
    assert door.desk is not None
    clients.add(door.desk, name="Harbour & Vale")
    door.desk.close()
    door.desk = None
    later = knock()
    enter(later, "passphrase", "no idea")
    assert "does not open" in said(later)
    enter(later, "passphrase", WORDS)
    assert is_in(later, qtbot)


def test_a_locked_keyring_is_waited_for_while_the_window_lives(
    code: str, secrets: SlowSecrets, knock: Knock, qtbot: QtBot
) -> None:
    locked = SecretsUnavailableError("locked")
    secrets.get = _refuse(locked)  # type: ignore[method-assign, assignment]
    door = knock()
    del secrets.get
    secrets.unlocked.clear()
    qtbot.waitUntil(lambda: shown(door).objectName() == "door-waiting")
    press(door, "door-stop")
    assert shown(door).objectName() == "door-refused"
    press(door, "door-unlock")
    assert shown(door).objectName() == "door-waiting"
    secrets.unlocked.set()
    assert is_in(door, qtbot)


@pytest.mark.parametrize("unlocks", [True, False])
def test_a_locked_keyring_does_not_keep_the_window_from_one_who_restores_a_backup(
    code: str, folder: Path, secrets: SlowSecrets, knock: Knock, qtbot: QtBot, unlocks: bool
) -> None:
    with closing(open_desk(folder, secrets=secrets)) as desk:
        drain(backups.back_up(desk))
    (folder / "amdesk.sqlite").write_bytes(b"")
    door = knock()
    press(door, "door-restore")
    secrets.unlocked.clear()
    press(door, "door-backup-restore")
    assert shown(door).objectName() == "door-waiting"
    if unlocks:
        secrets.unlocked.set()
        assert is_in(door, qtbot)
        return
    press(door, "door-instead")
    qtbot.waitUntil(lambda: shown(door).objectName() == "door-backup-key")
    secrets.unlocked.set()


def test_a_new_file_waits_for_a_locked_keyring_in_the_window_or_takes_a_passphrase_instead(
    folder: Path, secrets: SlowSecrets, knock: Knock, qtbot: QtBot
) -> None:
    secrets.refusal = SecretsUnavailableError("locked")
    secrets.put = _refuse_all(secrets.refusal)  # type: ignore[method-assign,assignment]
    door = knock()
    qtbot.waitUntil(lambda: shown(door).objectName() in {"door-waiting", "door-refused"})
    qtbot.waitUntil(lambda: shown(door).objectName() == "door-refused")
    assert "is to be kept" in said(door)
    press(door, "door-choose")
    press(door, "door-back")
    secrets.put = lambda _name, _secret: secrets.unlocked.wait(20)  # type: ignore[method-assign,assignment]
    secrets.unlocked.clear()
    press(door, "door-unlock")
    assert "of a new one" in said(door)
    press(door, "door-instead")
    secrets.unlocked.set()
    enter(door, "new-passphrase-first", WORDS)
    enter(door, "new-passphrase-again", WORDS)
    qtbot.waitUntil(lambda: door.desk is not None)
    assert door.desk is not None
    assert keys.has_passphrase(door.desk)
    assert not keys.in_keyring(door.desk)


def test_a_keyring_that_was_unlocked_and_has_no_key_says_that(
    code: str, secrets: SlowSecrets, knock: Knock, qtbot: QtBot
) -> None:
    secrets.get = _refuse(SecretsUnavailableError("locked"))  # type: ignore[method-assign, assignment]
    secrets.kept.clear()
    door = knock()
    del secrets.get
    qtbot.waitUntil(lambda: shown(door).findChild(QAbstractButton, "door-code") is not None)
    qtbot.waitUntil(lambda: getattr(door.refused.error, "reason", "") == "no_entry")


def test_the_passphrase_that_unlocks_the_program_opens_its_file_too(
    code: str, folder: Path, secrets: SlowSecrets, knock: Knock, qtbot: QtBot
) -> None:
    desk = open_desk(folder, secrets=secrets)
    keys.set_passphrase(desk, WORDS)
    desk.close()
    secrets.kept.clear()
    door = knock()
    press(door, "door-passphrase")
    enter(door, "passphrase", WORDS)
    assert is_in(door, qtbot)
    assert len(secrets.kept) == 1


def test_where_the_file_is_gone_beginning_anew_is_said_plainly_and_deletes_nothing(
    code: str, folder: Path, knock: Knock, qtbot: QtBot
) -> None:
    gone = folder.parent / "gone"
    paths.library(folder).rename(gone)
    door = knock()
    press(door, "door-anew")
    assert str(folder) in said(door)
    press(door, "door-begin")
    qtbot.waitUntil(lambda: door.desk is not None)
    assert door.desk is not None
    assert not clients.find(door.desk)
    assert len(list(folder.glob("*-before-1.*"))) == 2


def _refuse_all(error: Exception) -> Callable[[str, str], None]:
    def put(_name: str, _secret: str) -> None:
        raise error

    return put


def _refuse(error: Exception) -> Callable[[str], str | None]:
    def get(_name: str) -> str | None:
        raise error

    return get
