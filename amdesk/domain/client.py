"""A client: a company or person whose account we keep, a prospect being a stage of it."""

from __future__ import annotations

import unicodedata
from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from itertools import count

from amdesk.domain.messages import N_

# Values kept in the file with what they are called (message ids), in the order in which they are offered.
STAGE_NAMES = {
    "prospect": N_("Prospect"),
    "first_contact": N_("First contact"),
    "needs": N_("Finding needs"),
    "offer": N_("Offer made"),
    "negotiation": N_("In negotiation"),
    "active": N_("Active client"),
    "at_risk": N_("At risk"),
    "dormant": N_("Dormant"),
    "former": N_("Former client"),
}
STAGES = tuple(STAGE_NAMES)
TIERS = ("A", "B", "C")
# What is worth knowing of a client's people; the file keeps what it lacks as the bits of a number.
GAPS = ("contact", "mobile", "email", "birthday", "language")
CODE_LENGTHS = (2, 8)

# Letters of the other four scripts as they are said: a code can then be spelt on the phone in any language.
_LATIN = {
    **dict(
        zip(
            "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
            "A B V G D E E ZH Z I Y K L M N O P R S T U F KH TS CH SH SCH _ Y _ E YU YA".split(),
            strict=True,
        )
    ),
    **dict(
        zip(
            "αβγδεζηθικλμνξοπρσςτυφχψω",
            "A V G D E Z I TH I K L M N X O P R S S T Y F CH PS O".split(),
            strict=True,
        )
    ),
    **dict(
        zip(
            "אבגדהוזחטיכךלמםנןסעפףצץקרשת",
            "A B G D H V Z H T Y K K L M M N N S A P P TZ TZ K R SH T".split(),
            strict=True,
        )
    ),
    **dict(
        zip(
            "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیكي",
            "A A B P T S J CH H KH D Z R Z ZH S SH S Z T Z A GH F GH K G L M N V H Y K Y".split(),
            strict=True,
        )
    ),
}


@dataclass(frozen=True, slots=True)
class Client:
    """One client as kept in the file.

    ``calendar`` and ``language`` are the client's own and rule the mails they get; ``country`` (ISO 3166
    alpha-2) gives their working week; ``last_contact_at`` is kept by the file from the last *reached*
    interaction of any channel; ``asking`` names the gaps to be asked about next time, with blanks between.
    """

    id: int
    uuid: str
    code: str
    name: str
    stage: str = "active"
    tier: str | None = None
    vip: bool = False
    language: str = "en"
    calendar: str = "gregorian"
    country: str | None = None
    notes: str = ""
    next_step: str = ""
    next_contact_on: date | None = None
    last_contact_at: datetime | None = None
    created_at: datetime | None = None
    asking: str = ""


def is_code(text: str) -> bool:
    """Whether a client can have this code: 2 to 8 capitals and digits that every keyboard has."""
    shortest, longest = CODE_LENGTHS
    fits = text.isascii() and text.isalnum() and text == text.upper()
    return fits and shortest <= len(text) <= longest


def gaps(known: Container[str], *, anybody: bool) -> tuple[str, ...]:
    """What a client lacks: somebody to speak to, else whatever is not ``known`` of anybody there."""
    return tuple(gap for gap in GAPS[1:] if gap not in known) if anybody else GAPS[:1]


def gap_bits(lacking: Iterable[str]) -> int:
    """Some of ``GAPS`` as the file keeps them, a bit each."""
    return sum(1 << GAPS.index(gap) for gap in lacking)


def suggest_code(name: str, taken: Container[str]) -> str:
    """A short code of 2–8 ASCII capitals and digits for a client's name, unlike those ``taken``.

    Several words give their initials (Northwind Traders → NT), one word its first letters.
    """
    words = list(filter(None, map(_spell, name.split())))
    stem = "".join(word[0] for word in words)[:4] if len(words) > 1 else "".join(words)[:3]
    if len(stem) < CODE_LENGTHS[0]:
        stem = ("".join(words) + "XX")[:3]
    if stem not in taken:
        return stem
    return next(
        code for n in count(2) if (code := f"{stem[: CODE_LENGTHS[1] - len(str(n))]}{n}") not in taken
    )


@lru_cache(maxsize=1 << 12)
def _spell(word: str) -> str:
    return unicodedata.normalize("NFKD", word.casefold()).translate(_SPELT)


class _Spelt(dict[int, str]):
    """How each letter is spelt, found when first met."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        spelt = _LATIN.get(letter, letter.upper())
        self[code] = found = "".join(one for one in spelt if one.isascii() and one.isalnum())
        return found


_SPELT = _Spelt()


@dataclass(frozen=True, slots=True)
class ClientLine:
    """A client as a line of the list; ``people`` are the contacts' names, the first ones.

    ``phone`` and ``email`` are the first ones of its people, else its own; ``lacks`` has ``GAPS`` as bits.
    """

    id: int
    code: str
    name: str
    stage: str
    tier: str | None
    vip: bool
    language: str
    last_contact_at: datetime | None
    next_contact_on: date | None
    next_step: str
    people: str
    country: str | None = None
    phone: str = ""
    email: str = ""
    created_at: datetime | None = None
    lacks: int = 0

    @property
    def gaps(self) -> tuple[str, ...]:
        """What is not known of its people."""
        return tuple(gap for bit, gap in enumerate(GAPS) if self.lacks >> bit & 1)
