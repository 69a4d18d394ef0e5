"""The languages amdesk speaks, one line each: direction, week, digits and fonts."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from amdesk.domain.workdays import SATURDAY_SUNDAY

_WEEKENDS: Mapping[str, frozenset[int]] = MappingProxyType(
    {
        **dict.fromkeys("BH DZ EG IL IQ JO KW LY OM QA SA SD SY YE".split(), frozenset({4, 5})),
        "AF": frozenset({3, 4}),
        "IR": frozenset({4}),
        **dict.fromkeys(("IN", "UG"), frozenset({6})),
    }
)


class Language(NamedTuple):
    """What is fixed about a language; its words are in its catalogue.

    ``name`` is the language's own, ``locale`` is language_TERRITORY (CLDR), weekdays count from Monday = 0,
    ``numeric`` is the date in figures, ``comma`` stands in lists, ``fonts`` are families, the best first.
    """

    code: str
    name: str
    locale: str
    rtl: bool
    calendar: str
    first_day: int
    digits: str
    group: str
    decimal: str
    numeric: str
    fonts: tuple[str, ...]
    comma: str = ", "

    @property
    def country(self) -> str:
        """The territory of the locale (ISO 3166)."""
        return self.locale.partition("_")[2]

    @property
    def weekend(self) -> frozenset[int]:
        """The days people of the language's country do not work."""
        return weekend_of(self.country)


_OPEN, _HEBREW, _PERSIAN = "Open Sans", "Heebo", "Vazirmatn"
_LATIN_DIGITS, _PERSIAN_DIGITS = "0123456789", "۰۱۲۳۴۵۶۷۸۹"
_DMY, _D_M_Y, _YMD = "{day:02}/{month:02}/{year}", "{day:02}.{month:02}.{year}", "{year}/{month:02}/{day:02}"
_WEST, _HE, _FA = (_OPEN, _HEBREW, _PERSIAN), (_HEBREW, _OPEN, _PERSIAN), (_PERSIAN, _OPEN, _HEBREW)
_LTR, _RTL = False, True
_G, _J = "gregorian", "jalali"
_MONDAY, _SATURDAY, _SUNDAY = 0, 5, 6

LANGUAGES: Mapping[str, Language] = MappingProxyType(
    {
        line.code: line
        for line in (
            Language("en", "English", "en_GB", _LTR, _G, _MONDAY, _LATIN_DIGITS, ",", ".", _DMY, _WEST),
            Language("he", "עברית", "he_IL", _RTL, _G, _SUNDAY, _LATIN_DIGITS, ",", ".", _D_M_Y, _HE),
            Language("fa", "فارسی", "fa_IR", _RTL, _J, _SATURDAY, _PERSIAN_DIGITS, "٬", "٫", _YMD, _FA, "، "),
            Language(
                "ru", "Русский", "ru_RU", _LTR, _G, _MONDAY, _LATIN_DIGITS, "\u00a0", ",", _D_M_Y, _WEST
            ),
            Language("el", "Ελληνικά", "el_GR", _LTR, _G, _MONDAY, _LATIN_DIGITS, ".", ",", _DMY, _WEST),
        )
    }
)


def language(code: str) -> Language:
    """The language of a code such as "fa", "fa_IR" or "fa-IR"; English for one amdesk does not speak."""
    if code in LANGUAGES:
        return LANGUAGES[code]
    primary = code.replace("-", "_").partition("_")[0].lower()
    return LANGUAGES.get({"iw": "he"}.get(primary, primary), LANGUAGES["en"])


def country_for(country: str | None, code: str) -> str:
    """In whose habit somebody lives: the country they have, else that of their language (ISO 3166)."""
    return country or language(code).country


def weekend_of(country: str | None) -> frozenset[int]:
    """The free days of a week in a country (CLDR week data), Monday = 0; Saturday and Sunday if unknown."""
    return _WEEKENDS.get((country or "").upper(), SATURDAY_SUNDAY)
