"""What stands side by side in a form is of one height and begins in one line, in every language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from amdesk.gui import theme
from amdesk.gui.frame import TitleRow
from amdesk.gui.sheet import sheet
from amdesk.gui.theme import SIZE, SPACE
from amdesk.gui.widgets.buttons import button, stand_out
from amdesk.gui.widgets.fields import CodeField, LineField, Picker
from amdesk.gui.widgets.flow import Flow
from amdesk.gui.widgets.secret_field import SecretField
from amdesk.gui.window import Window
from tests.gui.fields import ink, shown

RTL = Qt.LayoutDirection.RightToLeft
WEIGHT = QFont.Tag("wght")


@pytest.fixture
def looks(qapp: QApplication) -> Iterator[None]:
    """The look of the program, as its window gives it."""
    before = qapp.styleSheet()
    theme.apply(qapp, theme.chosen("light"))
    yield
    qapp.setStyleSheet(before)


@pytest.mark.usefixtures("looks")
def test_lines_pickers_and_buttons_are_of_one_height(qtbot: QtBot, tongue: str) -> None:
    picker = Picker([("a", "Αβ"), ("b", "پ")], name="picker", accessible="Picker")
    line = LineField("Good day", name="line", accessible="Line")
    parts = [line, picker, button("Save", "primary", name="save"), button("Cancel", "", name="cancel")]
    heights = set()
    for part in parts:
        qtbot.addWidget(part)
        part.ensurePolished()
        heights.add(part.sizeHint().height())
    assert heights == {SIZE.control}


@pytest.mark.parametrize("kind", [LineField, CodeField])
def test_a_value_stands_where_the_fields_of_the_window_begin(
    qtbot: QtBot, tongue: str, kind: type[LineField]
) -> None:
    for text in ("Good day", "שלום"):
        field = kind(text, name="line", accessible="Line")
        shown(qtbot, field).next.setFocus()
        first, last = ink(field)
        middle = field.width() / 2
        assert (first > middle) if QApplication.layoutDirection() == RTL else (last < middle)


def test_what_is_typed_unseen_begins_where_the_cursor_stood(qtbot: QtBot, tongue: str) -> None:
    field = SecretField(name="secret", accessible="Secret")
    shown(qtbot, field)
    before = field.cursorRect().center().x()
    field.setText("a")
    assert abs(field.cursorRect().center().x() - before) < field.width() / 4


@pytest.mark.usefixtures("looks")
def test_a_button_that_no_longer_stands_out_is_written_as_the_others(
    qapp: QApplication, qtbot: QtBot
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    made = button("Done", "primary", name="done", icon="done")
    QVBoxLayout(page).addWidget(made)
    stand_out(made, icon="done", on=False)  # before it is shown, as a page does that opens with a question
    with qtbot.waitExposed(page):
        page.show()
    assert weight(made) == theme.TYPE["body"].weight
    stand_out(made, icon="done", on=True)
    assert weight(made) == theme.TYPE["strong"].weight
    stand_out(made, icon="done", on=False)
    qapp.setStyleSheet(sheet(theme.tokens(theme.chosen("dark"))))
    assert weight(made) == theme.TYPE["body"].weight


def weight(made: QPushButton) -> float:
    return made.font().variableAxisValue(WEIGHT)


def test_the_row_of_the_title_is_as_high_for_a_name_in_another_script(window: Window) -> None:
    row = window.findChild(TitleRow)
    assert row is not None
    title = row.findChild(QLabel, "title")
    assert title is not None
    heights = set()
    for words in ("Harbour & Vale", "صنایع غذایی دماوند", "הנמל והעמק", "ООО «Северный свет»"):
        row.show_title(words)
        heights.add(row.sizeHint().height())
    assert len(heights) == 1


def test_lines_of_buttons_stand_as_far_apart_as_the_buttons(qtbot: QtBot) -> None:
    made = [button("Send for confirmation", "", name=f"b{n}") for n in range(2)]
    flow = Flow(made, name="flow", gap=SPACE.s)
    qtbot.addWidget(flow)
    flow.resize(made[0].sizeHint().width() + SPACE.s, 200)
    with qtbot.waitExposed(flow):
        flow.show()
    assert made[1].y() - made[0].geometry().bottom() - 1 == SPACE.s
