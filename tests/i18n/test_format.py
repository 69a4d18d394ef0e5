"""How each language shows dates, times, numbers and spans; CLDR (Babel) is the judge where it knows them."""

from __future__ import annotations

import unicodedata
from datetime import UTC, date, datetime, time

import pytest
from babel.dates import format_date, format_interval, format_timedelta
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from amdesk.domain.calendars import PartialDate
from amdesk.i18n.format import (
    age_text,
    date_text,
    digits,
    duration_text,
    moment_text,
    number_text,
    partial_text,
    span_text,
    time_text,
)
from amdesk.i18n.languages import LANGUAGES, language

NBSP = "\u00a0"
DAY = date(2026, 12, 14)
MOMENT = datetime(2026, 12, 14, 14, 5, tzinfo=UTC)
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 12, 31))
CODES = st.sampled_from(list(LANGUAGES))


def bare(text: str) -> str:
    """Without invisible marks, with ASCII digits and plain spaces, however narrow CLDR has them: in the fonts
    that travel with the program a narrow one before the Russian «г.» can hardly be seen.
    """
    shown = (char for char in text if unicodedata.category(char) != "Cf")
    return (
        "".join(str(unicodedata.decimal(char, char)) for char in shown)
        .replace("\u202f", " ")
        .replace(NBSP, " ")
    )


@given(DAYS, CODES, st.sampled_from(["medium", "long", "full"]))
def test_gregorian_dates_are_written_as_cldr_writes_them(day: date, code: str, style: str) -> None:
    ours = date_text(day, code, calendar="gregorian", style=style)
    assert bare(ours) == bare(format_date(day, style, locale=language(code).locale))


@given(st.integers(0, 10**12), CODES)
def test_whole_numbers_are_written_as_cldr_writes_them(number: int, code: str) -> None:
    cldr = format_decimal(number, locale=language(code).locale, numbering_system="default")
    assert bare(number_text(number, code)) == bare(cldr)


@pytest.mark.parametrize("days", [2, 3, 5, 11, 21, 22, 101])
@pytest.mark.parametrize("code", LANGUAGES)
def test_plurals_of_days_are_those_of_cldr(code: str, days: int) -> None:
    for sign in (-1, 1):
        ahead = format_timedelta(
            -sign * days * 86400, granularity="day", threshold=10**6, add_direction=True,
            locale=language(code).locale,
        )  # fmt: skip
        assert bare(age_text(sign * days, code)) == bare(ahead)


@pytest.mark.parametrize(
    ("code", "calendar", "style", "shown"),
    [
        ("en", None, "short", "14/12/2026"),
        ("en", None, "medium", "14 Dec 2026"),
        ("en", None, "full", "Monday, 14 December 2026"),
        ("en", "jalali", "medium", "23 Azar 1405"),
        ("en", "hebrew", "long", "4 Tevet 5787"),
        ("he", None, "short", "14.12.2026"),
        ("he", None, "long", "14 בדצמבר 2026"),
        ("he", "hebrew", "short", "ד׳ בטבת תשפ״ז"),
        ("fa", None, "short", "۱۴۰۵/۰۹/۲۳"),
        ("fa", None, "full", "دوشنبه ۲۳ آذر ۱۴۰۵"),
        ("fa", "gregorian", "short", "۲۰۲۶/۱۲/۱۴"),
        ("ru", None, "short", "14.12.2026"),
        ("ru", None, "long", "14 декабря 2026\u00a0г."),
        ("ru", "jalali", "long", "23 азера 1405\u00a0г."),
        ("el", None, "short", "14/12/2026"),
        ("el", None, "full", "Δευτέρα 14 Δεκεμβρίου 2026"),
    ],
)
def test_a_day_in_each_language_and_calendar(code: str, calendar: str | None, style: str, shown: str) -> None:
    assert date_text(DAY, code, calendar=calendar, style=style) == shown


def test_the_first_adar_is_named_so_in_a_leap_year() -> None:
    assert date_text(date(2024, 2, 20), "he", calendar="hebrew") == "י״א באדר א׳ תשפ״ד"
    assert date_text(date(2025, 3, 11), "he", calendar="hebrew") == "י״א באדר תשפ״ה"


def test_a_day_before_a_calendar_begins_is_shown_as_a_gregorian_one() -> None:
    assert date_text(date(600, 1, 2), "en", calendar="jalali") == "2 Jan 600"


def test_a_birthday_without_a_year_is_shown_in_its_own_calendar() -> None:
    assert partial_text(PartialDate(3, 14), "ru") == "14 марта"
    assert partial_text(PartialDate(7, 15, None, "jalali"), "fa") == "۱۵ مهر"
    assert partial_text(PartialDate(11, 15, None, "hebrew"), "he") == "ט״ו בשבט"
    assert partial_text(PartialDate(7, 15, 1364, "jalali"), "el") == "15 Μεχρ 1364"


def test_a_moment_is_a_date_and_a_time() -> None:
    assert time_text(time(9, 5), "fa") == "۰۹:۰۵"
    assert moment_text(MOMENT, "he") == "14 בדצמ׳ 2026, 14:05"
    assert moment_text(MOMENT, "el", style="short") == "14/12/2026, 14:05"
    later = MOMENT.replace(hour=15)
    assert moment_text(MOMENT, "ru", until=later) == "14 дек. 2026\u00a0г., 14:05–15:05"
    assert moment_text(MOMENT, "fa", until=later) == "۲۳ آذر ۱۴۰۵، \u2068۱۴:۰۵ تا ۱۵:۰۵\u2069"


def test_the_ends_of_a_span_keep_their_places_in_right_to_left_text() -> None:
    assert span_text(time(12, 30), time(14), "ru") == "12:30–14:00"
    assert span_text(time(12, 30), time(14), "he") == "\u206812:30–14:00\u2069"


@pytest.mark.parametrize("code", LANGUAGES)
def test_spans_are_written_as_cldr_writes_them(code: str) -> None:
    start, end = time(12, 30), time(14)
    cldr = format_interval(start, end, "Hm", locale=language(code).locale)
    assert bare(span_text(start, end, code)) == bare(cldr)


def test_numbers_have_the_separators_and_digits_of_the_language() -> None:
    assert number_text(1234567, "fa") == "۱٬۲۳۴٬۵۶۷"
    assert number_text(12.0, "en") == "12"
    assert number_text(0.1, "ru") == "0,1"
    assert number_text(-1234.5, "el") == "-1.234,5"
    assert number_text(-5, "he") == "\u200e-5"
    assert digits("NWT-2026", "fa") == "NWT-۲۰۲۶"


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("en", ["in 3 days", "tomorrow", "today", "yesterday", "2 days ago", "21 days ago"]),
        ("he", ["בעוד 3 ימים", "מחר", "היום", "אתמול", "לפני יומיים", "לפני 21 ימים"]),
        ("fa", ["۳ روز دیگر", "فردا", "امروز", "دیروز", "۲ روز پیش", "۲۱ روز پیش"]),
        ("ru", ["через 3 дня", "завтра", "сегодня", "вчера", "2 дня назад", "21 день назад"]),
        ("el", ["σε 3 ημέρες", "αύριο", "σήμερα", "χθες", "πριν από 2 ημέρες", "πριν από 21 ημέρες"]),
    ],
)
def test_ages_are_said_in_words(code: str, shown: list[str]) -> None:
    assert [age_text(days, code) for days in (-3, -1, 0, 1, 2, 21)] == shown


def test_a_length_of_time_is_hours_and_minutes() -> None:
    assert [duration_text(minutes, "en") for minutes in (0, 35, 60, 65)] == [
        "0 min",
        "35 min",
        "1 h",
        "1 h 5 min",
    ]
    assert duration_text(65, "fa") == "۱ ساعت و ۵ دقیقه"
