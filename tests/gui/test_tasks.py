"""Tasks in the window: the list, the board and who has what, and what is done there by key and by mouse."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from amdesk.domain.eisenhower import Quadrant
from amdesk.gui.pages.tasks import TasksPage
from amdesk.gui.place import Place
from amdesk.gui.task_board import CARD
from amdesk.gui.widgets.menu import Menu
from amdesk.gui.window import Window
from amdesk.services import tasks
from amdesk.services.desk import Desk
from tests.gui.keys import Key


@pytest.fixture
def desk(empty_desk: Desk) -> Desk:
    """Nothing in it but what a test sets."""
    empty_desk.settings.choose("country", "GB")
    return empty_desk


def page(window: Window, view: str = "list") -> TasksPage:
    window.go(Place("tasks"))
    shown = window.pages.page
    assert isinstance(shown, TasksPage)
    shown.look_at(view)
    QApplication.processEvents()
    return shown


def titles(shown: TasksPage) -> list[str]:
    return [line.task.title for n in range(shown.rows.rowCount()) if (line := shown.rows.line(n))]


def cards(shown: TasksPage, quadrant: Quadrant) -> list[int]:
    rows = shown.board.quadrants[quadrant].table.rows
    return [found for n in range(rows.rowCount()) if (found := rows.id_at(n)) is not None]


def some(desk: Desk, title: str = "Write the brief", **values: object) -> int:
    return tasks.add(desk, title=title, **values)


def test_the_list_is_narrowed_by_whose_it_is_and_by_words(window: Window, desk: Desk, client: int) -> None:
    some(desk, "Write the brief", client_id=client)
    some(desk, "Draw the banner", side="colleague", assignee="Roni Levi")
    some(desk, "Send the logo", side="client", client_id=client)
    done = some(desk, "Book the room")
    tasks.finish(desk, done)
    shown = page(window)
    assert len(titles(shown)) == 3
    for whose, expected in (
        ("mine", ["Write the brief"]), ("colleagues", ["Draw the banner"]), ("waiting", ["Send the logo"]),
        ("settled", ["Book the room"]),
    ):  # fmt: skip
        shown.whose.choose(whose)
        shown.refresh()
        assert titles(shown) == expected
    shown.clear()
    shown.search.setText("roni")
    assert titles(shown) == ["Draw the banner"]


def test_space_settles_a_task_and_undo_brings_it_back(window: Window, desk: Desk) -> None:
    one = some(desk)
    shown = page(window)
    shown.table.select_id(one)
    QTest.keyClick(shown.table, Key.Key_Space)
    assert not tasks.get(desk, one).is_open
    window.undo()
    assert tasks.get(desk, one).is_open


def test_a_key_moves_a_card_and_the_keys_go_with_it(window: Window, desk: Desk) -> None:
    one, other = some(desk), some(desk, "Another")
    shown = page(window, "board")
    assert cards(shown, 4) == [one, other]
    lists = shown.board.quadrants
    lists[4].table.select_id(one)
    QTest.keyClick(lists[4].table, Key.Key_2)
    assert cards(shown, 2) == [one]
    task = tasks.get(desk, one)
    assert (task.important, task.urgent) == (True, False)
    assert lists[2].table.hasFocus()
    assert shown.board.current_id() == one


def test_a_card_is_dragged_into_another_field(window: Window, desk: Desk) -> None:
    one = some(desk)
    shown = page(window, "board")
    part = shown.board.quadrants[1]
    data = QMimeData()
    data.setData(CARD, str(one).encode())
    no_button, no_key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    part.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.MoveAction, data, no_button, no_key))
    assert cards(shown, 1) == [one]


def test_arrow_keys_lead_from_field_to_field_as_one_reads(window: Window, desk: Desk, spoken: str) -> None:
    first = some(desk, important=True, urgent=True)
    beside = some(desk, important=True)
    below = some(desk, urgent=True)
    shown = page(window, "board")
    shown.board.take_focus()
    assert shown.board.current_id() == first
    onward, back = (Key.Key_Left, Key.Key_Right) if spoken == "fa" else (Key.Key_Right, Key.Key_Left)
    for key, expected in ((onward, beside), (back, first), (Key.Key_Down, below), (Key.Key_Up, first)):
        held = QApplication.focusWidget()
        assert held is not None
        QTest.keyClick(held, key)
        assert shown.board.current_id() == expected


def test_each_card_is_heard_with_the_field_it_is_in(window: Window, desk: Desk, spoken: str) -> None:
    some(desk, important=True, urgent=True)
    rows = page(window, "board").board.quadrants[1].table.rows
    told = rows.data(rows.index(0, 0), int(Qt.ItemDataRole.AccessibleTextRole))
    assert told.startswith("Write the brief")
    assert ("Important and urgent" if spoken == "en" else "مهم") in told


def test_what_is_done_has_no_place_on_the_board(window: Window, desk: Desk) -> None:
    some(desk)
    shown = page(window)
    shown.whose.choose("settled")
    shown.look_at("board")
    assert shown.whose.value() == "open"
    assert len(cards(shown, 4)) == 1


def test_who_has_what_leads_to_the_tasks_of_that_colleague(window: Window, desk: Desk) -> None:
    late = desk.today() - timedelta(days=2)
    some(desk, "Draw", side="colleague", assignee="Roni Levi", due_on=desk.today() + timedelta(days=3))
    some(desk, "Count", side="colleague", assignee="Roni Levi", due_on=late)
    some(desk, "Print", side="colleague", assignee="Dana Katz")
    shown = page(window, "load")
    first = shown.load.rows.line(0)
    assert first is not None
    assert (first.load.assignee, first.load.open, first.load.late) == ("Roni Levi", 2, 1)
    shown.load.select_id(1)
    QTest.keyClick(shown.load, Key.Key_Return)
    assert shown.view.value() == "list"
    assert sorted(titles(shown)) == ["Count", "Draw"]


def test_views_change_by_key(window: Window, desk: Desk) -> None:
    some(desk)
    shown = page(window)
    for key, view in ((Key.Key_2, "board"), (Key.Key_3, "load"), (Key.Key_1, "list")):
        QTest.keyClick(QApplication.focusWidget() or shown, key, Qt.KeyboardModifier.AltModifier)
        assert shown.view.value() == view


def test_the_menu_has_every_verb(window: Window, desk: Desk, client: int) -> None:
    one = some(desk, client_id=client)
    shown = page(window)
    _line(shown.acts.menu(one), "task-1").trigger()
    assert tasks.get(desk, one).urgent
    _line(shown.acts.menu(one), "task-remind").trigger()
    assert window.place.page == "edit_reminder"
    _line(page(window).acts.menu(one), "task-open").trigger()
    assert window.place == Place("task", one)
    _line(page(window).acts.menu(one), "task-drop").trigger()
    assert tasks.get(desk, one).state == "dropped"
    _line(page(window).acts.menu(one), "task-done").trigger()
    assert tasks.get(desk, one).is_open


def test_a_task_without_a_word_shows_an_empty_page_that_begins_one(window: Window, desk: Desk) -> None:
    shown = page(window)
    assert not shown.table.isVisible()
    assert shown.face.status()
    QTest.keyClick(window, Key.Key_T, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert window.place.page == "edit_task"


def _line(menu: Menu, name: str) -> QAction:
    found = menu.findChild(QAction, name)
    assert isinstance(found, QAction)
    return found


def test_it_asks_for_nothing_but_a_day_it_can_read(window: Window, desk: Desk) -> None:
    assert date(2026, 3, 10) == desk.today()
