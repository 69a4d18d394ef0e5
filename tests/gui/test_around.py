"""Around the pages: Escape and the mouse lead back, a page is found as it was left, F6 goes part by part."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea

from amdesk.gui.editors.interaction import LogCall
from amdesk.gui.pages.clients import ClientsPage
from amdesk.gui.pages.today import TodayPage
from amdesk.gui.place import Place
from amdesk.gui.window import Window
from amdesk.i18n.catalog import _, pgettext
from amdesk.i18n.translations import translation
from amdesk.services import clients
from tests.gui.keys import ALT, CTRL, SHIFT, Key, Keyboard


@pytest.fixture
def keyboard(window: Window) -> Keyboard:
    return Keyboard(window)


@pytest.mark.parametrize(
    "place",
    [
        Place("clients"), Place("calls"), Place("settings"), Place("client", 1), Place("edit_client", 1),
        Place("edit_contact", about=1), Place("log_call", about=1), Place("summary", 1, 1), Place("import"),
        Place("export"), Place("keys"), Place("about"),
    ],
    ids=lambda place: place.page,
)  # fmt: skip
def test_escape_leads_back_from_every_page(keyboard: Keyboard, place: Place) -> None:
    keyboard.window.go(place)
    for _turn in range(2):  # out of a search field first
        if keyboard.window.place != Place("today"):
            keyboard.press(Key.Key_Escape)
    assert keyboard.window.place == Place("today")


def test_enter_presses_the_button_with_the_keys(keyboard: Keyboard) -> None:
    keyboard.window.go(Place("client", 1))
    page = keyboard.window.pages.page
    assert page is not None
    page.face.tools[-1].setFocus()
    keyboard.press(Key.Key_Return)
    assert keyboard.window.place == Place("edit_client", 1)


def test_escape_empties_the_search_then_leaves_it_then_leaves_the_page(keyboard: Keyboard) -> None:
    keyboard.press(Key.Key_2, CTRL)
    keyboard.press(Key.Key_F, CTRL)
    keyboard.type("har")
    page = keyboard.window.pages.page
    assert isinstance(page, ClientsPage)
    keyboard.press(Key.Key_Escape)
    assert (page.search.text(), page.search.hasFocus()) == ("", True)
    keyboard.press(Key.Key_Escape)
    assert page.table.hasFocus()
    keyboard.press(Key.Key_Escape)
    assert keyboard.window.place == Place("today")


def test_escape_closes_the_list_of_clients_before_it_leaves_the_call(keyboard: Keyboard) -> None:
    keyboard.press(Key.Key_L, CTRL)
    keyboard.type("a")
    page = keyboard.window.pages.page
    assert isinstance(page, LogCall)
    assert page.who.pick.list.isVisible()
    keyboard.press(Key.Key_Escape)
    assert not page.who.pick.list.isVisible()
    assert keyboard.window.place.page == "log_call"
    keyboard.press(Key.Key_Escape)
    assert keyboard.window.place == Place("today")


def test_the_side_buttons_of_the_mouse_lead_back_and_forward(window: Window) -> None:
    window.go(Place("clients"))
    handle = window.windowHandle()
    middle = window.rect().center()
    QTest.mouseClick(handle, Qt.MouseButton.BackButton, pos=middle)
    back = window.place
    QTest.mouseClick(handle, Qt.MouseButton.ForwardButton, pos=middle)
    assert (back, window.place) == (Place("today"), Place("clients"))


def test_back_finds_the_keys_and_the_scroll_where_they_were(keyboard: Keyboard) -> None:
    page = keyboard.window.pages.page
    assert isinstance(page, TodayPage)
    QApplication.processEvents()  # laid out
    line = page.lines[-1]
    line.setFocus()
    area = page.findChild(QScrollArea, "today-scroll")
    assert isinstance(area, QScrollArea)
    bar = area.verticalScrollBar()
    was = bar.value()
    assert was
    keyboard.press(Key.Key_Return)
    assert keyboard.window.place.page == "client"
    keyboard.press(Key.Key_Escape)
    QApplication.processEvents()
    assert keyboard.at.objectName() == line.objectName()
    assert bar.value() == was


def test_back_finds_the_button_one_had_pressed(keyboard: Keyboard) -> None:
    keyboard.window.go(Place("client", 1))
    page = keyboard.window.pages.page
    assert page is not None
    edit = next(tool for tool in page.face.tools if tool.objectName() == "client-edit_client")
    edit.setFocus()
    keyboard.press(Key.Key_Space)
    assert keyboard.window.place.page == "edit_client"
    keyboard.press(Key.Key_Escape)
    assert keyboard.at.objectName() == "client-edit_client"


def test_f6_goes_from_part_to_part_and_round(keyboard: Keyboard) -> None:
    window = keyboard.window
    keyboard.press(Key.Key_2, CTRL)
    seen = []
    for _turn in range(3):
        keyboard.press(Key.Key_F6)
        seen.append(part(window, keyboard))
    assert (set(seen), seen[-1]) == ({"side-bar", "title-row", "pages"}, "pages")
    keyboard.press(Key.Key_F6, SHIFT)
    assert part(window, keyboard) == seen[1]


def part(window: Window, keyboard: Keyboard) -> str:
    at = keyboard.at
    return next(
        one.objectName()
        for one in (window.side, window.title, window.pages.stack)
        if one is at or one.isAncestorOf(at)
    )


def test_the_title_of_the_window_says_where_one_is(window: Window) -> None:
    window.go(Place("client", 1))
    name, dash = clients.get(window.desk, 1).name, pgettext("title of the window", " – ")
    assert window.windowTitle() == f"{name}{dash}{_('Clients')}{dash}amdesk"
    window.go(Place("calls"))
    assert window.windowTitle() == f"{_('Calls')}{dash}amdesk"


def test_russian_joins_the_title_with_its_long_dash() -> None:
    assert translation("ru").pgettext("title of the window", " – ") == " — "


def test_a_page_of_its_own_lights_nothing_in_the_side_bar(window: Window) -> None:
    window.go(Place("keys"))
    assert not [page for page, item in window.side.items.items() if item.isChecked()]
    window.go(Place("clients"))
    assert [page for page, item in window.side.items.items() if item.isChecked()] == ["clients"]


def test_the_window_fills_the_screen_and_is_a_window_again(keyboard: Keyboard) -> None:
    keyboard.press(Key.Key_F11)
    filled = keyboard.window.isFullScreen()
    keyboard.press(Key.Key_F11)
    assert (filled, keyboard.window.isFullScreen()) == (True, False)


def test_alt_and_an_arrow_leads_back_where_the_keys_are_in_a_field(keyboard: Keyboard) -> None:
    keyboard.press(Key.Key_2, CTRL)
    keyboard.press(Key.Key_F, CTRL)
    keyboard.press(Key.Key_Left, ALT)
    assert keyboard.window.place == Place("today")


def test_tab_comes_to_the_place_one_is_in_and_arrows_look_around_without_going(keyboard: Keyboard) -> None:
    window = keyboard.window
    window.go(Place("settings"))
    window.findChild(QPushButton, "side-find").setFocus()  # type: ignore[union-attr]
    keyboard.press(Key.Key_Tab)
    assert keyboard.at.objectName() == "side-settings"
    for _step in range(3):
        keyboard.press(Key.Key_Down)
    assert (keyboard.at.objectName(), window.place.page) == ("side-calls", "settings")
    keyboard.press(Key.Key_Up)
    keyboard.press(Key.Key_Return)
    assert window.place.page == "clients"


def test_on_a_page_of_its_own_tab_comes_to_the_first_place(keyboard: Keyboard) -> None:
    keyboard.window.go(Place("keys"))
    keyboard.window.findChild(QPushButton, "side-find").setFocus()  # type: ignore[union-attr]
    keyboard.press(Key.Key_Tab)
    assert keyboard.at.objectName() == "side-today"


@pytest.mark.parametrize("place", [Place("clients"), Place("client", 1), Place("edit_client", 1)])
def test_on_the_way_to_a_page_the_keys_are_on_nothing_else(keyboard: Keyboard, place: Place) -> None:
    """Whatever has them, be it for a moment, is read out."""
    window = keyboard.window
    window.go(Place("calls"))
    went: list[str] = []
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.focusChanged.connect(lambda _old, new: went.append(new.objectName()) if new is not None else None)
    window.go(place)
    landed = QApplication.focusWidget()
    assert landed is not None
    assert set(went) == {landed.objectName()}
