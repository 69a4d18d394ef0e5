"""How a picture is read in a language and a calendar: what stands at its axes, how its sentences are said."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from amdesk.domain.calendars import parts
from amdesk.domain.months import FIRST, LAST
from amdesk.domain.picture import Reader
from amdesk.i18n.bidi import isolate_within
from amdesk.i18n.catalog import sentence
from amdesk.i18n.format import date_text, number_text, year_number
from amdesk.i18n.languages import language
from amdesk.i18n.months import day_figures, month_alone, month_title, short_month_alone

# Pixels of a letter at the steps of the type scale, where no font can be asked.
_PIXELS = {"caption": 12.0, "body": 13.3, "strong": 13.3, "title": 17.3}
_NARROW = frozenset("iljtfrI.,:;|!'’()[] ·")
_THIN, _USUAL, _BROAD = 0.3, 0.56, 0.7


def reader(
    code: str,
    calendar: str = "",
    *,
    first_day: int | None = None,
    width: Callable[[str, str], float] | None = None,
) -> Reader:
    """Who reads in a language, in its own calendar unless given; ``width`` measures words in a font."""
    spoken = language(code)
    shown = calendar or spoken.calendar
    return Reader(
        calendar=shown,
        first_day=spoken.first_day if first_day is None else first_day,
        say=partial(sentence, language=spoken.code, calendar=shown),
        number=lambda value: number_text(value, spoken.code),
        day=lambda day: date_text(day, spoken.code, calendar=shown),
        tick=partial(_tick, code=spoken.code, calendar=shown),
        above=partial(_above, code=spoken.code, calendar=shown),
        own=partial(isolate_within, rtl=spoken.rtl),
        width=width or about_as_wide,
    )


def measured_by(reads: Reader, width: Callable[[str, str], float]) -> Reader:
    """The same reader with words measured another way."""
    return replace(reads, width=width)


def about_as_wide(text: str, step: str) -> float:
    """How wide words are, more or less, in a sans serif."""
    return sum(map(_share, text)) * _PIXELS.get(step, _PIXELS["body"])


def _share(letter: str) -> float:
    """The width of a letter as a part of its height."""
    if letter in _NARROW:
        return _THIN
    if unicodedata.category(letter) in {"Mn", "Cf"}:
        return 0.0
    return _BROAD if letter.isupper() or letter in "mwмшщжю" else _USUAL


def _tick(day: date, unit: str, short: bool, *, code: str, calendar: str) -> str:  # noqa: FBT001 - Reader's
    """What stands at a tick: the number of a day, the name of a month, a year."""
    known = calendar if FIRST <= day <= LAST else "gregorian"
    if unit in {"day", "week"}:
        return day_figures(day, code, calendar=known)
    if unit == "month":
        if short and known == "gregorian":
            return short_month_alone(day, code)
        return month_alone(day, code, calendar=known)
    return _year(day, code, known)


def _above(day: date, unit: str, *, code: str, calendar: str) -> str:
    """What several ticks are in: days in a month of a year, months in a year."""
    known = calendar if FIRST <= day <= LAST else "gregorian"
    if unit in {"day", "week"}:
        return month_title(day, code, calendar=known)
    return _year(day, code, known) if unit == "month" else ""


def _year(day: date, code: str, calendar: str) -> str:
    return year_number(parts(day, calendar)[0], code, calendar)
