"""Each journey by the keyboard alone: nothing is clicked, and nothing is reached but by a key."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from amdesk.gui.pages.exporting import ExportPage
from amdesk.gui.pages.importing import ImportPage
from amdesk.gui.place import Place
from amdesk.services import clients, contacts, interactions
from amdesk.services.desk import Desk
from tests import desks
from tests.gui.keys import ALT, CTRL, NONE, SHIFT, Key, Keyboard

LIST = Path(__file__).parents[1] / "data" / "clients-greek-cp1253.csv"


@pytest.fixture
def northwind(desk: Desk) -> int:
    client, _maya = desks.client_with_contact(desk)
    return client


def tab_to(keyboard: Keyboard, name: str) -> None:
    """Go by Tab to a control."""
    for _ in range(80):
        if keyboard.at.objectName() == name:
            return
        keyboard.press(Key.Key_Tab)
    pytest.fail(f"no Tab leads to {name}")


def command(keyboard: Keyboard, words: str) -> None:
    """Run what is called so."""
    keyboard.press(Key.Key_K, CTRL)
    keyboard.type(words)
    keyboard.press(Key.Key_Return)


def test_a_call_is_logged(northwind: int, keyboard: Keyboard, desk: Desk) -> None:
    keyboard.press(Key.Key_L, CTRL)
    keyboard.type("maya")
    keyboard.press(Key.Key_Return)
    keyboard.type("Rates for spring")
    keyboard.press(Key.Key_4, ALT)
    tab_to(keyboard, "call-next")
    keyboard.type("18/12/2026")
    keyboard.press(Key.Key_Return)
    call = interactions.get(desk, interactions.find(desk)[0])
    assert (call.occasion, call.channel, call.client_id) == ("Rates for spring", "meeting", northwind)
    assert clients.get(desk, northwind).next_contact_on == date(2026, 12, 18)
    assert keyboard.window.place == Place("today")


def test_a_form_is_kept_and_left_by_the_same_keys_from_its_buttons(keyboard: Keyboard, desk: Desk) -> None:
    before = len(clients.find(desk, ""))
    for key, modifier in ((Key.Key_Escape, NONE), (Key.Key_S, CTRL)):
        command(keyboard, "new client")
        keyboard.type("Brightwell Learning")
        tab_to(keyboard, "edit-client-cancel")
        keyboard.press(key, modifier)
        assert keyboard.window.place.page != "edit_client"
    assert len(clients.find(desk, "")) == before + 1


def test_a_client_is_added(keyboard: Keyboard, desk: Desk) -> None:
    command(keyboard, "new client")
    keyboard.type("Brightwell Learning")
    tab_to(keyboard, "client-stage")
    keyboard.press(Key.Key_Down)
    tab_to(keyboard, "client-vip")
    keyboard.press(Key.Key_Space)
    tab_to(keyboard, "client-notes")
    keyboard.type("Courses for companies")
    keyboard.press(Key.Key_Tab)
    assert keyboard.at.objectName() != "client-notes"
    tab_to(keyboard, "add-phone")
    keyboard.press(Key.Key_Space)
    tab_to(keyboard, "address-0-value")
    keyboard.type("020 7946 0321")
    keyboard.press(Key.Key_S, CTRL)
    added = clients.page(desk, clients.named(desk, "Brightwell Learning"))
    assert (added.client.vip, added.client.notes) == (True, "Courses for companies")
    assert added.client.stage != "prospect"
    assert [one.value for one in added.addresses] == ["020 7946 0321"]


def test_a_contact_is_changed(northwind: int, keyboard: Keyboard, desk: Desk) -> None:
    command(keyboard, "maya stern")
    assert keyboard.window.place.page == "client"
    assert keyboard.at.objectName().startswith("contact-")
    keyboard.press(Key.Key_Space)
    assert keyboard.window.place.page == "edit_contact"
    tab_to(keyboard, "contact-role")
    keyboard.press(Key.Key_A, CTRL)
    keyboard.type("Managing director")
    keyboard.press(Key.Key_Return, CTRL)
    person = contacts.get(desk, clients.page(desk, northwind).contacts[0].contact.id)
    assert person.role == "Managing director"
    assert keyboard.window.place.page == "client"


def test_a_list_is_imported(keyboard: Keyboard, desk: Desk, qtbot: QtBot) -> None:
    command(keyboard, "import")
    keyboard.press(Key.Key_Return)
    _choose(keyboard, qtbot, "import-dialog", LIST)
    page = keyboard.window.pages.page
    assert isinstance(page, ImportPage)
    qtbot.waitUntil(page.go.hasFocus)
    keyboard.press(Key.Key_Return)
    qtbot.waitUntil(page.outcome.onward.hasFocus)
    assert len(clients.find(desk)) == 2


def test_everything_is_exported(northwind: int, keyboard: Keyboard, tmp_path: Path, qtbot: QtBot) -> None:
    keyboard.press(Key.Key_E, CTRL)
    page = keyboard.window.pages.page
    assert isinstance(page, ExportPage)
    for kind in ("vcard", "json"):
        tab_to(keyboard, f"export-{kind}")
        keyboard.press(Key.Key_Space)
    tab_to(keyboard, "export-choose")
    keyboard.press(Key.Key_Space)
    _choose(keyboard, qtbot, "export-dialog", tmp_path)
    qtbot.waitUntil(page.outcome.isVisible)
    assert {path.suffix for path in tmp_path.iterdir()} == {".csv", ".xlsx", ".ics"}


def test_a_setting_is_changed(northwind: int, keyboard: Keyboard, desk: Desk) -> None:
    command(keyboard, "theme")
    assert keyboard.at.objectName() == "setting-theme"
    keyboard.press(Key.Key_End)
    keyboard.press(Key.Key_Tab)
    assert desk.settings["theme"] == "dark"
    keyboard.press(Key.Key_Escape)
    assert keyboard.window.place == Place("today")


def test_a_step_is_taken_back_and_done_again(northwind: int, keyboard: Keyboard, desk: Desk) -> None:
    command(keyboard, "northwind")
    keyboard.press(Key.Key_F2)
    keyboard.press(Key.Key_A, CTRL)
    keyboard.type("Northwind Group")
    keyboard.press(Key.Key_S, CTRL)
    assert clients.get(desk, northwind).name == "Northwind Group"
    tab_to(keyboard, "undo-action")
    keyboard.press(Key.Key_Space)
    assert clients.get(desk, northwind).name == "Northwind Traders"
    keyboard.press(Key.Key_Z, CTRL | SHIFT)
    assert clients.get(desk, northwind).name == "Northwind Group"
    keyboard.press(Key.Key_Z, CTRL)
    assert clients.get(desk, northwind).name == "Northwind Traders"


def _choose(keyboard: Keyboard, qtbot: QtBot, name: str, path: Path) -> None:
    """Type a path into the dialog for files."""
    dialog = keyboard.window.findChild(QFileDialog, name)
    assert dialog is not None
    field = dialog.findChild(QLineEdit, "fileNameEdit")
    assert field is not None
    qtbot.waitUntil(field.hasFocus)
    keyboard.type(str(path))
    keyboard.press(Key.Key_Return)
    keyboard.window.activateWindow()  # what a window manager does when a dialog closes
