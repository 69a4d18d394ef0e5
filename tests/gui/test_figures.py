"""Times and numbers are typed in any digits and never turned round."""

from __future__ import annotations

from datetime import time
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from amdesk.domain.money import Money
from amdesk.gui.widgets.figures import MoneyField, NumberField, TimeField
from amdesk.gui.widgets.reading import ReadField
from amdesk.i18n.bidi import strip_marks
from amdesk.i18n.catalog import current, set_language
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


def money_field(unit: str = "EUR") -> MoneyField:
    return MoneyField(None, unit=unit, name="price", accessible="Price")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("12.5", Money(1250, "EUR")), ("12,5", Money(1250, "EUR")), ("۱۲٫۵", Money(1250, "EUR")),
     ("₪ 1,250.50", Money(125050, "ILS")), ("1 250,50 €", Money(125050, "EUR")),
     ("۱۲٬۵۰۰ تومان", Money(125000, "IRR")), ("-18 GBP", Money(-1800, "GBP"))],
)  # fmt: skip
def test_an_amount_is_read_however_it_is_typed_and_stays_that_amount(
    qtbot: QtBot, tongue: str, typed: str, meant: Money
) -> None:
    field = money_field()
    shown(qtbot, field)
    write(typed)
    press(Key.Key_Tab)
    assert field.value() == meant
    again = money_field()
    again.put_text(field.text())
    assert again.value() == meant, "what the field shows means the same when it is typed"


def test_an_amount_says_what_it_understood_while_one_types(qtbot: QtBot, tongue: str) -> None:
    field = money_field("GBP")
    shown(qtbot, field)
    with qtbot.waitSignals([field.understood] * 4):
        write("1250")
    told: list[str] = []
    field.understood.connect(told.append)
    write("0")
    figures = {"fa": "۱۲٬۵۰۰", "ru": "12\xa0500", "el": "12.500"}.get(current(), "12,500")
    assert figures in strip_marks(told[-1])


@pytest.mark.parametrize("typed", ["12.5.1 €", "1۲ €", "12 wampum", "abc"])
def test_what_is_no_amount_is_refused_and_stays_as_typed(qtbot: QtBot, tongue: str, typed: str) -> None:
    field = money_field()
    shown(qtbot, field)
    with qtbot.waitSignal(field.refused):
        write(typed)
        press(Key.Key_Tab)
    assert field.text() == typed


def test_a_bare_number_of_rial_is_toman_where_they_are_shown_so(qtbot: QtBot, qapp: object) -> None:
    set_language("fa", toman=True)
    try:
        field = money_field("IRR")
        shown(qtbot, field)
        write("۱۲۵۰۰")
        press(Key.Key_Tab)
        assert field.value() == Money(125000, "IRR")
        assert "تومان" in field.text()
    finally:
        set_language("en")
