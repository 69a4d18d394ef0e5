"""Plain lines: no wider than a screen of letters, nothing torn, each line with its direction."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amdesk.documents.plain_text import WIDTH, columns, wrap
from amdesk.documents.voice import steady
from amdesk.i18n.bidi import FSI, LRM, PDI, RLM

HEBREW = "התקציב החודשי לחיפוש גדל לתקופת הקמפיין, וכל שינוי נוסף ייעשה רק אחרי אישור בכתב של שני הצדדים"


def test_lines_end_between_words_and_hang_under_the_number() -> None:
    lines = wrap("word " * 40, rtl=False, first="12. ", rest="    ")
    assert len(lines) > 2
    assert all(columns(line) <= WIDTH and line == line.rstrip() for line in lines)
    assert lines[0].startswith("12. word")
    assert all(line.startswith("    word") for line in lines[1:])


def test_hebrew_and_persian_lines_are_filled_too() -> None:
    for text in (
        HEBREW,
        "کمپین نوروز از اول اسفند در جست‌وجو و ویدئو شروع می‌شود و تا پایان فروردین ادامه دارد",
    ):
        lines = wrap(text, rtl=True)
        assert len(lines) == 2
        assert 60 < columns(lines[0]) <= WIDTH
        assert " ".join(lines) == text


@pytest.mark.parametrize("whole", ["+972 50 123 4567", "(03) 555 0123", "۰۲۱ ۵۵۵۰ ۱۲۳۴", "12 500 000"])
def test_a_phone_or_an_amount_is_never_broken(whole: str) -> None:
    for padding in range(50, 75):
        assert any(whole in line for line in wrap(f"{'x' * padding} {whole} end", rtl=False))


def test_an_address_longer_than_a_line_stays_whole() -> None:
    address = "https://example.com/" + "a" * 100
    assert address in wrap(f"see {address} there", rtl=False)


def test_a_foreign_name_is_kept_together_and_a_long_quotation_isolated_on_each_line() -> None:
    name = f"{FSI}Northwind Traders{PDI}"
    assert any(name in line for line in wrap(f"{HEBREW[:60]} {name}", rtl=True))
    lines = wrap(f"{FSI}{'quotation ' * 20}{PDI}", rtl=True)
    assert len(lines) > 2
    assert all(line.count(FSI) == line.count(PDI) == 1 for line in lines)


def test_a_line_that_would_turn_round_begins_with_its_paragraphs_mark() -> None:
    assert wrap(f"6. {FSI}Send{PDI}", rtl=True) == [f"{RLM}6. {FSI}Send{PDI}"]
    assert wrap("Send", rtl=True) == [f"{RLM}Send"]
    assert wrap("שלום Ben", rtl=False) == [f"{LRM}שלום Ben"]
    assert wrap("Ben שלום", rtl=False) == ["Ben שלום"]


@given(st.text(alphabet="abc אבג ۱۲ 34+(-)\u2068\u2069田", max_size=300), st.booleans())
def test_no_word_is_lost_or_torn_and_every_line_closes_what_it_opens(text: str, rtl: bool) -> None:
    lines = wrap(text, rtl=rtl, first="1. ", rest="   ")
    bare = str.maketrans("", "", f"{FSI}{PDI}{RLM}{LRM}")
    assert " ".join(lines).translate(bare).split() == ["1.", *text.translate(bare).split()]
    assert all(line.count(FSI) <= line.count(PDI) for line in lines)


@pytest.mark.parametrize(
    "loose",
    [
        "+972 50 123 4567",
        "03-555-0123",
        "(03) 555 0123",
        "-15%",
        "+3.5%",
        "https://example.com/a/",
        "a.b@example.com",
    ],
)
def test_phones_addresses_and_signed_numbers_stand_still_in_hebrew(loose: str) -> None:
    assert steady(f"ראו {loose}, בבקשה") == f"ראו {FSI}{loose}{PDI}, בבקשה"


@pytest.mark.parametrize(
    "text",
    ["call +972 50 123 4567", "ב-15 במרץ", "בשנת 2026. 15 איש", "בין 10 000 000 ל־20", "\u2067א +5%\u2069"],
)
def test_what_stands_still_by_itself_is_left_alone(text: str) -> None:
    assert steady(text) == text


def test_a_flood_of_isolates_is_closed_line_by_line() -> None:
    lines = wrap(f"{FSI}a " * 20_000, rtl=True)
    assert all(line.count(FSI) == line.count(PDI) for line in lines)
    assert max(map(len, lines)) < 4 * WIDTH
