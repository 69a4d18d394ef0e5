"""Keeping text of one direction whole inside text of the other (Unicode isolates and marks)."""

from __future__ import annotations

import unicodedata

from amdesk.domain.text import first_strong

FSI, PDI = "\u2068", "\u2069"
LRM, RLM = "\u200e", "\u200f"
_ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))
_CONTROLS = _ISOLATES | dict.fromkeys(range(0x202A, 0x202F))


def isolate(text: str) -> str:
    """Each line of a text between FSI and PDI, without controls of its own that could reach out of them."""
    lines = text.translate(_CONTROLS).split("\n")
    return "\n".join(f"{FSI}{line}{PDI}" if line else line for line in lines)


def isolate_within(text: str, *, rtl: bool) -> str:
    """The text isolated for a sentence of a direction, or as it is where that would change nothing."""
    if not rtl and not any(unicodedata.bidirectional(char) in _UNLIKE_LTR for char in text):
        return text
    return isolate(text)


def strip_isolates(text: str) -> str:
    """The text without isolates: as it leaves through copy, export or a terminal."""
    return text.translate(_ISOLATES)


def strip_marks(text: str) -> str:
    """The text without marks of direction: as it stands in a field whose direction is fixed."""
    return text.replace(LRM, "").replace(RLM, "")


def mark(text: str, *, rtl: bool) -> str:
    """The text with the mark that gives a label or a button the direction of the user interface."""
    return (RLM if rtl else LRM) + text


def directed(paragraph: str, *, rtl: bool) -> str:
    """A paragraph that reads in a direction: by its first letter, or by a mark before it where that letter
    says otherwise. Plain text carries no more than that, and every program understands it.
    """
    bare = without_mark(paragraph)
    if not bare.strip():
        return bare
    return bare if first_strong(bare) == ("rtl" if rtl else "ltr") else mark(bare, rtl=rtl)


def without_mark(paragraph: str) -> str:
    """A paragraph without the mark of direction that it begins with."""
    return paragraph.lstrip(LRM + RLM)


def direction(text: str, *, otherwise: str = "ltr") -> str:
    """ "ltr" or "rtl" by the first strong letter; ``otherwise`` when there is none."""
    return first_strong(text) or otherwise


_UNLIKE_LTR = frozenset("R AL AN RLE RLO LRE LRO PDF RLI LRI FSI PDI".split())
