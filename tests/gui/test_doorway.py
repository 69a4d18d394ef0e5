"""The window that stands where there is no desk: why, and a way on for each reason."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from amdesk.domain.errors import AlreadyOpenError, AmdeskError
from amdesk.gui.doorway.asked import BackupKeyPage
from amdesk.gui.doorway.backups import BackupsInDoor
from amdesk.gui.doorway.exporting import ExportingPage
from amdesk.gui.doorway.other_folder import OtherFolderPage
from amdesk.gui.doorway.page import Attempt, DoorPage, Refused
from amdesk.gui.doorway.window import Doorway
from amdesk.services import backups, clients, exchange
from amdesk.services.desk import Desk
from amdesk.services.exchange import drain
from amdesk.services.open_desk import open_in_memory
from amdesk.system import moved, paths
from tests.desks import KEY, PASSPHRASE, open_desk
from tests.gui.keys import Key, strike, strike_until

FILE = "amdesk.sqlite"


def attempt(one: Attempt) -> Desk:
    return open_desk(one.folder, **one.given)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one client and a backup, whose file has since been cut off."""
    desk = open_desk(tmp_path)
    clients.add(desk, name="Northwind Traders")
    drain(backups.back_up(desk))
    desk.close()
    (tmp_path / FILE).write_bytes((tmp_path / FILE).read_bytes()[:-8_192])
    return tmp_path


@pytest.fixture
def door(folder: Path, qtbot: QtBot, spoken: str) -> Iterator[Doorway]:
    with pytest.raises(AmdeskError) as refused:
        attempt(Attempt(folder))
    made = Doorway(Attempt(folder, {"key": KEY}), refused.value, attempt)
    qtbot.addWidget(made)
    made.show()
    yield made
    if made.desk is not None:
        made.desk.close()


def shown(door: Doorway) -> DoorPage:
    page = door.pages.currentWidget()
    assert isinstance(page, DoorPage)
    return page


def press(door: Doorway, name: str) -> None:
    shown(door).findChildren(QAbstractButton, name)[0].click()


def said(door: Doorway, name: str) -> str:
    made = shown(door).findChild(QLabel, name)
    assert made is not None
    return made.text()


def test_the_page_says_which_file_it_is_and_the_first_way_on_has_the_keys(door: Doorway) -> None:
    assert FILE in said(door, "door-text")
    assert said(door, "door-calm")
    first = shown(door).first
    assert first is not None
    assert first.objectName() == "door-restore"


def test_a_backup_takes_the_place_of_a_damaged_file_and_that_is_kept(
    door: Doorway, folder: Path, qtbot: QtBot
) -> None:
    damaged = (folder / FILE).read_bytes()
    press(door, "door-restore")
    assert isinstance(door.pages.currentWidget(), BackupsInDoor)
    with qtbot.waitSignal(door.opened):
        press(door, "door-backup-restore")
    assert door.desk is not None
    assert [line.name for line in clients.lines(door.desk, clients.find(door.desk))] == ["Northwind Traders"]
    (aside,) = folder.glob("amdesk-set-aside-*.sqlite")
    assert aside.read_bytes() == damaged


def test_by_keys_alone_one_goes_in_and_back_again(door: Doorway, qtbot: QtBot) -> None:
    door.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is shown(door).first)
    strike(Key.Key_Return)
    inner = shown(door)
    assert isinstance(inner, BackupsInDoor)
    strike_until(Key.Key_Tab, inner.back.hasFocus)
    QTest.keyClick(inner.back, Qt.Key.Key_Return)
    first = shown(door).first
    assert first is not None
    assert (first.objectName(), first.hasFocus()) == ("door-restore", True)
    QTest.keyClick(first, Qt.Key.Key_Return)
    strike(Key.Key_Escape)
    assert shown(door).first is first
    QTest.keyClick(first, Qt.Key.Key_Escape)
    assert door.isVisible(), "there is no way back from the first page"


def test_it_can_be_tried_again_without_another_start(door: Doorway, folder: Path, qtbot: QtBot) -> None:
    whole = folder / "elsewhere"
    open_desk(whole).close()
    (whole / FILE).replace(folder / FILE)
    with qtbot.waitSignal(door.opened):
        press(door, "door-again")


def test_another_try_that_fails_tells_the_new_reason(door: Doorway, folder: Path, qtbot: QtBot) -> None:
    (folder / FILE).write_bytes(b"")
    before = said(door, "door-title")
    press(door, "door-again")
    qtbot.waitUntil(lambda: said(door, "door-title") != before)


def test_what_exactly_holds_no_folder_and_no_name(door: Doorway, folder: Path) -> None:
    press(door, "door-fold")
    lines = said(door, "door-lines")
    assert "CannotOpenError" in lines
    assert str(folder) not in lines


def test_going_away_leaves_everything_as_it_was(door: Doorway, folder: Path, qtbot: QtBot) -> None:
    before = {path.name: path.read_bytes() for path in folder.glob("amdesk*")}
    with qtbot.waitSignal(door.left):
        press(door, "door-quit")
    assert {path.name: path.read_bytes() for path in folder.glob("amdesk*")} == before


def test_who_has_no_keyring_types_the_passphrase_before_a_backup_is_restored(
    door: Doorway, qtbot: QtBot
) -> None:
    page = door.pages.currentWidget()
    assert isinstance(page, DoorPage)
    page.refused = Refused(Attempt(page.refused.folder), page.refused.error, page.refused.folder)
    press(door, "door-restore")
    press(door, "door-backup-restore")
    qtbot.waitUntil(lambda: isinstance(door.pages.currentWidget(), BackupKeyPage))
    asks = door.pages.currentWidget()
    assert isinstance(asks, BackupKeyPage)
    asks.asked.line.setText(PASSPHRASE)
    with qtbot.waitSignal(door.opened):
        asks.asked.go()


def test_what_can_be_read_of_a_damaged_file_is_saved_and_counted(
    door: Doorway, folder: Path, qtbot: QtBot
) -> None:
    press(door, "door-save")
    press(door, "door-save-go")
    qtbot.waitUntil(lambda: door.findChild(QLabel, "door-saved-client") is not None)
    with qtbot.waitSignal(door.opened):
        press(door, "door-saved-open")
    assert door.desk is not None
    assert len(clients.find(door.desk)) == 1
    assert len(list(folder.glob("amdesk-set-aside-*.sqlite"))) == 1


def test_what_can_be_read_of_a_damaged_file_is_exported_and_the_file_stays_as_it_is(
    door: Doorway, folder: Path, qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory
) -> None:
    stick = tmp_path_factory.mktemp("stick")
    before = {one: one.read_bytes() for one in sorted(folder.rglob("*")) if one.is_file()}
    press(door, "door-export")
    page = door.pages.currentWidget()
    assert isinstance(page, ExportingPage)
    page.export_to(stick)
    qtbot.waitUntil(lambda: not page.outcome.isHidden())
    assert {one: one.read_bytes() for one in sorted(folder.rglob("*")) if one.is_file()} == before
    written = sorted(one.name for one in stick.iterdir())
    assert "amdesk.json" in written
    assert "clients.csv" in written
    assert not [name for name in written if name.startswith(".")]
    with closing(open_in_memory()) as desk:
        drain(exchange.run(desk, exchange.preview(desk, stick / "amdesk.json")))
        assert len(clients.find(desk)) == 1


@pytest.mark.parametrize(("way", "remembered"), [("door-always", True), ("door-once", False)])
def test_another_folder_is_opened_from_now_on_or_once(
    door: Doorway, folder: Path, qtbot: QtBot, way: str, remembered: bool
) -> None:
    other = folder / "other"
    open_desk(other).close()
    door.show_page(OtherFolderPage(door.refused, other))
    with qtbot.waitSignal(door.opened):
        press(door, way)
    assert door.desk is not None
    assert door.desk.folder == other
    assert paths.data_folder(folder) == (other if remembered else folder), "where the next start looks"
    assert (folder / FILE).exists()


def test_another_folder_that_does_not_open_either_is_not_opened_from_now_on(
    door: Doorway, folder: Path, qtbot: QtBot
) -> None:
    other = folder / "other"
    open_desk(other).close()
    (other / FILE).write_bytes(b"")
    door.show_page(OtherFolderPage(door.refused, other))
    press(door, "door-always")
    qtbot.waitUntil(lambda: door.refused.folder == other)
    assert paths.data_folder(folder) == folder


def test_what_was_left_where_the_data_were_moved_from_can_be_opened_again(
    qtbot: QtBot, tmp_path: Path
) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    for one in (old, new):
        open_desk(one).close()
    moved.point(old, new)
    (new / FILE).write_bytes(b"")
    with pytest.raises(AmdeskError) as refused:
        attempt(Attempt(old))
    door = Doorway(Attempt(old), refused.value, attempt)
    qtbot.addWidget(door)
    door.show()
    door.show_page(OtherFolderPage(door.refused, old))
    with qtbot.waitSignal(door.opened):
        press(door, "door-return")
    assert door.desk is not None
    assert door.desk.folder == old
    assert paths.data_folder(old) == old
    door.desk.close()


def test_once_another_program_lets_go_of_the_file_one_comes_in_by_oneself(
    tmp_path: Path, qtbot: QtBot
) -> None:
    open_desk(tmp_path).close()
    script = (
        "import sys; from pathlib import Path; from tests.desks import open_desk\n"
        "desk = open_desk(Path(sys.argv[1])); print('open', flush=True); sys.stdin.read(); desk.close()"
    )
    words = [sys.executable, "-c", script, str(tmp_path)]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdin is not None
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        with pytest.raises(AlreadyOpenError) as refused:
            attempt(Attempt(tmp_path))
        door = Doorway(Attempt(tmp_path), refused.value, attempt)
        qtbot.addWidget(door)
        opened: list[Desk] = []
        door.opened.connect(opened.append)
        door.look()
        assert not opened
        other.stdin.close()
    with qtbot.waitSignal(door.opened):
        door.look()
    opened[0].close()
