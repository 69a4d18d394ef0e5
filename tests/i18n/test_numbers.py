"""Numbers as people type them: 12.5 never becomes 125, whatever the language."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amdesk.domain.errors import AmdeskError
from amdesk.i18n.format import number_text
from amdesk.i18n.languages import LANGUAGES
from amdesk.i18n.numbers import parse_number


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("typed", ["12.5", "12,5", "۱۲٫۵", "١٢٫٥", " 12.5 ", "\u200f12.5", "+12,50"])
def test_twelve_and_a_half_is_twelve_and_a_half(typed: str, language: str) -> None:
    assert parse_number(typed, language=language) == Decimal("12.5")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "typed", ["1.234.567", "1,234,567", "1 234 567", "1\u00a0234\u202f567", "۱٬۲۳۴٬۵۶۷", "1'234'567"]
)
def test_thousands_may_be_parted_by_anything(typed: str, language: str) -> None:
    assert parse_number(typed, language=language) == 1234567


@pytest.mark.parametrize(
    ("typed", "language", "number"),
    [
        ("1,234", "en", "1234"),
        ("1,234", "he", "1234"),
        ("1,234", "fa", "1234"),
        ("1,234", "ru", "1.234"),
        ("1,234", "el", "1.234"),
        ("1.234", "en", "1.234"),
        ("1.234", "ru", "1.234"),
        ("1.234", "el", "1234"),
        ("0.123", "el", "0.123"),
        ("12.500,50", "en", "12500.50"),
        ("12,500.50", "el", "12500.50"),
        ("-5", "en", "-5"),
        ("\u200e−5", "he", "-5"),
        (".5", "en", "0.5"),
    ],
)
def test_the_language_decides_only_where_a_number_could_be_two(
    typed: str, language: str, number: str
) -> None:
    assert parse_number(typed, language=language) == Decimal(number)


@pytest.mark.parametrize(
    "typed", ["", "abc", "12 5", "1,23,4", "--5", "1e5", "nan", "12.345.6", "5.", "1.2.3,4"]
)
def test_what_is_no_number_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(AmdeskError, match=r"is not a number. Write it like 1\.234,5\."):
        parse_number(typed, language="el")


@given(
    st.decimals(min_value=-(10**12), max_value=10**12, places=2) | st.integers(-(10**15), 10**15),
    st.sampled_from(list(LANGUAGES)),
)
def test_every_number_shown_can_be_read_again(number: Decimal, language: str) -> None:
    assert parse_number(number_text(number, language), language=language) == number
