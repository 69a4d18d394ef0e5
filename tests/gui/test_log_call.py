"""Logging a call costs a few keys, and nothing typed is lost on the way."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from amdesk.gui.application import Application
from amdesk.gui.editors.interaction import LogCall
from amdesk.gui.pages.clients import ClientsPage
from amdesk.gui.place import Place
from amdesk.gui.restoring import restore_unfinished
from amdesk.gui.window import Window
from amdesk.services import clients, contacts, interactions, summaries, unfinished
from amdesk.services.desk import Desk
from tests import desks
from tests.desks import Clock
from tests.gui.keys import ALT, CTRL, Key, Keyboard

MOST_KEYS = 12  # besides the letters of the line itself: fifteen seconds, for a practised person


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(clock: Clock) -> Iterator[Desk]:
    made = desks.desk(clock)
    desks.client_with_contact(made)
    clients.add(made, name="Norden Media")
    clients.add(made, name="אורן שיווק", language="he")
    yield made
    made.close()


@pytest.fixture
def keyboard(window: Window, qtbot: QtBot) -> Keyboard:
    qtbot.waitUntil(window.isActiveWindow)
    return Keyboard(window)


def panel(window: Window) -> LogCall:
    shown = window.pages.page
    assert isinstance(shown, LogCall)
    return shown


def said(window: Window, name: str) -> QLabel:
    found = panel(window).findChild(QLabel, name)
    assert isinstance(found, QLabel)
    return found


def newest(desk: Desk) -> int:
    return interactions.find(desk)[0]


def test_a_practised_person_needs_few_keys(keyboard: Keyboard, desk: Desk, window: Window) -> None:
    line = "Budget agreed"
    keyboard.press(Key.Key_L, CTRL)
    keyboard.type("nort")
    keyboard.press(Key.Key_Return)
    keyboard.type(line)
    keyboard.press(Key.Key_Return)
    call = interactions.get(desk, newest(desk))
    assert (call.occasion, clients.get(desk, call.client_id).name) == (line, "Northwind Traders")
    assert keyboard.struck - len(line) == 7 <= MOST_KEYS
    assert window.place == Place("today")


def test_the_only_person_at_the_client_is_taken_as_the_one_spoken_to(keyboard: Keyboard, desk: Desk) -> None:
    keyboard.press(Key.Key_L, CTRL)
    keyboard.type("nort")
    keyboard.press(Key.Key_Tab)
    keyboard.press(Key.Key_Return)
    call = interactions.get(desk, newest(desk))
    assert [contacts.get(desk, one).name for one in call.contact_ids] == ["Maya Stern"]


@pytest.mark.parametrize("typed", ["may", "900123", "maya@nor", "NT"])
def test_a_client_is_found_by_any_part_of_a_name_number_or_address(
    keyboard: Keyboard, window: Window, typed: str
) -> None:
    keyboard.press(Key.Key_L, CTRL)
    keyboard.type(typed)
    keyboard.press(Key.Key_Return)
    assert panel(window).who.pick.text() == "Northwind Traders"
    assert panel(window).call.line.hasFocus()


def test_a_hebrew_name_is_found_by_hebrew_letters(keyboard: Keyboard, window: Window) -> None:
    keyboard.press(Key.Key_L, CTRL)
    keyboard.type("שיוו")
    keyboard.press(Key.Key_Return)
    assert panel(window).who.pick.text() == "אורן שיווק"


def test_a_client_who_is_not_there_is_said_to_be_not_found_as_one_types(
    keyboard: Keyboard, window: Window
) -> None:
    keyboard.press(Key.Key_L, CTRL)
    keyboard.type("Xylo")
    nothing = panel(window).who.pick.nothing
    assert nothing.isVisible()
    for _letter in "Xylo":
        keyboard.press(Key.Key_Backspace)
    assert not nothing.isVisible()
    keyboard.type("Norden")
    assert not nothing.isVisible()


def test_from_a_clients_page_the_client_is_filled_in(keyboard: Keyboard, window: Window, desk: Desk) -> None:
    client = clients.named(desk, "NM")
    window.go(Place("client", client))
    keyboard.press(Key.Key_L, CTRL)
    assert panel(window).who.pick.text() == "Norden Media"
    assert panel(window).call.line.hasFocus()
    keyboard.type("Offer sent")
    keyboard.press(Key.Key_Return)
    assert interactions.get(desk, newest(desk)).client_id == client
    assert window.place == Place("client", client)


def test_from_the_list_of_clients_the_one_selected_is_filled_in(
    keyboard: Keyboard, window: Window, desk: Desk
) -> None:
    window.go(Place("clients"))
    page = window.pages.page
    assert isinstance(page, ClientsPage)
    page.table.select_id(clients.named(desk, "NM"))
    keyboard.press(Key.Key_L, CTRL)
    assert panel(window).who.pick.text() == "Norden Media"
    keyboard.press(Key.Key_Escape)
    keyboard.press(Key.Key_F, CTRL)
    keyboard.press(Key.Key_L, CTRL)
    assert panel(window).who.pick.text() == "", "looking for somebody else"


def test_ctrl_enter_goes_on_to_the_summary(keyboard: Keyboard, window: Window, desk: Desk) -> None:
    keyboard.press(Key.Key_L, CTRL)
    keyboard.type("nort")
    keyboard.press(Key.Key_Return)
    keyboard.press(Key.Key_Return, CTRL)
    assert window.place.page == "summary"
    assert summaries.versions(desk, newest(desk))[0].state == "draft"


@pytest.mark.parametrize("tool", ["call-save", "call-summarise", "call-timer"])
def test_ctrl_enter_goes_on_to_the_summary_from_the_buttons_above(
    keyboard: Keyboard, window: Window, desk: Desk, tool: str
) -> None:
    keyboard.press(Key.Key_L, CTRL)
    keyboard.type("nort")
    keyboard.press(Key.Key_Return)
    button = window.findChild(QWidget, tool)
    assert button is not None
    button.setFocus(Qt.FocusReason.TabFocusReason)
    keyboard.press(Key.Key_Return, CTRL)
    assert window.place.page == "summary"
    assert summaries.versions(desk, newest(desk))[0].state == "draft"


def test_not_reached_is_an_outcome_and_no_contact(keyboard: Keyboard, desk: Desk, window: Window) -> None:
    keyboard.press(Key.Key_L, CTRL)
    keyboard.type("nort")
    keyboard.press(Key.Key_Return)
    keyboard.press(Key.Key_R, CTRL)
    keyboard.press(Key.Key_Return, CTRL)
    call = interactions.get(desk, newest(desk))
    assert call.outcome == "not_reached"
    assert clients.get(desk, call.client_id).last_contact_at is None
    assert window.place == Place("today")


def test_alt_and_a_figure_choose_the_channel(keyboard: Keyboard, desk: Desk) -> None:
    keyboard.press(Key.Key_L, CTRL)
    keyboard.type("nort")
    keyboard.press(Key.Key_Return)
    keyboard.press(Key.Key_4, ALT)
    keyboard.press(Key.Key_Return)
    assert interactions.get(desk, newest(desk)).channel == "meeting"


def test_what_is_understood_as_the_next_contact_is_said_beside_it(
    keyboard: Keyboard, window: Window, desk: Desk, spoken: str
) -> None:
    keyboard.press(Key.Key_L, CTRL)
    keyboard.type("nort")
    keyboard.press(Key.Key_Return)
    panel(window).call.again.setFocus()
    keyboard.type({"en": "Friday", "fa": "جمعه"}[spoken])
    assert said(window, "call-next-understood").isVisible()
    keyboard.press(Key.Key_Return)
    client = clients.get(desk, interactions.get(desk, newest(desk)).client_id)
    assert client.next_contact_on == date(2026, 12, 18)


def test_what_is_no_date_is_refused_beside_its_field(keyboard: Keyboard, window: Window, desk: Desk) -> None:
    keyboard.press(Key.Key_L, CTRL)
    keyboard.type("nort")
    keyboard.press(Key.Key_Return)
    panel(window).call.again.setFocus()
    keyboard.type("never ever")
    keyboard.press(Key.Key_Return)
    assert said(window, "below-call-next").isVisible()
    assert panel(window).call.again.text() == "never ever"
    assert interactions.find(desk) == []


def test_it_began_as_long_ago_as_it_lasted(keyboard: Keyboard, window: Window, desk: Desk) -> None:
    keyboard.press(Key.Key_L, CTRL)
    keyboard.type("nort")
    keyboard.press(Key.Key_Return)
    panel(window).call.minutes.setFocus()
    keyboard.type("25")
    keyboard.press(Key.Key_Return)
    call = interactions.get(desk, newest(desk))
    assert (call.minutes, call.started_at) == (25, desk.now() - timedelta(minutes=25))


def test_the_timer_counts_the_minutes_of_a_call(
    keyboard: Keyboard, desk: Desk, clock: Clock, qtbot: QtBot
) -> None:
    began = desk.now()
    keyboard.press(Key.Key_L, CTRL)
    keyboard.type("nort")
    keyboard.press(Key.Key_Return)
    keyboard.press(Key.Key_T, CTRL)
    clock.move(minutes=7, seconds=20)
    keyboard.press(Key.Key_T, CTRL)
    keyboard.press(Key.Key_Return)
    call = interactions.get(desk, newest(desk))
    assert call.minutes == 8
    assert began - timedelta(minutes=1) < call.started_at <= began


def test_without_a_client_it_says_so_beside_the_field(keyboard: Keyboard, window: Window) -> None:
    keyboard.press(Key.Key_L, CTRL)
    panel(window).call.line.setFocus()
    keyboard.press(Key.Key_Return)
    assert window.place.page == "log_call"
    assert panel(window).who.pick.hasFocus()
    assert panel(window).who.pick.property("wrong") == "true"


def test_esc_asks_nothing_and_loses_nothing(keyboard: Keyboard, window: Window) -> None:
    keyboard.press(Key.Key_L, CTRL)
    keyboard.type("nort")
    keyboard.press(Key.Key_Return)
    keyboard.type("Half a sent")
    keyboard.press(Key.Key_Escape)
    assert window.place == Place("today")
    keyboard.press(Key.Key_L, CTRL)
    assert panel(window).call.line.text() == "Half a sent"
    assert panel(window).who.pick.text() == "Northwind Traders"
    assert panel(window).who.people.ticked() != []


def test_what_was_put_aside_can_be_thrown_away(keyboard: Keyboard, window: Window, desk: Desk) -> None:
    keyboard.press(Key.Key_L, CTRL)
    keyboard.type("zz")
    keyboard.press(Key.Key_Escape)
    keyboard.press(Key.Key_L, CTRL)
    panel(window).start_afresh()
    assert panel(window).who.pick.text() == ""
    assert unfinished.read(desk, "call") is None


def test_after_a_crash_the_panel_opens_with_what_was_typed(
    keyboard: Keyboard, window: Window, desk: Desk, qtbot: QtBot, qapp: QApplication, spoken: str
) -> None:
    keyboard.press(Key.Key_L, CTRL)
    keyboard.type("nort")
    keyboard.press(Key.Key_Return)
    keyboard.type("Nobody said goodbye")
    qtbot.waitUntil(lambda: unfinished.read(desk, "call") is not None)
    qtbot.waitUntil(lambda: not panel(window).saver.is_waiting)
    # the program ends here without a goodbye: another one is started on the same file
    again = Application(qapp, desk, spoken=spoken)
    with qtbot.waitSignal(again.window.settled):
        again.window.show()
    assert panel(again.window).call.line.text() == "Nobody said goodbye"
    again.close()


def test_after_a_goodbye_nothing_is_reopened(keyboard: Keyboard, window: Window) -> None:
    keyboard.press(Key.Key_L, CTRL)
    keyboard.type("nort")
    keyboard.press(Key.Key_Escape)
    keyboard.press(Key.Key_Escape)
    assert not restore_unfinished(window)


def test_a_call_that_was_logged_leaves_nothing_unfinished(keyboard: Keyboard, desk: Desk) -> None:
    keyboard.press(Key.Key_L, CTRL)
    keyboard.type("nort")
    keyboard.press(Key.Key_Return)
    keyboard.type("Done")
    keyboard.press(Key.Key_Return)
    assert unfinished.read(desk, "call") is None
    assert desk.undo_label == "Log call"


def test_one_undo_takes_back_a_call_that_was_logged_and_summarised(
    keyboard: Keyboard, window: Window, desk: Desk
) -> None:
    before = interactions.find(desk)
    keyboard.press(Key.Key_L, CTRL)
    keyboard.type("nort")
    keyboard.press(Key.Key_Return)
    keyboard.type("Offer sent")
    keyboard.press(Key.Key_Return, CTRL)
    assert window.place.page == "summary"
    assert desk.undo_label == "Log call"
    desk.undo()
    assert interactions.find(desk) == before
