"""Somebody as a file tells of them, whatever the file: one shape for a row of a list and for a card."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from amdesk.domain.columns import OF_CLIENT, OF_CONTACT
from amdesk.domain.messages import Message
from amdesk.domain.text import fold

# Fields of which a record has one. What a second row says otherwise goes to the notes.
CLIENT_FIELDS = ("name", *OF_CLIENT.values())
CONTACT_FIELDS = ("name", *OF_CONTACT.values())

_SCRIPTS = {
    "he": re.compile("[\u0590-\u05ff]"),
    "fa": re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]"),
    "ru": re.compile("[\u0400-\u04ff]"),
    "el": re.compile("[\u0370-\u03ff\u1f00-\u1fff]"),
}


@dataclass(frozen=True, slots=True)
class Given:
    """An address as the file has it; medium and label are those of ``domain.contact``."""

    medium: str
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Incoming:
    """A company, a person, or a person at a company, with everything a row says of them.

    ``client`` and ``contact`` hold the single fields that are filled, in the form the nouns have them;
    ``told`` has the file's own words for them as a line of notes: ("contact", "role") → "Title: CEO".
    ``exact`` is set for what amdesk wrote itself: taken to the letter, known by its uuids. A row with a
    ``problem`` is told of and not taken over.
    """

    line: int
    company: str = ""
    person: str = ""
    client: Mapping[str, object] = field(default_factory=dict)
    contact: Mapping[str, object] = field(default_factory=dict)
    addresses: tuple[Given, ...] = ()
    client_notes: str = ""
    notes: str = ""
    client_uuid: str = ""
    contact_uuid: str = ""
    told: Mapping[tuple[str, str], str] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()
    noted: tuple[str, ...] = ()
    message: Message | None = None
    problem: Message | None = None
    exact: bool = False

    @property
    def title(self) -> str:
        """Whom the row is about, as one says it."""
        return " · ".join(filter(None, (self.company, self.person))) or self.reached

    @property
    def reached(self) -> str:
        """The first e-mail or phone: the name of who has no other."""
        for medium in ("email", "phone"):
            for one in self.addresses:
                if one.medium == medium:
                    return one.value
        return ""


@lru_cache(maxsize=1 << 13)
def name_key(name: str) -> str:
    """What is compared of a name: its folded letters, or the name itself where it has none."""
    return fold(name) or name.strip()


@lru_cache(maxsize=1 << 10)
def language_of(names: str) -> str | None:
    """The language whose script the names are mostly written in; nothing for Latin letters."""
    if names.isascii():
        return None
    found = {code: len(script.findall(names)) for code, script in _SCRIPTS.items()}
    best = max(found, key=lambda code: found[code])
    return best if found[best] else None


def may_be_same(one: str, other: str) -> bool:
    """Whether two names can be one person's: the words of one begin those of the other (B. Smith, Bob Smith).

    Two people who share a telephone or a mail box stay two people.
    """
    few, many = sorted((name_key(one).split(), name_key(other).split()), key=len)
    left = list(many)
    for word in few:
        match = next((known for known in left if known.startswith(word) or word.startswith(known)), None)
        if match is None:
            return False
        left.remove(match)
    return True


def may_share_mail(one: str, other: str) -> bool:
    """Whether two names with one e-mail can be one person's: also with another surname or script."""
    first, second = name_key(one).split()[:1], name_key(other).split()[:1]
    return may_be_same(one, other) or first == second or language_of(one) != language_of(other)
