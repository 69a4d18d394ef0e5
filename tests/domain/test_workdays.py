"""Working days of different weeks."""

from __future__ import annotations

from datetime import date

from amdesk.domain.workdays import add_workdays, is_workday

FRIDAY = frozenset({4})
MONDAY = date(2026, 12, 14)


def test_a_weekend_does_not_count() -> None:
    assert add_workdays(date(2026, 12, 18), 1) == date(2026, 12, 21)


def test_the_week_of_the_client_counts() -> None:
    assert add_workdays(date(2026, 12, 17), 1, weekend=FRIDAY) == date(2026, 12, 19)


def test_a_holiday_does_not_count() -> None:
    assert add_workdays(MONDAY, 1, holidays={date(2026, 12, 15)}) == date(2026, 12, 16)


def test_no_working_days_later_is_the_day_itself() -> None:
    assert add_workdays(MONDAY, 0) == MONDAY
    assert is_workday(MONDAY)
