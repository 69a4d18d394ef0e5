"""What stands above a month; CLDR (Babel) is the judge where it knows the words."""

from __future__ import annotations

from datetime import date
from typing import Literal

import pytest
from babel.dates import get_day_names, get_month_names

from amdesk.domain.calendars import to_date
from amdesk.i18n.languages import LANGUAGES, language
from amdesk.i18n.months import day_figures, month_title, short_month_alone, short_weekday

# Of the widths CLDR has, the one that people of the language read above a calendar.
NARROW = {"he", "fa"}


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("month", range(1, 13))
def test_a_month_by_itself_is_called_as_cldr_calls_it(code: str, month: int) -> None:
    cldr = get_month_names("wide", "stand-alone", locale=language(code).locale)[month]
    title = month_title(date(2026, month, 1), code, calendar="gregorian")
    assert title.rpartition(" ")[0].casefold() in {cldr.casefold(), untranslated(month)}


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("weekday", range(7))
def test_a_weekday_in_a_letter_or_two_is_that_of_cldr(code: str, weekday: int) -> None:
    width: Literal["narrow", "short"] = "narrow" if code in NARROW else "short"
    cldr = get_day_names(width, "stand-alone", locale=language(code).locale)[weekday]
    assert short_weekday(weekday, code).casefold() in {
        cldr.casefold()[:2],
        short_weekday(weekday, "en").casefold(),
    }


@pytest.mark.parametrize("code", ["ru", "el"])
@pytest.mark.parametrize("month", range(1, 13))
def test_a_short_month_by_itself_is_not_in_the_case_of_a_date(code: str, month: int) -> None:
    cldr = get_month_names("abbreviated", "stand-alone", locale=language(code).locale)[month]
    assert short_month_alone(date(2026, month, 1), code) == cldr


def untranslated(month: int) -> str:
    """English, which the gate of the catalogues minds, not this test."""
    return month_title(date(2026, month, 1), "en", calendar="gregorian").rpartition(" ")[0].casefold()


def test_a_leap_year_has_its_first_adar() -> None:
    first, only = (to_date(year, 12, 1, calendar="hebrew") for year in (5784, 5785))
    assert month_title(first, "en", calendar="hebrew") == "Adar I 5784"
    assert month_title(only, "en", calendar="hebrew") == "Adar 5785"


@pytest.mark.parametrize(
    ("code", "calendar", "shown"),
    [("en", "gregorian", "10"), ("fa", "jalali", "۱۹"), ("he", "hebrew", "כ״א"), ("ru", "hebrew", "21")],
)
def test_a_day_is_numbered_as_the_language_numbers_days(code: str, calendar: str, shown: str) -> None:
    assert day_figures(date(2026, 3, 10), code, calendar=calendar) == shown
