"""The table of languages agrees with CLDR (Babel) where CLDR has the same fact."""

from __future__ import annotations

import pytest
from babel import Locale

from amdesk.i18n.languages import LANGUAGES, Language, language, weekend_of

ALL = list(LANGUAGES.values())


def days_between(first: int, last: int) -> frozenset[int]:
    return frozenset((first + step) % 7 for step in range((last - first) % 7 + 1))


@pytest.mark.parametrize("code", LANGUAGES)
def test_week_direction_and_separators_are_those_of_cldr(code: str) -> None:
    ours, cldr = language(code), Locale.parse(language(code).locale)
    assert ours.first_day == cldr.first_week_day
    assert ours.weekend == days_between(cldr.weekend_start, cldr.weekend_end)
    assert ours.rtl == (cldr.text_direction == "rtl")
    symbols = cldr.number_symbols["arabext" if code == "fa" else "latn"]
    assert (ours.group, ours.decimal) == (symbols["group"], symbols["decimal"])


LOCALES = """
    ar_AE ar_BH ar_DZ ar_EG ar_IQ ar_OM ar_SA ar_YE
    de_DE el_CY en_GB en_IN en_US fa_AF fa_IR he_IL ru_RU
""".split()


@pytest.mark.parametrize("locale", LOCALES)
def test_weekends_are_those_of_cldr(locale: str) -> None:
    cldr = Locale.parse(locale)
    assert weekend_of(cldr.territory) == days_between(cldr.weekend_start, cldr.weekend_end)


def test_a_code_may_carry_a_territory_and_an_unknown_one_is_english() -> None:
    assert language("fa_IR") is language("fa")
    assert language("ru-RU") is language("ru")
    assert language("iw").code == "he"
    assert language("de").code == "en"
    assert weekend_of(None) == weekend_of("GB") == {5, 6}


@pytest.mark.parametrize("line", ALL, ids=lambda line: line.code)
def test_each_language_has_its_ten_digits_and_fonts(line: Language) -> None:
    assert [int(digit) for digit in line.digits] == list(range(10))
    assert len(set(line.fonts)) == 3
