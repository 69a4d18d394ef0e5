"""The page of a record's history: reached from everywhere, read by keys, and putting back what was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton

from amdesk.domain.client import STAGE_NAMES
from amdesk.gui.commands import COMMANDS
from amdesk.gui.pages.history import FIRST, HistoryPage
from amdesk.gui.place import Place
from amdesk.gui.records import history_of
from amdesk.gui.window import Window
from amdesk.i18n.catalog import _
from amdesk.services import clients, contacts, tasks
from amdesk.services.desk import Desk


@pytest.fixture
def client(desk: Desk) -> int:
    return clients.add(desk, name="Northwind Traders")


@pytest.fixture
def changed(desk: Desk, client: int) -> int:
    clients.change(desk, client, stage="at_risk", notes="<b>bold</b>\nand more")
    clients.change(desk, client, tier="A")
    return client


def shown(window: Window, noun: str, one: int) -> HistoryPage:
    window.go(history_of(noun, one))
    page = window.pages.page
    assert isinstance(page, HistoryPage)
    return page


def words(page: HistoryPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel))


def test_ctrl_h_opens_the_history_of_what_is_shown(window: Window, changed: int) -> None:
    window.go(Place("client", changed))
    assert COMMANDS["record.history"].enabled(window)
    window.commands.by_id["record.history"].trigger()
    page = window.pages.page
    assert isinstance(page, HistoryPage)
    said = words(page)
    assert _(STAGE_NAMES["active"]) in said
    assert _(STAGE_NAMES["at_risk"]) in said
    assert "<b>bold</b>" in said  # as it was typed


def test_enter_offers_what_can_be_put_back_and_the_page_tells_of_it(window: Window, changed: int) -> None:
    page = shown(window, "client", changed)
    first, second = page.views[:2]
    QTest.keyClick(page.area, Qt.Key.Key_Down)
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    menu = second.menu()
    assert isinstance(menu, QMenu)
    stage = next(action for action in menu.actions() if _(STAGE_NAMES["active"]) in action.text())
    stage.trigger()
    assert clients.get(window.desk, changed).stage == "active"
    assert page.views[0].past.step.label == "Put back an earlier state"
    window.undo()
    assert clients.get(window.desk, changed).stage == "at_risk"


def test_enter_twice_puts_back_the_first_thing_while_a_mouse_finds_nothing_chosen(
    window: Window, changed: int
) -> None:
    step = shown(window, "client", changed).views[0]
    QTest.mouseClick(step.offer, Qt.MouseButton.LeftButton)
    by_mouse = QApplication.activePopupWidget()
    assert isinstance(by_mouse, QMenu)
    assert by_mouse.activeAction() is None
    by_mouse.close()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
    step.open_menu()
    by_key = QApplication.activePopupWidget()
    assert isinstance(by_key, QMenu)
    QTest.keyClick(by_key, Qt.Key.Key_Return)
    assert clients.get(window.desk, changed).tier is None


def test_all_is_put_back_as_it_was_before_a_step(window: Window, changed: int) -> None:
    page = shown(window, "client", changed)
    whole = next(a for a in page.views[1].menu().actions() if a.objectName() == "past-back-all")
    whole.trigger()
    client = clients.get(window.desk, changed)
    assert (client.stage, client.tier, client.notes) == ("active", None, "")


def test_a_long_history_is_read_as_it_is_scrolled_to(window: Window, desk: Desk, client: int) -> None:
    for n in range(FIRST * 2):
        clients.change(desk, client, next_step=f"Step {n}")
    page = shown(window, "client", client)
    there = len(page.views)
    assert there < FIRST * 2
    page.views[-1].setFocus()
    page.step(1)
    assert len(page.views) > there


def test_every_record_knows_the_way_to_its_history(window: Window, desk: Desk, client: int) -> None:
    maya = contacts.add(desk, client, name="Maya Stern")
    task = tasks.add(desk, title="Count", client_id=client)
    for noun, one in (("client", client), ("contact", maya), ("task", task)):
        page = shown(window, noun, one)
        (way,) = (one for one in page.face.tools if one.objectName() == "history-open")
        assert isinstance(way, QPushButton)
        way.click()
        assert window.place.page == ("task" if noun == "task" else "client")
