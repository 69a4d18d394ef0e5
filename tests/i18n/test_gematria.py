"""Hebrew numerals, there and back."""

from __future__ import annotations

import pytest

from amdesk.i18n.gematria import letters, number, year_letters, year_number


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (1, "א׳"),
        (10, "י׳"),
        (14, "י״ד"),
        (15, "ט״ו"),
        (16, "ט״ז"),
        (30, "ל׳"),
        (785, "תשפ״ה"),
        (715, "תשט״ו"),
        (900, "תת״ק"),
    ],
)
def test_numerals_as_calendars_write_them(value: int, written: str) -> None:
    assert letters(value) == written


def test_every_number_comes_back() -> None:
    assert [number(letters(value)) for value in range(1, 1000)] == list(range(1, 1000))


@pytest.mark.parametrize(
    ("typed", "year"), [("תשפ״ה", 5785), ('תשפ"ה', 5785), ("ה'תשפ״ה", 5785), ("תש״ף", 5780), ("ת״ש", 5700)]
)
def test_years_are_read_with_and_without_their_thousands(typed: str, year: int) -> None:
    assert year_number(typed) == year


def test_letters_out_of_order_are_no_number() -> None:
    assert number("שלום") is None
    assert number("י״ה") is None
    assert number("") is None
    assert year_number("Acme") is None


def test_a_year_of_another_millennium_is_written_in_figures() -> None:
    assert year_letters(5785) == "תשפ״ה"
    assert year_letters(4999) == "4999"
    assert year_letters(6000) == "6000"
