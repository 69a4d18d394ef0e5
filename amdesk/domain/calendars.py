"""Dates in three calendars: Gregorian, Jalali and Hebrew, with or without a year.

Months count from 1. Hebrew months count from Nisan, as in the Bible and in pyluach: Tishrei is 7, Adar (in a
leap year Adar I) is 12 and Adar II is 13. Names of months are those of a date (in Russian: 14 марта).
The Jalali calendar is persiantools', the Hebrew one pyluach's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Self

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_, Message

# What each calendar is called.
CALENDAR_NAMES = {
    "gregorian": N_("Gregorian calendar"),
    "jalali": N_("Jalali calendar"),
    "hebrew": N_("Hebrew calendar"),
}
CALENDARS = tuple(CALENDAR_NAMES)
MONTHS: dict[str, tuple[Message, ...]] = {
    "gregorian": (
        Message.named("Gregorian month", "January"),
        Message.named("Gregorian month", "February"),
        Message.named("Gregorian month", "March"),
        Message.named("Gregorian month", "April"),
        Message.named("Gregorian month", "May"),
        Message.named("Gregorian month", "June"),
        Message.named("Gregorian month", "July"),
        Message.named("Gregorian month", "August"),
        Message.named("Gregorian month", "September"),
        Message.named("Gregorian month", "October"),
        Message.named("Gregorian month", "November"),
        Message.named("Gregorian month", "December"),
    ),
    "jalali": (
        Message.named("Jalali month", "Farvardin"),
        Message.named("Jalali month", "Ordibehesht"),
        Message.named("Jalali month", "Khordad"),
        Message.named("Jalali month", "Tir"),
        Message.named("Jalali month", "Mordad"),
        Message.named("Jalali month", "Shahrivar"),
        Message.named("Jalali month", "Mehr"),
        Message.named("Jalali month", "Aban"),
        Message.named("Jalali month", "Azar"),
        Message.named("Jalali month", "Dey"),
        Message.named("Jalali month", "Bahman"),
        Message.named("Jalali month", "Esfand"),
    ),
    "hebrew": (
        Message.named("Hebrew month", "Nisan"),
        Message.named("Hebrew month", "Iyar"),
        Message.named("Hebrew month", "Sivan"),
        Message.named("Hebrew month", "Tammuz"),
        Message.named("Hebrew month", "Av"),
        Message.named("Hebrew month", "Elul"),
        Message.named("Hebrew month", "Tishrei"),
        Message.named("Hebrew month", "Cheshvan"),
        Message.named("Hebrew month", "Kislev"),
        Message.named("Hebrew month", "Tevet"),
        Message.named("Hebrew month", "Shevat"),
        Message.named("Hebrew month", "Adar"),
        Message.named("Hebrew month", "Adar II"),
    ),
}
# Where no year follows: in some languages that changes the ending.
_WITHOUT_YEAR = (
    Message.named("Gregorian month without year", "January"),
    Message.named("Gregorian month without year", "February"),
    Message.named("Gregorian month without year", "March"),
    Message.named("Gregorian month without year", "April"),
    Message.named("Gregorian month without year", "May"),
    Message.named("Gregorian month without year", "June"),
    Message.named("Gregorian month without year", "July"),
    Message.named("Gregorian month without year", "August"),
    Message.named("Gregorian month without year", "September"),
    Message.named("Gregorian month without year", "October"),
    Message.named("Gregorian month without year", "November"),
    Message.named("Gregorian month without year", "December"),
)
ADAR_I = Message.named("Hebrew month", "Adar I")
_LONGEST = {
    "gregorian": (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31),
    "jalali": (31, 31, 31, 31, 31, 31, 30, 30, 30, 30, 30, 30),
    "hebrew": (30, 29, 30, 29, 30, 29, 30, 30, 30, 29, 30, 30, 29),
}
_ADAR, _ADAR_II = 12, 13
_YEARS = {"gregorian": (1, 9999), "jalali": (1, 9377), "hebrew": (3762, 13759)}


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day whose year may be unknown; one its calendar does not have is refused with ``AmdeskError``."""

    month: int
    day: int
    year: int | None = None
    calendar: str = "gregorian"

    def __post_init__(self) -> None:
        days = days_in_month(self.year, self.month, self.calendar)
        if not 1 <= self.day <= days:
            name = month_name(self.year, self.month, self.calendar, says_year=False)
            raise AmdeskError(_no_such_day(self.year), month=name, days=days, day=self.day)

    @classmethod
    def from_date(cls, day: date, calendar: str = "gregorian") -> Self:
        """A date as the calendar says it."""
        year, month, number = parts(day, calendar)
        return cls(month, number, year, calendar)

    def to_gregorian(self) -> date | None:
        """The date, or None when the year is unknown."""
        return None if self.year is None else to_date(self.year, self.month, self.day, calendar=self.calendar)

    @property
    def iso(self) -> str | None:
        """ "1985-03-14", or "--03-14" without a year (RFC 6350); None where ISO has no words for the date."""
        if self.year is None:
            return f"--{self.month:02}-{self.day:02}" if self.calendar == "gregorian" else None
        return to_date(self.year, self.month, self.day, calendar=self.calendar).isoformat()


def parts(day: date, calendar: str) -> tuple[int, int, int]:
    """Year, month and day of a date in a calendar; ValueError for a date the calendar does not reach."""
    if calendar == "jalali":
        from persiantools.jdatetime import JalaliDate

        jalali = JalaliDate.to_jalali(day)  # type: ignore[no-untyped-call]
        return jalali.year, jalali.month, jalali.day
    if calendar == "hebrew":
        from pyluach.dates import HebrewDate  # type: ignore[import-untyped]

        hebrew = HebrewDate.from_pydate(day)
        return hebrew.year, hebrew.month, hebrew.day
    return day.year, day.month, day.day


def to_date(year: int, month: int, day: int, *, calendar: str) -> date:
    """The date of a day in a calendar; ``AmdeskError`` when there is no such day."""
    PartialDate(month, day, year, calendar)
    if calendar == "jalali":
        from persiantools.jdatetime import JalaliDate

        return JalaliDate(year, month, day).to_gregorian()  # type: ignore[no-untyped-call]
    if calendar == "hebrew":
        from pyluach.dates import HebrewDate

        found: date = HebrewDate(year, month, day).to_pydate()
        return found
    return date(year, month, day)


def days_in_month(year: int | None, month: int, calendar: str) -> int:
    """How many days a month has; without a year, how many it can have."""
    months = months_in_year(year, calendar)
    if not 1 <= month <= months:
        raise AmdeskError(
            N_("That year has {months} months, so there is no month {month}."), months=months, month=month
        )
    longest = _LONGEST[calendar][month - 1]
    return longest if year is None or _is_long(year, month, calendar) else longest - 1


def months_in_year(year: int | None, calendar: str) -> int:
    """12, or 13 in a Hebrew leap year and when the Hebrew year is unknown."""
    if year is not None and not _YEARS[calendar][0] <= year <= _YEARS[calendar][1]:
        first, last = map(str, _YEARS[calendar])
        raise AmdeskError(N_("The year must be between {first} and {last}."), first=first, last=last)
    return _ADAR_II if calendar == "hebrew" and (year is None or _is_hebrew_leap(year)) else 12


def month_name(year: int | None, month: int, calendar: str, *, says_year: bool = True) -> Message:
    """The English name of a month, as a message: the same month is Adar in one year and Adar I in another.

    ``says_year`` tells that the year stands behind it.
    """
    if calendar == "gregorian" and not (says_year and year is not None):
        return _WITHOUT_YEAR[month - 1]
    if calendar == "hebrew" and month == _ADAR and year is not None and _is_hebrew_leap(year):
        return ADAR_I
    return MONTHS[calendar][month - 1]


def _is_long(year: int, month: int, calendar: str) -> bool:
    """Whether a month has in that year as many days as it can have."""
    if calendar == "gregorian":
        return month != 2 or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    if calendar == "jalali":
        from persiantools.jdatetime import JalaliDate

        return month != 12 or bool(JalaliDate.is_leap(year))
    return _hebrew_month_length(year, month) == _LONGEST[calendar][month - 1]


def _is_hebrew_leap(year: int) -> bool:
    """Whether a Hebrew year has a second Adar: seven years of nineteen (the cycle of Meton)."""
    return (7 * year + 1) % 19 < 7


def _hebrew_month_length(year: int, month: int) -> int:
    """The days of a Hebrew month, as pyluach counts them."""
    from pyluach.hebrewcal import Month  # type: ignore[import-untyped]

    return len(list(Month(year, month)))


def _no_such_day(year: int | None) -> str:
    if year is None:
        return N_("There is no {day} {month}: {month} has {days} days.")
    return N_("There is no {day} {month} in that year: {month} has {days} days.")
