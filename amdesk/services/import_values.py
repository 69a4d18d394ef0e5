"""Cells and properties as values of our fields: words into codes, dates of every kind into dates."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from functools import cache
from typing import Any
from uuid import UUID

from amdesk.domain.calendars import CALENDARS, PartialDate
from amdesk.domain.client import GAPS, STAGE_NAMES, STAGES, TIERS
from amdesk.domain.errors import AmdeskError
from amdesk.domain.interaction import CHANNEL_NAMES, CHANNELS
from amdesk.domain.messages import N_, Message
from amdesk.domain.text import fold
from amdesk.i18n.languages import LANGUAGES

_YES = frozenset(map(fold, "1 yes y true x vip да כן بله ναι".split()))
_NO = frozenset(map(fold, "0 no n false нет לא خیر όχι".split()))
_ISO = re.compile(r"(?:(\d{4})|-)-(\d\d)-(\d\d)")
_ENGLISH = {"english": "en", "hebrew": "he", "persian": "fa", "farsi": "fa", "russian": "ru", "greek": "el"}
_CALENDAR_WORDS = {"persian": "jalali", "shamsi": "jalali", "solar hijri": "jalali", "jewish": "hebrew"}
_LONGEST_TOLD = 80
_BETWEEN_MAILS = re.compile(r"[ ,;<>\n]")
_WORDS: Mapping[str, Mapping[Any, str]] = {
    "stage": STAGE_NAMES,
    "preferred_channel": CHANNEL_NAMES,
    "vip": {0: N_("no"), 1: N_("yes")},
}
# Outlook writes these for “nothing”.
_NOTHING = frozenset({"0/0/00", "00/00/00", "0/0/0000", "unspecified"})


def is_nothing(text: str) -> bool:
    """Whether a cell says nothing."""
    bare = text.strip()
    return not bare or (bare.lower() in _NOTHING)


def birthday(text: str, *, calendar: str | None = None) -> PartialDate | None:
    """A day in any of the usual forms, in a calendar where that is known; nothing when it is no day."""
    from amdesk.i18n.parse import parse_partial

    try:
        found = _ISO.fullmatch(text.strip())
        if found and (calendar or (found[1] or "2000") > "1600"):
            year = int(found[1]) if found[1] else None
            return PartialDate(int(found[2]), int(found[3]), year, calendar or "gregorian")
        return parse_partial(text, hint_calendar=calendar)
    except AmdeskError:
        return None


def swap_day_and_month(text: str) -> str:
    """``3/14/1985`` as ``14/3/1985``; anything else as it is."""
    return re.sub(r"^(\s*)(\d{1,2})([/.\-])(\d{1,2})\b", r"\1\4\3\2", text)


def is_month_first(cells: list[str]) -> bool:
    """Whether dates such as 3/14/1985 and none such as 14/3/1985 stand in a column."""
    found = [re.match(r"\s*(\d{1,2})[/.\-](\d{1,2})[/.\-]\d{2,4}\s*$", cell) for cell in cells]
    pairs = [(int(one[1]), int(one[2])) for one in found if one]
    return any(second > 12 for _first, second in pairs) and all(first <= 12 for first, _second in pairs)


def is_mail(text: str) -> bool:
    """Whether a text can be an e-mail address."""
    return "@" in text[1:-1] and not _BETWEEN_MAILS.search(text)


def uuid_of(text: str) -> str:
    """The UUID a text is, or "": other programs' own ways of numbering say nothing to us."""
    if not text:
        return ""
    try:
        return str(UUID(text.strip()))
    except ValueError:
        return ""


def value_of(field: str, text: str) -> object:
    """The value a cell gives a field of a client or contact; nothing when it is none of that field's."""
    reader = _READERS.get(field)
    return text if reader is None else reader(text)


def in_words(name: str, value: object) -> object:
    """A value as the file keeps it, in the form in which a sentence can say it."""
    words = _WORDS.get(name, {}).get(value)
    if words is not None:
        return Message(words)
    if isinstance(value, tuple):
        return PartialDate(*value)
    if name.endswith("_on") and isinstance(value, str):
        return date.fromisoformat(value)
    return shortened(str(value))


def shortened(text: str) -> str:
    """A text as short as a sentence about it bears."""
    return text if len(text) <= _LONGEST_TOLD else text[:_LONGEST_TOLD] + "…"


def _day(text: str) -> date | None:
    found = birthday(text)
    return None if found is None else found.to_gregorian()


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        day = _day(text)
        return None if day is None else datetime(day.year, day.month, day.day, tzinfo=UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _flag(text: str) -> bool | None:
    word = fold(text)
    return True if word in _YES else False if word in _NO else None


def _stage(text: str) -> str | None:
    word = fold(text).replace(" ", "_")
    return word if word in STAGES else None


def _tier(text: str) -> str | None:
    letter = text.strip().upper()
    return letter if letter in TIERS else None


def _channel(text: str) -> str | None:
    word = fold(text).replace(" ", "_")
    return word if word in CHANNELS else None


def _calendar(text: str) -> str | None:
    word = fold(text)
    word = _CALENDAR_WORDS.get(word, word)
    return word if word in CALENDARS else None


def _language(text: str) -> str | None:
    word = fold(text)
    if word[:2] in LANGUAGES and (len(word) == 2 or word[2:3] == " "):
        return word[:2]
    own = {fold(one.name): one.code for one in LANGUAGES.values()}
    return own.get(word) or _ENGLISH.get(word)


def _asking(text: str) -> str | None:
    return " ".join(gap for gap in GAPS if gap in text.split()) or None


def _country(text: str) -> str | None:
    return _countries().get(fold(text))


def _code(text: str) -> str:
    return text.strip().upper()


@cache
def _countries() -> Mapping[str, str]:
    """ISO 3166 codes by themselves and by their names in each of our languages (CLDR)."""
    from babel import Locale

    found: dict[str, str] = {}
    for code in LANGUAGES:
        for country, name in Locale.parse(code).territories.items():
            if len(country) == 2 and country.isalpha():
                found[fold(name)] = country
                found.setdefault(country.lower(), country)
    return found


_READERS: Mapping[str, Callable[[str], object]] = {
    "code": _code,
    "stage": _stage,
    "tier": _tier,
    "vip": _flag,
    "language": _language,
    "contact_language": _language,
    "calendar": _calendar,
    "country": _country,
    "asking": _asking,
    "next_contact_on": _day,
    "left_on": _day,
    "created_at": _moment,
    "preferred_channel": _channel,
    "birthday": birthday,
}
