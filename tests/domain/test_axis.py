"""Places on an axis: the beginnings of days, months and years of a calendar, and round numbers."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amdesk.domain.axis import day_ticks, number_ticks, year_month
from amdesk.domain.calendars import CALENDARS, parts

VALUES = st.decimals(Decimal(-(10**15)), Decimal(10**15), places=4)


@pytest.mark.parametrize(
    ("days", "unit"), [(6, "day"), (12, "day"), (50, "week"), (200, "month"), (1000, "month"), (9000, "year")]
)
def test_the_unit_grows_with_the_span(days: int, unit: str) -> None:
    first = date(2026, 1, 10)
    ticks = day_ticks(first, first + timedelta(days=days), calendar="gregorian", most=8, first_day=0)
    assert ticks.unit == unit
    assert 2 <= len(ticks.days) <= 9


def test_weeks_begin_where_the_reader_has_them_begin() -> None:
    ticks = day_ticks(date(2026, 3, 1), date(2026, 4, 20), calendar="jalali", most=8, first_day=5)
    assert {day.weekday() for day in ticks.days} == {5}


def test_months_of_a_jalali_year_begin_on_their_first_day() -> None:
    ticks = day_ticks(date(2026, 1, 5), date(2026, 7, 1), calendar="jalali", most=8, first_day=5)
    assert [parts(day, "jalali")[2] for day in ticks.days] == [1] * len(ticks.days)
    assert date(2026, 3, 21) in ticks.days


def test_a_hebrew_year_begins_in_tishrei_and_may_have_thirteen_months() -> None:
    assert year_month(date(2026, 9, 12), "hebrew") == (5787, 0)
    assert year_month(date(2027, 9, 30), "hebrew") == (5787, 12)


@given(st.dates(), st.integers(0, 400_000), st.sampled_from(CALENDARS), st.integers(1, 12), st.integers(0, 6))
@settings(max_examples=50)
def test_ticks_lie_between_the_days_and_are_not_too_many(
    first: date, span: int, calendar: str, most: int, first_day: int
) -> None:
    last = min(date.max, first + timedelta(days=min(span, (date.max - first).days)))
    ticks = day_ticks(first, last, calendar=calendar, most=most, first_day=first_day)
    assert all(first <= day <= last for day in ticks.days)
    assert len(ticks.days) <= most + 3
    assert list(ticks.days) == sorted(set(ticks.days))


@given(VALUES, VALUES, st.integers(2, 12))
@settings(max_examples=50)
def test_round_numbers_hold_what_is_shown(one: Decimal, two: Decimal, most: int) -> None:
    low, high = sorted((one, two))
    ticks = number_ticks(low, high, most=most)
    assert ticks[0] <= low <= high <= ticks[-1]
    assert 2 <= len(ticks) <= most + 2


def test_numbers_are_those_one_counts_in() -> None:
    assert number_ticks(Decimal(17), Decimal(83), most=6) == tuple(map(Decimal, (0, 20, 40, 60, 80, 100)))
    assert (
        number_ticks(Decimal(0), Decimal(0), most=5)[0] < 0 < number_ticks(Decimal(0), Decimal(0), most=5)[-1]
    )
