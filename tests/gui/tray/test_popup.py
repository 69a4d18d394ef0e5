"""The popup: how much it shows, what is done in it by mouse and by keys, and what does not come back."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from amdesk.gui.place import Place
from amdesk.gui.tray.alarm import Alarm
from amdesk.gui.tray.popup import Popup
from amdesk.gui.tray.popup_row import PopupRow
from amdesk.gui.tray.ringing import Ringing
from amdesk.i18n.catalog import current
from amdesk.i18n.format import number_text
from amdesk.services import interactions, reminders
from amdesk.services.desk import Desk
from amdesk.system.zone import LocalZone
from tests.desks import NOON, Clock, client_with_contact
from tests.gui.tray.popups import popup_of, press, texts


def test_the_list_of_many_is_short_and_goes_on_with_what_is_left(
    ringing: Ringing, own_desk: Desk, qtbot: QtBot
) -> None:
    with own_desk.step("Many"):
        today = own_desk.today()
        made = [reminders.add(own_desk, text=f"Reminder {number}", due_on=today) for number in range(50)]
    ringing.alarm.look()
    assert len(popup_of(ringing).findChildren(PopupRow)) == 20
    assert number_text(50, current()) in popup_of(ringing).accessibleName()
    with own_desk.step("Most"):
        for one in made[:48]:
            reminders.finish(own_desk, one)
    qtbot.waitUntil(lambda: texts(ringing) == ["Reminder 48", "Reminder 49"])


def test_it_stays_as_high_as_its_lines_when_one_is_settled_elsewhere(
    ringing: Ringing, own_desk: Desk, qtbot: QtBot
) -> None:
    today = own_desk.today()
    made = [reminders.add(own_desk, text=text, due_on=today) for text in ("First", "Second")]
    ringing.alarm.look()
    qtbot.waitUntil(lambda: len(texts(ringing)) == 2)
    with own_desk.step("One"):
        reminders.finish(own_desk, made[0])
    qtbot.waitUntil(lambda: texts(ringing) == ["Second"])
    row = popup_of(ringing).findChildren(PopupRow)[-1]
    area = popup_of(ringing).findChild(QScrollArea, "popup-scroll")
    assert isinstance(area, QScrollArea)
    assert area.viewport().height() >= row.sizeHint().height()


def test_a_menu_that_is_open_stays_open_when_another_rings(
    ringing: Ringing, own_desk: Desk, qtbot: QtBot
) -> None:
    today = own_desk.today()
    reminders.add(own_desk, text="First", due_on=today)
    ringing.alarm.look()
    press(ringing, "popup-snooze", opens=True)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    with own_desk.step("Three"):
        for text in ("Second", "Third", "Fourth"):
            reminders.add(own_desk, text=text, due_on=today)
    ringing.alarm.look()
    assert QApplication.activePopupWidget() is menu
    assert texts(ringing) == ["First", "Second", "Third", "Fourth"]
    chosen = menu.findChild(QAction, "snooze-tomorrow")
    assert isinstance(chosen, QAction)
    menu.setActiveAction(chosen)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: texts(ringing) == ["Second", "Third", "Fourth"])


def test_what_was_put_aside_does_not_come_with_what_rings_next(ringing: Ringing, own_desk: Desk) -> None:
    reminders.add(own_desk, text="First", due_on=own_desk.today())
    ringing.alarm.look()
    popup_of(ringing).close()
    reminders.add(own_desk, text="Second", due_on=own_desk.today())
    ringing.alarm.look()
    assert texts(ringing) == ["Second"]


@pytest.mark.parametrize("what", ["popup-open", "popup-call"])
def test_what_is_opened_leaves_the_popup_and_the_others_stay(
    ringing: Ringing, own_desk: Desk, qtbot: QtBot, what: str
) -> None:
    client, _maya = client_with_contact(own_desk)
    for text in ("First", "Second"):
        reminders.add(own_desk, text=text, due_on=own_desk.today(), client_id=client)
    ringing.alarm.look()
    press(ringing, what)
    qtbot.waitUntil(lambda: texts(ringing) == ["Second"])
    assert len(reminders.come(own_desk)) == 2, "opening settles nothing"


def test_one_about_a_call_leads_to_its_summary(ringing: Ringing, own_desk: Desk, qtbot: QtBot) -> None:
    client, maya = client_with_contact(own_desk)
    call = interactions.log(own_desk, client_id=client, contact_ids=[maya])
    uuid = interactions.get(own_desk, call).uuid
    reminders.add(
        own_desk, text="Ask", due_on=own_desk.today(), client_id=client, noun="interaction", about=uuid
    )
    ringing.alarm.look()
    with qtbot.waitSignal(ringing.place_requested) as asked:
        press(ringing, "popup-open")
    assert asked.args == [Place("summary", call)]


def later(ringing: Ringing, name: str) -> None:
    """Choose a line of the menu behind Snooze."""
    button = popup_of(ringing).findChild(QPushButton, "popup-snooze")
    assert isinstance(button, QPushButton)
    (line,) = [action for action in button.menu().actions() if action.objectName() == name]
    line.trigger()


def test_another_day_is_asked_for_in_the_window(ringing: Ringing, own_desk: Desk, qtbot: QtBot) -> None:
    one = reminders.add(own_desk, text="Now", due_on=own_desk.today())
    ringing.alarm.look()
    with qtbot.waitSignal(ringing.place_requested) as asked:
        later(ringing, "snooze-day")
    assert asked.args == [Place("reschedule", one)]


def test_it_can_be_dropped_from_the_popup(ringing: Ringing, own_desk: Desk) -> None:
    one = reminders.add(own_desk, text="Now", due_on=own_desk.today())
    ringing.alarm.look()
    later(ringing, "snooze-drop")
    assert reminders.get(own_desk, one).state == "dropped"


def focus(shown: Popup) -> QWidget:
    found = shown.focusWidget()
    assert found is not None
    return found


def test_clicked_on_it_is_used_by_keys(ringing: Ringing, own_desk: Desk, qtbot: QtBot) -> None:
    one = reminders.add(own_desk, text="First", due_on=own_desk.today())
    reminders.add(own_desk, text="Second", due_on=own_desk.today())
    ringing.alarm.look()
    shown = popup_of(ringing)
    with qtbot.waitActive(shown):
        shown.activateWindow()
    assert focus(shown).objectName() == "popup-done"
    QTest.keyClick(focus(shown), Qt.Key.Key_Tab)
    assert focus(shown).objectName() == "popup-snooze"
    QTest.keyClick(focus(shown), Qt.Key.Key_Backtab)
    QTest.keyClick(focus(shown), Qt.Key.Key_Space)
    assert not reminders.get(own_desk, one).is_open
    assert focus(shown).objectName() == "popup-done", "the keys are on the next one"
    QTest.keyClick(focus(shown), Qt.Key.Key_Escape)
    assert not shown.isVisible()


def test_it_stands_where_the_person_reads_first_and_last_where_the_desktop_tells_as_well(
    ringing: Ringing, own_desk: Desk
) -> None:
    reminders.add(own_desk, text="First", due_on=own_desk.today())
    ringing.alarm.look()
    room = popup_of(ringing).screen().availableGeometry()
    assert room.contains(popup_of(ringing).geometry())
    assert popup_of(ringing).y() < room.center().y()
    rtl = popup_of(ringing).layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert (popup_of(ringing).x() < room.width() - popup_of(ringing).geometry().right()) == rtl
    popup_of(ringing).close()
    own_desk.settings.choose("desktop_notifications", True)
    reminders.add(own_desk, text="Second", due_on=own_desk.today())
    ringing.alarm.look()
    assert popup_of(ringing).y() > room.center().y()


def test_names_are_hidden_in_the_trays_menu_as_well(ringing: Ringing, own_desk: Desk) -> None:
    client, _maya = client_with_contact(own_desk)
    day = own_desk.today() + timedelta(days=1)
    reminders.add(own_desk, text="Call", due_on=day, client_id=client)
    ringing.alarm.look()
    assert ringing.tray is not None
    tray = ringing.tray
    assert any("Northwind" in action.text() for action in tray.menu.actions())
    own_desk.settings.choose("hide_names", True)
    ringing.alarm.look()
    assert not any("Northwind" in action.text() for action in tray.menu.actions())
    assert any("Call" in action.text() for action in tray.menu.actions())


def test_the_test_rings_in_a_pause_as_well(ringing: Ringing) -> None:
    assert ringing.tray is not None
    ringing.tray.paused.emit("hour")
    ringing.test()
    assert len(texts(ringing)) == 1


def test_a_look_that_fails_is_not_the_last(own_desk: Desk, qtbot: QtBot) -> None:
    """Whatever is wrong with the file for a moment, the alarm looks again."""
    reminders.add(own_desk, text="Now", due_on=own_desk.today())
    alarm = Alarm(own_desk)
    with pytest.MonkeyPatch.context() as broken:
        broken.setattr(own_desk.store, "rows", fails)
        with pytest.raises(sqlite3.OperationalError):
            alarm.look()
    assert alarm.is_awake
    with qtbot.waitSignal(alarm.rang):
        alarm.look()
    alarm.stop()


def fails(*_: object) -> None:
    raise sqlite3.OperationalError("disk I/O error")


def test_who_travels_is_rung_for_by_the_clock_on_the_wall_there(
    own_desk: Desk, clock: Clock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Europe/London")
    travelling = replace(own_desk, zone=LocalZone())
    made = Ringing(travelling)
    made.start()
    reminders.add(travelling, text="Whole day", due_on=travelling.today() + timedelta(days=1))
    made.alarm.look()
    assert made.alarm.next_at == NOON + timedelta(hours=21)
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    made.alarm.look()
    assert made.alarm.next_at == NOON + timedelta(hours=12), "at nine there"
    clock.move(hours=12)
    made.alarm.look()
    assert texts(made) == ["Whole day"]
    made.stop()
    monkeypatch.undo()
    LocalZone().look()
