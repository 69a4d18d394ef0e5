"""The words of the language in use: ``_`` and its kin, and whole sentences with their fields filled in."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal

from amdesk.domain.calendars import PartialDate
from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import Message, Words, small
from amdesk.i18n.bidi import isolate_within
from amdesk.i18n.format import (
    date_text,
    listed,
    moment_text,
    number_text,
    partial_text,
    time_text,
    unbroken,
)
from amdesk.i18n.languages import language as language_of
from amdesk.i18n.translations import Catalog, translation

__all__ = [
    "Catalog", "_", "calendar_in_use", "current", "ngettext", "npgettext", "pgettext", "sentence",
    "set_language", "toman_in_use", "translation",
]  # fmt: skip

# The one thing that cannot be passed along: gettext's short names have no place for a language.
_in_use = ["en", "", ""]
_TOMAN = "toman"


def set_language(code: str, *, calendar: str = "", toman: bool = False) -> None:
    """Speak another language from now on, with dates in a calendar (empty: the language's own) and rial
    shown as toman or not.

    Texts already made stay as they are.
    """
    _in_use[:] = translation(code).code, calendar, _TOMAN if toman else ""


def current() -> str:
    """The code of the language in use."""
    return _in_use[0]


def calendar_in_use() -> str:
    """The calendar in which the person reads and types dates."""
    return _in_use[1] or language_of(current()).calendar


def toman_in_use() -> bool:
    """Whether the person reads amounts in rial as toman."""
    return _in_use[2] == _TOMAN


def _(text: Words) -> str:
    """The text, or the message with its context, in the language in use."""
    return translation(current()).gettext(text) if isinstance(text, str) else sentence(text)


def ngettext(one: str, many: str, n: int) -> str:
    """The form for ``n`` things, in the language in use."""
    return translation(current()).ngettext(one, many, n)


def pgettext(context: str, text: str) -> str:
    """The text in the sense of its context, in the language in use."""
    return translation(current()).pgettext(context, text)


def npgettext(context: str, one: str, many: str, *, n: int) -> str:
    """The form for ``n`` things in the sense of its context, in the language in use."""
    return translation(current()).npgettext(context, one, many, n=n)


def sentence(
    said: Message | AmdeskError, *, language: str | None = None, calendar: str | None = None,
    whole_dates: bool = False,
) -> str:  # fmt: skip
    """A message in a language (the one in use unless given), each field in the form that language gives it.

    The user's own words are isolated where they could disturb the sentence; strip isolates before text leaves
    the program. Dates are in ``calendar``, or in the one that goes with the language; moments are in this
    machine's zone; ``whole_dates`` keep to one line where it is broken into several.
    """
    message = said.message if isinstance(said, AmdeskError) else said
    code = language or current()
    calendar = calendar or (None if language else calendar_in_use())
    said_now = translation(code).template(message)
    if message.fields:
        said_now = said_now.format_map(
            {
                name: _shown(value, code, calendar, whole_dates=whole_dates)
                for name, value in message.fields.items()
            }
        )
    return small(said_now) if message.is_inside else said_now


def _shown(value: object, code: str, calendar: str | None, *, whole_dates: bool) -> str:
    """A field of a sentence."""
    if isinstance(value, Message | AmdeskError):
        return sentence(value, language=code, calendar=calendar, whole_dates=whole_dates)
    if isinstance(value, tuple):
        return listed((_shown(one, code, calendar, whole_dates=whole_dates) for one in value), code)
    if isinstance(value, date | time | PartialDate):
        when = _day_or_time(value, code, calendar)
        return unbroken(when) if whole_dates else when
    if isinstance(value, int | float | Decimal):
        return number_text(value, code)
    return isolate_within(str(value), rtl=language_of(code).rtl)


def _day_or_time(value: date | time | PartialDate, code: str, calendar: str | None) -> str:
    """A day, a moment or a time of day in a sentence."""
    match value:
        case datetime():
            return moment_text(value.astimezone(), code, calendar=calendar)
        case date():
            return date_text(value, code, calendar=calendar)
        case time():
            return time_text(value, code)
        case _:
            return partial_text(value, code)
