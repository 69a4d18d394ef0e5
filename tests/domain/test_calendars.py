"""Days of three calendars: there and back, leap days, and days that do not exist."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amdesk.domain.calendars import CALENDARS, PartialDate, days_in_month, month_name, parts, to_date
from amdesk.domain.errors import AmdeskError

DAYS = st.dates(min_value=date(1800, 1, 1), max_value=date(2300, 12, 31))


@pytest.mark.parametrize(
    ("year", "month", "day", "calendar", "expected"),
    [
        (1364, 7, 15, "jalali", date(1985, 10, 7)),
        (1370, 12, 30, "jalali", date(1992, 3, 20)),
        (1403, 12, 30, "jalali", date(2025, 3, 20)),
        (1405, 1, 1, "jalali", date(2026, 3, 21)),
        (5785, 11, 15, "hebrew", date(2025, 2, 13)),
        (5784, 13, 14, "hebrew", date(2024, 3, 24)),
        (5785, 12, 14, "hebrew", date(2025, 3, 14)),
        (5786, 7, 1, "hebrew", date(2025, 9, 23)),
        (1985, 3, 14, "gregorian", date(1985, 3, 14)),
    ],
)
def test_a_known_day_has_its_date(year: int, month: int, day: int, calendar: str, expected: date) -> None:
    assert to_date(year, month, day, calendar=calendar) == expected
    assert parts(expected, calendar) == (year, month, day)


@given(DAYS, st.sampled_from(CALENDARS))
def test_every_day_comes_back(day: date, calendar: str) -> None:
    assert to_date(*parts(day, calendar), calendar=calendar) == day
    assert PartialDate.from_date(day, calendar).to_gregorian() == day
    assert PartialDate.from_date(day, calendar).iso == day.isoformat()


@given(DAYS, st.sampled_from(CALENDARS))
def test_a_month_ends_where_the_next_begins(day: date, calendar: str) -> None:
    year, month, _ = parts(day, calendar)
    last = to_date(year, month, days_in_month(year, month, calendar), calendar=calendar)
    assert parts(date.fromordinal(last.toordinal() + 1), calendar)[2] == 1
    with pytest.raises(AmdeskError):
        PartialDate(month, days_in_month(year, month, calendar) + 1, year, calendar)


@given(DAYS, st.sampled_from(CALENDARS))
def test_a_day_that_comes_in_some_year_needs_no_year(day: date, calendar: str) -> None:
    _, month, number = parts(day, calendar)
    assert PartialDate(month, number, None, calendar).to_gregorian() is None


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ((12, 30, 1404, "jalali"), "There is no 30 Esfand in that year: Esfand has 29 days."),
        ((2, 29, 2025), "There is no 29 February in that year: February has 28 days."),
        ((2, 30), "There is no 30 February: February has 29 days."),
        ((13, 1, 2025), "That year has 12 months, so there is no month 13."),
        ((13, 1, 5785, "hebrew"), "That year has 12 months, so there is no month 13."),
        ((0, 1), "That year has 12 months, so there is no month 0."),
        ((5, 0, 2025), "There is no 0 May in that year: May has 31 days."),
        ((12, 31, 5784, "hebrew"), "There is no 31 Adar I in that year: Adar I has 30 days."),
        ((1, 1, 0), "The year must be between 1 and 9999."),
    ],
)
def test_a_day_that_does_not_exist_is_refused_with_a_reason(wrong: tuple[Any, ...], sentence: str) -> None:
    with pytest.raises(AmdeskError) as refusal:
        PartialDate(*wrong)
    assert str(refusal.value) == sentence


def test_a_date_without_a_year_is_written_without_it() -> None:
    assert PartialDate(3, 14).iso == "--03-14"
    assert PartialDate(2, 29).iso == "--02-29"
    assert PartialDate(7, 15, None, "jalali").iso is None
    assert PartialDate(7, 15, 1364, "jalali").iso == "1985-10-07"


def test_the_first_adar_has_its_name_only_in_a_leap_year() -> None:
    assert str(month_name(5784, 12, "hebrew")) == "Adar I"
    assert str(month_name(5785, 12, "hebrew")) == "Adar"
    assert str(month_name(None, 12, "hebrew")) == "Adar"


@pytest.mark.parametrize(("calendar", "first", "last"), [("jalali", 1, 9377), ("hebrew", 3762, 13759)])
def test_the_ends_of_a_calendar_are_dates(calendar: str, first: int, last: int) -> None:
    assert to_date(first, 1, 1, calendar=calendar) < to_date(last, 1, 1, calendar=calendar)
