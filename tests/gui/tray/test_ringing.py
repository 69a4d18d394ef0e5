"""Reminders that ring: the popup, what is pressed in it, the tray's menu, pausing."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from amdesk.domain.calendars import PartialDate
from amdesk.gui.about_reminders import ALL_THAT_CAME
from amdesk.gui.place import Place
from amdesk.gui.tray.ringing import Ringing
from amdesk.i18n.catalog import _
from amdesk.services import clients, contacts, interactions, occasions, reminders
from amdesk.services.desk import Desk
from tests.desks import Clock, client_with_contact
from tests.gui.tray.popups import popup_of, press, texts


def test_what_comes_is_shown_with_client_and_what_was_said_last(
    ringing: Ringing, own_desk: Desk, clock: Clock
) -> None:
    client, _maya = client_with_contact(own_desk)
    interactions.log(own_desk, client_id=client, occasion="Rates for spring")
    reminders.add(
        own_desk, text="Ask about the budget", due_on=own_desk.today(), clock="12:30", client_id=client
    )
    assert ringing.popup is None
    clock.move(minutes=30)
    ringing.alarm.look()
    shown = popup_of(ringing)
    said = " ".join(label.text() for label in shown.findChildren(QLabel))
    assert "Northwind Traders" in said
    assert "Ask about the budget" in said
    assert "Rates for spring" in said


def test_it_takes_no_keys_from_who_is_typing(ringing: Ringing, own_desk: Desk) -> None:
    reminders.add(own_desk, text="Now", due_on=own_desk.today())
    ringing.alarm.look()
    assert popup_of(ringing).testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)


def test_done_settles_it_and_the_popup_goes(ringing: Ringing, own_desk: Desk) -> None:
    one = reminders.add(own_desk, text="Now", due_on=own_desk.today())
    ringing.alarm.look()
    press(ringing, "popup-done")
    assert reminders.find(own_desk, settled=True) == [one]
    assert ringing.popup is not None
    assert not ringing.popup.isVisible()


def test_snoozed_it_comes_again(ringing: Ringing, own_desk: Desk, clock: Clock) -> None:
    reminders.add(own_desk, text="Now", due_on=own_desk.today())
    ringing.alarm.look()
    menu = popup_of(ringing).findChild(QPushButton, "popup-snooze").menu()  # type: ignore[union-attr]
    menu.actions()[0].trigger()
    assert ringing.popup is not None
    assert not ringing.popup.isVisible()
    clock.move(minutes=10)
    ringing.alarm.look()
    assert len(texts(ringing)) == 1


def test_what_is_settled_in_the_window_goes_from_the_popup(
    ringing: Ringing, own_desk: Desk, qtbot: QtBot
) -> None:
    one = reminders.add(own_desk, text="First", due_on=own_desk.today())
    reminders.add(own_desk, text="Second", due_on=own_desk.today())
    ringing.alarm.look()
    assert len(texts(ringing)) == 2
    reminders.finish(own_desk, one)
    qtbot.waitUntil(lambda: texts(ringing) == ["Second"])


def test_closing_the_popup_settles_nothing_and_it_does_not_ring_again(
    ringing: Ringing, own_desk: Desk, clock: Clock
) -> None:
    reminders.add(own_desk, text="Now", due_on=own_desk.today())
    ringing.alarm.look()
    popup_of(ringing).close()
    clock.move(hours=3)
    ringing.alarm.look()
    assert ringing.popup is not None
    assert not ringing.popup.isVisible()
    assert len(reminders.come(own_desk)) == 1


def test_many_are_one_list_with_a_way_to_all_of_them(ringing: Ringing, own_desk: Desk, qtbot: QtBot) -> None:
    with own_desk.step("Many"):
        for number in range(500):
            reminders.add(own_desk, text=f"Reminder {number}", due_on=own_desk.today())
    ringing.alarm.look()
    shown = popup_of(ringing)
    assert shown.height() < 800
    with qtbot.waitSignal(ringing.place_requested) as asked:
        press(ringing, "popup-all")
    assert asked.args == [ALL_THAT_CAME], "in Today, where personal dates that rang stand as well"


def test_a_call_is_logged_from_it(ringing: Ringing, own_desk: Desk, qtbot: QtBot) -> None:
    client, _maya = client_with_contact(own_desk)
    reminders.add(own_desk, text="Call", due_on=own_desk.today(), client_id=client)
    ringing.alarm.look()
    with qtbot.waitSignal(ringing.place_requested) as asked:
        press(ringing, "popup-call")
    assert asked.args == [Place("log_call", about=client)]


def test_names_are_not_shown_where_they_are_to_be_hidden(ringing: Ringing, own_desk: Desk) -> None:
    own_desk.settings.choose("hide_names", True)
    client, _maya = client_with_contact(own_desk)
    interactions.log(own_desk, client_id=client, occasion="Secret talk")
    reminders.add(own_desk, text="Call", due_on=own_desk.today(), client_id=client)
    ringing.alarm.look()
    said = " ".join(label.text() for label in popup_of(ringing).findChildren(QLabel))
    assert "Northwind" not in said
    assert "Secret" not in said


def test_the_trays_menu_has_what_is_next(ringing: Ringing, own_desk: Desk, qtbot: QtBot) -> None:
    client, _maya = client_with_contact(own_desk)
    for days in range(1, 6):
        day = own_desk.today() + timedelta(days=days)
        reminders.add(own_desk, text=f"In {days} & more", due_on=day, client_id=client)
    ringing.alarm.look()
    assert ringing.tray is not None
    lines = [action for action in ringing.tray.menu.actions() if "more" in action.text()]
    assert len(lines) == 3
    assert "Northwind Traders" in lines[0].text()
    assert "In 1 && more" in lines[0].text(), "an ampersand is no key"
    with qtbot.waitSignal(ringing.place_requested) as asked:
        lines[0].trigger()
    assert asked.args == [Place("client", client)]


def test_paused_nothing_rings_until_the_pause_is_over(ringing: Ringing, own_desk: Desk, clock: Clock) -> None:
    assert ringing.tray is not None
    ringing.tray.paused.emit("hour")
    reminders.add(own_desk, text="Now", due_on=own_desk.today())
    ringing.alarm.look()
    assert ringing.popup is None
    assert any(
        _("Ring again (paused until {moment})")[:8] in one.text() for one in ringing.tray.menu.actions()
    )
    clock.move(minutes=61)
    ringing.alarm.look()
    assert len(texts(ringing)) == 1


def test_it_rings_by_itself_when_its_minute_has_come(
    ringing: Ringing, own_desk: Desk, qtbot: QtBot, clock: Clock
) -> None:
    """Nobody calls ``look``: writing a reminder makes the alarm look, once the step is over."""
    with qtbot.waitSignal(ringing.alarm.rang):
        reminders.add(own_desk, text="Now", due_on=own_desk.today())
    assert len(texts(ringing)) == 1


def test_the_test_rings_for_real(ringing: Ringing, own_desk: Desk) -> None:
    ringing.test()
    assert len(texts(ringing)) == 1
    assert len(reminders.find(own_desk)) == 1


def test_a_client_in_the_trash_takes_its_reminders_from_the_popup(ringing: Ringing, own_desk: Desk) -> None:
    client, _maya = client_with_contact(own_desk)
    reminders.add(own_desk, text="Call", due_on=own_desk.today(), client_id=client)
    ringing.alarm.look()
    clients.remove(own_desk, client)
    assert ringing.popup is not None
    assert not ringing.popup.isVisible()


def test_a_birthday_rings_beside_the_reminders_and_is_settled_by_what_is_pressed(
    ringing: Ringing, own_desk: Desk, clock: Clock, qtbot: QtBot
) -> None:
    client, maya = client_with_contact(own_desk)
    reminders.add(own_desk, text="Ask about the budget", due_on=own_desk.today(), client_id=client)
    contacts.change(own_desk, maya, birthday=PartialDate(12, 14, 1985))
    ringing.alarm.look()
    assert sum("Maya Stern" in text for text in texts(ringing)) == 1
    assert len(texts(ringing)) == 2
    row = popup_of(ringing).findChild(QWidget, f"popup-contact-{maya}")
    assert isinstance(row, QWidget)
    call = row.findChild(QPushButton, "popup-call")
    assert isinstance(call, QPushButton)
    with qtbot.waitSignal(ringing.place_requested) as asked:
        call.click()
    assert asked.args == [Place("log_call", maya, client)]
    assert [one.noun for one in popup_of(ringing).shown] == ["reminder"]
    assert len(occasions.come(own_desk)) == 1
    interactions.log(own_desk, client_id=client, contact_ids=[maya])
    qtbot.waitUntil(lambda: not occasions.come(own_desk))


def test_a_birthday_is_told_in_the_windows_direction_whatever_the_name_is_written_in(
    ringing: Ringing, own_desk: Desk, clock: Clock
) -> None:
    _client, maya = client_with_contact(own_desk)
    contacts.change(own_desk, maya, name="רבקה אוחיון", birthday=PartialDate(12, 14, 1985))
    ringing.alarm.look()
    rtl = popup_of(ringing).layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert [text[0] for text in texts(ringing)] == ["\u200f" if rtl else "\u200e"]


def test_done_and_later_in_the_popup_are_for_birthdays_too(
    ringing: Ringing, own_desk: Desk, clock: Clock, qtbot: QtBot
) -> None:
    _client, maya = client_with_contact(own_desk)
    contacts.change(own_desk, maya, birthday=PartialDate(12, 14, 1985))
    ringing.alarm.look()
    (one,) = popup_of(ringing).shown
    popup_of(ringing).asked.emit(one, "minutes")
    assert occasions.come(own_desk) == []
    clock.move(minutes=10)
    ringing.alarm.look()
    assert len(texts(ringing)) == 1
    press(ringing, "popup-done")
    assert occasions.told(own_desk) == []
    own_desk.undo()
    assert len(occasions.told(own_desk)) == 1
    ringing.alarm.look()
    assert occasions.due(own_desk) == []


def test_where_names_are_hidden_a_birthday_tells_nobodys_name(
    ringing: Ringing, own_desk: Desk, clock: Clock
) -> None:
    own_desk.settings.choose("hide_names", True)
    _client, maya = client_with_contact(own_desk)
    contacts.change(own_desk, maya, birthday=PartialDate(12, 14, 1985))
    ringing.alarm.look()
    said = " ".join(label.text() for label in popup_of(ringing).findChildren(QLabel))
    assert "Maya" not in said
    assert _("Personal date") in said


def test_locked_it_rings_without_a_word_of_what_has_come_and_opens_no_record(
    ringing: Ringing, own_desk: Desk, qtbot: QtBot
) -> None:
    client, _maya = client_with_contact(own_desk)
    ringing.set_locked(locked=True)
    reminders.add(own_desk, text="Ask Maya", due_on=own_desk.today(), client_id=client)
    ringing.alarm.look()
    shown = popup_of(ringing)
    assert shown.isVisible()
    heard = [widget.accessibleName() for widget in shown.findChildren(QWidget)]
    said = " ".join([*(one.text() for one in shown.findChildren(QLabel)), *heard, shown.accessibleName()])
    assert "Maya" not in said
    assert "Northwind" not in said
    assert ringing.tray is not None
    assert not any("Maya" in action.text() for action in ringing.tray.menu.actions())
    with qtbot.waitSignal(ringing.raised), qtbot.assertNotEmitted(ringing.place_requested):
        press(ringing, "popup-unlock")


def test_unlocked_what_has_come_meanwhile_is_told_in_full(ringing: Ringing, own_desk: Desk) -> None:
    ringing.set_locked(locked=True)
    reminders.add(own_desk, text="Ask Maya", due_on=own_desk.today())
    ringing.alarm.look()
    assert texts(ringing) == []
    ringing.set_locked(locked=False)
    assert texts(ringing) == ["Ask Maya"]
