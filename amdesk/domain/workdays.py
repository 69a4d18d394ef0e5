"""Counting days of work in somebody's week."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from datetime import date, timedelta

SATURDAY_SUNDAY = frozenset({5, 6})


@dataclass(frozen=True, slots=True)
class WorkWeek:
    """When somebody does not work: weekdays (Monday = 0) and the holidays of their country."""

    weekend: Container[int] = SATURDAY_SUNDAY
    holidays: Container[date] = ()


def is_workday(
    day: date, *, weekend: Container[int] = SATURDAY_SUNDAY, holidays: Container[date] = ()
) -> bool:
    """Whether people work on ``day``; ``weekend`` holds weekday numbers with Monday = 0."""
    return day.weekday() not in weekend and day not in holidays


def add_workdays(
    day: date, days: int, *, weekend: Container[int] = SATURDAY_SUNDAY, holidays: Container[date] = ()
) -> date:
    """The day on which ``days`` whole working days have passed since ``day``, which does not count itself."""
    left = days
    while left > 0:
        day += timedelta(days=1)
        left -= is_workday(day, weekend=weekend, holidays=holidays)
    return day


def workdays_later(day: date, days: int, week: WorkWeek) -> date:
    """The same in somebody's week."""
    return add_workdays(day, days, weekend=week.weekend, holidays=week.holidays)
