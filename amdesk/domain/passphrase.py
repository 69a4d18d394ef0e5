"""What a passphrase is, and how well it keeps: how long guessing it would take, with no other rule."""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from math import log2
from typing import Literal, TypeAlias

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_

Strength: TypeAlias = Literal["", "weak", "fair", "strong"]

_SHORTEST = 8  # letters
# Bits that a guess at random would have to find, on top of the slow derivation that the file itself asks for.
_FAIR = 36
_STRONG = 60
# How many signs there are of each kind that a text may have been chosen from.
_DIGITS, _LETTERS, _OTHERS = 10, 26, 33


def strength(text: str) -> Strength:
    """Nothing for no text; what repeats or only counts on hardly adds to it."""
    if not text:
        return ""
    bits = _told_apart(text) * log2(_signs(text))
    return "strong" if bits >= _STRONG else "fair" if bits >= _FAIR else "weak"


def words(text: str) -> str:
    """A passphrase as it counts, however a keyboard composes its letters; some bytes are none."""
    readable = text.encode(errors="backslashreplace").decode()
    return unicodedata.normalize("NFC", readable).replace("\0", "").strip()


def chosen(text: str) -> str:
    """A passphrase that is chosen; an AmdeskError where it is too short."""
    found = words(text)
    if len(found) < _SHORTEST:
        raise AmdeskError(
            N_("The passphrase is too short. Take {least} letters or more; several words are best."),
            least=_SHORTEST,
        )
    return found


def _signs(text: str) -> int:
    kinds = {(one.isalpha(), one.isupper(), one.isdigit(), one.isascii()) for one in text}
    sizes = (_LETTERS if alpha else _DIGITS if digit else _OTHERS for alpha, _upper, digit, _ascii in kinds)
    return sum(sizes)


def _told_apart(text: str) -> int:
    """How many of its signs say something new: neither as the one before, nor the next in a row."""
    steps = [ord(now) - ord(before) for before, now in pairwise(text)]
    new = 1 + sum(step not in {-1, 0, 1} for step in steps)
    return min(new, 2 * len(set(text)))
