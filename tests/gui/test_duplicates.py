"""Duplicates in the window: a list worked through by keys, records side by side, a word in editors."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from amdesk.gui import palette_items
from amdesk.gui.editors.client import ClientEditor
from amdesk.gui.editors.contact import ContactEditor
from amdesk.gui.editors.interaction import LogCall
from amdesk.gui.pages.client import ClientPage
from amdesk.gui.pages.duplicates import DuplicatesPage
from amdesk.gui.pages.merge import MergePage
from amdesk.gui.pages.merge_with import MergeWith
from amdesk.gui.place import Place
from amdesk.gui.records import history_of
from amdesk.gui.widgets.empty import Empty
from amdesk.gui.widgets.value_choice import ValueChoice
from amdesk.gui.window import Window
from amdesk.services import clients, contacts, duplicates, interactions, recent
from amdesk.services.desk import Desk
from tests.gui.keys import Key, Keyboard
from tests.gui.working import bring, settle

english = pytest.mark.parametrize("spoken", ["en"], indirect=True)


@pytest.fixture
def pair(desk: Desk) -> tuple[int, int]:
    """Two clients of one name, the second with a contact, a call and notes."""
    first = clients.add(desk, name="Zephyr Kites", notes="Friendly")
    second = clients.add(desk, name="Zephyr Kites Ltd", code="ZK9", tier="B", notes="Pays late")
    person = contacts.add(desk, second, name="Ida Holt")
    interactions.log(desk, client_id=second, contact_ids=[person], occasion="Prices")
    return first, second


@english
def test_a_pair_is_found_merged_by_enter_and_taken_back_by_undo(
    window: Window, desk: Desk, pair: tuple[int, int]
) -> None:
    window.go(Place("duplicates"))
    page = window.pages.page
    assert isinstance(page, DuplicatesPage)
    page.list.search.setText("zephyr")
    assert page.table.rows.rowCount() == 1
    page.table.select_id(page.table.rows.id_at(0) or 0)
    page.table.take_focus()
    Keyboard(window).press(Key.Key_Return)
    merge = window.pages.page
    assert isinstance(merge, MergePage)
    moves = merge.findChild(QLabel, "merge-moves")
    assert isinstance(moves, QLabel)
    assert "1 call, 1 contact" in moves.text()
    Keyboard(window).press(Key.Key_Return)
    settle(merge)
    assert isinstance(window.pages.page, DuplicatesPage)
    assert clients.exactly(desk, "Zephyr Kites Ltd") == []
    assert clients.get(desk, pair[0]).notes == "Friendly\nPays late"
    window.undo()
    assert clients.exactly(desk, "Zephyr Kites Ltd") == [pair[1]]


def test_values_are_chosen_by_arrows_and_what_will_be_is_said(
    window: Window, desk: Desk, pair: tuple[int, int]
) -> None:
    page = merge_page(window, pair)
    name = choice(page, "name", "stays")
    assert name.isChecked()
    name.setFocus()
    rtl = page.layoutDirection() == Qt.LayoutDirection.RightToLeft
    Keyboard(window).press(Key.Key_Left if rtl else Key.Key_Right)
    assert page.fields.wanted == {"name": "goes"}
    assert choice(page, "name", "goes").isChecked()
    assert "Zephyr Kites Ltd" in after(page, "name")
    assert choice(page, "notes", "both").isChecked()
    page.change_sides()
    assert page.fields.wanted == {}
    assert choice(page, "name", "stays").accessibleName().endswith(": Zephyr Kites Ltd")
    page.merge()
    settle(page)
    assert isinstance(window.pages.page, ClientPage)
    assert clients.exactly(desk, "Zephyr Kites Ltd") == [pair[1]]


def test_people_at_both_come_along_and_the_doubtful_ones_where_they_are_ticked(
    window: Window, desk: Desk, pair: tuple[int, int]
) -> None:
    first, second = pair
    for client, mail in ((first, "ada@z.example"), (second, "ada@low.example")):
        contacts.add(desk, client, name="Ida Holt", role=f"Role {client}")
        person = contacts.add(desk, client, name="Ada Low")
        contacts.add_address(desk, client, contact_id=person, medium="email", value=mail)
    (ida, *_others) = clients.page(desk, second).contacts
    contacts.remove(desk, ida.contact.id)
    page = merge_page(window, pair)
    doubtful, sure = page.people.checks.values()
    assert (doubtful.isChecked(), sure.isChecked()) == (False, True)
    doubtful.setFocus()
    Keyboard(window).press(Key.Key_Space)
    role = next(one for one in page.people.findChildren(ValueChoice) if one.value == "goes")
    role.setFocus()
    Keyboard(window).press(Key.Key_Space)
    clients.change(desk, first, notes="Friendly, mostly")  # what was ticked and chosen stays so
    page.merge()
    settle(page)
    cards = {card.contact.name: card for card in clients.page(desk, first).contacts}
    assert len(clients.page(desk, first).contacts) == 2
    assert cards["Ida Holt"].contact.role == f"Role {second}"
    assert len(cards["Ada Low"].addresses) == 2
    window.undo()
    assert len(clients.page(desk, second).contacts) == 2


def test_every_way_to_the_one_that_went_leads_to_the_one_that_stayed(
    window: Window, desk: Desk, pair: tuple[int, int]
) -> None:
    first, second = pair
    person = clients.page(desk, second).contacts[0].contact.id
    recent.note(desk, f"client:{second}")
    window.go(Place("log_call", about=second))
    call(window).call.line.setFocus()
    Keyboard(window).type("Begun before")
    for place in (Place("client", second), Place("edit_contact", person, second), Place("client", first)):
        window.go(place)
    duplicates.merge(desk, first, second)
    clients.add(desk, name="Who has its id now")
    window.pages.back()
    assert window.place == Place("edit_contact", person, first)
    window.pages.back()
    assert window.place == Place("client", first)
    assert palette_items.items(window, "", wheres={})[0].place == Place("client", first)
    window.go(Place("log_call", about=first))
    assert (call(window).call.line.text(), call(window).who.id) == ("Begun before", first)
    desk.undo()
    desk.undo()
    window.go(Place("client", second))
    desk.redo()  # it goes while it is shown
    assert window.place == Place("client", first)
    window.go(history_of("client", second))
    assert "Zephyr Kites Ltd" in "".join(one.text() for one in window.findChildren(QLabel, "past-of"))


@english
def test_a_key_says_that_two_are_not_the_same(window: Window, desk: Desk, pair: tuple[int, int]) -> None:
    window.go(Place("duplicates"))
    page = window.pages.page
    assert isinstance(page, DuplicatesPage)
    page.list.search.setText("zephyr")
    page.table.take_focus()
    Keyboard(window).press(Key.Key_Delete)
    assert page.table.rows.rowCount() == 0
    assert not [one for one in duplicates.find(desk) if one.one.id == pair[0]]
    window.undo()
    assert page.table.rows.rowCount() == 1


@english
def test_a_client_is_merged_with_one_that_is_named(window: Window, pair: tuple[int, int]) -> None:
    window.go(Place("merge_with", pair[0], ask="client"))
    page = window.pages.page
    assert isinstance(page, MergeWith)
    page.pick.setFocus()
    page.pick.setText("ZK9")
    page.pick.look()
    page.pick.take(0)
    assert window.place == Place("merge", pair[0], within=pair[1], ask="client")


@english
def test_where_nobody_is_found_to_merge_with_it_is_said_and_there_are_ways_on(
    window: Window, pair: tuple[int, int]
) -> None:
    window.go(Place("merge_with", pair[0], ask="client"))
    page = window.pages.page
    assert isinstance(page, MergeWith)
    keyboard = Keyboard(window)
    keyboard.type("Xylophone")
    nobody = page.findChild(Empty)
    assert isinstance(nobody, Empty)
    assert nobody.isVisible()
    assert nobody.title.text() == "No client found"
    clear, pairs = nobody.offered
    clear.click()
    assert (nobody.isVisible(), page.pick.text(), page.pick.hasFocus()) == (False, "", True)
    keyboard.type("Xylophone")
    pairs.click()
    assert isinstance(window.pages.page, DuplicatesPage)


@english
def test_an_editor_says_quietly_who_is_there_already(
    window: Window, desk: Desk, pair: tuple[int, int]
) -> None:
    window.go(Place("edit_client"))
    page = window.pages.page
    assert isinstance(page, ClientEditor)
    page.name.setText("zephyr kites")
    page.like.look()
    assert page.like.isVisible()
    assert "Zephyr Kites" in page.like.words.text()
    page.like.open.click()
    assert window.place == Place("client", pair[0])
    window.go(Place("edit_contact", about=pair[1]))
    editor = window.pages.page
    assert isinstance(editor, ContactEditor)
    editor.name.setText("Holt Ida")
    editor.like.look()
    assert editor.like.isVisible()
    editor.name.setText("Somebody else")
    editor.like.look()
    assert not editor.like.isVisible()
    assert desk.undo_label != "New contact"


def call(window: Window) -> LogCall:
    page = window.pages.page
    assert isinstance(page, LogCall)
    return page


def merge_page(window: Window, pair: tuple[int, int]) -> MergePage:
    window.go(Place("merge", pair[0], within=pair[1], ask="client"))
    page = window.pages.page
    assert isinstance(page, MergePage)
    return page


def choice(page: MergePage, field: str, side: str) -> ValueChoice:
    """One of the values of a field as it stands now."""
    QApplication.processEvents()
    found = page.fields.findChildren(ValueChoice, f"merge-{field}-{side}")
    return next(one for one in found if is_shown(one))


def after(page: MergePage, field: str) -> str:
    """What is said there will be in a field."""
    QApplication.processEvents()
    found = page.findChildren(QWidget, f"after-{field}-value")
    return next(one.accessibleName() for one in found if is_shown(one))


def is_shown(part: QWidget) -> bool:
    """Whether it is not one of those that are about to go."""
    row = part.parentWidget()
    return row is not None and not row.isHidden()


@english
def test_an_import_says_who_is_likely_there_already(window: Window, desk: Desk, tmp_path: Path) -> None:
    clients.add(desk, name="Zephyr Kites")
    file = tmp_path / "more.csv"
    file.write_text("Company,Name\nZephyr Kites Limited,Ida Holt\n", encoding="utf-8")
    page = bring(window, file)
    assert "1 likely duplicate" in page.outcome.words.text()
    page.outcome.onward.click()
    assert isinstance(window.pages.page, DuplicatesPage)
