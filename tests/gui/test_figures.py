"""Times and numbers are typed in any digits and never turned round."""

from __future__ import annotations

from datetime import time
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from amdesk.gui.widgets.figures import NumberField, TimeField
from amdesk.gui.widgets.reading import ReadField
from amdesk.i18n.languages import LANGUAGES
from tests.gui.fields import ink, press, shown, write

Key = Qt.Key
LTR = Qt.LayoutDirection.LeftToRight


def time_field() -> TimeField:
    return TimeField(None, name="at", accessible="At")


def number_field() -> NumberField:
    return NumberField(None, name="much", accessible="How much")


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
