"""The command palette: whatever has a name is a few letters away, by keys alone, in every language."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from amdesk.gui import palette as palettes
from amdesk.gui.commands import COMMANDS
from amdesk.gui.palette import Palette
from amdesk.gui.place import Place
from amdesk.gui.window import Window
from amdesk.i18n.catalog import _
from amdesk.services import clients, interactions, recent
from amdesk.services.desk import Desk
from tests.gui.keys import CTRL, SHIFT, Key, Keyboard


@pytest.fixture
def keyboard(window: Window) -> Keyboard:
    return Keyboard(window)


@pytest.fixture
def palette(keyboard: Keyboard) -> Palette:
    """The palette, open over the list of clients."""
    keyboard.window.go(Place("clients"))
    keyboard.press(Key.Key_K, CTRL)
    opened = keyboard.window.around.palette
    assert opened.isVisible()
    assert opened.field.hasFocus()
    return opened


def titles(palette: Palette) -> list[str]:
    return [item.title for item in palette.model.items]


def test_empty_it_offers_what_was_chosen_last_then_what_is_possible_here(
    keyboard: Keyboard, palette: Palette
) -> None:
    assert _("Log a call") in titles(palette)
    assert _("Edit client") not in titles(palette)
    keyboard.type("export")
    keyboard.press(Key.Key_Return)
    assert keyboard.window.place == Place("export")
    keyboard.press(Key.Key_K, CTRL)
    assert titles(palette)[0] == _("Export…")
    assert recent.listed(keyboard.window.desk)[0] == "command:data.export"


def test_only_what_is_possible_is_offered(keyboard: Keyboard, palette: Palette) -> None:
    keyboard.type("undo")
    assert _("Undo") not in titles(palette)
    keyboard.press(Key.Key_Escape)
    clients.change(keyboard.window.desk, 1, name="Another name")
    keyboard.press(Key.Key_K, CTRL)
    keyboard.type("undo")
    assert titles(palette)[0] == _("Undo")


def test_a_command_is_found_by_its_words_here_and_by_its_english_ones(
    keyboard: Keyboard, palette: Palette
) -> None:
    for typed in (_("New client"), "new client", "new clinet"):
        palette.field.setText("")
        keyboard.type(typed)
        assert titles(palette)[0] == _("New client")
    keyboard.press(Key.Key_Return)
    assert keyboard.window.place.page == "edit_client"


def test_what_is_called_otherwise_is_found_by_what_it_is_about(keyboard: Keyboard, palette: Palette) -> None:
    keyboard.type(f"qqq {_('New client')}")
    assert titles(palette)[0] == _("New client")


def test_a_client_a_person_and_a_call_are_opened(keyboard: Keyboard, palette: Palette, desk: Desk) -> None:
    page = clients.page(desk, 1)
    person = page.contacts[0].contact
    call = interactions.get(desk, interactions.find(desk, client_id=1)[0])
    for typed, place in (
        (page.client.name, Place("client", 1)),
        (person.name, Place("client", 1, at=f"contact-{person.id}")),
        (call.reference, Place("summary", call.id, 1)),
    ):
        palette.open()
        keyboard.type(typed)
        keyboard.press(Key.Key_Return)
        assert keyboard.window.place == place
        assert not palette.isVisible()


def test_a_setting_opens_the_settings_with_the_keys_on_it(keyboard: Keyboard, palette: Palette) -> None:
    keyboard.type("my company")
    keyboard.press(Key.Key_Return)
    at = QApplication.focusWidget()
    assert isinstance(at, QLineEdit)
    assert at.objectName() == "setting-my_company"


def test_arrows_pages_and_tab_go_through_the_list(keyboard: Keyboard, palette: Palette) -> None:
    last = palette.model.rowCount() - 1
    seen = []
    for key in (Key.Key_Down, Key.Key_Tab, Key.Key_Up, Key.Key_PageDown, Key.Key_PageUp, Key.Key_Up):
        keyboard.press(key)
        seen.append(palette.list.currentIndex().row())
    assert seen == [1, 2, 1, 9, 1, 0]
    keyboard.press(Key.Key_Up)
    assert palette.list.currentIndex().row() == last
    keyboard.press(Key.Key_Backtab, SHIFT)
    assert palette.list.currentIndex().row() == last - 1
    assert palette.field.hasFocus()


def test_escape_closes_it_and_gives_the_keys_back(keyboard: Keyboard, palette: Palette) -> None:
    keyboard.type("zzz")
    assert palette.nothing.isVisible()
    keyboard.press(Key.Key_Escape)
    assert not palette.isVisible()
    assert keyboard.at.objectName() == "clients-table"
    assert keyboard.window.place == Place("clients")


def test_the_mouse_picks_a_line_and_leaves_by_clicking_beside(keyboard: Keyboard, palette: Palette) -> None:
    QTest.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(2, palette.height() - 2))
    assert not palette.isVisible()
    palette.open()
    keyboard.type("export")
    middle = palette.list.visualRect(palette.model.index(0, 0)).center()
    QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert keyboard.window.place == Place("export")


def test_it_closes_when_the_keys_go_elsewhere(keyboard: Keyboard, palette: Palette) -> None:
    keyboard.press(Key.Key_L, CTRL)
    assert keyboard.window.place.page == "log_call"
    assert not palette.isVisible()


def test_a_line_is_read_with_what_it_is_and_its_keys(keyboard: Keyboard, palette: Palette) -> None:
    keyboard.type("export")
    item = palette.model.items[0]
    for part in (_("Export…"), _("Command"), "Ctrl+E"):
        assert part in palettes.spoken(item)
    assert palette.field.accessibleDescription() == palettes.spoken(item)


def test_it_lies_in_the_direction_of_the_window(palette: Palette, spoken: str) -> None:
    assert (palette.list.layoutDirection() == Qt.LayoutDirection.RightToLeft) == (spoken == "fa")


def test_every_command_has_a_picture() -> None:
    assert not [one.id for one in COMMANDS.values() if not one.icon]
