"""A list comes in twice over, clients become one, a backup is restored; then all of it is taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from amdesk.gui.pages.backups import BackupsPage
from amdesk.gui.pages.duplicates import DuplicatesPage
from amdesk.gui.pages.merge import MergePage
from amdesk.gui.place import Place
from amdesk.gui.window import Window
from amdesk.services import backups, clients, interactions
from amdesk.services.check import check
from amdesk.services.desk import Desk
from amdesk.services.exchange import drain
from tests.desks import Clock, MailBox, client_with_contact, dump, open_desk
from tests.files import listed
from tests.gui.keys import CTRL, SHIFT, Key, Keyboard
from tests.gui.working import bring, settle

LIST = (
    "Company,Name,E-mail,Notes\n"
    "Northwind Traders Ltd,Maya Stern,maya@northwind.example,Met in Bath\n"
    "Harbour,Dan Reed,dan@harbour.example,\n"
)


@pytest.fixture
def desk(tmp_path: Path, clock: Clock, mail: MailBox) -> Iterator[Desk]:
    """A desk on a folder, with a client, a call and a backup of before."""
    made = open_desk(tmp_path / "data", clock=clock, mail=mail)
    client, maya = client_with_contact(made)
    drain(backups.back_up(made))
    interactions.log(made, client_id=client, contact_ids=[maya], occasion="Spring plan")
    yield made
    made.close()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_import_merge_and_restore_are_taken_back_one_after_the_other_and_done_again(
    keyboard: Keyboard, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    window = keyboard.window
    states = [dump(desk)]
    bring(window, listed(tmp_path, LIST))
    assert len(clients.find(desk, "")) == 3
    states.append(dump(desk))
    merge(window, keyboard)
    assert len(clients.find(desk, "")) == 2
    states.append(dump(desk))
    bring(window, listed(tmp_path, LIST, name="again.csv"))
    assert dump(desk) == states[-1]  # the list again brings nothing, and nobody back
    restore(window, qtbot)
    assert interactions.find(desk) == []
    states.append(dump(desk))
    for state in reversed(states[:-1]):
        keyboard.press(Key.Key_Z, CTRL)
        assert dump(desk) == state
    assert list(clients.find(desk, "harbour")) == []
    for state in states[1:]:
        keyboard.press(Key.Key_Z, CTRL | SHIFT)
        assert dump(desk) == state
    assert check(desk) == ()


def merge(window: Window, keyboard: Keyboard) -> None:
    """The likely pair, from the list of duplicates, by Enter; Maya is at both."""
    window.go(Place("duplicates"))
    page = window.pages.page
    assert isinstance(page, DuplicatesPage)
    page.table.select_id(page.table.rows.id_at(0) or 0)
    page.table.take_focus()
    keyboard.press(Key.Key_Return)
    found = window.pages.page
    assert isinstance(found, MergePage)
    assert [check.isChecked() for check in found.people.checks.values()] == [True]
    found.merge()
    settle(found)


def restore(window: Window, qtbot: QtBot) -> None:
    """The oldest backup there is."""
    window.go(Place("backups"))
    page = window.pages.page
    assert isinstance(page, BackupsPage)
    qtbot.waitUntil(lambda: not page.stack.is_working)
    page.findChildren(QPushButton, "backup-restore")[-1].click()
    qtbot.waitUntil(lambda: not page.stack.is_working)
    page.look.go.click()
    qtbot.waitUntil(lambda: not page.stack.is_working)
