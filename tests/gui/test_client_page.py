"""A client's page is changed where one reads it, and its past can be walked, searched and narrowed."""

from __future__ import annotations

from datetime import timedelta
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from amdesk.domain.errors import AmdeskError
from amdesk.domain.points import Point
from amdesk.gui import show
from amdesk.gui.client_badges import stage_menu, tier_menu
from amdesk.gui.editors.call_glance import CallGlance
from amdesk.gui.editors.client import ClientEditor
from amdesk.gui.editors.contact import ContactEditor
from amdesk.gui.entry_head import EntryHead
from amdesk.gui.pages.client import ClientPage
from amdesk.gui.place import Place
from amdesk.gui.widgets.menu import Menu
from amdesk.gui.window import Window
from amdesk.i18n.bidi import strip_isolates
from amdesk.i18n.catalog import _
from amdesk.services import clients, contacts, interactions, summaries
from amdesk.services.desk import Desk
from tests.gui.keys import Key, Keyboard

W = TypeVar("W", bound=QWidget)


@pytest.fixture
def client(empty_desk: Desk) -> int:
    """A client with three calls in two months, one of them with a question open."""
    desk = empty_desk
    made = clients.add(desk, name="Northwind", notes="Decides in spring", next_step="Send the plan")
    maya = contacts.add(desk, made, name="Maya Stern")
    contacts.add_address(desk, made, contact_id=maya, medium="email", value="maya@nw.example")
    now = desk.now()
    interactions.log(desk, client_id=made, occasion="Prices in general", started_at=now - timedelta(days=40))
    asked = interactions.log(
        desk, client_id=made, occasion="Budget", channel="meeting", started_at=now - timedelta(days=1)
    )
    interactions.log(desk, client_id=made, occasion="A word about it", started_at=now)
    point = Point(kind="question", text="Who signs?")
    summaries.write(desk, summaries.start(desk, asked), [point])
    return made


@pytest.fixture
def page(empty_desk: Desk, client: int, qtbot: QtBot, spoken: str) -> ClientPage:
    made = ClientPage(empty_desk, client)
    qtbot.addWidget(made)
    for tool in made.face.tools:
        tool.setParent(made)
    made.resize(1200, 700)
    empty_desk.listen(lambda _touched: made.refresh())
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.refresh()
    QApplication.processEvents()
    return made


def test_in_a_wide_window_facts_and_what_is_open_have_more_room(page: ClientPage) -> None:
    def widths() -> list[int]:
        return [side.width() for side in page.findChildren(QScrollArea, "client-side")]

    usual = widths()
    page.resize(2300, 1000)
    QApplication.processEvents()
    assert all(wide > before * 1.4 for wide, before in zip(widths(), usual, strict=True))


def test_on_the_page_of_a_new_client_enter_logs_the_first_call(window: Window, desk: Desk) -> None:
    new = clients.add(desk, name="Northwind")
    window.go(Place("client", new))
    keyboard = Keyboard(window)
    keyboard.press(Key.Key_Control)
    past = window.findChild(QWidget, "client-timeline")
    assert isinstance(past, QWidget)
    around = past.findChild(QWidget, "ring")
    assert isinstance(around, QWidget)
    assert not around.isVisible()
    keyboard.press(Key.Key_Return)
    assert window.place == Place("log_call", about=new)
    interactions.log(desk, client_id=new, occasion="Prices")
    window.go(Place("client", new))
    assert keyboard.at.objectName() == "client-timeline"


def found(within: QWidget, kind: type[W], name: str) -> W:
    """The widget of this name that stands there now."""
    there = [one for one in within.findChildren(kind, name) if not one.isHidden()]
    assert there
    return there[-1]


def occasions(page: ClientPage) -> list[str]:
    return [view.entry.interaction.occasion for view in page.timeline.views]


def said(page: QWidget, name: str) -> list[str]:
    return [strip_isolates(one.text()) for one in page.findChildren(QLabel, name) if not one.isHidden()]


def test_a_badge_opens_what_it_can_be_changed_to(page: ClientPage, empty_desk: Desk, client: int) -> None:
    now = clients.get(empty_desk, client)
    stages = stage_menu(empty_desk, now, page)
    next(one for one in stages.actions() if one.objectName() == "stage-at_risk").trigger()
    tiers = tier_menu(empty_desk, now, page)
    next(one for one in tiers.actions() if one.objectName() == "tier-A").trigger()
    next(one for one in tiers.actions() if one.objectName() == "tier-vip").trigger()
    changed = clients.get(empty_desk, client)
    assert (changed.stage, changed.tier, changed.vip) == ("at_risk", "A", True)
    empty_desk.undo()
    assert not clients.get(empty_desk, client).vip


def test_notes_are_kept_when_they_are_left_and_escape_takes_them_back(
    page: ClientPage, empty_desk: Desk, client: int
) -> None:
    notes = page.facts.notes
    notes.setFocus()
    notes.setPlainText("Decides in autumn")
    page.past.setFocus()
    assert clients.get(empty_desk, client).notes == "Decides in autumn"
    notes.setFocus()
    notes.setPlainText("Nothing of this")
    QTest.keyClick(notes, Qt.Key.Key_Escape)
    assert clients.get(empty_desk, client).notes == "Decides in autumn"


def test_notes_that_are_being_written_survive_news_and_leaving_the_page(
    page: ClientPage, empty_desk: Desk, client: int
) -> None:
    page.facts.notes.setFocus()
    page.facts.notes.setPlainText("Half a word")
    clients.change(empty_desk, client, tier="B")
    assert page.facts.notes.toPlainText() == "Half a word"
    page.face.memory()
    assert clients.get(empty_desk, client).notes == "Half a word"


def test_the_next_step_is_written_where_it_stands(page: ClientPage, empty_desk: Desk, client: int) -> None:
    found(page, QPushButton, "next-edit").click()
    form = page.open.writing
    assert form is not None
    form.step.setText("Call Maya")
    form.on.put_text("2026-03-12")
    QTest.keyClick(form.on, Qt.Key.Key_Return)
    assert clients.get(empty_desk, client).next_step == "Call Maya"
    assert clients.get(empty_desk, client).next_contact_on is not None
    assert "Call Maya" in said(page.open, "next-step")


def test_a_next_step_left_for_somewhere_else_is_kept(page: ClientPage, empty_desk: Desk, client: int) -> None:
    found(page, QPushButton, "next-edit").click()
    assert page.open.writing is not None
    page.open.writing.step.setFocus()
    page.open.writing.step.setText("Call Maya")
    page.past.setFocus()
    assert clients.get(empty_desk, client).next_step == "Call Maya"


def test_a_gap_is_noted_to_be_asked_and_stands_in_view_during_the_next_call(
    page: ClientPage, empty_desk: Desk, client: int, qtbot: QtBot
) -> None:
    found(page, QPushButton, "gap-birthday").click()
    assert clients.page(empty_desk, client).asking == ("birthday",)
    glance = CallGlance(empty_desk)
    qtbot.addWidget(glance)
    glance.show_client(client)
    assert len(said(glance, "to-ask")) == 1
    found(page, QPushButton, "gap-birthday").click()
    assert clients.page(empty_desk, client).asking == ()


def test_what_was_learnt_is_not_asked_any_more(page: ClientPage, empty_desk: Desk, client: int) -> None:
    clients.ask_next_time(empty_desk, client, "language")
    person = clients.page(empty_desk, client).contacts[0].contact
    contacts.change(empty_desk, person.id, language="en")
    assert clients.page(empty_desk, client).asking == ()


def test_the_past_stands_under_its_months_newest_first(page: ClientPage) -> None:
    assert occasions(page) == ["A word about it", "Budget", "Prices in general"]
    assert len(said(page, "past-month")) == 2
    moments = [head.accessibleName() for head in page.findChildren(EntryHead) if not head.isHidden()]
    assert len({moment.split(",")[0] for moment in moments}) == 3


def test_the_first_line_of_an_entry_breaks_where_the_room_ends(page: ClientPage, qtbot: QtBot) -> None:
    page.resize(900, 700)
    QApplication.processEvents()
    heads = [head for head in page.findChildren(EntryHead) if not head.isHidden()]
    wide = {head: head.height() for head in heads}
    page.timeline.area.setFixedWidth(220)
    qtbot.waitUntil(lambda: all(head.height() >= head.heightForWidth(head.width()) for head in heads))
    assert any(head.height() > high for head, high in wide.items())


def test_the_past_is_narrowed_by_words_channel_and_what_is_open(page: ClientPage) -> None:
    narrowing = page.timeline.narrowing
    narrowing.search.setText("pric")
    assert occasions(page) == ["Prices in general"]
    narrowing.search.clear()
    narrowing.channel.choose("meeting")
    narrowing.changed.emit()
    assert occasions(page) == ["Budget"]
    page.timeline.clear()
    assert len(occasions(page)) == 3
    narrowing.open_only.click()
    assert occasions(page) == ["Budget"]


def test_another_client_on_the_same_page_begins_with_nothing_of_the_one_before(
    page: ClientPage, empty_desk: Desk
) -> None:
    other = clients.add(empty_desk, name="Harbour")
    interactions.log(empty_desk, client_id=other, occasion="The first call")
    page.timeline.narrowing.search.setText("pric")
    page.turn_to(other)
    page.refresh()
    assert (page.accessibleName(), occasions(page)) == ("Harbour", ["The first call"])
    assert page.facts.notes.toPlainText() == ""
    places: list[Place] = []
    page.place_requested.connect(places.append)
    for tool in page.face.tools:
        assert isinstance(tool, QPushButton)
        tool.click()
    assert {place.id or place.about for place in places} == {other}


def test_a_next_step_being_written_is_kept_when_the_page_turns_to_another_client(
    page: ClientPage, empty_desk: Desk, client: int
) -> None:
    other = clients.add(empty_desk, name="Harbour", next_step="Ask for the brief")
    found(page, QPushButton, "next-edit").click()
    assert page.open.writing is not None
    page.open.writing.step.setText("Call Maya")
    page.turn_to(other)
    page.refresh()
    assert clients.get(empty_desk, client).next_step == "Call Maya"
    assert said(page.open, "next-step")[-1] == "Ask for the brief"


def test_nothing_found_in_the_past_offers_all_of_it(page: ClientPage) -> None:
    page.timeline.narrowing.search.setText("zzz")
    assert _("Try fewer letters.") in said(page.timeline, "empty-text")[-1]
    page.timeline.narrowing.channel.choose("office_phone")
    page.timeline.narrowing.changed.emit()
    assert _("Try fewer letters, or every channel.") in said(page.timeline, "empty-text")[-1]
    found(page, QPushButton, "past-clear").click()
    assert len(occasions(page)) == 3


def test_the_past_is_walked_by_keys_and_enter_opens_the_summary(page: ClientPage) -> None:
    places: list[Place] = []
    page.place_requested.connect(places.append)
    page.past.setFocus()
    QTest.keyClick(page.past, Qt.Key.Key_Down)
    first, second = page.timeline.views[:2]
    assert first.hasFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Return)
    assert places == [Place("summary", second.entry.interaction.id, second.entry.interaction.client_id)]
    QTest.keyClick(second, Qt.Key.Key_Home)
    QTest.keyClick(first, Qt.Key.Key_Up)
    assert page.timeline.narrowing.search.hasFocus()


def test_pasted_people_become_contacts_and_those_known_get_their_address(
    page: ClientPage, empty_desk: Desk, client: int
) -> None:
    QApplication.clipboard().setText(
        "Maya Stern <maya@nw.example>; maya stern <m.stern@nw.example>; Tom Beck <tom@nw.example>"
    )
    page.paste()
    people = {card.contact.name: card.addresses for card in clients.page(empty_desk, client).contacts}
    assert [one.value for one in people["Maya Stern"]] == ["maya@nw.example", "m.stern@nw.example"]
    assert [one.value for one in people["Tom Beck"]] == ["tom@nw.example"]
    empty_desk.undo()
    assert len(clients.page(empty_desk, client).contacts) == 1


def test_a_clipboard_without_people_says_what_to_copy(page: ClientPage) -> None:
    QApplication.clipboard().setText("the weather")
    with pytest.raises(AmdeskError, match="clipboard"):
        page.paste()


def test_a_name_pasted_with_its_address_fills_both_fields(
    empty_desk: Desk, client: int, qtbot: QtBot, spoken: str
) -> None:
    editor = ContactEditor(empty_desk, None, client_id=client)
    qtbot.addWidget(editor)
    for tool in editor.face.tools:
        tool.setParent(editor)
    editor.name.setText("Nora Quist <nora@quist.example>")
    assert editor.name.text() == "Nora Quist"
    assert [one.value for one in editor.addresses.typed()] == ["nora@quist.example"]


def test_a_new_client_can_begin_with_the_people_pasted(empty_desk: Desk, qtbot: QtBot, spoken: str) -> None:
    editor = ClientEditor(empty_desk, None, pasted="Nora Quist, Quist & Co <nora@quist.example>")
    qtbot.addWidget(editor)
    for tool in editor.face.tools:
        tool.setParent(editor)
    assert editor.name.text() == "Quist & Co"
    editor.save()
    made = clients.find(empty_desk, "nora@quist.example")
    assert [card.contact.name for card in clients.page(empty_desk, made[0]).contacts] == ["Nora Quist"]
    empty_desk.undo()
    assert not clients.find(empty_desk, "Quist")


def test_a_badge_that_is_clicked_opens_a_menu_and_a_choice_closes_it(
    page: ClientPage, empty_desk: Desk, client: int, qtbot: QtBot
) -> None:
    found(page, QPushButton, "client-stage").click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, Menu)
    before = clients.get(empty_desk, client).stage
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert QApplication.activePopupWidget() is None
    assert clients.get(empty_desk, client).stage != before


def test_the_facts_say_since_when_it_is_the_client_s_turn(
    page: ClientPage, empty_desk: Desk, client: int
) -> None:
    clients.change(empty_desk, client, tier="A")
    assert show.turn(empty_desk, clients.get(empty_desk, client)) == "", "there was a call today"
    for number in (2, 3):
        interactions.remove(empty_desk, number)
    turn = show.turn(empty_desk, clients.get(empty_desk, client))
    assert turn
    told = [one.text() for one in page.findChildren(QLabel, "client-fact") if not one.isHidden()]
    assert any(strip_isolates(turn) in strip_isolates(text) for text in told)
