"""Round places on an axis: days, weeks, months and years of a calendar, and numbers one likes to read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal, localcontext
from typing import NamedTuple

from amdesk.domain.calendars import months_in_year, parts, to_date
from amdesk.domain.errors import AmdeskError
from amdesk.domain.months import FIRST, LAST, month_begin, month_end

# How far apart the ticks of a unit are, in days.
_DAYS = {"day": 1.0, "2 days": 2.0, "week": 7.0}
_MONTHS = {"month": 1, "quarter": 3, "half": 6}
_YEARS = (1, 2, 5, 10, 20, 50, 100, 250, 1000, 5000)
_MONTH, _YEAR = 30.44, 365.25
_TISHREI = 7
_NICE = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))


class Ticks(NamedTuple):
    """Days on an axis and what they begin: "day", "week", "month" or "year"."""

    unit: str
    days: tuple[date, ...]


def day_ticks(first: date, last: date, *, calendar: str, most: int, first_day: int) -> Ticks:
    """The beginnings of the smallest unit of which at most so many fall between two days."""
    span = max((last - first).days, 1)
    most = max(most, 1)
    calendar = calendar if first >= FIRST and last <= LAST else "gregorian"
    for name, days in _DAYS.items():
        if span / days <= most:
            return Ticks("week" if name == "week" else "day", _by_days(first, last, int(days), first_day))
    for count in _MONTHS.values():
        if span / (count * _MONTH) <= most:
            return Ticks("month", tuple(_by_months(first, last, count, calendar)))
    step = next((years for years in _YEARS if span / (years * _YEAR) <= most), _YEARS[-1])
    return Ticks("year", tuple(_by_years(first, last, step, calendar)))


def number_ticks(low: Decimal, high: Decimal, *, most: int) -> tuple[Decimal, ...]:
    """Round numbers from at or below ``low`` to at or above ``high``, at most so many and two at least."""
    with localcontext() as context:
        context.prec = 60
        span = high - low
        if span <= 0:
            span = abs(low) or Decimal(1)
            low, high = low - span / 2, high + span / 2
        step = _nice(span / max(most - 1, 1))
        begin = (low / step).to_integral_value(ROUND_FLOOR)
        end = (high / step).to_integral_value(ROUND_CEILING)
        return tuple(_plain(number * step) for number in _from_to(begin, end))


def year_month(day: date, calendar: str) -> tuple[int, int]:
    """The year of a day and which of its months it is in, the first being 0: in the Hebrew one, Tishrei."""
    year, month, _day = parts(day, calendar)
    if calendar == "hebrew":
        return year, (month - _TISHREI) % months_in_year(year, calendar)
    return year, month - 1


def _nice(least: Decimal) -> Decimal:
    """The smallest round number that is no less."""
    power = Decimal(10) ** least.adjusted()
    return next(one * power for one in _NICE if one * power >= least)


def _from_to(begin: Decimal, end: Decimal) -> Iterator[Decimal]:
    while begin <= end:
        yield begin
        begin += 1


def _plain(number: Decimal) -> Decimal:
    """Without zeros behind the point, and without an exponent."""
    return Decimal(f"{number.normalize():f}") if number else Decimal(0)


def _by_days(first: date, last: date, step: int, first_day: int) -> tuple[date, ...]:
    begin = first.toordinal()
    if step == 7:
        begin += (first_day - first.weekday()) % 7
    elif step == 2:
        begin += begin % 2  # so that panning does not make them jump
    return tuple(date.fromordinal(one) for one in range(begin, last.toordinal() + 1, step))


def _by_months(first: date, last: date, step: int, calendar: str) -> Iterator[date]:
    """The beginnings of months, of every third or sixth one of a year."""
    begin = month_begin(first, calendar)
    while begin <= last:
        if begin >= first and year_month(begin, calendar)[1] % step == 0:
            yield begin
        begin = month_end(begin, calendar) + timedelta(days=1)


def _by_years(first: date, last: date, step: int, calendar: str) -> Iterator[date]:
    """New Year's days."""
    year = parts(first, calendar)[0]
    year -= year % step
    month = _TISHREI if calendar == "hebrew" else 1
    while True:
        try:
            begin = to_date(year, month, 1, calendar=calendar) if year > 0 else None
        except AmdeskError:
            return
        if begin is not None and begin > last:
            return
        if begin is not None and begin >= first:
            yield begin
        year += step
