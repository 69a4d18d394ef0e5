"""Codes of clients."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amdesk.domain.client import is_code, suggest_code
from amdesk.domain.interaction import reference


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Northwind Traders", "NT"),
        ("Acme", "ACM"),
        ("Ёлка Медиа", "EM"),
        ("תל־אביב דיגיטל", "TD"),
        ("پارس رسانه", "PR"),
        ("Παπαδόπουλος & Υιοί", "PY"),
        ("X", "XXX"),
    ],
)
def test_a_code_is_spelt_in_latin_letters(name: str, code: str) -> None:
    assert suggest_code(name, ()) == code


def test_a_code_in_use_is_not_given_again() -> None:
    assert suggest_code("Northwind Traders", {"NT", "NT2"}) == "NT3"


@given(st.text())
def test_every_name_gets_a_code_one_can_type(name: str) -> None:
    code = suggest_code(name, ())
    assert 2 <= len(code) <= 8
    assert code.isascii()
    assert code.isalnum()
    assert code == code.upper()


def test_a_code_is_short_and_typed_on_any_keyboard() -> None:
    assert all(map(is_code, ("NT", "NWT2026", "ABCDEFGH")))
    assert not any(map(is_code, ("", "N", "nwt", "N T", "NT!", "ÄB", "נט", "ABCDEFGHI")))


def test_a_reference_names_client_year_and_number() -> None:
    assert reference("NT", 2026, 7) == "NT-2026-007"
    assert reference("NT", 2026, 1234) == "NT-2026-1234"
