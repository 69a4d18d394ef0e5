"""Columns of a list fill its room, keep what they were given by hand, and can be dragged."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from amdesk.gui import table_layout, theme
from amdesk.gui.rows import Cell, Column, Rows
from amdesk.gui.table import Table
from amdesk.gui.table_layout import LEAST, Layout

USUAL = Layout(("name", "stage"), sort="name")
KNOWN = ("name", "stage", "phone")


@dataclass(frozen=True)
class Line:
    id: int


COLUMNS = (
    Column[Line]("name", "Client", lambda _: Cell("name"), sort="name"),
    Column[Line]("stage", "Stage", lambda _: Cell("stage"), 150),
    Column[Line]("phone", "Phone", lambda _: Cell("phone"), 120),
)


@pytest.fixture
def table(qtbot: QtBot, spoken: str) -> Table:
    made = Table(Rows(COLUMNS, lambda ids: [Line(one) for one in ids]), name="list", accessible="List")
    made.rows.set_ids([1, 2, 3])
    qtbot.addWidget(made)
    made.resize(800, 300)
    with qtbot.waitExposed(made):
        made.show()
    return made


def widths(table: Table) -> list[int]:
    return [table.header.sectionSize(number) for number in table.header.visible()]


@pytest.mark.parametrize(
    ("shown", "after"),
    [
        (("name", "phone"), ("name", "stage", "phone")),
        (("name",), ("name", "stage")),
        (("phone", "name"), ("phone", "name", "stage")),
    ],
)
def test_a_column_that_is_ticked_again_stands_behind_the_one_it_usually_follows(
    shown: tuple[str, ...], after: tuple[str, ...]
) -> None:
    assert table_layout.shown_again("stage", shown, known=KNOWN) == after


def test_in_a_narrow_list_the_columns_that_yield_go_and_come_back_to_their_place(qtbot: QtBot) -> None:
    name, stage, phone = COLUMNS
    rows = Rows((name, replace(stage, yields=2), replace(phone, yields=1)), lambda ids: [*map(Line, ids)])
    table = Table(rows, name="list", accessible="List")
    qtbot.addWidget(table)

    def at(width: int) -> list[str]:
        table.resize(width, 300)
        QApplication.processEvents()
        return [rows.columns[number].id for number in table.header.visible()]

    table.show()
    assert at(800) == ["name", "stage", "phone"]
    assert at(400) == ["name", "phone"]
    assert at(250) == ["name"]
    assert at(800) == ["name", "stage", "phone"]


def test_in_a_wide_list_the_other_columns_grow_as_well_but_for_those_sized_by_hand(table: Table) -> None:
    assert widths(table)[1:] == [150, 120]
    table.columns.arrange(replace(table.columns.layout, widths={"phone": 120}))
    table.resize(2400, 300)
    QApplication.processEvents()
    name, stage, phone = widths(table)
    assert name > stage > 150
    assert phone == 120


@given(
    st.integers(300, 4000),
    st.dictionaries(st.text(max_size=3), st.integers(40, 400), max_size=6),
    st.integers(1, 3),
)
def test_columns_fill_the_room_and_none_of_those_that_share_it_is_lost(
    room: int, wanted: dict[str, int], sharing: int
) -> None:
    elastic = {f"shared {number}": number + 1 for number in range(sharing)}
    found = table_layout.fit(room, wanted, elastic)
    assert sum(found.values()) >= room
    assert sum(found[name] for name in elastic) >= LEAST * sharing
    assert all(found[name] <= width for name, width in wanted.items())


@pytest.mark.parametrize(
    "written",
    [
        None,
        [],
        {"shown": "name"},
        {"shown": []},
        {"shown": ["stage"], "widths": [1], "sort": 3},
        {"shown": ["x"]},
    ],
)
def test_a_layout_that_somebody_else_wrote_still_shows_the_names(written: object) -> None:
    found = table_layout.remembered(written, USUAL, known=KNOWN, first="name")
    assert "name" in found.shown
    assert set(found.shown) <= set(KNOWN)


def test_what_is_remembered_comes_back_as_it_was() -> None:
    wanted = Layout(("stage", "name"), {"name": 300}, sort="stage", descending=True)
    assert table_layout.remembered(wanted.as_values(), USUAL, known=KNOWN, first="name") == wanted


def test_a_column_dragged_wider_takes_its_room_from_the_next_one(table: Table) -> None:
    told: list[bool] = []
    table.columns.arranged.connect(lambda: told.append(True))
    before = widths(table)
    header = table.header
    rtl = header.layoutDirection() == Qt.LayoutDirection.RightToLeft
    edge = header.sectionViewportPosition(0) + (0 if rtl else header.sectionSize(0) - 1)
    start, end = QPoint(edge, 10), QPoint(edge + (60 if rtl else -60), 10)
    QTest.mousePress(header.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(header.viewport(), end)
    QTest.mouseRelease(header.viewport(), Qt.MouseButton.LeftButton, pos=end)
    after = widths(table)
    assert after[0] < before[0]
    assert after[1] > before[1]
    assert sum(after) == sum(before)
    assert told == [True]
    table.columns.fit()
    assert all(abs(one - other) <= 2 for one, other in zip(widths(table), after, strict=True))


def test_the_list_has_a_way_sideways_where_many_columns_were_chosen(table: Table) -> None:
    table.resize(300, 300)
    assert table.horizontalScrollBar().maximum() > 0
    table.resize(900, 300)
    assert table.horizontalScrollBar().maximum() == 0


def test_a_very_narrow_column_does_not_make_the_list_wider_than_its_room(table: Table) -> None:
    table.columns.arrange(replace(table.columns.layout, widths={"phone": 20}))
    assert table.horizontalScrollBar().maximum() == 0
    assert table.header.length() <= table.viewport().width()


def test_columns_keep_their_place_when_the_list_grows_so_long_that_it_is_scrolled(table: Table) -> None:
    before = widths(table)
    table.show_ids(range(1, 100))
    QApplication.processEvents()
    assert table.verticalScrollBar().isVisible()
    assert widths(table) == before
    assert table.header.length() <= table.viewport().width()


def test_a_column_is_wide_enough_for_its_title(qtbot: QtBot, spoken: str) -> None:
    narrow = (COLUMNS[0], Column[Line]("tier", "Categories of clients", lambda _: Cell("A"), 40))
    made = Table(Rows(narrow, lambda ids: [Line(one) for one in ids]), name="list", accessible="List")
    qtbot.addWidget(made)
    made.resize(800, 300)
    made.columns.fit()
    assert widths(made)[1] >= made.header.fontMetrics().horizontalAdvance("Categories of clients")


def test_beside_a_pane_only_the_first_things_are_told(table: Table) -> None:
    table.columns.show_few(("name", "phone"))
    assert len(widths(table)) == 2
    table.columns.show_few(())
    assert len(widths(table)) == 3


def test_the_row_the_keys_are_on_is_marked_before_any_is_chosen(table: Table) -> None:
    table.activateWindow()
    table.setFocus(Qt.FocusReason.OtherFocusReason)
    QApplication.processEvents()
    assert not table.selected_ids()
    image = table.viewport().grab().toImage()
    rtl = table.layoutDirection() == Qt.LayoutDirection.RightToLeft
    x = image.width() - 2 if rtl else 1
    rows = [table.visualRect(table.rows.index(row, 0)).center().y() for row in (0, 1)]
    accent = QColor(theme.colours(table.palette()).accent)
    assert [image.pixelColor(x, y) == accent for y in rows] == [True, False]
