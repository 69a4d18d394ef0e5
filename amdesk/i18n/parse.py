"""Reading what people type and other programs write: dates of three calendars, and dates inside a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import chain

from amdesk.domain.calendars import PartialDate, parts, to_date
from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_
from amdesk.i18n import grammar, words
from amdesk.i18n.format import date_text
from amdesk.i18n.grammar import Typed, every, plain, spaced_pattern, whole
from amdesk.i18n.languages import language as language_of
from amdesk.i18n.numbers import refuse_mixed_digits

# A due date further away than this is a year mistyped, or no date at all.
FARTHEST = timedelta(days=3653)
_LEAP_CYCLE = 12
_JALALI_YEARS, _HEBREW_YEARS = range(1200, 1600), range(5000, 7000)
_NO_YEAR = 1604  # the year Apple's address book writes for "not known"

Found = tuple[date, int, int]


def parse_date(text: str, *, language: str, calendar: str, today: date) -> date:
    """The date a person typed into a field: figures, names, weekdays, "tomorrow" or "in a week", in any of
    the languages, with or without words such as "on" and "next".

    Without a year it is the next such day from today on, a weekday the next one after today. Figures without
    a year are read in ``calendar``. ``AmdeskError`` when it is no date, or a day that does not exist.
    """
    refuse_mixed_digits(text)
    refusal: AmdeskError | None = None
    typed_text = plain(text).strip()
    for typed in chain(whole(typed_text), whole(_bare(typed_text))):
        try:
            return _day(typed, language, calendar=calendar, today=today)
        except AmdeskError as refused:
            refusal = refusal or refused
    raise refusal or AmdeskError(
        N_("“{text}” is not a date. Write it like {example}, or as a day such as “tomorrow” or “Friday”."),
        text=text.strip(),
        example=date_text(today, language, calendar=calendar, style="short"),
    )


def find_date(text: str, *, language: str, calendar: str, today: date) -> Found | None:
    """The day something typed is due, with its place in the text; None when no day from today on is named.

    Days after words such as "by" and "until" come before others; figures that are more likely a time, an
    amount, a share, a phone or a version are left alone.
    """
    line = plain(text)
    meant = [typed for typed in every(line) if _is_meant(typed, text, line)]
    meant.sort(
        key=lambda typed: (not _stands_after(line[: typed.start], "deadline"), typed.start, -typed.end)
    )
    for typed in meant:
        try:
            day = _day(typed, language, calendar=calendar, today=today)
        except AmdeskError:
            continue  # a day that does not exist is nothing to offer
        if today <= day <= today + FARTHEST:
            return day, typed.start, typed.end
    return None


def prepare() -> Iterator[None]:
    """Make ready bit by bit what dates are found with."""
    yield from grammar.prepare()
    _patterns()


def parse_partial(text: str, *, hint_calendar: str | None = None) -> PartialDate:
    """A birthday as another program wrote it; day before month unless that cannot be.

    A year from 1200 to 1599 is a Jalali one unless the hint says otherwise. A year of two figures is refused:
    a year is never guessed.
    """
    refuse_mixed_digits(text)
    written = plain(text).strip()
    for pattern in _WRITTEN:
        if found := pattern.fullmatch(written):
            year = found["y"] if "y" in pattern.groupindex else None
            return _partial(int(year) if year else None, int(found["m"]), int(found["d"]), hint=hint_calendar)
    for typed in whole(written):
        if typed.year is not None and typed.year < 100:
            raise AmdeskError(N_("Write the year of “{text}” with four digits."), text=text.strip())
        if typed.day:
            calendar = typed.calendar or hint_calendar
            return _partial(typed.year, typed.month, typed.day, hint=calendar)
    raise AmdeskError(
        N_("“{text}” is not a date. Write it like 1985-03-14, or --03-14 without a year."), text=text.strip()
    )


def told_calendar(text: str) -> str | None:
    """The calendar that a typed date tells by its year or the name of its month, even of no such day."""
    for typed in whole(plain(text).strip()):
        if typed.calendar or (typed.year or 0) >= 100:
            return typed.calendar or _calendar_of(typed.year or 0)
    return None


_WRITTEN = (
    re.compile(r"--(?P<m>\d\d)-?(?P<d>\d\d)"),
    re.compile(r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)(?:t.*)?"),
    re.compile(r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)[t ]\s*\d.*"),
)


def _partial(year: int | None, month: int, day: int, *, hint: str | None) -> PartialDate:
    if year == _NO_YEAR:
        year = None
    calendar = hint or ("gregorian" if year is None else _calendar_of(year))
    if month > 12 >= day and calendar != "hebrew":
        day, month = month, day
    return PartialDate(month, day, year, calendar)


def _day(typed: Typed, code: str, *, calendar: str, today: date) -> date:
    """The date a typed form means."""
    if typed.offset is not None:
        return today + timedelta(days=typed.offset)
    if typed.weekday is not None:
        return today + timedelta(days=(typed.weekday - today.weekday() - 1) % 7 + 1)
    if typed.calendar:
        return _next(typed.year, typed.month, typed.day, calendar=typed.calendar, today=today)
    year, month, day = _in_order(typed, code, calendar)
    if year is None:
        figures = "gregorian" if calendar == "hebrew" else calendar  # nobody counts Hebrew months in figures
        return _next(None, month, day, calendar=figures, today=today)
    return to_date(year, month, day, calendar=_calendar_of(year))


def _in_order(typed: Typed, code: str, calendar: str) -> tuple[int | None, int, int]:
    """Year, month and day of figures, in the language's order or in the only one that gives a date."""
    year, month, day = typed.year, typed.month, typed.day
    year_first = language_of(code).numeric.startswith("{year}")
    if year is not None and year < 100:
        if year_first:
            year, day = day, year
        year += 1400 if calendar == "jalali" else 2000
    if typed.order == "dm" and year_first:
        month, day = day, month
    if month > 12 >= day and (typed.separator != "." or year_first):
        month, day = day, month
    return year, month, day


def _calendar_of(year: int) -> str:
    if year in _JALALI_YEARS:
        return "jalali"
    return "hebrew" if year in _HEBREW_YEARS else "gregorian"


def _next(year: int | None, month: int, day: int, *, calendar: str, today: date) -> date:
    """A day, or without a year the next such day from today on; leap days may be some years away."""
    if year is not None:
        return to_date(year, month, day, calendar=calendar)
    PartialDate(month, day, None, calendar)
    this = parts(today, calendar)[0]
    coming = _days(range(this, this + _LEAP_CYCLE), month, day, calendar=calendar)
    return next(one for one in coming if one >= today)


def _days(years: range, month: int, day: int, *, calendar: str) -> Iterator[date]:
    """The day in each of the years that has it."""
    for year in years:
        try:
            yield to_date(year, month, day, calendar=calendar)
        except AmdeskError:
            continue


def _is_meant(typed: Typed, text: str, line: str) -> bool:
    """Whether a form inside a line is meant as the day something is due."""
    before, after = line[: typed.start], line[typed.end :]
    announced = _stands_after(before, "deadline") or _stands_after(before, "before")
    if typed.offset is not None:
        return typed.offset >= 0 and not typed.weak
    if typed.weekday is not None:
        over = _stands_after(before, "not_once") or _begins(after, "over")
        return not over and (announced or not typed.weak)
    if typed.calendar:
        return announced or not typed.weak or any(map(str.isupper, text[typed.start : typed.end]))
    if _stands_after(before, "numbered") or (
        typed.separator == "-" and typed.year is not None and typed.year < 100
    ):
        return False
    return typed.order != "dm" or (not _begins(after, "units") and _two_figures_are_a_day(typed, before))


def _bare(typed: str) -> str:
    """The text of a date without the words around it."""
    found = _patterns()["around"].fullmatch(typed)
    return found["bare"] if found else typed


def _two_figures_are_a_day(typed: Typed, before: str) -> bool:
    """Whether 14/12 or 14.12 is more likely a day than a share or an amount."""
    day, month = typed.day, typed.month
    if typed.separator == ".":
        hebrew = re.search(r"(?:^|\s)(?:עד|לפני)\s+\S*$|(?:^|\s)[בל]-?$", before) is not None
        return hebrew or (_stands_after(before, "deadline") and month >= 10)
    if (day, month) in {(24, 7), (9, 11)}:
        return False
    return _stands_after(before, "deadline") or (max(day, month) >= 10 and month not in {10, day})


def _stands_after(before: str, kind: str) -> bool:
    """Whether a word of this kind ends the text, but for an article or a weekday between."""
    return _patterns()[kind].search(before) is not None


def _begins(after: str, kind: str) -> bool:
    return _patterns()[kind].match(after) is not None


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    between = rf"(?:\s+(?:{spaced_pattern(words.BETWEEN)})(?:-|(?=\s))|\s+[הבל]-?)*"
    prefix = r"(?<!\w)"
    around = f"{words.DEADLINE}|{words.BEFORE}|{words.BETWEEN}|{words.NEXT}"
    return {
        "around": re.compile(
            rf"(?:(?:{spaced_pattern(around)})\s+)*(?P<bare>.+?)\u0654?(?:\s+(?:{spaced_pattern(words.NEXT)}))?"
        ),
        "deadline": re.compile(rf"{prefix}(?:{spaced_pattern(words.DEADLINE)}){between}[\s:]*[הבל]?-?$"),
        "before": re.compile(
            rf"{prefix}(?:(?:{spaced_pattern(words.BEFORE)}){between}[\s:]*[הבל]?-?|[בל]-?)$"
        ),
        "not_once": re.compile(rf"{prefix}(?:{spaced_pattern(words.NOT_ONCE)})\s*$"),
        "numbered": re.compile(rf"{prefix}(?:{spaced_pattern(words.NUMBERED)})[\s.:#]*$"),
        "over": re.compile(rf"\s+(?:{spaced_pattern(words.OVER)})(?!\w)"),
        "units": re.compile(rf"\s*(?:[%٪€$£₪₽¥﷼]|(?:{spaced_pattern(words.UNITS)})(?!\w))"),
    }
