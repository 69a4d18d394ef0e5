"""People as mail programs put them on the clipboard: “Name <mail>”, several of them, with their companies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from amdesk.domain.text import is_blank

MOST = 200
_LONGEST = 50_000  # characters
_MAIL = r"[^\s<>()\[\],;:\"“”«»]+@[^\s<>()\[\],;:\"“”«»]+\.[^\s<>()\[\],;:\"“”«»]+"
_NAMED = re.compile(rf"([^<>;\n\t]*)<\s*(?:mailto:)?({_MAIL})\s*>")
_BARE = re.compile(rf"(?<![\w.@])(?:mailto:)?({_MAIL})")
_IN_BRACKETS = re.compile(r"\(([^()]*)\)")
_QUOTES = "\"'“”„«»‘’ \u00a0\t"
_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_COMMAS = re.compile("[,،，]")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with an address; a bare address has no name."""

    name: str
    email: str
    company: str = ""


def people(text: str) -> tuple[Person, ...]:
    """Everybody with an address in a text, each once; nobody where it holds no address."""
    plain = _MARKS.sub("", text[:_LONGEST])
    found: dict[str, Person] = {}
    for person in (*_named(plain), *_bare(_NAMED.sub(" ", plain))):
        if len(found) < MOST:
            found.setdefault(person.email.casefold(), person)
    return tuple(found.values())


def _named(text: str) -> Iterator[Person]:
    for match in _NAMED.finditer(text):
        # what stands before may end another entry: “… <a@b.example>, Name <…>”
        name, company = _parted(match[1].lstrip(" ,،"))
        yield Person(name, match[2], company)


def _bare(text: str) -> Iterator[Person]:
    for match in _BARE.finditer(text):
        yield Person("", match[1].rstrip("."))


def _parted(words: str) -> tuple[str, str]:
    """A name and a company: “Maya Stern (Northwind)”, “Maya Stern, Northwind”; “Stern, Maya” is one name."""
    words = words.strip(_QUOTES)
    if (match := _IN_BRACKETS.search(words)) is not None:
        return _clean(words[: match.start()]), _clean(match[1])
    first, *rest = (_clean(part) for part in _COMMAS.split(words, maxsplit=1))
    if not rest or is_blank(rest[0]):
        return first, ""
    if " " not in first and " " not in rest[0]:
        return f"{rest[0]} {first}", ""
    return first, rest[0]


def _clean(words: str) -> str:
    kept = " ".join(words.split()).strip(_QUOTES)
    return "" if "@" in kept else kept
