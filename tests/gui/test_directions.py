"""A text is written as its first letter says, or the way that was chosen, which stays with the text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTextEdit
from pytestqt.qtbot import QtBot

from amdesk.gui.widgets import directions
from amdesk.gui.widgets.fields import LineField, TextField
from amdesk.gui.widgets.labels import label, paragraph
from amdesk.gui.widgets.points_line import PointLine
from tests.gui.fields import ink, press, shown, write

Key = Qt.Key
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
LTR, RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
LRM, RLM = "\u200e", "\u200f"


@pytest.mark.parametrize("kind", [LineField, TextField, PointLine])
def test_both_directions_stand_in_the_menu_of_every_text(
    qtbot: QtBot, tongue: str, kind: type[LineField]
) -> None:
    field = kind(name="text", accessible="Text")
    shown(qtbot, field)
    menu = directions.menu(field)
    offered = {action.objectName(): action.text() for action in menu.actions() if action.objectName()}
    assert offered["write-rtl"]
    assert offered["write-ltr"]
    assert menu.actions()[-3].isSeparator()
    menu.close()


def test_a_line_is_written_the_other_way_until_it_is_emptied(qtbot: QtBot, tongue: str) -> None:
    field = LineField("Good day", name="line", accessible="Line")
    page = shown(qtbot, field)
    press(Key.Key_A, CTRL_SHIFT)
    page.next.setFocus()
    assert ink(field)[0] > field.width() / 2
    field.setFocus()
    field.setText("Good days")
    assert field.layoutDirection() == RTL
    press(Key.Key_D, CTRL_SHIFT)
    assert field.layoutDirection() == LTR
    field.clear()
    field.setText("שלום")
    assert field.layoutDirection() == RTL


def test_the_keyboards_own_key_for_a_direction_does_the_same(qtbot: QtBot) -> None:
    field = LineField("Good day", name="line", accessible="Line")
    shown(qtbot, field)
    press(Key.Key_Direction_R)
    field.setText("Good days")
    assert field.layoutDirection() == RTL


@pytest.mark.parametrize("kind", [TextField, PointLine])
def test_a_paragraph_is_given_a_direction_by_hand(qtbot: QtBot, tongue: str, kind: type[TextField]) -> None:
    field: QTextEdit = kind(name="text", accessible="Text")
    shown(qtbot, field)
    field.insertPlainText("Good day")
    press(Key.Key_A, CTRL_SHIFT)
    assert field.document().firstBlock().textDirection() == RTL
    press(Key.Key_D, CTRL_SHIFT)
    assert field.document().firstBlock().textDirection() == LTR


def test_only_the_paragraph_with_the_cursor_is_turned(qtbot: QtBot) -> None:
    field = TextField("one\ntwo", name="text", accessible="Text")
    shown(qtbot, field)
    press(Key.Key_A, CTRL_SHIFT)
    turned = [field.document().findBlockByNumber(number).textDirection() for number in (0, 1)]
    assert turned == [RTL, LTR]


@pytest.mark.parametrize("kind", [LineField, TextField, PointLine])
def test_a_direction_chosen_by_hand_stays_with_the_text(
    qtbot: QtBot, tongue: str, kind: type[LineField]
) -> None:
    field = kind(name="text", accessible="Text")
    shown(qtbot, field)
    press(Key.Key_A, CTRL_SHIFT)
    write("3 days")
    assert said(field) == f"{RLM}3 days"
    again = kind(name="again", accessible="Text")
    put(again, said(field))
    assert reads(again) == RTL
    press(Key.Key_D, CTRL_SHIFT)
    assert said(field) == "3 days"


@pytest.mark.parametrize("kind", [LineField, TextField, PointLine])
def test_no_mark_is_kept_where_the_letters_say_the_same(qtbot: QtBot, kind: type[LineField]) -> None:
    field = kind(name="text", accessible="Text")
    shown(qtbot, field)
    press(Key.Key_A, CTRL_SHIFT)
    write("שלום")
    assert said(field) == "שלום"
    press(Key.Key_D, CTRL_SHIFT)
    assert said(field) == f"{LRM}שלום"


@pytest.mark.parametrize("kind", [LineField, TextField, PointLine])
def test_a_mark_does_not_outlive_its_text(qtbot: QtBot, kind: type[LineField]) -> None:
    field = kind(name="text", accessible="Text")
    put(field, f"{RLM}ab")
    shown(qtbot, field)
    press(Key.Key_End)
    press(Key.Key_Backspace)
    press(Key.Key_Backspace)
    assert said(field) == ""


def test_a_line_tells_of_the_direction_chosen_as_of_what_is_typed(qtbot: QtBot) -> None:
    field = LineField("Good day", name="line", accessible="Line")
    shown(qtbot, field)
    edits: list[str] = []
    field.textEdited.connect(edits.append)
    press(Key.Key_A, CTRL_SHIFT)
    assert edits == [f"{RLM}Good day"]


def test_the_sign_of_a_point_is_read_behind_a_mark(qtbot: QtBot) -> None:
    line = PointLine(name="line", accessible="Line")
    line.show_text(f"{RLM}? who")
    assert (line.take_prefix(), line.text()) == ("question", f"{RLM}who")


def test_a_short_text_of_the_other_direction_stands_where_the_window_begins_and_a_long_one_where_it_does(
    qtbot: QtBot, tongue: str
) -> None:
    rtl = QApplication.layoutDirection() == RTL
    text = "Agree on the plan for spring" if rtl else "قرار برای برنامهٔ بهار"
    short, long = paragraph(text, name="short"), paragraph(" ".join([text] * 12), name="long")
    for made in (short, long):
        qtbot.addWidget(made)
        made.resize(400, 400)
        with qtbot.waitExposed(made):
            made.show()
    right, left = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft
    begins, ends = (right, left) if rtl else (left, right)
    assert short.alignment() & begins
    assert long.alignment() & ends
    assert short.layoutDirection() == long.layoutDirection() == (LTR if rtl else RTL)


def said(field: LineField | QTextEdit) -> str:
    return field.toPlainText() if isinstance(field, QTextEdit) else field.text()


def put(field: LineField | QTextEdit, text: str) -> None:
    field.setPlainText(text) if isinstance(field, QTextEdit) else field.setText(text)


def reads(field: LineField | QTextEdit) -> Qt.LayoutDirection:
    if isinstance(field, QTextEdit):
        return field.document().firstBlock().textDirection()
    return field.layoutDirection()


def test_a_line_of_the_window_begins_where_the_others_do_whatever_it_begins_with(qtbot: QtBot) -> None:
    line = label("سهم فروش", name="line")
    qtbot.addWidget(line)
    assert line.text().startswith(LRM)
