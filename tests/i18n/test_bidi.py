"""Isolates: the user's words never disturb the sentence around them, and never leave the program."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amdesk.i18n.bidi import (
    FSI,
    LRM,
    PDI,
    RLM,
    directed,
    direction,
    isolate,
    isolate_within,
    mark,
    strip_isolates,
)


def test_each_line_is_isolated_on_its_own() -> None:
    assert isolate("Acme\n\nשלום") == f"{FSI}Acme{PDI}\n\n{FSI}שלום{PDI}"
    assert isolate("") == ""


def test_text_cannot_break_out_of_its_isolate() -> None:
    assert isolate("evil\u2069\u202egnp") == f"{FSI}evilgnp{PDI}"


@given(st.text())
def test_isolates_balance_and_can_be_taken_off(text: str) -> None:
    isolated = isolate(text)
    assert isolated.count(FSI) == isolated.count(PDI)
    assert strip_isolates(isolated) == strip_isolates(isolate(strip_isolates(isolated)))


def test_plain_latin_needs_no_isolate_in_a_left_to_right_sentence() -> None:
    assert isolate_within("report.csv", rtl=False) == "report.csv"
    assert isolate_within("report.csv", rtl=True) == f"{FSI}report.csv{PDI}"
    assert isolate_within("דוח.csv", rtl=False) == f"{FSI}דוח.csv{PDI}"


def test_marks_and_directions() -> None:
    assert mark("C++", rtl=True) == f"{RLM}C++"
    assert mark("C++", rtl=False) == f"{LRM}C++"
    assert direction("שלום Acme") == "rtl"
    assert direction("+972-50") == "ltr"
    assert direction("+972-50", otherwise="rtl") == "rtl"


@pytest.mark.parametrize(
    ("text", "rtl", "kept"),
    [
        ("Good day", False, "Good day"),
        ("Good day", True, "\u200fGood day"),
        ("\u200fGood day", False, "Good day"),
        ("\u200fGood day", True, "\u200fGood day"),
        ("שלום", True, "שלום"),
        ("12:30", False, "\u200e12:30"),
        ("\u200f", False, ""),
        ("", True, ""),
    ],
)
def test_a_direction_chosen_is_kept_by_a_mark_only_where_the_letters_do_not_say_it(
    text: str, rtl: bool, kept: str
) -> None:
    assert directed(text, rtl=rtl) == kept
