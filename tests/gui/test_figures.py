"""Times and numbers are typed in any digits and never turned round; a text is written as one says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit
from pytestqt.qtbot import QtBot

from amdesk.gui.application import speak
from amdesk.gui.translators import Translators
from amdesk.gui.widgets import directions
from amdesk.gui.widgets.fields import LineField, TextField
from amdesk.gui.widgets.figures import NumberField, TimeField
from amdesk.gui.widgets.points_line import PointLine
from amdesk.gui.widgets.reading import ReadField
from amdesk.i18n.languages import LANGUAGES
from tests.gui.fields import press, shown, write

Key = Qt.Key
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
LTR, RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


@pytest.fixture(params=LANGUAGES)
def tongue(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """Every language; English again afterwards."""
    translators = Translators()
    speak(qapp, translators, request.param)
    yield request.param
    speak(qapp, translators, "en")
    translators.remove()


def time_field() -> TimeField:
    return TimeField(None, name="at", accessible="At")


def number_field() -> NumberField:
    return NumberField(None, name="much", accessible="How much")


def ink(line: QLineEdit) -> tuple[int, int]:
    """The first and the last column of a line in which letters are drawn."""
    image = line.grab().toImage()
    rows, columns = range(9, image.height() - 9), range(12, image.width() - 12)
    drawn = [x for x in columns for y in rows if image.pixelColor(x, y).lightness() < 100]
    return min(drawn), max(drawn)


@pytest.mark.parametrize("typed", ["14:05", "14.05", "1405", "۱۴:۰۵", "١٤:٠٥"])
def test_a_time_is_read_in_any_digits_and_shown_in_the_languages_own(
    qtbot: QtBot, tongue: str, typed: str
) -> None:
    field = time_field()
    shown(qtbot, field)
    write(typed)
    press(Key.Key_Tab)
    assert field.value() == time(14, 5)
    assert field.text() == {"fa": "۱۴:۰۵"}.get(tongue, "14:05")


def test_a_time_is_never_turned_round(qtbot: QtBot, tongue: str) -> None:
    field = time_field()
    field.put(time(14, 5))
    page = shown(qtbot, field)
    page.next.setFocus()
    assert field.layoutDirection() == LTR
    hours_first = [field.fontMetrics().horizontalAdvance(field.text()[:n]) for n in (2, 5)]
    assert hours_first == sorted(hours_first)
    leading, trailing = ink(field)
    rtl = LANGUAGES[tongue].rtl
    assert (leading > field.width() / 2) == rtl
    assert (trailing > field.width() / 2) == rtl


@pytest.mark.parametrize("typed", ["12.5", "12,5", "۱۲٫۵", "١٢٫٥"])
def test_twelve_and_a_half_stays_twelve_and_a_half(qtbot: QtBot, tongue: str, typed: str) -> None:
    field = number_field()
    shown(qtbot, field)
    write(typed)
    press(Key.Key_Tab)
    assert field.value() == Decimal("12.5")


@pytest.mark.parametrize(
    ("make", "typed"),
    [
        (number_field, "12.5.1"),
        (number_field, "1۲3"),
        (number_field, "1٫2٫3"),
        (time_field, "25:10"),
        (time_field, "1۴:05"),
    ],
)
def test_what_cannot_be_read_is_said_beside_the_field_and_kept(
    qtbot: QtBot, tongue: str, make: type[ReadField[time]], typed: str
) -> None:
    field = make()  # type: ignore[call-arg]
    page = shown(qtbot, field)
    write(typed)
    assert not page.field.below.isVisible()
    press(Key.Key_Tab)
    assert page.field.below.isVisible()
    assert typed in page.field.below.text()
    assert (field.text(), field.meant(), field.property("wrong")) == (typed, None, "true")


def test_a_persian_decimal_mark_is_one_in_every_language(qtbot: QtBot, tongue: str) -> None:
    field = number_field()
    shown(qtbot, field)
    write("۱٫۲۳۴")
    assert field.value() == Decimal("1.234")


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
