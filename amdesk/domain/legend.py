"""What the lines and marks of a picture are: samples in a row, each with its name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from amdesk.domain.messages import Message
from amdesk.domain.picture import Dot, Line, Reader, Shape, Word

_LINE, _DOT, _GAP, _APART = 28.0, 12.0, 6.0, 20.0
NO_LINE = "none"


class Entry(NamedTuple):
    """A kind: its name, its ink, the shape of its marks, and how its line is dashed, if it has one."""

    name: Message
    ink: str
    shape: str
    dash: str = NO_LINE


def legend(entries: Iterable[Entry], reads: Reader, *, x: float, y: float, end: float) -> Iterator[Shape]:
    """The samples from ``x`` on; those that would pass the ``end`` are left out."""
    for one in entries:
        text = reads.say(one.name)
        long = _DOT if one.dash == NO_LINE else _LINE
        wide = long + _GAP + reads.width(text, "caption")
        if x + wide > end:
            return
        if one.dash != NO_LINE:
            yield Line(((x, y), (x + long, y)), one.ink, 2.0, one.dash)
        yield Dot(x + long / 2, y, one.ink, one.shape, 4.0)
        yield Word(x + long + _GAP, y, text, "muted")
        x += wide + _APART
