"""Dates, times, numbers and spans as a language shows them, in any of the three calendars.

Names and patterns come from the catalogues; they are CLDR's where CLDR has them (a test compares). Nothing
here is the user's own text, so nothing is isolated but spans of time, whose ends would change places.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from types import MappingProxyType

from amdesk.domain.calendars import PartialDate, month_name, parts
from amdesk.domain.messages import Message
from amdesk.i18n import gematria
from amdesk.i18n.bidi import LRM, isolate
from amdesk.i18n.languages import language
from amdesk.i18n.translations import translation

WEEKDAYS = (
    Message.named("weekday", "Monday"),
    Message.named("weekday", "Tuesday"),
    Message.named("weekday", "Wednesday"),
    Message.named("weekday", "Thursday"),
    Message.named("weekday", "Friday"),
    Message.named("weekday", "Saturday"),
    Message.named("weekday", "Sunday"),
)
SHORT_MONTHS = (
    Message.named("short Gregorian month", "Jan"),
    Message.named("short Gregorian month", "Feb"),
    Message.named("short Gregorian month", "Mar"),
    Message.named("short Gregorian month", "Apr"),
    Message.named("short Gregorian month", "May"),
    Message.named("short Gregorian month", "Jun"),
    Message.named("short Gregorian month", "Jul"),
    Message.named("short Gregorian month", "Aug"),
    Message.named("short Gregorian month", "Sept"),
    Message.named("short Gregorian month", "Oct"),
    Message.named("short Gregorian month", "Nov"),
    Message.named("short Gregorian month", "Dec"),
)
_DATES: Mapping[str, Message] = MappingProxyType(
    {
        "medium": Message.named("date", "{day} {month} {year}"),
        "long": Message.named("date", "{day} {month} {year}"),
        "full": Message.named("date", "{weekday}, {day} {month} {year}"),
        "day": Message.named("date", "{weekday}, {day} {month}"),
    }
)
_DAY_AND_MONTH = Message.named("date", "{day} {month}")
_DATE_AND_TIME = Message.named("date", "{date}, {time}")
_SPAN = Message.named("time", "{start}–{end}")
_NEAR = {
    -1: Message.named("age", "tomorrow"),
    0: Message.named("age", "today"),
    1: Message.named("age", "yesterday"),
}
# Within a date; after a comma a line may end.
_WITHIN = re.compile("(?<![,،]) ")
_JALALI_FIGURES = "{year}/{month:02}/{day:02}"


def date_text(day: date, code: str, *, calendar: str | None = None, style: str = "medium") -> str:
    """A date in a language; ``calendar`` is the language's own unless given.

    Styles: "short" 14/12/2026, "medium" 14 Dec 2026, "long" 14 December 2026, "full" with the weekday,
    "day" the same without the year. A day the calendar does not reach is shown as a Gregorian one.
    """
    shown = calendar or language(code).calendar
    try:
        year, month, number = parts(day, shown)
    except ValueError:
        shown, (year, month, number) = "gregorian", parts(day, "gregorian")
    if style == "short" and shown != "hebrew":
        figures = _JALALI_FIGURES if shown == "jalali" else language(code).numeric
        return digits(figures.format(year=year, month=month, day=number), code)
    words = translation(code)
    return words.template(_DATES[style if style in {"full", "day"} else "long"]).format(
        weekday=words.template(WEEKDAYS[day.weekday()]),
        day=day_number(number, code, shown),
        month=_month(year, month, code, calendar=shown, short=style == "medium"),
        year=year_number(year, code, shown),
    )


def unbroken(when: str) -> str:
    """A date that keeps to one line: its day does not stand at the end of one and its month on the next."""
    return _WITHIN.sub("\N{NO-BREAK SPACE}", when)


def partial_text(day: PartialDate, code: str) -> str:
    """A date whose year may be unknown, in the calendar it was given in."""
    if (known := day.to_gregorian()) is not None:
        return date_text(known, code, calendar=day.calendar, style="long")
    words = translation(code)
    return words.template(_DAY_AND_MONTH).format(
        day=day_number(day.day, code, day.calendar),
        month=words.template(month_name(None, day.month, day.calendar)),
    )


def time_text(moment: time | datetime, code: str) -> str:
    """Hours and minutes of a wall clock: 14:05."""
    return digits(f"{moment.hour:02}:{moment.minute:02}", code)


def moment_text(
    moment: datetime,
    code: str,
    *,
    until: datetime | None = None,
    calendar: str | None = None,
    style: str = "medium",
) -> str:
    """Date and time of a moment, or the times from it ``until`` another, as their own zone's clocks show
    them: convert them to the reader's zone first.
    """
    return on_day(date_text(moment.date(), code, calendar=calendar, style=style), moment, code, until=until)


def on_day(day: str, moment: datetime, code: str, *, until: datetime | None = None) -> str:
    """The same on a day that is already said in words."""
    at = time_text(moment, code) if until is None else span_text(moment, until, code)
    return translation(code).template(_DATE_AND_TIME).format(date=day, time=at)


def span_text(start: time | datetime, end: time | datetime, code: str) -> str:
    """From one time of day to another: 12:30–14:00, in that order wherever the text is read."""
    span = translation(code).template(_SPAN)
    told = span.format(start=time_text(start, code), end=time_text(end, code))
    return isolate(told) if language(code).rtl else told


def number_text(value: float | Decimal, code: str) -> str:
    """A number in a language's digits and separators; a float as exactly as Python writes it."""
    exact = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    whole = isinstance(value, float) and value.is_integer()
    spoken = language(code)
    text = f"{exact.to_integral_value() if whole else exact:,f}"
    text = text.translate({ord(","): spoken.group, ord("."): spoken.decimal})
    return digits(LRM + text if spoken.rtl and text.startswith("-") else text, code)


def digits(text: str, code: str) -> str:
    """The text with its ASCII digits written in the language's own."""
    own = language(code).digits
    return text if own.isascii() else text.translate(str.maketrans("0123456789", own))


def listed(items: Iterable[str], code: str) -> str:
    """Several things in one line, with a language's comma between them."""
    return language(code).comma.join(items)


def duration_text(minutes: int, code: str) -> str:
    """A length of time: 35 min, 1 h 5 min, 2 h."""
    hours, rest = divmod(minutes, 60)
    words = translation(code)
    if not hours:
        pattern = words.pgettext("duration", "{minutes} min")
    elif rest:
        pattern = words.pgettext("duration", "{hours} h {minutes} min")
    else:
        pattern = words.pgettext("duration", "{hours} h")
    return pattern.format(hours=number_text(hours, code), minutes=number_text(rest, code))


def age_text(days: int, code: str) -> str:
    """How long ago a day was, or how soon it will be: today, yesterday, 3 days ago, in 3 days."""
    words = translation(code)
    if days in _NEAR:
        return words.template(_NEAR[days])
    if days > 0:
        return words.npgettext("age", "{n} day ago", "{n} days ago", n=days).format(n=number_text(days, code))
    return words.npgettext("age", "in {n} day", "in {n} days", n=-days).format(n=number_text(-days, code))


def _month(year: int, month: int, code: str, *, calendar: str, short: bool) -> str:
    if short and calendar == "gregorian":
        return translation(code).template(SHORT_MONTHS[month - 1])
    return translation(code).template(month_name(year, month, calendar))


def day_number(day: int, code: str, calendar: str) -> str:
    """The number of a day in its month: figures, or letters in the Hebrew calendar read in Hebrew."""
    in_letters = calendar == "hebrew" and language(code).code == "he"
    return gematria.letters(day) if in_letters else digits(str(day), code)


def year_number(year: int, code: str, calendar: str) -> str:
    """A year of a calendar: figures, or letters in the Hebrew calendar read in Hebrew."""
    in_letters = calendar == "hebrew" and language(code).code == "he"
    return gematria.year_letters(year) if in_letters else digits(str(year), code)
