"""The Hebrew calendar against a reckoning of another make, from the rules that printed calendars give.

Qt has no Hebrew calendar to compare with. So this is the classical way: the mean new moon of Tishrei
(BaHaRaD, and 29 days 12 hours 793 parts a month), and the four reasons for which New Year is put off.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from amdesk.domain.calendars import parts, to_date

HOUR = 1080  # parts; a day begins at six in the evening
DAY = 24 * HOUR
MONTH = 29 * DAY + 12 * HOUR + 793
FIRST_MOLAD = 1 * DAY + 5 * HOUR + 204  # of the year 1: a Monday, Sunday being 0
SUNDAY, MONDAY, TUESDAY, WEDNESDAY, FRIDAY = 0, 1, 2, 3, 5
LEAP = {0, 3, 6, 8, 11, 14, 17}  # years of the cycle of nineteen that have a second Adar
TISHREI, CHESHVAN, KISLEV, ADAR, ADAR_II = 7, 8, 9, 12, 13

# New Years as they were, printed in any calendar; the first one ties the reckoning to the Gregorian days.
NEW_YEARS = {
    5700: date(1939, 9, 14), 5708: date(1947, 9, 15), 5709: date(1948, 10, 4), 5727: date(1966, 9, 15),
    5734: date(1973, 9, 27), 5750: date(1989, 9, 30), 5760: date(1999, 9, 11), 5761: date(2000, 9, 30),
    5770: date(2009, 9, 19), 5774: date(2013, 9, 5), 5780: date(2019, 9, 30), 5781: date(2020, 9, 19),
    5782: date(2021, 9, 7), 5783: date(2022, 9, 26), 5784: date(2023, 9, 16), 5785: date(2024, 10, 3),
    5786: date(2025, 9, 23), 5787: date(2026, 9, 12), 5788: date(2027, 10, 2), 5789: date(2028, 9, 21),
}  # fmt: skip
# Days that the calendar library's authors looked up elsewhere, and days that history knows.
KNOWN = {
    date(2009, 8, 21): (5769, 6, 1), date(2009, 9, 30): (5770, 7, 12), date(2009, 11, 13): (5770, 8, 26),
    date(2010, 1, 21): (5770, 11, 6), date(2010, 5, 26): (5770, 3, 13), date(2013, 11, 17): (5774, 9, 14),
    date(2014, 3, 12): (5774, 13, 10), date(2014, 6, 10): (5774, 3, 12), date(2016, 2, 10): (5776, 12, 1),
    date(1948, 5, 14): (5708, 2, 5), date(1967, 6, 7): (5727, 2, 28), date(1973, 10, 6): (5734, 7, 10),
}  # fmt: skip


def leap(year: int) -> bool:
    return year % 19 in LEAP


def new_year(year: int) -> int:
    """The day of 1 Tishrei, counted from the Sunday before the first one."""
    months = sum(13 if leap(past) else 12 for past in range(1, year))
    day, rest = divmod(FIRST_MOLAD + months * MONTH, DAY)
    weekday = day % 7
    if not leap(year) and weekday == TUESDAY and rest >= 9 * HOUR + 204:
        return day + 2  # GaTaRaD
    if leap(year - 1) and weekday == MONDAY and rest >= 15 * HOUR + 589:
        return day + 1  # BeTUTaKPaT
    if rest >= 18 * HOUR:
        day += 1  # an old moon
    return day + 1 if day % 7 in {SUNDAY, WEDNESDAY, FRIDAY} else day


def months(year: int) -> Iterator[tuple[int, int]]:
    """The months of a year from Tishrei on, with their lengths."""
    length = new_year(year + 1) - new_year(year)
    yield from ((TISHREI, 30), (CHESHVAN, 30 if length % 10 == 5 else 29))
    yield from ((KISLEV, 29 if length % 10 == 3 else 30), (10, 29), (11, 30))
    yield from ((ADAR, 30), (ADAR_II, 29)) if leap(year) else ((ADAR, 29),)
    yield from ((1, 30), (2, 29), (3, 30), (4, 29), (5, 30), (6, 29))


def first_day(year: int) -> date:
    """1 Tishrei as a date, tied to one New Year."""
    return NEW_YEARS[5700] + timedelta(days=new_year(year) - new_year(5700))


@pytest.mark.parametrize(("year", "day"), NEW_YEARS.items())
def test_new_year_is_when_printed_calendars_have_it(year: int, day: date) -> None:
    assert first_day(year) == day
    assert to_date(year, TISHREI, 1, calendar="hebrew") == day


@pytest.mark.parametrize(("day", "hebrew"), KNOWN.items())
def test_a_day_that_is_known_is_that_day(day: date, hebrew: tuple[int, int, int]) -> None:
    assert parts(day, "hebrew") == hebrew


def test_every_day_of_two_centuries_is_the_one_the_rules_give() -> None:
    for year in range(5660, 5861):
        day = first_day(year)
        for month, length in months(year):
            for number in range(1, length + 1):
                assert parts(day, "hebrew") == (year, month, number)
                day += timedelta(days=1)
            assert to_date(year, month, length, calendar="hebrew") == day - timedelta(days=1)
