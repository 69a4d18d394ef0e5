"""A large file that a crash left open is looked through with a window there, and opens if it is sound."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from amdesk.domain.errors import AmdeskError
from amdesk.gui.doorway.looking_through import LookingThroughPage
from amdesk.gui.doorway.page import Attempt
from amdesk.gui.doorway.window import Doorway
from amdesk.services import clients, looking_through
from amdesk.services.desk import Desk
from amdesk.store import probing
from amdesk.system import paths
from tests.desks import open_desk


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file with a client, which counts as large and was not closed."""
    desk = open_desk(tmp_path)
    clients.add(desk, name="Northwind Traders")
    desk.close()
    paths.library(tmp_path).with_name("amdesk.sqlite-wal").touch()
    monkeypatch.setattr(probing, "_LARGE", 1_000)
    return tmp_path


@pytest.fixture
def door(folder: Path, qtbot: QtBot, spoken: str) -> Doorway:
    with pytest.raises(looking_through.ToLookThroughError) as refused:
        attempt(Attempt(folder))
    made = Doorway(Attempt(folder), refused.value, attempt)
    qtbot.addWidget(made)
    assert isinstance(made.pages.currentWidget(), LookingThroughPage)
    return made


def attempt(one: Attempt) -> Desk:
    return open_desk(one.folder, **{"at_once": False, **one.given})


def test_who_sees_the_window_is_let_in_once_all_was_looked_at(door: Doorway, qtbot: QtBot) -> None:
    with qtbot.waitSignal(door.opened):
        door.show()
    assert door.desk is not None
    assert len(clients.find(door.desk)) == 1
    door.desk.close()


def test_of_damage_the_page_tells_and_the_file_stays_as_it_is(
    door: Doorway, folder: Path, qtbot: QtBot
) -> None:
    library = paths.library(folder)
    whole = bytearray(library.read_bytes())
    whole[len(whole) // 2] ^= 1
    library.write_bytes(whole)
    door.show()
    qtbot.waitUntil(lambda: door.pages.currentWidget().objectName() == "door-refused")  # type: ignore[union-attr]
    assert getattr(door.refused.error, "reason", "") == "damaged"
    assert library.read_bytes() == whole


def test_a_second_start_is_not_told_to_wait_for_the_first(folder: Path) -> None:
    first = open_desk(folder)
    with pytest.raises(AmdeskError) as refused:
        attempt(Attempt(folder))
    first.close()
    assert getattr(refused.value, "reason", "") == "in_use"
