"""Folding: what a search must find, and what it must keep apart."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amdesk.domain.text import first_strong, fold, fold_index, phone_key, squash

TRICKY = "אבגץםשׁׂלום״׳\"'־ يیىكکگپآأإةءـئؤ\u200c\u064e۱۲٣ ёйЁЙеи ςσάΐΑ ßøİıﬁ"
SCRIPTS = st.text(alphabet=st.one_of(st.sampled_from(TRICKY), st.characters()), max_size=40)


def finds(query: str, text: str) -> bool:
    """Whether a search for ``query`` shows ``text``: by the words of the index, or as a part of it."""
    words = fold_index(text).split()
    by_words = all(any(word.startswith(asked) for word in words) for asked in fold(query).split())
    return by_words or squash(query) in squash(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("שָׁלוֹם", "שלום"),
        ("צה״ל", 'צה"ל'),
        ("צה״ל", "צהל"),
        ("צה”ל", "צהל"),
        ("צה''ל", "צהל"),
        ('בע"מ', "בע״מ"),
        ("ג׳ורג׳", "ג'ורג'"),
        ("צ’ק", "צק"),
        ("תל־אביב", "תל אביב"),
        ("תל-אביב", "תל אביב"),
        ("שלום", "שלומ"),
        ("علي", "علی"),
        ("كيوان يزدي", "کیوان یزدی"),
        ("رضائی", "رضایی"),
        ("رضائي", "رضایی"),
        ("مؤسسه", "موسسه"),
        ("آرش", "ارش"),
        ("أحمد", "احمد"),
        ("خانۀ", "خانه"),
        ("فاطمة", "فاطمه"),
        ("مـــهر", "مهر"),
        ("مُحَمَّد", "محمد"),
        ("۱۲۳", "123"),
        ("١٢٣", "123"),
        ("Фёдор", "федор"),
        ("ФЁДОР", "фе\u0308дор"),
        ("Παπαδοπούλου", "παπαδοπουλου"),
        ("ΓΙΩΡΓΟΣ", "γιώργος"),
        ("ΐ", "ι"),
        ("Strauß", "strauss"),
        ("STRAUẞ", "strauss"),
        ("İzmir", "izmir"),
        ("ıI", "ii"),
        ("Łukasiewicz", "lukasiewicz"),
        ("Ærø", "aero"),
        ("José", "JOSE"),
        ("ＡＣＭＥ　１２", "acme 12"),
        ("ﬁrm", "firm"),
        ("Acme, Inc.", "acme inc"),
        ("soft\u00adhyphen", "softhyphen"),
    ],
)
def test_two_ways_to_write_a_word_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Андрей", "андреи"),
        ("יפו", "חיפה"),
        ("گرگ", "کرک"),
        ("پارس", "بارس"),
        ("Acme", "Acne"),
        ("שרה", "שרי"),
        ("12", "21"),
    ],
)
def test_different_words_stay_different(one: str, other: str) -> None:
    assert not finds(one, other)
    assert not finds(other, one)


@pytest.mark.parametrize("text", ["کسب‌وکار", "کسب وکار", "کسبوکار"])
@pytest.mark.parametrize("query", ["کسب‌وکار", "کسب وکار", "کسبوکار"])
def test_a_word_with_a_non_joiner_is_found_however_it_is_typed(query: str, text: str) -> None:
    assert finds(query, text)


def test_only_words_with_a_non_joiner_stand_twice_in_the_index() -> None:
    assert fold_index("گروه چشم‌انداز") == "گروه چشمانداز چشم انداز"
    assert fold_index("Northwind Traders") == "northwind traders"


def test_a_quoted_hebrew_name_keeps_its_words_apart() -> None:
    assert fold('חברת "אורן" ושות\'') == "חברת אורנ ושות"


def test_a_decomposed_short_i_is_the_composed_one() -> None:
    assert fold("Андре\u0438\u0306") == "андрей"


@pytest.mark.parametrize("query", ["רופא", "ברופא"])
def test_a_hebrew_prefix_does_not_hide_a_word(query: str) -> None:
    assert squash(query) in squash("נפגשנו ברופא המשפחה")


@given(SCRIPTS)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_every_character_folds_to_letters_and_digits_that_stay() -> None:
    for code in range(sys.maxunicode + 1):
        folded = fold(chr(code))
        assert fold(folded) == folded, hex(code)
        assert all(part == " " or unicodedata.category(part)[0] in "LN" for part in folded), hex(code)


@given(SCRIPTS)
def test_composition_never_matters(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)


@given(SCRIPTS, SCRIPTS)
def test_squashing_forgets_where_words_part(one: str, other: str) -> None:
    assert squash(f"{one}\n{other}") == squash(one) + squash(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("050-1234567", "+972 50 123 4567"),
        ("۰۹۱۲۳۴۵۶۷۸۹", "+98 912 345 6789"),
        ("8 912 345-67-89", "+7 (912) 345-67-89"),
        ("697 123 4567", "+30 697.123.4567"),
        ("00989191234567", "0919 123 4567"),
        ("tel:+1-418-656-9254;ext=102", "(418) 656-9254"),
        ("\u2066+972-50-1234567\u2069", "0501234567"),
    ],
)
def test_a_phone_is_the_same_with_and_without_its_country(one: str, other: str) -> None:
    assert phone_key(one) == phone_key(other)
    assert len(phone_key(one)) == 9


def test_a_phone_without_digits_has_no_key() -> None:
    assert phone_key("call reception") == ""


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Acme שלום", "ltr"),
        ("+972 50 שלום", "rtl"),
        ("۱۲ مشتری", "rtl"),
        ("Фёдор", "ltr"),
        ("\u2068Acme\u2069 שלום", "rtl"),
        ("123 – 45", None),
        ("", None),
    ],
)
def test_the_first_strong_letter_gives_the_direction(text: str, direction: str | None) -> None:
    assert first_strong(text) == direction
