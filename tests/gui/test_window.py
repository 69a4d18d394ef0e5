"""The window: keys lead to pages and back, what was done can be undone, a new language keeps one's place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from amdesk.domain.errors import AmdeskError
from amdesk.gui.application import Application
from amdesk.gui.pages.clients import ClientsPage
from amdesk.gui.pages.today import TodayPage
from amdesk.gui.pages.trouble import TroublePage
from amdesk.gui.place import Place
from amdesk.gui.widgets.fields import Picker
from amdesk.gui.window import Window
from amdesk.i18n.catalog import _
from amdesk.services import clients, interactions, summaries
from amdesk.services.desk import Desk

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def press(window: Window, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    QTest.keyClick(window, key, modifier)


def title(window: Window) -> str:
    found = window.findChild(QLabel, "title")
    assert isinstance(found, QLabel)
    return found.accessibleName()


def test_the_window_opens_on_today(window: Window) -> None:
    assert title(window) == _("Today")
    assert window.side.items["today"].isChecked()


def test_keys_lead_to_every_place_of_the_side_bar(window: Window) -> None:
    seen = []
    for key in (Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_6, Qt.Key.Key_Comma, Qt.Key.Key_1):
        press(window, key, CTRL)
        seen.append(window.place.page)
    assert seen == ["clients", "calls", "goals", "reminders", "settings", "today"]


def test_alt_and_the_arrows_go_back_and_forward(window: Window) -> None:
    press(window, Qt.Key.Key_2, CTRL)
    press(window, Qt.Key.Key_Left, ALT)
    back = window.place.page
    press(window, Qt.Key.Key_Right, ALT)
    assert (back, window.place.page) == ("today", "clients")


def test_find_puts_the_keys_into_the_search_field(window: Window) -> None:
    press(window, Qt.Key.Key_F, CTRL)
    page = window.pages.page
    assert isinstance(page, ClientsPage)
    assert page.search.hasFocus()


def test_what_was_done_is_offered_to_be_undone_and_done_again(window: Window, desk: Desk) -> None:
    clients.change(desk, 1, name="Another name")
    assert window.undo_bar.isVisible()
    assert window.undo_bar.words.text().endswith(_("Client changed"))
    window.undo_bar.action.click()
    assert clients.get(desk, 1).name != "Another name"
    window.undo_bar.action.click()
    assert clients.get(desk, 1).name == "Another name"


def test_what_is_offered_to_be_undone_gives_way_to_what_a_quiet_page_does(window: Window, desk: Desk) -> None:
    clients.change(desk, 1, name="Another name")
    call = interactions.find(desk, states=("missing", "draft"))[0]
    window.go(Place("summary", call))
    assert window.undo_bar.isVisible(), "going elsewhere changes nothing of what can be undone"
    summaries.not_needed_for(desk, call, reason="Only small talk")
    assert not window.undo_bar.isVisible(), "it would name the client, and take back the summary"
    desk.undo()
    assert clients.get(desk, 1).name == "Another name"


def test_the_undo_bar_stays_while_the_keys_are_on_it(window: Window, desk: Desk) -> None:
    clients.change(desk, 1, name="Another name")
    bar = window.undo_bar
    bar.action.setFocus()
    bar._timer.timeout.emit()
    stays = bar.isVisible()
    window.side.items["today"].setFocus()
    bar._timer.timeout.emit()
    assert (stays, bar.isVisible()) == (True, False)


def test_the_pointer_says_to_wait_while_much_is_taken_back(window: Window, desk: Desk) -> None:
    clients.add(desk, name="Acme")
    seen = []
    desk.listen(lambda _touched: seen.append(QApplication.overrideCursor() is not None))
    press(window, Qt.Key.Key_Z, CTRL)
    press(window, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert seen == [True, True]
    assert QApplication.overrideCursor() is None


def test_undo_is_possible_only_when_there_is_something(window: Window, desk: Desk) -> None:
    undo, redo = (window.commands.by_id[id_] for id_ in ("edit.undo", "edit.redo"))
    assert (undo.isEnabled(), redo.isEnabled()) == (False, False)
    clients.change(desk, 1, name="Another name")
    assert (undo.isEnabled(), redo.isEnabled()) == (True, False)
    press(window, Qt.Key.Key_Z, CTRL)
    assert (undo.isEnabled(), redo.isEnabled()) == (False, True)


def test_a_page_shows_a_change_made_elsewhere(window: Window, desk: Desk) -> None:
    window.go(Place("client", 1))
    clients.change(desk, 1, name="Another name")
    assert title(window) == "Another name"


def test_a_client_that_is_gone_is_said_on_the_page_and_comes_back_with_redo(
    window: Window, desk: Desk
) -> None:
    added = clients.add(desk, name="Soon gone")
    window.go(Place("client", added))
    desk.undo()
    page = window.pages.page
    assert isinstance(page, TroublePage)
    assert _("This client is no longer in the file.") in page.accessibleName()
    desk.redo()
    assert title(window) == "Soon gone"


def test_from_what_cannot_be_shown_one_goes_back_by_the_key_that_is_lit(window: Window) -> None:
    window.go(Place("client", 999_999))
    back = window.focusWidget()
    assert isinstance(back, QPushButton)
    back.click()
    assert (window.place.page, window.can_go_forward) == ("today", False)


def test_a_mistake_of_ours_in_a_page_is_said_calmly_and_can_be_tried_again(
    window: Window, caplog: pytest.LogCaptureFixture
) -> None:
    broken = window.pages.page
    assert isinstance(broken, TodayPage)
    broken._desk = None  # type: ignore[assignment]
    window.go(Place("settings"))
    window.go(Place("today"))
    page = window.pages.page
    assert isinstance(page, TroublePage)
    assert title(window) == _("amdesk made a mistake")
    assert "AttributeError" in caplog.text
    again = window.focusWidget()
    assert isinstance(again, QPushButton)
    again.click()
    assert isinstance(window.pages.page, TodayPage)
    assert window.pages.page.lines


def test_the_bar_goes_when_the_next_step_succeeds(window: Window, desk: Desk) -> None:
    window.say(AmdeskError("A client needs a name."))
    clients.change(desk, 1, name="Another name")
    assert not window.message.isVisible()


def test_the_window_reads_in_the_languages_direction(window: Window, spoken: str) -> None:
    rtl = spoken == "fa"
    assert (window.layoutDirection() == Qt.LayoutDirection.RightToLeft) == rtl
    side, middle = window.side.mapTo(window, window.side.rect().center()).x(), window.width() // 2
    assert (side > middle) == rtl


def test_another_language_builds_a_window_of_the_same_size(application: Application) -> None:
    old = application.window
    old.go(Place("clients"))
    page = old.pages.page
    assert isinstance(page, ClientsPage)
    page.search.setText("har")
    old.resize(700, 600)
    application.set_language("he")
    new = application.window
    assert new is not old
    assert QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert (new.width(), new.height()) == (old.width(), old.height())


def test_after_a_change_of_language_the_search_is_still_there(application: Application, qtbot: QtBot) -> None:
    page = application.window.pages
    application.window.go(Place("clients"))
    assert isinstance(page.page, ClientsPage)
    page.page.search.setText("har")
    count = page.page.rows.rowCount()
    application.set_language("el")
    with qtbot.waitSignal(application.window.settled):
        pass
    shown = application.window.pages.page
    assert isinstance(shown, ClientsPage)
    assert (shown.search.text(), shown.rows.rowCount()) == ("har", count)
    assert QApplication.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_the_settings_choose_the_language_of_the_window(application: Application, desk: Desk) -> None:
    old = application.window
    desk.settings.choose("language", "ru")
    old.setting_changed.emit("language")
    assert application.window is not old
    assert application.window.pages.trail.here.place == Place("today")


def test_on_a_wide_screen_what_saves_a_form_stays_beside_it(window: Window, qapp: QApplication) -> None:
    window.resize(2560, 1200)
    window.go(Place("edit_client"))
    qapp.processEvents()
    save = window.findChild(QPushButton, "edit-client-save")
    assert isinstance(save, QPushButton)
    far = save.mapTo(window, save.rect().center()).x()
    rtl = window.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert (window.width() - far if rtl else far) < 1280
    window.go(Place("clients"))
    qapp.processEvents()
    new = window.findChild(QPushButton, "clients-new")
    assert isinstance(new, QPushButton)
    far = new.mapTo(window, new.rect().center()).x()
    assert (window.width() - far if rtl else far) > 2300, "a list takes all the room there is"


def test_another_language_chosen_by_keys_leaves_the_keys_on_the_choice(
    application: Application, qtbot: QtBot
) -> None:
    application.window.go(Place("settings"))
    choice = application.window.findChild(Picker, "setting-language")
    assert isinstance(choice, Picker)
    with qtbot.waitSignal(application.rebuilt):
        QTest.keyClick(choice, Qt.Key.Key_Down)
    with qtbot.waitSignal(application.window.settled):
        application.window.show()
    held = application.window.focusWidget()
    assert held is not None
    assert held.objectName() == "setting-language"


def test_what_searches_everything_is_seen_above_the_places(window: Window) -> None:
    button = window.findChild(QPushButton, "side-find")
    assert isinstance(button, QPushButton)
    assert button.isVisible()
    button.click()
    palette = window.findChild(QWidget, "palette")
    assert palette is not None
    assert palette.isVisible()
