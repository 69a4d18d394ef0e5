"""Locked, nothing of anybody is to be seen or opened; all stays as it was, reminders ring nameless."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from amdesk.domain.errors import AmdeskError
from amdesk.gui import speaking
from amdesk.gui.application import Application
from amdesk.gui.lock_window import LockWindow
from amdesk.gui.pages.backups import BackupsPage
from amdesk.gui.pages.passphrase import PassphrasePage
from amdesk.gui.place import Place
from amdesk.gui.presence import Presence
from amdesk.gui.tray.instance import tell_first
from amdesk.gui.widgets.fields import Picker
from amdesk.services import backups, clients, folder_key, keys, reminders
from amdesk.services.desk import Desk
from tests.desks import KEY, NOON, PASSPHRASE, Clock, MemorySecrets, open_desk

Start = Callable[[], Application]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def own_desk(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    """A file whose key a keyring has, and which has a passphrase beside."""
    made = open_desk(tmp_path / "own", secrets=MemorySecrets(), clock=clock)
    assert made.folder is not None
    folder_key.remember(made.folder, KEY, MemorySecrets())
    clients.add(made, name="Harbour & Vale")
    made.settings.choose("on_close", "quit")
    yield made
    made.close()


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot, own_desk: Desk) -> Iterator[Start]:
    """Starts the program, the one before being ended."""
    running: list[Application] = []

    def begin() -> Application:
        while running:
            running.pop().close()
        shown = Application(qapp, own_desk, spoken="en")
        running.append(shown)
        shown.show()
        qtbot.waitUntil(lambda: shown.presence is not None)
        return shown

    yield begin
    while running:
        running.pop().close()
    QApplication.setQuitOnLastWindowClosed(True)


@pytest.fixture
def listener() -> Iterator[None]:
    """A screen reader runs."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def presence_of(running: Application) -> Presence:
    assert running.presence is not None
    return running.presence


def locked(running: Application) -> LockWindow:
    """The locked window, which is the only one there is to see."""
    found = presence_of(running).lock.shown
    assert isinstance(found, LockWindow)
    assert [one for one in QApplication.topLevelWidgets() if one.isVisible()] == [found]
    return found


def unlock(window: LockWindow, text: str) -> None:
    QTest.keyClicks(window.passphrase.line, text)
    QTest.keyClick(window.passphrase.line, Qt.Key.Key_Return)


def at() -> QWidget:
    found = QApplication.focusWidget()
    assert isinstance(found, QWidget)
    return found


def said(window: QWidget) -> str:
    """All that it says and is called."""
    parts = [window, *window.findChildren(QWidget)]
    texts = [one.text() for one in parts if isinstance(one, QLabel | QPushButton | QLineEdit)]
    return " ".join([window.windowTitle(), *texts, *(one.accessibleName() for one in parts)])


def all_heard() -> str:
    """All that who walks through the whole program with a screen reader can have read out, hidden or not."""

    def names(node: QAccessibleInterface | None) -> Iterator[str]:
        if node is not None and node.isValid():
            yield node.text(QAccessible.Text.Name)
            for number in range(node.childCount()):
                yield from names(node.child(number))

    program = QApplication.instance()
    assert program is not None
    return "\n".join(names(QAccessible.queryAccessibleInterface(program)))


def test_lock_hides_everything_and_enter_brings_all_back_as_it_was(start: Start, own_desk: Desk) -> None:
    running = start()
    client = clients.find(own_desk)[0]
    running.window.go(Place("edit_client", client))
    name = running.window.findChild(QLineEdit, "client-name")
    assert isinstance(name, QLineEdit)
    name.setText("Harbour & Vale Ltd")
    QApplication.clipboard().setText("mine")
    running.window.commands.by_id["window.lock"].trigger()
    window = locked(running)
    assert "Harbour" not in said(window)
    unlock(window, "wrong")
    assert "not the passphrase" in said(window)
    assert not running.window.isVisible()
    unlock(window, PASSPHRASE)
    assert running.window.isVisible()
    assert not presence_of(running).lock.is_locked
    assert name.text() == "Harbour & Vale Ltd"
    assert QApplication.clipboard().text() == "mine"
    assert own_desk.undo_label is not None


@pytest.mark.usefixtures("listener")
def test_a_screen_reader_finds_no_name_in_what_is_hidden(start: Start, own_desk: Desk) -> None:
    running = start()
    running.window.go(Place("client", clients.find(own_desk)[0]))
    assert "Harbour" in all_heard()
    for was_in_the_tray in (False, True):
        running.window.setVisible(not was_in_the_tray)
        presence_of(running).lock.lock()
        assert "Harbour" not in all_heard()
        presence_of(running).lock.raise_window()
        assert "amdesk is locked" in all_heard()
        unlock(locked(running), PASSPHRASE)
        assert "Harbour" in all_heard()


@pytest.mark.usefixtures("listener")
def test_what_goes_wrong_meanwhile_is_neither_seen_nor_read_out_before_it_is_unlocked(start: Start) -> None:
    running = start()
    presence_of(running).lock.lock()
    presence_of(running).post.refused.emit(AmdeskError("The mail to Harbour & Vale was not accepted."))
    message = running.window.message
    assert not message.isVisible()
    assert speaking.is_unheard(message)
    assert "Harbour" not in all_heard()
    unlock(locked(running), PASSPHRASE)
    assert message.isVisible()
    assert not speaking.is_unheard(message)


def test_who_forgot_the_passphrase_gets_in_with_the_code(start: Start, own_desk: Desk) -> None:
    running = start()
    code = keys.new_code(own_desk)
    presence_of(running).lock_now()
    window = locked(running)
    link = window.findChild(QPushButton, "lock-code")
    assert isinstance(link, QPushButton)
    link.click()
    QTest.keyClicks(window.code.line, code.lower().replace("-", " "))
    QTest.keyClick(window.code.line, Qt.Key.Key_Return)
    assert running.window.isVisible()


def test_by_keys_alone_one_comes_to_the_code_and_back(start: Start, qtbot: QtBot) -> None:
    running = start()
    presence_of(running).lock_now()
    window = locked(running)
    with qtbot.waitActive(window):
        window.activateWindow()
    assert at() is window.passphrase.line
    for _ in range(6):
        if at().objectName() != "lock-code":
            QTest.keyClick(at(), Qt.Key.Key_Tab)
    QTest.keyClick(at(), Qt.Key.Key_Return)
    assert at() is window.code.line
    QTest.keyClick(at(), Qt.Key.Key_Tab)
    QTest.keyClick(at(), Qt.Key.Key_Tab)
    assert at().objectName() == "lock-back"
    QTest.keyClick(at(), Qt.Key.Key_Return)
    assert at() is window.passphrase.line


def test_what_rings_meanwhile_leads_nowhere_until_it_is_unlocked(
    start: Start, own_desk: Desk, clock: Clock
) -> None:
    running = start()
    presence = presence_of(running)
    presence.lock_now()
    client = clients.find(own_desk)[0]
    reminders.add(own_desk, text="Ask Maya", due_on=NOON.date(), clock="12:30", client_id=client)
    clock.move(minutes=30)
    presence.ringing.alarm.look()
    popup = presence.ringing.popup
    assert popup is not None
    assert popup.isVisible()
    assert "Maya" not in said(popup)
    assert "Harbour" not in said(popup)
    presence.go(Place("client", client))
    assert running.window.place != Place("client", client)
    assert not running.window.isVisible()
    shown = presence.lock.shown
    assert shown is not None
    unlock(shown, PASSPHRASE)
    assert "Ask Maya" in said(popup)
    popup.close()


def test_it_locks_by_itself_once_nobody_has_touched_it_for_so_long(
    start: Start, own_desk: Desk, clock: Clock
) -> None:
    own_desk.settings.choose("lock_after", "10")
    running = start()
    unlock(locked(running), PASSPHRASE)
    clock.move(minutes=9)
    QTest.keyClick(running.window, Qt.Key.Key_Shift)
    clock.move(minutes=9)
    presence_of(running).ringing.alarm.look()
    assert not presence_of(running).lock.is_locked
    clock.move(minutes=1)
    presence_of(running).ringing.alarm.look()
    assert presence_of(running).lock.is_locked


def test_the_first_key_after_a_long_sleep_locks_and_reaches_nobody(
    start: Start, own_desk: Desk, clock: Clock
) -> None:
    own_desk.settings.choose("lock_after", "10")
    running = start()
    unlock(locked(running), PASSPHRASE)
    before = running.window.place
    clock.move(hours=8)
    QTest.keyClick(running.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert presence_of(running).lock.is_locked
    assert running.window.place == before


@pytest.mark.parametrize("how", ["chosen", "left locked"])
def test_a_new_start_asks_first_where_a_lock_is_set_or_it_was_left_locked(
    start: Start, own_desk: Desk, how: str
) -> None:
    if how == "chosen":
        own_desk.settings.choose("lock_after", "30")
    else:
        presence_of(start()).lock_now()
    running = start()
    window = locked(running)
    unlock(window, PASSPHRASE)
    assert running.window.isVisible()


def test_work_that_is_under_way_goes_on_while_it_is_locked(
    start: Start, own_desk: Desk, qtbot: QtBot
) -> None:
    running = start()
    running.window.go(Place("backups", ask="now"))
    page = running.window.pages.page
    assert isinstance(page, BackupsPage)
    assert page.stack.is_working
    presence_of(running).lock_now()
    qtbot.waitUntil(lambda: not page.stack.is_working, timeout=20_000)
    assert backups.kept(own_desk)


def test_a_second_start_raises_the_locked_window_only(start: Start, own_desk: Desk, qtbot: QtBot) -> None:
    running = start()
    presence_of(running).lock_now()
    window = locked(running)
    window.hide()
    assert own_desk.folder is not None
    tell_first(own_desk.folder, "show")
    qtbot.waitUntil(window.isVisible)
    assert locked(running) is window


def test_lock_without_a_passphrase_asks_to_set_one_and_then_locks(start: Start, own_desk: Desk) -> None:
    keys.remove_passphrase(own_desk)
    running = start()
    running.window.commands.by_id["window.lock"].trigger()
    page = running.window.pages.page
    assert isinstance(page, PassphrasePage)
    QTest.keyClicks(page.fields.first, "four words in a row")
    QTest.keyClick(page.fields.first, Qt.Key.Key_Return)
    QTest.keyClicks(page.fields.again, "four words in a row")
    QTest.keyClick(page.fields.again, Qt.Key.Key_Return)
    unlock(locked(running), "four words in a row")
    assert running.window.isVisible()


def test_choosing_a_time_sets_a_passphrase_first_and_taking_it_away_ends_the_lock(
    start: Start, own_desk: Desk
) -> None:
    keys.remove_passphrase(own_desk)
    running = start()
    running.window.go(Place("settings"))
    picker = running.window.findChild(Picker, "setting-lock_after")
    assert isinstance(picker, Picker)
    picker.choose("15")
    picker.picked.emit("15")
    page = running.window.pages.page
    assert isinstance(page, PassphrasePage)
    assert own_desk.settings["lock_after"] == ""
    for field in (page.fields.first, page.fields.again):
        field.setText("four words in a row")
    page.save()
    assert own_desk.settings["lock_after"] == "15"
    assert picker.value() == "15"
    running.window.go(Place("passphrase"))
    page = running.window.pages.page
    assert isinstance(page, PassphrasePage)
    page.present.setText("no idea")
    page.remove()
    assert keys.has_passphrase(own_desk)
    page.present.setText("four words in a row")
    page.remove()
    assert not keys.has_passphrase(own_desk)
    assert own_desk.settings["lock_after"] == ""
