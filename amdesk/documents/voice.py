"""A client's language as a page speaks it: words, dates, digits, direction, and the user's words inside."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from amdesk.domain.text import first_strong
from amdesk.i18n.bidi import FSI, isolate, isolate_within
from amdesk.i18n.format import date_text, digits
from amdesk.i18n.languages import Language, language
from amdesk.i18n.translations import Catalog, translation

_CONTROLS = frozenset("LRE RLE LRO RLO PDF LRI RLI FSI PDI".split())
_FOREIGN_TO_RTL = _CONTROLS | {"L"}
_NUMBERS = frozenset({"EN", "AN", "ES", "ET"})
# What right-to-left text tears apart or turns round: addresses, phones, numbers with a sign.
_WEB = r"(?:https?://|www\.)[^\s<>]*[\w/]"
_MAIL = r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}"
_PHONE = r"(?:\+|\(\+?(?=\d{1,5}\))|(?<![\d.,])(?=[0۰٠]))\d(?:(?:[ ./–-]|\) ?| \()?\d){6,18}"
_SIGNED = r"(?<!\w)[+−-]\d+(?:[.,٫٬]\d+)*[%٪]?"
_LOOSE = re.compile(f"{_WEB}|{_MAIL}|{_PHONE}|{_SIGNED}")


@dataclass(frozen=True, slots=True)
class Voice:
    """One language with the calendar of the reader; ``words`` is its catalogue."""

    language: Language
    calendar: str
    words: Catalog

    @property
    def direction(self) -> str:
        """The direction of everything that we write ourselves: "ltr" or "rtl"."""
        return "rtl" if self.language.rtl else "ltr"

    def date(self, day: date) -> str:
        """The day in the reader's calendar, the month in words."""
        return date_text(day, self.language.code, calendar=self.calendar, style="long")

    def number(self, number: int) -> str:
        """A whole number in the language's digits."""
        return digits(str(number), self.language.code)

    def quote(self, text: str) -> str:
        """The user's words for one of our sentences, isolated where they would not stand still in it."""
        words = clean(text)
        if not self.language.rtl:
            return isolate_within(words, rtl=False)
        kinds = {unicodedata.bidirectional(char) for char in words}
        only_figures = bool(kinds & _NUMBERS) and first_strong(words) is None
        return isolate(words) if kinds & _FOREIGN_TO_RTL or only_figures else steady(words)

    def all_of(self, names: Iterable[str]) -> str:
        """Names as the language lists them: commas, and the word for *and* before the last one."""
        from babel.lists import format_list

        listed = format_list([self.quote(name) for name in names], locale=self.language.locale)
        # Hebrew joins its "and" to the next word, with a maqaf where that is in another script.
        return listed.replace(f"ו{FSI}", f"ו־{FSI}")


def voice(code: str, calendar: str) -> Voice:
    """The voice of a language (English for one amdesk does not speak) and a calendar."""
    spoken = language(code)
    return Voice(spoken, calendar or spoken.calendar, translation(spoken.code))


def clean(text: str) -> str:
    """One line without control characters, which neither a mail nor HTML can carry."""
    if text.isprintable():
        return text.strip()
    kinds = {"Cc", "Cs", "Zl", "Zp"}
    return "".join(" " if unicodedata.category(char) in kinds else char for char in text).strip()


def steady(text: str) -> str:
    """Words of a user with what right-to-left text would tear apart isolated in it; others unchanged."""
    if first_strong(text) != "rtl" or any(unicodedata.bidirectional(char) in _CONTROLS for char in text):
        return text
    return _LOOSE.sub(lambda loose: isolate(loose[0]), text)
