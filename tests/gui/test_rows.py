"""Lists hold ids, fetch what is looked at, and keep the keys on the same record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from amdesk.gui.rows import BLOCK, BLOCKS_KEPT, ID_ROLE, Cell, Column, Rows
from amdesk.gui.table import Table
from amdesk.gui.widgets.badge import Badge


@dataclass(frozen=True)
class Line:
    id: int
    name: str


class Shelf:
    """Gives lines, and remembers what was asked for."""

    def __init__(self) -> None:
        self.asked: list[list[int]] = []

    def fetch(self, ids: Sequence[int]) -> list[Line]:
        self.asked.append(list(ids))
        return [Line(id_, f"name {id_}") for id_ in ids if id_ != 13]


COLUMNS = (
    Column[Line]("name", "Client", lambda line: Cell(line.name, "detail", (Badge("A"),)), sort="name"),
    Column[Line]("id", "Number", lambda line: Cell(str(line.id)), 80, align="figures"),
)


def rows(*ids: int) -> tuple[Rows[Line], Shelf]:
    shelf = Shelf()
    made = Rows(COLUMNS, shelf.fetch)
    made.set_ids(ids)
    return made, shelf


def test_the_model_keeps_the_rules_of_qt(qtmodeltester: ModelTester) -> None:
    made, _ = rows(*range(300))
    qtmodeltester.check(made)  # type: ignore[no-untyped-call]


def test_only_what_is_looked_at_is_fetched() -> None:
    made, shelf = rows(*range(100_000))
    assert made.rowCount() == 100_000
    assert shelf.asked == []
    assert made.index(50_000, 0).data() == "name 50000"
    assert made.index(50_001, 0).data() == "name 50001"
    assert [len(ids) for ids in shelf.asked] == [BLOCK]


def test_what_was_fetched_does_not_pile_up() -> None:
    made, shelf = rows(*range(BLOCK * (BLOCKS_KEPT + 2)))
    for number in range(BLOCKS_KEPT + 2):
        made.line(number * BLOCK)
    made.line(0)
    assert len(shelf.asked) == BLOCKS_KEPT + 3


def test_the_same_ids_are_asked_again_after_a_change() -> None:
    made, shelf = rows(1, 2, 3)
    made.line(0)
    made.set_ids([1, 2, 3])
    made.line(0)
    assert len(shelf.asked) == 2


def test_a_record_that_is_gone_shows_as_an_empty_row() -> None:
    made, _ = rows(12, 13)
    assert [made.index(row, 0).data() for row in (0, 1)] == ["name 12", ""]
    assert made.index(1, 0).data(ID_ROLE) == 13


def test_a_screen_reader_hears_the_badges_too() -> None:
    made, _ = rows(1)
    assert made.index(0, 0).data(int(Qt.ItemDataRole.AccessibleTextRole)) == "name 1, detail, A, Number: 1"


def test_what_is_copied_carries_no_marks() -> None:
    made, _ = rows(1)
    assert made.index(0, 0).data(int(Qt.ItemDataRole.EditRole)) == "name 1"


def test_the_keys_stay_on_the_record_when_the_list_changes(qtbot: QtBot) -> None:
    made, _ = rows(1, 2, 3)
    table = Table(made, name="list", accessible="List")
    qtbot.addWidget(table)
    table.select_id(3)
    table.show_ids([9, 3, 2])
    assert table.current_id() == 3
    table.show_ids([9, 2])
    assert table.current_id() is None


def test_where_the_record_is_gone_the_keys_are_on_the_one_in_its_place(qtbot: QtBot) -> None:
    made, _ = rows(1, 2, 3)
    table = Table(made, name="list", accessible="List")
    qtbot.addWidget(table)
    with qtbot.waitActive(table):
        table.show()
        table.activateWindow()
    table.setFocus()
    table.select_id(2)
    for left, held in (([1, 3], 3), ([1], 1), ([], None)):
        table.show_ids(left)
        assert table.current_id() == held
        assert table.selected_ids() == ([held] if held else [])


def test_enter_and_a_click_open_a_row(qtbot: QtBot) -> None:
    made, _ = rows(4, 5)
    table = Table(made, name="list", accessible="List")
    qtbot.addWidget(table)
    table.show()
    opened: list[int] = []
    table.opened.connect(opened.append)
    table.take_focus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)
    where = table.visualRect(made.index(0, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert opened == [5, 4]


def test_a_click_on_the_header_sorts_and_a_second_one_turns_the_order(qtbot: QtBot) -> None:
    made, _ = rows(1)
    table = Table(made, name="list", accessible="List")
    qtbot.addWidget(table)
    asked: list[tuple[str, bool]] = []
    table.sorted_by.connect(lambda sort, descending: asked.append((sort, descending)))
    header = table.horizontalHeader()
    header.sectionClicked.emit(0)
    made.set_order("name", descending=False)
    header.sectionClicked.emit(0)
    header.sectionClicked.emit(1)
    assert asked == [("name", False), ("name", True)]
