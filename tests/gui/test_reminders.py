"""Reminders in the window: the list and what is done there, setting one, putting one off, a client's own."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from amdesk.gui import show
from amdesk.gui.editors.reminder import ReminderEditor
from amdesk.gui.editors.reschedule import Reschedule
from amdesk.gui.pages.client import ClientPage
from amdesk.gui.pages.reminders import RemindersPage
from amdesk.gui.place import Place
from amdesk.gui.widgets.menu import Menu
from amdesk.gui.window import Window
from amdesk.services import interactions, reminders
from amdesk.services.desk import Desk
from tests.desks import client_with_contact


@pytest.fixture
def desk(empty_desk: Desk) -> Desk:
    """Nothing in it but what a test sets."""
    empty_desk.settings.choose("country", "GB")
    return empty_desk


@pytest.fixture
def spoken() -> str:
    return "en"


def page(window: Window) -> RemindersPage:
    window.go(Place("reminders"))
    shown = window.pages.page
    assert isinstance(shown, RemindersPage)
    return shown


def line(menu: Menu, name: str) -> QAction:
    found = menu.findChild(QAction, name)
    assert isinstance(found, QAction)
    return found


def soon(desk: Desk, text: str = "Call Maya", **values: object) -> int:
    return reminders.add(desk, text=text, due_on=desk.today() + timedelta(days=1), **values)


def test_space_settles_the_line_and_undo_brings_it_back(window: Window, desk: Desk) -> None:
    one = soon(desk)
    shown = page(window)
    shown.table.select_id(one)
    QTest.keyClick(shown.table, Qt.Key.Key_Space)
    assert shown.rows.rowCount() == 0
    shown.shown.choose("settled")
    shown.refresh()
    assert shown.rows.rowCount() == 1
    window.undo()
    assert reminders.get(desk, one).is_open


def test_the_menu_has_every_way_to_put_it_off_and_to_be_done_with_it(window: Window, desk: Desk) -> None:
    client, _maya = client_with_contact(desk)
    one = soon(desk, client_id=client)
    menu = page(window).menu_of(one)
    line(menu, "snooze-hour").trigger()
    assert reminders.get(desk, one).state == "snoozed"
    line(menu, "reminder-open").trigger()
    assert window.place == Place("client", client)
    line(page(window).menu_of(one), "reminder-day").trigger()
    assert window.place == Place("reschedule", one)
    line(page(window).menu_of(one), "reminder-drop").trigger()
    assert reminders.get(desk, one).state == "dropped"


def test_a_repeat_that_leaves_out_days_is_told_by_its_name(window: Window, desk: Desk) -> None:
    rule = "FREQ=WEEKLY;EXDATE=20270104,20270111;RDATE=20270106"
    made = reminders.add(desk, text="Stand-up", due_on=date(2026, 12, 28), repeat=rule)
    rows = page(window).rows
    said = rows.index(rows.row_of(made), 4).data(Qt.ItemDataRole.ToolTipRole)
    assert "Every week · without 2 days · on 1 more day" in said
    window.go(Place("edit_reminder", made))
    editor = window.pages.page
    assert isinstance(editor, ReminderEditor)
    editor.save()
    assert reminders.get(desk, made).repeat == rule, "who changes something else leaves the days as they are"


def test_put_off_to_another_day_it_rings_then_and_the_page_is_left(window: Window, desk: Desk) -> None:
    one = soon(desk, repeat="FREQ=WEEKLY")
    page(window)
    window.go(Place("reschedule", one))
    shown = window.pages.page
    assert isinstance(shown, Reschedule)
    shown.due_on.put(date(2026, 3, 19))
    shown.clock.put_text("14:30")
    shown.save()
    assert window.place == Place("reminders")
    its = reminders.get(desk, one)
    assert (its.due_on, its.clock, its.first_on) == (date(2026, 3, 19), "14:30", date(2026, 3, 11))


def test_a_day_that_is_none_is_said_beside_its_field(window: Window, desk: Desk) -> None:
    window.go(Place("reschedule", soon(desk)))
    shown = window.pages.page
    assert isinstance(shown, Reschedule)
    shown.due_on.put_text("30/02/2026")
    shown.save()
    assert "February" in shown.fields["due_on"].below.text()
    assert reminders.find(desk)


def editor(window: Window) -> ReminderEditor:
    shown = window.pages.page
    assert isinstance(shown, ReminderEditor)
    return shown


def test_set_from_a_call_it_is_about_the_call(window: Window, desk: Desk) -> None:
    client, maya = client_with_contact(desk)
    call = interactions.log(desk, client_id=client, contact_ids=[maya])
    window.go(Place("summary", call))
    window.commands.by_id["reminder.new"].trigger()
    shown = editor(window)
    assert interactions.get(desk, call).reference in shown.about.text()
    shown.text.setText("Ask for the numbers")
    shown.save()
    (one,) = reminders.lines(desk, reminders.find(desk))
    assert (one.client, one.reminder.noun) == ("Northwind Traders", "interaction")
    assert window.place == Place("summary", call)


def test_set_from_a_person_it_is_about_the_person_as_long_as_the_client_is_theirs(
    window: Window, desk: Desk
) -> None:
    client, maya = client_with_contact(desk)
    window.go(Place("edit_contact", maya, client))
    window.commands.by_id["reminder.new"].trigger()
    shown = editor(window)
    assert "Maya Stern" in shown.about.text()
    shown.text.setText("Birthday flowers")
    shown.client.selectAll()
    QTest.keyClick(shown.client, Qt.Key.Key_Delete)
    shown.save()
    (one,) = reminders.lines(desk, reminders.find(desk))
    assert (one.reminder.client_id, one.reminder.noun) == (None, "")


def test_it_says_when_it_will_ring_and_why_another_day(window: Window, desk: Desk) -> None:
    window.go(Place("edit_reminder"))
    shown = editor(window)
    shown.due_on.put(date(2026, 3, 14))  # a Saturday
    shown.due_on.changed.emit()
    assert show.day(date(2026, 3, 16)) in shown.rings.text()
    shown.urgent.setChecked(True)
    assert show.day(date(2026, 3, 14)) in shown.rings.text()


def test_what_rang_is_mended_without_ringing_again(window: Window, desk: Desk) -> None:
    one = reminders.add(desk, text="Cal Maya", due_on=desk.today(), clock="09:00")
    reminders.note_rung(desk, [reminders.get(desk, one)])
    window.go(Place("edit_reminder", one))
    shown = editor(window)
    assert shown.rings.text() == ""
    shown.text.setText("Call Maya")
    shown.save()
    assert reminders.due(desk) == []


def test_a_clients_reminders_stand_on_its_page_and_are_done_there(
    window: Window, desk: Desk, qtbot: QtBot
) -> None:
    client, _maya = client_with_contact(desk)
    one = soon(desk, "Send the offer", client_id=client)
    soon(desk, "Of nobody")
    window.go(Place("client", client))
    shown = window.pages.page
    assert isinstance(shown, ClientPage)
    assert len(shown.reminders.findChildren(QLabel, "client-reminder-on")) == 1
    done = shown.reminders.findChild(QPushButton, f"client-reminder-done-{one}")
    assert isinstance(done, QPushButton)
    assert done.accessibleName() == "Done: Send the offer"
    done.click()
    assert not reminders.get(desk, one).is_open
    qtbot.waitUntil(shown.reminders.isHidden)


def test_a_client_page_begins_a_reminder_for_the_client(window: Window, desk: Desk) -> None:
    client, _maya = client_with_contact(desk)
    window.go(Place("client", client))
    found = window.findChild(QPushButton, "client-edit_reminder")
    assert isinstance(found, QPushButton)
    found.click()
    assert window.place == Place("edit_reminder", about=client)
