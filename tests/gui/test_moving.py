"""Moving one's data elsewhere, from the settings to the window that opens on them again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from amdesk.gui.data_place import DataPlace
from amdesk.gui.doorway.moving import MovingPage
from amdesk.gui.doorway.page import Attempt
from amdesk.gui.doorway.window import Doorway
from amdesk.services import clients, moving
from amdesk.services.desk import Desk
from amdesk.services.exchange import drain
from tests.desks import KEY, open_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = open_desk(tmp_path / "old")
    clients.add(made, name="Northwind Traders")
    (tmp_path / "disk").mkdir()
    yield made
    made.close()


def said(widget: DataPlace, name: str) -> str:
    found = widget.findChild(QLabel, name)
    assert found is not None
    return "" if found.isHidden() else found.text()


def press(widget: DataPlace, name: str) -> None:
    found = widget.findChild(QPushButton, name)
    assert found is not None
    found.click()


@pytest.fixture
def place(desk: Desk, qtbot: QtBot, spoken: str) -> DataPlace:
    made = DataPlace(desk, lambda: None)
    qtbot.addWidget(made)
    made.show()
    return made


def test_where_the_data_would_go_is_said_before_they_do(place: DataPlace, desk: Desk, tmp_path: Path) -> None:
    place.plan(tmp_path / "disk")
    assert str(tmp_path / "disk" / "amdesk") in said(place, "data-plan")
    assert not desk.settings["moving_to"]
    press(place, "data-go")
    assert desk.settings["moving_to"] == str(tmp_path / "disk" / "amdesk")


def test_a_folder_that_will_not_do_is_refused_where_it_was_chosen(place: DataPlace, tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    place.plan(tmp_path / "Dropbox")
    assert "Dropbox" in said(place, "data-error")
    place.plan(tmp_path / "disk")
    assert not said(place, "data-error")


def test_the_window_opens_where_the_data_went(desk: Desk, qtbot: QtBot, tmp_path: Path, spoken: str) -> None:
    moving.begin(desk, tmp_path / "disk" / "amdesk")
    refusal = moving.under_way(desk)
    assert refusal is not None
    desk.close()
    start = Attempt(tmp_path / "old", {"key": KEY})
    door = Doorway(start, refusal, lambda one: open_desk(one.folder, **one.given))
    qtbot.addWidget(door)
    with qtbot.waitSignal(door.opened):
        door.show()
    assert door.desk is not None
    assert door.desk.folder == tmp_path / "disk" / "amdesk"
    assert len(clients.find(door.desk)) == 1
    door.desk.close()


def test_stopped_in_the_middle_it_says_that_nothing_was_moved(
    desk: Desk, qtbot: QtBot, tmp_path: Path, spoken: str
) -> None:
    moving.begin(desk, tmp_path / "disk" / "amdesk")
    refusal = moving.under_way(desk)
    assert refusal is not None
    desk.close()
    door = Doorway(Attempt(tmp_path / "old", {"key": KEY}), refusal, lambda one: open_desk(one.folder))
    qtbot.addWidget(door)
    door.show()
    page = door.pages.currentWidget()
    assert isinstance(page, MovingPage)
    page.begin()
    page.stack.stop()
    QApplication.processEvents()
    assert page.outcome.isVisible()
    assert not (tmp_path / "disk" / "amdesk").exists()
    with qtbot.waitSignal(door.opened):
        page.try_again()
    assert door.desk is not None
    assert door.desk.folder == tmp_path / "old"
    door.desk.close()


def test_where_there_was_no_place_after_all_another_folder_takes_the_data(
    desk: Desk, qtbot: QtBot, tmp_path: Path, spoken: str
) -> None:
    moving.begin(desk, tmp_path / "disk" / "amdesk")
    refusal = moving.under_way(desk)
    assert refusal is not None
    desk.close()
    (tmp_path / "disk" / "amdesk").write_bytes(b"came in between")
    start = Attempt(tmp_path / "old", {"key": KEY})
    door = Doorway(start, refusal, lambda one: open_desk(one.folder, **one.given))
    qtbot.addWidget(door)
    door.show()
    page = door.pages.currentWidget()
    assert isinstance(page, MovingPage)
    qtbot.waitUntil(page.outcome.isVisible)
    (tmp_path / "other").mkdir()
    with qtbot.waitSignal(door.opened):
        page.go_to(tmp_path / "other")
    assert door.desk is not None
    assert door.desk.folder == tmp_path / "other" / "amdesk"
    door.desk.close()


def test_the_copy_left_behind_is_named_and_goes_by_one_press(
    desk: Desk, qtbot: QtBot, tmp_path: Path, spoken: str
) -> None:
    desk.close()
    drain(moving.move(tmp_path / "old", tmp_path / "disk" / "amdesk", KEY))
    there = open_desk(tmp_path / "old")
    made = DataPlace(there, lambda: None)
    qtbot.addWidget(made)
    made.show()
    assert str(tmp_path / "old") in said(made, "data-left")
    press(made, "data-let-go")
    assert not (tmp_path / "old" / "amdesk.sqlite").exists()
    left = made.findChild(QLabel, "data-left")
    assert left is not None
    assert not left.isVisible()
    there.close()
