"""The shapes dates are typed in, and what each of them says; whether one is meant as a date is for others."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from amdesk.domain.calendars import ADAR_I, MONTHS
from amdesk.domain.messages import Message
from amdesk.domain.text import ZWNJ
from amdesk.i18n import gematria, words
from amdesk.i18n.format import SHORT_MONTHS, WEEKDAYS
from amdesk.i18n.languages import LANGUAGES
from amdesk.i18n.translations import translation

Meaning = TypeVar("Meaning")

_ONE_FOR_ONE = {
    **dict.fromkeys("يى", "ی"),
    "ك": "ک",
    **dict.fromkeys("ةە", "ه"),
    "ς": "σ",
    **dict.fromkeys("׳’‘`´", "'"),
    **dict.fromkeys("״“”", '"'),
    **dict.fromkeys("־–‑−‐", "-"),
}


@dataclass(frozen=True, slots=True)
class Typed:
    """A date as typed between two places of a text: figures, a named month, a weekday, or days from today.

    ``order`` is how figures were typed ("ymd", "dmy" or, without a year, "dm"), ``separator`` what stands
    between them; ``calendar`` is empty where nothing tells it. A ``weak`` form is another word as well.
    """

    start: int
    end: int
    year: int | None = None
    month: int = 0
    day: int = 0
    calendar: str = ""
    order: str = ""
    separator: str = ""
    weekday: int | None = None
    offset: int | None = None
    weak: bool = False


def plain(text: str) -> str:
    """The text in small letters without accents, with ASCII digits; each character keeps its place."""
    return "".join(map(_plain, text))


def every(text: str) -> Iterator[Typed]:
    """Everything in a ``plain`` text that has the shape of a date."""
    for pattern, read in _shapes():
        for found in _compiled(pattern).finditer(text):
            yield read(found)


def whole(text: str) -> Iterator[Typed]:
    """What a ``plain`` text says if it is a date and nothing else."""
    for pattern, read in _shapes():
        if found := _compiled(pattern).fullmatch(text.strip(" .")):
            yield read(found)


def prepare() -> Iterator[None]:
    """Make the patterns ready one after another; the first text read would have to wait for all of them."""
    for names in (_months, _weekdays):
        names()
        yield
    for pattern, _read in _shapes():
        _compiled(pattern)
        yield


_compiled = cache(re.compile)


@cache
def _plain(char: str) -> str:
    value = unicodedata.decimal(char, None)
    if value is not None:
        return str(value)
    kind = unicodedata.category(char)
    if kind == "Zs" or (kind == "Cf" and char != ZWNJ):
        return " "
    base = unicodedata.normalize("NFD", char)[0].lower()[0]
    return _ONE_FOR_ONE.get(base, base)


@cache
def _shapes() -> tuple[tuple[str, Callable[[re.Match[str]], Typed]], ...]:
    """Patterns and their readers; of two that fit at one place the longer counts."""
    weekday = rf"(?:(?:[בלמה]-?)?(?:{_pattern(_weekdays())})\.?,?\s+)?"
    start = rf"(?:(?<![\w.,:/+#№$€£₪₽¥{ZWNJ}-])|(?<=\b[בלהמ])|(?<=\b[בלהמ]-))"
    month = _pattern(_months())
    jalali, hebrew = (
        _pattern({name: meant for name, meant in _months().items() if meant[0] == calendar})
        for calendar in ("jalali", "hebrew")
    )
    ending = rf"(?![\w{ZWNJ}])"
    end = r"(?![\w%٪]|[.,:/-]\d)"
    year = r"(?:\.?,?\s+(?P<y>\d{4})(?:\s*г(?:\.|ода|оду)?)?)?"
    of = r"(?:st|nd|rd|th|-?го|-?е|η|ησ|\.)?\s*(?:of\s+|του\s+)?(?:ב-?)?"
    span = rf"(?:(?P<k>\d\d?\d?)\s*)?(?P<u>{_pattern(_spans())})"
    numeral = r"[א-ל]?[\"']?[א-ט][\"']?|[יכל]'?"
    return (
        (rf"{weekday}{start}(?P<y>\d{{4}})(?P<s>[-/.])(?P<m>\d\d?)(?P=s)(?P<d>\d\d?){end}", _ymd),
        (rf"{weekday}{start}(?P<d>\d\d?)(?P<s>[-/.])(?P<m>\d\d?)(?P=s)(?P<y>\d{{4}}|\d\d){end}", _dmy),
        (rf"{weekday}{start}(?P<d>\d\d?)(?P<s>[/.])(?P<m>\d\d?){end}", _dm),
        (rf"{weekday}{start}(?P<d>\d\d?){of}(?P<n>{month})(?:[\s{ZWNJ}]?ماه)?{ending}{year}", _named),
        (rf"{weekday}{start}(?P<n>{month})\.?\s+(?P<d>\d\d?)(?:st|nd|rd|th)?{end}{year}", _named),
        (rf"{weekday}{start}(?:{words.FIRST})\s+(?P<n>{jalali})(?:[\s{ZWNJ}]?ماه)?{ending}{year}", _first),
        (
            rf"{weekday}(?<![\w'\"])(?P<d>{numeral})\s+(?:ב-?)?(?P<n>{hebrew}){ending}"
            rf"(?:\s+(?P<y>(?:ה'?)?[תשרק][א-ת\"']+))?",
            _lettered,
        ),
        (rf"(?<![\w'\"{ZWNJ}])(?:[בלמה]-?)?(?P<w>{_pattern(_weekdays())}){ending}", _weekday),
        (rf"(?<![\w'\"{ZWNJ}])(?:[בלמו]-?)?(?P<o>{_pattern(_offsets())}){ending}", _offset),
        (rf"(?<!\w)(?:{spaced_pattern(words.SPAN_BEFORE)})\s+{span}{ending}", _span),
        (rf"(?<!\w){span}\u0654?\s+(?:{spaced_pattern(words.SPAN_AFTER)}){ending}", _span),
    )


def _pattern(names: Mapping[str, object]) -> str:
    """Any of the names, the longest first; their words may be joined, apart or with a non-joiner between."""
    ordered = sorted(names, key=len, reverse=True)
    return "|".join(re.escape(name).replace("\\ ", rf"[\s{ZWNJ}]?") for name in ordered)


def _spaced(phrase: str) -> str:
    """A phrase with every kind of gap as a space."""
    return " ".join(plain(phrase).replace(ZWNJ, " ").split())


@cache
def _months() -> dict[str, tuple[str, int]]:
    """Names of months in every language, and what they say: calendar and number."""
    names: dict[str, tuple[str, int]] = {}
    for calendar, months in MONTHS.items():
        for number, month in enumerate(months, 1):
            for name in [*_in_every_language(month), *words.MONTHS[calendar][number - 1].split("|")]:
                names.setdefault(_spaced(name), (calendar, number))
    for number, month in enumerate(SHORT_MONTHS, 1):
        for name in _in_every_language(month):
            names.setdefault(_spaced(name).rstrip("."), ("gregorian", number))
    names.update({_spaced(name): ("hebrew", 12) for name in _in_every_language(ADAR_I)})
    names.pop("", None)
    return names


@cache
def _weekdays() -> dict[str, tuple[int, bool]]:
    """Names of weekdays in every language: the day from Monday, and whether the form is weak."""
    names: dict[str, tuple[int, bool]] = {}
    for number, (day, (strong, weak)) in enumerate(zip(WEEKDAYS, words.WEEKDAYS, strict=True)):
        names.update(
            {_spaced(name): (number, False) for name in [*_in_every_language(day), *strong.split("|")]}
        )
        names.update({_spaced(name): (number, True) for name in weak.split("|")})
    return names


@cache
def _offsets() -> dict[str, int]:
    return {_spaced(name): offset for offset, names in words.DAYS.items() for name in names.split("|")}


@cache
def _spans() -> dict[str, int]:
    return {_spaced(name): days for days, names in words.SPANS.items() for name in names.split("|")}


def _in_every_language(name: Message) -> list[str]:
    return [translation(code).template(name) for code in LANGUAGES]


def _meaning(names: Mapping[str, Meaning], typed: str) -> Meaning:
    """What a name says, whatever gaps it was typed with."""
    return next(meaning for name, meaning in names.items() if _joined(name) == _joined(typed))


def _joined(name: str) -> str:
    return re.sub(rf"[\s{ZWNJ}]", "", name)


def _ymd(found: re.Match[str]) -> Typed:
    return _figures(found, "ymd")


def _dmy(found: re.Match[str]) -> Typed:
    return _figures(found, "dmy")


def _dm(found: re.Match[str]) -> Typed:
    start, end = found.span()
    return Typed(start, end, None, int(found["m"]), int(found["d"]), order="dm", separator=found["s"])


def _named(found: re.Match[str]) -> Typed:
    return _of_month(found, day=int(found["d"]))


def _first(found: re.Match[str]) -> Typed:
    return _of_month(found, day=1)


def _of_month(found: re.Match[str], *, day: int) -> Typed:
    calendar, month = _meaning(_months(), found["n"])
    year = int(found["y"]) if found["y"] else None
    weak = year is None and found["n"] in words.WEAK_MONTHS
    return Typed(*found.span(), year, month, day, calendar, weak=weak)


def _lettered(found: re.Match[str]) -> Typed:
    year = gematria.year_number(found["y"]) if found["y"] else None
    day = gematria.number(found["d"]) or 0
    return Typed(*found.span(), year, _meaning(_months(), found["n"])[1], day, "hebrew")


def _weekday(found: re.Match[str]) -> Typed:
    number, weak = _meaning(_weekdays(), found["w"])
    return Typed(*found.span("w"), weekday=number, weak=weak)


def _offset(found: re.Match[str]) -> Typed:
    return Typed(*found.span("o"), offset=_meaning(_offsets(), found["o"]))


def _span(found: re.Match[str]) -> Typed:
    return Typed(*found.span(), offset=int(found["k"] or 1) * _meaning(_spans(), found["u"]), weak=True)


def _figures(found: re.Match[str], order: str) -> Typed:
    year, month, day = (int(found[part]) for part in "ymd")
    return Typed(*found.span(), year, month, day, order=order, separator=found["s"])


def spaced_pattern(phrases: str) -> str:
    """A pattern for any of the phrases between bars, in ``plain`` form and with any gaps."""
    return _pattern(dict.fromkeys(_spaced(phrase) for phrase in phrases.split("|")))
