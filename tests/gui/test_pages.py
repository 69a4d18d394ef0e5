"""Pages show what is there, find what is typed, and say so when there is nothing."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from amdesk.domain.agenda_rows import CAP
from amdesk.domain.client_filter import ClientFilter
from amdesk.gui import show
from amdesk.gui.entry import EntryView
from amdesk.gui.pages.calls import CallsPage
from amdesk.gui.pages.client import ClientPage
from amdesk.gui.pages.clients import ClientsPage
from amdesk.gui.pages.settings import SettingsPage
from amdesk.gui.pages.today import TodayPage
from amdesk.gui.place import Place
from amdesk.gui.timeline import FIRST
from amdesk.gui.widgets.fields import Check, LineField, Picker
from amdesk.gui.widgets.order import OrderField
from amdesk.gui.window import Window
from amdesk.i18n.bidi import strip_isolates
from amdesk.services import agenda, clients, interactions, summaries, tasks
from amdesk.services.desk import Desk
from amdesk.system.settings import SETTINGS

W = TypeVar("W", bound=QWidget)


def page(window: Window, kind: type[W], place: Place) -> W:
    window.go(place)
    shown: object = window.pages.page
    assert isinstance(shown, kind)
    return shown


def names(shown: ClientsPage) -> list[str]:
    return [str(shown.rows.index(row, 0).data()) for row in range(shown.rows.rowCount())]


def texts(widget: QWidget) -> str:
    """Everything a page says in labels, without its marks."""
    return strip_isolates("\n".join(label.text() for label in widget.findChildren(QLabel)))


def asked(shown: TodayPage | ClientsPage | CallsPage | ClientPage) -> list[Place]:
    places: list[Place] = []
    shown.place_requested.connect(places.append)
    return places


def test_clients_are_found_as_one_types(window: Window, desk: Desk) -> None:
    shown = page(window, ClientsPage, Place("clients"))
    everyone = shown.rows.rowCount()
    shown.search.setFocus()
    QTest.keyClicks(shown.search, "harb")
    assert names(shown) == ["Harbour & Vale"]
    QTest.keyClick(shown.search, Qt.Key.Key_Escape)
    assert shown.rows.rowCount() == everyone == len(clients.find(desk))


def test_the_foot_of_the_window_counts_what_was_found(window: Window) -> None:
    shown = page(window, ClientsPage, Place("clients"))
    shown.search.setText("harb")
    status = window.findChild(QLabel, "status")
    assert isinstance(status, QLabel)
    assert show.clients_count(1) in status.text()


def test_clients_are_found_by_a_person_in_another_script(window: Window) -> None:
    shown = page(window, ClientsPage, Place("clients"))
    shown.search.setText("نرگس")
    assert len(names(shown)) == 1


def test_the_first_client_found_opens_by_enter(window: Window) -> None:
    shown = page(window, ClientsPage, Place("clients"))
    shown.search.setText("harb")
    QTest.keyClick(shown.search, Qt.Key.Key_Return)
    assert window.place.page == "client"


def test_clients_are_filtered_by_stage_and_tier(window: Window, desk: Desk) -> None:
    shown = page(window, ClientsPage, Place("clients"))
    shown.filters.choose(ClientFilter(stages=("active",), tiers=("A",)))
    assert (
        shown.rows.rowCount()
        == len(clients.find(desk, where=ClientFilter(stages=("active",), tiers=("A",))))
        > 0
    )


def test_the_header_sorts_the_clients(window: Window, desk: Desk) -> None:
    shown = page(window, ClientsPage, Place("clients"))
    shown.table.sorted_by.emit("name", True)
    assert names(shown)[0] == clients.lines(desk, clients.find(desk, descending=True)[:1])[0].name


def test_nothing_found_offers_the_way_out(window: Window) -> None:
    shown = page(window, ClientsPage, Place("clients"))
    shown.search.setText("no such client")
    button = shown.findChild(QPushButton, "clients-clear")
    assert isinstance(button, QPushButton)
    assert button.isVisible()
    button.click()
    assert shown.table.isVisible()


def test_a_list_without_clients_offers_the_first_one(empty_desk: Desk, qtbot: QtBot, spoken: str) -> None:
    shown = ClientsPage(empty_desk)
    qtbot.addWidget(shown)
    shown.show()
    shown.refresh()
    places = asked(shown)
    button = shown.findChild(QPushButton, "clients-first")
    assert isinstance(button, QPushButton)
    button.click()
    assert places == [Place("edit_client")]


def test_coming_back_to_the_list_finds_it_as_it_was_left(window: Window) -> None:
    shown = page(window, ClientsPage, Place("clients"))
    shown.search.setText("an")
    before = names(shown)
    window.go(Place("client", 1))
    window.back()
    assert (window.pages.page, names(shown)) == (shown, before)


def test_a_clients_page_tells_the_past_in_full(window: Window, desk: Desk) -> None:
    client = clients.find(desk, "Harbour")[0]
    shown = page(window, ClientPage, Place("client", client))
    told = texts(shown)
    for entry in clients.timeline(desk, client, limit=FIRST):
        assert entry.interaction.occasion in told
        assert all(point.text in told for point in entry.points)


def test_a_clients_page_names_people_promises_and_questions(window: Window, desk: Desk) -> None:
    client = clients.find(desk, "Harbour")[0]
    shown = page(window, ClientPage, Place("client", client))
    facts = clients.page(desk, client)
    buttons = {button.accessibleName() for button in shown.findChildren(QPushButton)}
    assert {card.contact.name for card in facts.contacts} <= buttons
    owed = [one.task.title for one in tasks.promises(desk, client)]
    asked = [one.point.text for one in facts.open_questions]
    assert owed
    said = texts(shown.open) + "\n".join(buttons)
    assert all(one in said for one in (*owed, *asked))


def test_what_is_missing_is_a_click_away(window: Window, desk: Desk) -> None:
    added = clients.add(desk, name="Bare")
    shown = page(window, ClientPage, Place("client", added))
    gap = shown.findChild(QPushButton, "gap-contact")
    assert isinstance(gap, QPushButton)
    gap.click()
    assert window.place == Place("edit_contact", None, added)


def test_a_click_on_a_number_copies_it_as_it_was_typed(window: Window, desk: Desk) -> None:
    client = clients.find(desk, "Harbour")[0]
    shown = page(window, ClientPage, Place("client", client))
    address = clients.page(desk, client).contacts[0].addresses[0]
    button = shown.findChild(QPushButton, f"address-{address.id}")
    assert isinstance(button, QPushButton)
    button.click()
    assert QApplication.clipboard().text() == address.value


def test_a_long_past_is_shown_piece_by_piece(window: Window, desk: Desk) -> None:
    client = clients.add(desk, name="Talkative")
    for number in range(FIRST + 5):
        interactions.log(desk, client_id=client, occasion=f"call {number}")
    shown = page(window, ClientPage, Place("client", client))
    before = len(shown.findChildren(EntryView))
    bar = shown.past.verticalScrollBar()
    bar.setMaximum(max(bar.maximum(), 1))
    bar.setValue(bar.maximum())
    assert (before, len(shown.findChildren(EntryView))) == (FIRST, FIRST + 5)


def test_each_line_of_today_says_why_and_acts_by_its_key(window: Window, desk: Desk) -> None:
    shown = page(window, TodayPage, Place("today"))
    lines = shown.lines
    wanted = [row for section in agenda.today(desk).sections for row in section.rows[:CAP]]
    assert [line.row for line in lines] == wanted
    handed_over = next(line for line in lines if line.row.action == "sent")
    handed_over.setFocus()
    QTest.keyClick(handed_over, Qt.Key.Key_Space)
    assert summaries.get(desk, handed_over.row.id).state == "sent"


def test_enter_on_a_line_of_today_opens_the_client(window: Window) -> None:
    shown = page(window, TodayPage, Place("today"))
    line = shown.lines[0]
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert window.place == Place("client", line.row.client_id)


def test_down_goes_from_line_to_line(window: Window, qtbot: QtBot) -> None:
    shown = page(window, TodayPage, Place("today"))
    lines = shown.lines
    qtbot.waitUntil(lines[1].isVisible)
    lines[0].setFocus()
    QTest.keyClick(lines[0], Qt.Key.Key_Down)
    assert lines[1].hasFocus()


def test_an_empty_day_says_so(empty_desk: Desk, qtbot: QtBot, spoken: str) -> None:
    shown = TodayPage(empty_desk)
    qtbot.addWidget(shown)
    shown.refresh()
    assert shown.findChild(QWidget, "empty") is not None


def test_calls_are_filtered_by_what_became_of_their_summary(window: Window, desk: Desk) -> None:
    shown = page(window, CallsPage, Place("calls"))
    shown.state.choose("confirmed")
    shown.refresh()
    assert shown.rows.rowCount() == len(interactions.find(desk, states=("confirmed",))) > 0


def test_every_setting_has_its_field(window: Window) -> None:
    shown = page(window, SettingsPage, Place("settings"))
    fields = {f"setting-{setting.key}" for setting in SETTINGS if not setting.is_remembered}
    assert fields <= {widget.objectName() for widget in shown.findChildren(QWidget)}


def test_a_setting_is_kept_at_once(window: Window, desk: Desk) -> None:
    shown = page(window, SettingsPage, Place("settings"))
    name = shown.findChild(LineField, "setting-my_name")
    silence = shown.findChild(Check, "setting-silence_accepts")
    order = shown.findChild(OrderField, "setting-hand_over")
    assert isinstance(name, LineField)
    assert isinstance(silence, Check)
    assert isinstance(order, OrderField)
    name.setText("Dana")
    name.editingFinished.emit()
    silence.setChecked(True)
    order.shift(2, by=-2)
    assert (desk.settings["my_name"], desk.settings["silence_accepts"]) == ("Dana", True)
    assert desk.settings["hand_over"] == ("clipboard", "eml", "mailto")


def test_the_theme_is_put_on_at_once(window: Window, desk: Desk, qapp: QApplication) -> None:
    shown = page(window, SettingsPage, Place("settings"))
    picker = shown.findChild(Picker, "setting-theme")
    assert isinstance(picker, Picker)
    picker.picked.emit("dark")
    dark = qapp.palette().window().color().lightness()
    picker.picked.emit("light")
    assert dark < 128 < qapp.palette().window().color().lightness()
