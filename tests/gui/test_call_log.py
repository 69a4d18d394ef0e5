"""The log of calls: read beside the list, acted on by keys, its mails dragged away."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QStackedWidget
from pytestqt.qtbot import QtBot

from amdesk.domain.errors import AmdeskError
from amdesk.domain.interaction import CHANNEL_NAMES
from amdesk.domain.points import Point
from amdesk.domain.summary import STATE_NAMES
from amdesk.gui import dropped_mail, show
from amdesk.gui.column_room import room_for
from amdesk.gui.editors.interaction import LogCall
from amdesk.gui.navigation import Navigation
from amdesk.gui.pages.calls import CallsPage
from amdesk.gui.pages.client import ClientPage
from amdesk.gui.pages.clients import ClientsPage
from amdesk.gui.place import Place, Trail
from amdesk.gui.rows import CELL_ROLE, Cell
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets import badge
from amdesk.gui.widgets.badge import Badge
from amdesk.i18n.catalog import _
from amdesk.services import clients, contacts, interactions, summaries
from amdesk.services.desk import Desk


@pytest.fixture
def desk(empty_desk: Desk) -> Desk:
    """Two clients, a call with each, the older one with a summary."""
    now = empty_desk.now()
    for name, days in (("Northwind", 1), ("Harbour", 2)):
        client = clients.add(empty_desk, name=name)
        call = interactions.log(
            empty_desk, client_id=client, occasion=f"About {name}", started_at=now - timedelta(days=days)
        )
    summaries.write(empty_desk, summaries.start(empty_desk, call), [Point(kind="decision", text="Go on")])
    return empty_desk


@pytest.fixture
def page(desk: Desk, qtbot: QtBot, spoken: str) -> CallsPage:
    made = CallsPage(desk)
    qtbot.addWidget(made)
    for tool in made.face.tools:
        tool.setParent(made)
    made.resize(1200, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.refresh()
    made.table.take_focus()
    made.beside.show_current()
    return made


def read(page: CallsPage) -> str:
    """What stands in the pane beside the list."""
    shown = page.beside.page
    return "\n".join(label.text() for label in shown.findChildren(QLabel)) if shown else ""


def asked(page: CallsPage | ClientsPage) -> list[Place]:
    places: list[Place] = []
    page.place_requested.connect(places.append)
    return places


def test_the_call_the_keys_are_on_is_read_in_full_beside_the_list(page: CallsPage, qtbot: QtBot) -> None:
    assert "About Northwind" in read(page)
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "Go on" in read(page))


def test_in_a_small_window_there_is_only_the_list_and_a_click_opens(page: CallsPage) -> None:
    page.resize(700, 500)
    assert page.beside.pane.isHidden()
    assert page.table.opens_by_click


def test_the_states_have_the_room_they_need_and_the_names_have_the_rest(
    desk: Desk, qtbot: QtBot, tongue: str
) -> None:
    page = CallsPage(desk)
    qtbot.addWidget(page)
    page.resize(1000, 600)
    page.show()
    page.refresh()
    width = {one.id: page.table.columnWidth(n) for n, one in enumerate(page.table.rows.columns)}
    badges = [badge.size(Badge(_(one))).width() for one in STATE_NAMES.values()]
    assert max(badges) + 2 * SPACE.s <= width["state"] < max(badges) + 4 * SPACE.s
    assert width["client"] > width["when"]
    usual = show.joined(_(CHANNEL_NAMES["mobile"]), show.minutes(25))
    assert width["when"] >= room_for([Cell("", usual)])


def test_what_is_read_follows_what_changes(page: CallsPage, desk: Desk) -> None:
    interactions.change(desk, page.table.current_id() or 0, occasion="About the whole year")
    page.refresh()
    assert "About the whole year" in read(page)


def test_keys_open_the_summary_or_the_client_and_move_a_call_to_the_trash(
    page: CallsPage, desk: Desk
) -> None:
    places = asked(page)
    call = interactions.get(desk, page.table.current_id() or 0)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    assert places == [Place("summary", call.id, call.client_id), Place("client", call.client_id)]
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    assert len(interactions.find(desk)) == 1
    desk.undo()
    assert len(interactions.find(desk)) == 2


def test_the_menu_of_a_call_names_the_same(page: CallsPage) -> None:
    places = asked(page)
    for action in page.acts.menu().actions():
        if action.objectName() in {"call-open", "call-client", "call-log"}:
            action.trigger()
    assert [place.page for place in places] == ["summary", "client", "log_call"]


def test_a_call_leaves_with_the_mail_of_its_summary(page: CallsPage, qtbot: QtBot) -> None:
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "Go on" in read(page))
    QTest.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    data = QApplication.clipboard().mimeData()
    assert "About Harbour" in data.text()
    assert data.urls()[0].toLocalFile().endswith(".eml")
    QApplication.clipboard().clear()


def test_in_a_wide_window_a_client_is_shown_beside_the_list(desk: Desk, qtbot: QtBot, spoken: str) -> None:
    page = ClientsPage(desk)
    qtbot.addWidget(page)
    for tool in page.face.tools:
        tool.setParent(page)
    page.resize(1500, 700)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.refresh()
    page.beside.show_current()
    shown = page.beside.page
    assert isinstance(shown, ClientPage)
    assert shown.accessibleName() == "Harbour"
    places = asked(page)
    button = shown.findChild(QPushButton, "entry-summary")
    assert isinstance(button, QPushButton)
    button.click()
    assert places[0].page == "summary"


def test_a_mail_dropped_on_the_window_opens_the_log_of_who_wrote_it(
    desk: Desk, qtbot: QtBot, spoken: str, tmp_path: Path
) -> None:
    client = clients.find(desk, "Northwind")[0]
    contacts.add_address(desk, client, medium="email", value="office@northwind.example")
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    pages = Navigation(desk, stack, Trail(Place("clients")))
    mail = tmp_path / "mail.eml"
    mail.write_bytes(b"From: office@northwind.example\r\nSubject: The new prices\r\n\r\nHello\r\n")
    dropped_mail.take_mail(desk, pages, mail)
    assert pages.trail.here.place == Place("log_call", about=client)
    assert isinstance(pages.page, LogCall)
    assert pages.page.call.line.text() == "The new prices"
    assert pages.page.call.values()["channel"] == "mail"


def test_a_mail_of_nobody_known_says_where_to_drop_it(
    desk: Desk, qtbot: QtBot, spoken: str, tmp_path: Path
) -> None:
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    mail = tmp_path / "mail.eml"
    mail.write_bytes(b"From: stranger@nowhere.example\r\nSubject: Hello\r\n\r\nHello\r\n")
    with pytest.raises(AmdeskError, match="drop it there"):
        dropped_mail.take_mail(desk, Navigation(desk, stack, Trail(Place("clients"))), mail)


def test_the_log_calls_yesterday_by_its_name_and_older_days_by_their_date(
    page: CallsPage, desk: Desk
) -> None:
    rows = page.table.rows
    newest, older = (rows.index(row, 2).data(CELL_ROLE).text for row in (0, 1))
    assert newest.startswith(_("Yesterday"))
    assert older == show.moment(desk, desk.now() - timedelta(days=2))
