"""What stands above and in a month on the wall: its name by itself, short weekdays, the numbers of days."""

from __future__ import annotations

from datetime import date

from amdesk.domain.calendars import ADAR_I, month_name, parts
from amdesk.domain.messages import Message
from amdesk.i18n.format import day_number, year_number
from amdesk.i18n.translations import translation

SHORT_WEEKDAYS = (
    Message.named("short weekday", "Mo"),
    Message.named("short weekday", "Tu"),
    Message.named("short weekday", "We"),
    Message.named("short weekday", "Th"),
    Message.named("short weekday", "Fr"),
    Message.named("short weekday", "Sa"),
    Message.named("short weekday", "Su"),
)
# Not the months of a date, which many languages put into another case: Март 2026, but 14 марта.
_ALONE = {
    "gregorian": (
        Message.named("month alone", "January"),
        Message.named("month alone", "February"),
        Message.named("month alone", "March"),
        Message.named("month alone", "April"),
        Message.named("month alone", "May"),
        Message.named("month alone", "June"),
        Message.named("month alone", "July"),
        Message.named("month alone", "August"),
        Message.named("month alone", "September"),
        Message.named("month alone", "October"),
        Message.named("month alone", "November"),
        Message.named("month alone", "December"),
    ),
    "jalali": (
        Message.named("month alone", "Farvardin"),
        Message.named("month alone", "Ordibehesht"),
        Message.named("month alone", "Khordad"),
        Message.named("month alone", "Tir"),
        Message.named("month alone", "Mordad"),
        Message.named("month alone", "Shahrivar"),
        Message.named("month alone", "Mehr"),
        Message.named("month alone", "Aban"),
        Message.named("month alone", "Azar"),
        Message.named("month alone", "Dey"),
        Message.named("month alone", "Bahman"),
        Message.named("month alone", "Esfand"),
    ),
    "hebrew": (
        Message.named("month alone", "Nisan"),
        Message.named("month alone", "Iyar"),
        Message.named("month alone", "Sivan"),
        Message.named("month alone", "Tammuz"),
        Message.named("month alone", "Av"),
        Message.named("month alone", "Elul"),
        Message.named("month alone", "Tishrei"),
        Message.named("month alone", "Cheshvan"),
        Message.named("month alone", "Kislev"),
        Message.named("month alone", "Tevet"),
        Message.named("month alone", "Shevat"),
        Message.named("month alone", "Adar"),
        Message.named("month alone", "Adar II"),
    ),
}
_SHORT_ALONE = (
    Message.named("short month alone", "Jan"),
    Message.named("short month alone", "Feb"),
    Message.named("short month alone", "Mar"),
    Message.named("short month alone", "Apr"),
    Message.named("short month alone", "May"),
    Message.named("short month alone", "Jun"),
    Message.named("short month alone", "Jul"),
    Message.named("short month alone", "Aug"),
    Message.named("short month alone", "Sept"),
    Message.named("short month alone", "Oct"),
    Message.named("short month alone", "Nov"),
    Message.named("short month alone", "Dec"),
)
_ADAR_I_ALONE = Message.named("month alone", "Adar I")
_TITLE = Message.named("month alone", "{month} {year}")


def month_title(day: date, code: str, *, calendar: str) -> str:
    """The month that a day is in, with its year: March 2026."""
    year = year_number(parts(day, calendar)[0], code, calendar)
    name = month_alone(day, code, calendar=calendar)
    return translation(code).template(_TITLE).format(month=name, year=year)


def month_alone(day: date, code: str, *, calendar: str) -> str:
    """The month that a day is in, by its name only."""
    year, month, _ = parts(day, calendar)
    leap = month_name(year, month, calendar) == ADAR_I
    return translation(code).template(_ADAR_I_ALONE if leap else _ALONE[calendar][month - 1])


def short_month_alone(day: date, code: str) -> str:
    """The Gregorian month that a day is in, as short as at an axis."""
    return translation(code).template(_SHORT_ALONE[day.month - 1])


def short_weekday(weekday: int, code: str) -> str:
    """A weekday (Monday = 0) in a letter or two."""
    return translation(code).template(SHORT_WEEKDAYS[weekday])


def day_figures(day: date, code: str, *, calendar: str) -> str:
    """The number of a day in its month, as the language writes it in that calendar."""
    return day_number(parts(day, calendar)[2], code, calendar)
