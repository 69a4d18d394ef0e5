"""Editors keep what was typed as one step, say beside the field what is wrong, and lose nothing."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from amdesk.gui.editors.client import ClientEditor
from amdesk.gui.editors.contact import ContactEditor
from amdesk.gui.place import Place
from amdesk.gui.window import Window
from amdesk.services import clients, contacts
from amdesk.services.desk import Desk


def press(editor: ClientEditor, name: str) -> None:
    button = editor.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    button.click()


def client_editor(window: Window, id_: int | None = None) -> ClientEditor:
    window.go(Place("edit_client", id_))
    shown = window.pages.page
    assert isinstance(shown, ClientEditor)
    return shown


def contact_editor(window: Window, id_: int | None, client: int) -> ContactEditor:
    window.go(Place("edit_contact", id_, client))
    shown = window.pages.page
    assert isinstance(shown, ContactEditor)
    return shown


def test_a_client_is_added_by_keys_alone(window: Window, desk: Desk) -> None:
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    shown = window.pages.page
    assert isinstance(shown, ClientEditor)
    assert shown.name.hasFocus()
    QTest.keyClicks(shown.name, "Northwind")
    QTest.keyClick(shown.name, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    added = clients.get(desk, clients.find(desk, "Northwind")[0])
    assert (added.name, window.place) == ("Northwind", Place("client", added.id))


def test_a_client_without_a_name_is_refused_beside_the_name(window: Window, desk: Desk) -> None:
    shown = client_editor(window)
    shown.save()
    assert shown.fields["name"].below.isVisible()
    assert shown.name.hasFocus()
    shown.name.setText("Northwind")
    shown.save()
    assert window.place.page == "client"


def test_a_date_may_be_typed_as_people_say_it(window: Window, desk: Desk, spoken: str) -> None:
    shown = client_editor(window, 1)
    shown.next_contact_on.setText({"en": "tomorrow", "fa": "فردا"}[spoken])
    shown.next_contact_on.editingFinished.emit()
    shown.save()
    assert clients.get(desk, 1).next_contact_on == date(2026, 3, 11)


def test_what_is_no_date_is_said_beside_it(window: Window, desk: Desk) -> None:
    shown = client_editor(window, 1)
    shown.next_contact_on.setText("31/02/2026")
    shown.save()
    assert shown.fields["next_contact_on"].below.isVisible()
    assert shown.next_contact_on.property("wrong") == "true"
    assert window.place == Place("edit_client", 1)


def test_a_client_and_its_addresses_are_one_step(window: Window, desk: Desk) -> None:
    shown = client_editor(window)
    shown.name.setText("Northwind")
    for medium, value in (("phone", "+44 20 7946 0018"), ("email", "info@northwind.example")):
        press(shown, f"add-{medium}")
        shown.addresses.lines[-1].value.setText(value)
    shown.save()
    added = clients.find(desk, "Northwind")[0]
    kept = [address.value for address in clients.page(desk, added).addresses]
    assert kept == ["+44 20 7946 0018", "info@northwind.example"]
    desk.undo()
    assert not clients.find(desk, "Northwind")


def test_a_wrong_address_is_said_beside_it_and_nothing_is_kept_by_halves(window: Window, desk: Desk) -> None:
    shown = client_editor(window)
    shown.name.setText("Northwind")
    press(shown, "add-email")
    shown.addresses.lines[-1].value.setText("not an address")
    shown.save()
    assert not shown.addresses.lines[-1].field.below.isHidden()
    assert not clients.find(desk, "Northwind")


def test_an_address_taken_out_is_gone_and_can_be_undone(window: Window, desk: Desk) -> None:
    client = clients.find(desk, "Harbour")[0]
    card = clients.page(desk, client).contacts[0]
    shown = contact_editor(window, card.contact.id, client)
    shown.addresses.lines[0].remove.click()
    shown.save()
    assert clients.page(desk, client).contacts[0].addresses == card.addresses[1:]
    desk.undo()
    assert len(clients.page(desk, client).contacts[0].addresses) == len(card.addresses)


def test_a_contact_is_added_to_its_client(window: Window, desk: Desk) -> None:
    shown = contact_editor(window, None, 1)
    shown.name.setText("לאה כהן")
    shown.birthday.setText("14/03/1985")
    shown.save()
    added = clients.page(desk, 1).contacts[-1].contact
    assert (added.name, added.birthday.iso if added.birthday else "") == ("לאה כהן", "1985-03-14")
    assert window.place == Place("client", 1)


def test_a_date_that_was_not_touched_stays_as_it_was(window: Window, desk: Desk) -> None:
    client = clients.find(desk, "Harbour")[0]
    contact = clients.page(desk, client).contacts[0].contact
    contact_editor(window, contact.id, client).save()
    assert contacts.get(desk, contact.id) == contact


def test_an_editor_left_in_the_middle_is_found_as_it_was(window: Window) -> None:
    shown = client_editor(window, 1)
    shown.name.setText("Half a na")
    shown.stage.choose("dormant")
    window.go(Place("today"))
    window.back()
    again = window.pages.page
    assert isinstance(again, ClientEditor)
    assert (again.name.text(), again.stage.value()) == ("Half a na", "dormant")


def test_escape_leaves_everything_as_it_was(window: Window, desk: Desk) -> None:
    before = clients.get(desk, 1)
    window.go(Place("client", 1))
    shown = client_editor(window, 1)
    shown.name.setText("Another name")
    QTest.keyClick(shown.name, Qt.Key.Key_Escape)
    assert (window.place, clients.get(desk, 1)) == (Place("client", 1), before)


@pytest.mark.parametrize(("typed", "direction"), [("שלום", "RightToLeft"), ("Good day", "LeftToRight")])
def test_a_field_turns_with_what_is_typed(window: Window, typed: str, direction: str) -> None:
    shown = client_editor(window, 1)
    shown.next_step.setText(typed)
    assert shown.next_step.layoutDirection().name == direction


def test_a_number_is_always_typed_left_to_right(window: Window) -> None:
    shown = client_editor(window, clients.find(window.desk, "Harbour")[0])
    assert shown.addresses.lines[0].value.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_each_paragraph_of_a_note_has_its_own_direction(window: Window) -> None:
    shown = client_editor(window, 1)
    shown.notes.setPlainText("שלום\nGood day")
    document = shown.notes.document()
    directions = [document.findBlockByNumber(number).textDirection().name for number in (0, 1)]
    assert directions == ["RightToLeft", "LeftToRight"]
