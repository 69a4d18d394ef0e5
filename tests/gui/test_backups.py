"""The page of backups: one more, and one put back, by keys and with a way back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from amdesk.gui import show
from amdesk.gui.pages.backups import BackupsPage
from amdesk.gui.place import Place
from amdesk.gui.widgets.backup_line import BackupLine
from amdesk.gui.widgets.layout import column
from amdesk.gui.window import Window
from amdesk.i18n.catalog import _
from amdesk.services import backup_keys, backups, clients, keys
from amdesk.services.desk import Desk
from amdesk.services.exchange import drain
from amdesk.services.open_desk import open_desk as open_elsewhere
from tests.desks import MemorySecrets, client_with_contact
from tests.gui.keys import Key, Keyboard


def page_of(window: Window, place: Place) -> BackupsPage:
    """The page, once it is shown."""
    window.go(place)
    shown = window.pages.page
    assert isinstance(shown, BackupsPage)
    return shown


def rest(page: BackupsPage, qtbot: QtBot) -> None:
    """Let what is under way come to its end."""
    qtbot.waitUntil(lambda: not page.stack.is_working, timeout=20_000)


def lines(page: BackupsPage) -> int:
    """How many backups are listed."""
    return sum(one.isVisible() for one in page.findChildren(QWidget, "backup-line"))


def test_the_command_makes_one_and_says_so(window: Window, desk: Desk, qtbot: QtBot) -> None:
    window.commands.by_id["data.back_up"].trigger()
    page = window.pages.page
    assert isinstance(page, BackupsPage)
    rest(page, qtbot)
    made = backups.kept(desk)
    assert made[0].path.name in page.outcome.words.text()
    qtbot.waitUntil(lambda: lines(page) == len(made) == 2)


def test_coming_back_makes_no_other_backup(window: Window, desk: Desk, qtbot: QtBot) -> None:
    rest(page_of(window, Place("backups", ask="now")), qtbot)
    made = len(backups.kept(desk))
    window.go(Place("settings"))
    window.pages.back()
    page = window.pages.page
    assert isinstance(page, BackupsPage)
    rest(page, qtbot)
    assert len(backups.kept(desk)) == made


def test_the_buttons_of_kept_backups_stand_below_one_another(qtbot: QtBot) -> None:
    lines = [
        BackupLine(when, 1_000_000, "Restore…", name="backup", run=lambda: None)
        for when in ("10 Mar 2026, 09:30", "9 Mar 2026, 09:30")
    ]
    listed = column(*lines, name="listed")
    qtbot.addWidget(listed)
    listed.resize(560, 200)
    listed.show()
    ends = {one.restore.mapTo(listed, one.restore.rect().topRight()).x() for one in lines}
    assert len(ends) == 1
    assert ends.pop() > listed.width() - 40


def test_a_backup_is_looked_into_restored_and_taken_back(window: Window, desk: Desk, qtbot: QtBot) -> None:
    rest(page_of(window, Place("backups", ask="now")), qtbot)
    before = clients.find(desk, "")
    client_with_contact(desk, name="Blue Harbour")
    page = page_of(window, Place("backups"))
    page.findChildren(QPushButton, "backup-restore")[0].click()
    rest(page, qtbot)
    assert page.look.isVisible()
    assert page.look.findChild(QLabel, "backup-look-1-1") is not None
    page.look.go.click()
    rest(page, qtbot)
    assert clients.find(desk, "") == before
    assert page.outcome.undo.isVisible()
    page.outcome.undo.click()
    assert len(clients.find(desk, "")) == len(before) + 1
    window.redo()
    assert not page.outcome.isVisible(), "its Undo would take back another step than it was offered for"


def test_the_look_tells_what_the_trash_has_by_itself(window: Window, desk: Desk, qtbot: QtBot) -> None:
    page = page_of(window, Place("backups", ask="now"))
    rest(page, qtbot)
    there = len(clients.find(desk, ""))
    clients.remove(desk, clients.find(desk, "")[0])
    page.findChildren(QPushButton, "backup-restore")[0].click()
    rest(page, qtbot)
    cells = [one for one in page.look.findChildren(QLabel) if one.objectName().startswith("backup-look-")]
    words = [one.text().lstrip("\N{RIGHT-TO-LEFT MARK}") for one in cells]
    assert words[-3:] == [_("Trash"), show.count(1), show.count(0)], "apart, below the rest"
    assert [show.count(there - 1), show.count(there)] in [words[at : at + 2] for at in range(len(words))]


def test_escape_leaves_the_look_into_a_backup_for_the_list(window: Window, desk: Desk, qtbot: QtBot) -> None:
    page = page_of(window, Place("backups", ask="now"))
    rest(page, qtbot)
    page.findChildren(QPushButton, "backup-restore")[0].click()
    rest(page, qtbot)
    for is_asked in (False, True):
        if is_asked:
            page.ask_passphrase()
        Keyboard(window).press(Key.Key_Escape)
        assert (window.place.page, page.stack.currentIndex()) == ("backups", 0)
        assert page.now.hasFocus()


def test_a_backup_gone_meanwhile_is_said(window: Window, desk: Desk, qtbot: QtBot) -> None:
    page = page_of(window, Place("backups", ask="now"))
    rest(page, qtbot)
    made = backups.kept(desk)[0]
    made.path.write_bytes(b"cut off")
    page.show_contents(made.path)
    rest(page, qtbot)
    assert made.path.name in page.outcome.words.text()
    assert not page.look.isVisible()


@pytest.mark.parametrize("missing", ["/no/such/folder"])
def test_a_second_folder_that_is_not_there_is_said_where_the_backup_was_asked_for(
    window: Window, desk: Desk, qtbot: QtBot, missing: str
) -> None:
    desk.settings.choose("backup_folder", missing)
    page = page_of(window, Place("backups", ask="now"))
    rest(page, qtbot)
    assert missing in page.outcome.words.text()
    assert len(backups.kept(desk)) == 2


def test_a_backup_of_another_machine_asks_for_its_code_and_is_restored(
    window: Window, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    other = open_elsewhere(tmp_path / "other", secrets=MemorySecrets())
    client_with_contact(other, name="Blue Harbour")
    code = keys.new_code(other)
    made = drain(backups.back_up(other))
    other.close()
    page = page_of(window, Place("backups"))
    page.show_contents(made)
    rest(page, qtbot)
    asked = page.code.asked
    assert asked is not None
    qtbot.waitUntil(asked.isVisible)
    assert asked.line.hasFocus()
    asked.line.setText("0" * 32)
    asked.go()
    assert asked.isVisible(), "another try"
    asked.line.setText(code.lower())
    asked.go()
    rest(page, qtbot)
    assert page.look.isVisible()
    page.look.go.click()
    rest(page, qtbot)
    assert [line.name for line in clients.lines(desk, clients.find(desk, ""))] == ["Blue Harbour"]


def test_a_backup_is_made_with_a_passphrase_typed_twice(window: Window, desk: Desk, qtbot: QtBot) -> None:
    page = page_of(window, Place("backups"))
    before = len(backups.kept(desk))
    (ask,) = page.findChildren(QPushButton, "backups-passphrase")
    ask.click()
    assert page.words.fields.first.hasFocus()
    page.words.fields.first.setText("correct horse battery")
    page.words.fields.settled.emit()
    assert not page.stack.is_working, "it is wanted twice"
    page.words.fields.again.setText("correct horse battery")
    page.words.fields.settled.emit()
    rest(page, qtbot)
    made = backups.kept(desk)
    assert len(made) == before + 1
    assert backup_keys.key_of(made[0].path, "correct horse battery") == desk.key
    assert page.words.fields.first.text() == "", "and is not left standing there"
