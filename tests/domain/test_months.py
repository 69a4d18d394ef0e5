"""Months on the wall hold every day once, and walking through them comes back to where it began."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amdesk.domain.calendars import CALENDARS, parts, to_date
from amdesk.domain.months import (
    FIRST,
    LAST,
    month_after,
    month_before,
    month_begin,
    month_end,
    weeks,
    within,
    years_on,
)

DAYS = st.dates(min_value=date(1800, 1, 1), max_value=date(2200, 12, 31))
WALLS = st.sampled_from(CALENDARS)


@given(DAYS, WALLS, st.integers(0, 6))
def test_six_weeks_hold_the_whole_month_from_the_first_day_of_the_week(
    day: date, calendar: str, first_day: int
) -> None:
    rows = weeks(day, calendar, first_day=first_day)
    days = [one for row in rows for one in row]
    assert all(row[0].weekday() == first_day for row in rows)
    assert days == [days[0] + timedelta(days=number) for number in range(42)]
    assert {month_begin(day, calendar), day, month_end(day, calendar)} <= set(days)


@given(DAYS, WALLS)
def test_a_month_ends_where_the_next_one_begins(day: date, calendar: str) -> None:
    after = month_end(day, calendar) + timedelta(days=1)
    assert parts(after, calendar)[2] == 1
    assert month_begin(month_after(day, calendar), calendar) == after
    assert month_begin(month_before(after, calendar), calendar) == month_begin(day, calendar)


@given(DAYS, WALLS, st.integers(-30, 30))
def test_the_same_day_of_another_year_is_in_that_year(day: date, calendar: str, years: int) -> None:
    year, month, number = parts(day, calendar)
    there = parts(years_on(day, calendar, years=years), calendar)
    assert there[0] == year + years
    assert there[1] <= month
    assert there[2] <= number


@pytest.mark.parametrize(
    ("calendar", "day", "after"),
    [
        ("gregorian", (2026, 1, 31), (2026, 2, 28)),
        ("jalali", (1404, 6, 31), (1404, 7, 30)),
        ("jalali", (1404, 11, 30), (1404, 12, 29)),
        ("hebrew", (5784, 12, 30), (5784, 13, 29)),
        ("hebrew", (5785, 12, 29), (5785, 1, 29)),
    ],
)
def test_a_shorter_month_has_its_own_last_day(
    calendar: str, day: tuple[int, int, int], after: tuple[int, int, int]
) -> None:
    found = month_after(to_date(*day, calendar=calendar), calendar)
    assert parts(found, calendar) == after


def test_the_second_adar_falls_back_to_the_only_one() -> None:
    purim = to_date(5784, 13, 14, calendar="hebrew")
    assert parts(years_on(purim, "hebrew", years=1), "hebrew") == (5785, 12, 14)


def test_no_calendar_is_turned_further_than_every_one_of_them_knows() -> None:
    assert (within(date.min), within(date.max)) == (FIRST, LAST)
    assert within(date(2026, 3, 10)) == date(2026, 3, 10)
    assert all(parts(end, calendar) for end in (FIRST, LAST) for calendar in CALENDARS)
