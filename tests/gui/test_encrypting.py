"""A large file of a version before: encrypted with how far it is shown, and stopped it stays as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from amdesk.gui.doorway.encrypting import EncryptingPage
from amdesk.gui.doorway.page import Attempt
from amdesk.gui.doorway.window import Doorway
from amdesk.services import clients
from amdesk.services.encrypting import ToEncryptError, encrypt
from amdesk.services.exchange import drain
from amdesk.services.open_desk import open_desk as open_plainly
from amdesk.store import plain
from amdesk.system import paths
from tests.desks import KEY, open_desk


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A plain file with a client, which counts as large."""
    paths.sample_mark(tmp_path).touch()
    desk = open_plainly(tmp_path)
    clients.add(desk, name="Northwind Traders")
    desk.close()
    paths.sample_mark(tmp_path).unlink()
    monkeypatch.setattr(plain, "_LARGE", 1_000)
    return tmp_path


def test_whoever_can_show_it_is_told_and_nothing_is_changed_before(folder: Path) -> None:
    was = paths.library(folder).read_bytes()
    with pytest.raises(ToEncryptError) as refused:
        open_desk(folder, at_once=False)
    assert refused.value.key == KEY
    assert paths.library(folder).read_bytes() == was


def test_it_goes_on_from_piece_to_piece_and_then_the_file_is_encrypted(folder: Path) -> None:
    drain(encrypt(folder, KEY))
    assert not plain.is_plain(paths.library(folder))
    desk = open_desk(folder, at_once=False)
    assert len(clients.find(desk)) == 1
    desk.close()


def test_stopped_in_the_middle_the_file_is_the_one_that_was(folder: Path) -> None:
    work = encrypt(folder, KEY)
    next(work)
    work.close()
    desk = open_desk(folder)
    assert len(clients.find(desk)) == 1
    desk.close()
    assert [one.name for one in folder.iterdir() if one.name.startswith(".amdesk")] == []


def test_the_doorway_encrypts_and_lets_in(folder: Path, qtbot: QtBot, spoken: str) -> None:
    def attempt(one: Attempt) -> object:
        return open_desk(one.folder, at_once=False, **one.given)

    with pytest.raises(ToEncryptError) as refused:
        attempt(Attempt(folder))
    door = Doorway(Attempt(folder), refused.value, attempt)  # type: ignore[arg-type]
    qtbot.addWidget(door)
    assert isinstance(door.pages.currentWidget(), EncryptingPage)
    with qtbot.waitSignal(door.opened):
        door.show()
    assert door.desk is not None
    assert len(clients.find(door.desk)) == 1
    door.desk.close()
