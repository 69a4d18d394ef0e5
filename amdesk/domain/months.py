"""Months of a calendar as a wall shows them: their weeks, and the way from one to the next."""

from __future__ import annotations

from datetime import date, timedelta

from amdesk.domain.calendars import days_in_month, months_in_year, parts, to_date

# As far as a calendar is turned: every one of the three knows these days.
FIRST, LAST = date(1700, 1, 1), date(2999, 12, 31)
WEEKS = 6
_WEEK = timedelta(days=7)


def weeks(day: date, calendar: str, *, first_day: int) -> tuple[tuple[date, ...], ...]:
    """Six weeks that hold the month of a day, each from ``first_day`` (Monday = 0)."""
    first = month_begin(day, calendar)
    start = first - timedelta(days=(first.weekday() - first_day) % 7)
    return tuple(
        tuple(start + week * _WEEK + timedelta(days=number) for number in range(7)) for week in range(WEEKS)
    )


def month_begin(day: date, calendar: str) -> date:
    """The first day of the month that a day is in."""
    return day - timedelta(days=parts(day, calendar)[2] - 1)


def month_end(day: date, calendar: str) -> date:
    """The last day of the month that a day is in."""
    year, month, number = parts(day, calendar)
    return day + timedelta(days=days_in_month(year, month, calendar) - number)


def month_after(day: date, calendar: str) -> date:
    """The same day of the next month, or its last one where it is shorter."""
    return _nth(month_end(day, calendar) + timedelta(days=1), parts(day, calendar)[2], calendar)


def month_before(day: date, calendar: str) -> date:
    """The same day of the month before, or its last one where it is shorter."""
    return _nth(month_begin(day, calendar) - timedelta(days=1), parts(day, calendar)[2], calendar)


def years_on(day: date, calendar: str, *, years: int) -> date:
    """The same day some years later or (negative) before; the nearest one where that year has none."""
    year, month, number = parts(day, calendar)
    month = min(month, months_in_year(year + years, calendar))
    return _nth(to_date(year + years, month, 1, calendar=calendar), number, calendar)


def within(day: date) -> date:
    """The day, or the nearest one that a calendar is turned to."""
    return min(max(day, FIRST), LAST)


def _nth(day: date, number: int, calendar: str) -> date:
    """A day of the month that ``day`` is in."""
    return min(month_begin(day, calendar) + timedelta(days=number - 1), month_end(day, calendar))
