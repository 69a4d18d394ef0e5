"""Plain lines for mails: wrapped by words in either direction, nothing torn that must stay whole."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from amdesk.domain.text import first_strong
from amdesk.i18n.bidi import FSI, LRM, PDI, RLM

WIDTH = 72  # columns, so that a quoted answer still fits into 80 (RFC 3676, 4.2)
_GLUE = "\0"  # stands for a space that must not become a line's end; no clean text has one
LONGEST_WHOLE = 24  # columns: a number or an isolated word up to this long stays on one line
_NUMBER = re.compile(r"[+(]?\d(?:[ ().,/–-]{0,3}\d)+")
_ISOLATED = re.compile(f"{FSI}[^{FSI}{PDI}]*{PDI}")


def wrap(text: str, *, rtl: bool, first: str = "", rest: str = "") -> list[str]:
    """Lines of at most ``WIDTH`` columns, the first one after ``first``, the others after ``rest``.

    Every line stands on its own for the direction: isolates are closed at its end and opened again, and a
    line whose letters say otherwise begins with the mark of the paragraph's direction. Phones, amounts and
    addresses are never broken; a word longer than a line has a line to itself.
    """
    return [_marked(line, rtl=rtl) for line in _closed(_filled(text, first, rest))]


def columns(text: str) -> int:
    """How wide a text is in a font of one width: marks take no room, East Asian wide letters two columns."""
    return len(text) if text.isascii() else sum(map(_columns, text))


@lru_cache(maxsize=1024)  # a language has few letters, and a mail has thousands
def _columns(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def _filled(text: str, first: str, rest: str) -> list[str]:
    lines: list[str] = []
    line, room = "", WIDTH - columns(first)
    for word in _words(text):
        wide = columns(word)
        if line and wide >= room:
            lines.append(line)
            line, room = word, WIDTH - columns(rest) - wide
        else:
            line, room = (f"{line} {word}", room - wide - 1) if line else (word, room - wide)
    indents = [first] + [rest] * len(lines)
    return [f"{indent}{line}".rstrip() for indent, line in zip(indents, [*lines, line], strict=True)]


def _words(text: str) -> list[str]:
    whole = _ISOLATED.sub(_glued, _NUMBER.sub(_glued, text))
    return [word.replace(_GLUE, " ") for word in whole.split(" ") if word]


def _glued(found: re.Match[str]) -> str:
    return found[0].replace(" ", _GLUE) if columns(found[0]) <= LONGEST_WHOLE else found[0]


def _closed(lines: list[str]) -> list[str]:
    closed, reopened = [], ""
    for line in lines:
        indent = line[: len(line) - len(line.lstrip(" "))]
        opened = f"{indent}{reopened}{line[len(indent) :]}"
        depth = _depth(opened)
        closed.append(opened + PDI * depth)
        reopened = FSI if depth else ""
    return closed


def _depth(line: str) -> int:
    depth = 0
    if FSI not in line:
        return depth
    for char in line:
        depth = max(0, depth + (char == FSI) - (char == PDI))
    return depth


def _marked(line: str, *, rtl: bool) -> str:
    strong = first_strong(line)
    if rtl and line and strong != "rtl":
        return RLM + line
    return LRM + line if not rtl and strong == "rtl" else line
