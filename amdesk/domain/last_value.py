"""Where the word of a last value stands beside its dot: where no line of the picture goes through it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from amdesk.domain.picture import Point, Word

_HALF = 8.0  # how far a word reaches up and down
_UP, _ASIDE = 14, 6  # how far from its dot it stands


class Room(NamedTuple):
    """The part of a picture that words may stand in."""

    begin: float
    end: float
    top: float
    foot: float


def beside(
    points: Sequence[Point], text: str, wide: float, *, lines: Sequence[tuple[Point, Point]], room: Room
) -> Word:
    """Over or under the last of the ``points`` and before it, or else where none of the ``lines`` is met."""
    x, y = points[-1]
    falls = len(points) > 1 and points[-2][1] < y
    heights = [y + _UP, y - _UP] if falls else [y - _UP, y + _UP]
    heights = [at for at in heights if room.top <= at <= room.foot] or [y - _UP]
    sides = [("before", x - _ASIDE - wide)] if x - wide >= room.begin else []
    if not sides or x + _ASIDE + wide <= room.end:
        sides.append(("after", x + _ASIDE))
    places = [(lies, begin, at) for lies, begin in sides for at in heights]
    free = (
        place
        for place in places
        if not any(_meets(one, place[1], place[1] + wide, place[2]) for one in lines)
    )
    lies, _begin, at = next(free, places[0])
    return Word(x + (_ASIDE if lies == "after" else -_ASIDE), at, text, "value", lies, "strong")


def _meets(line: tuple[Point, Point], begin: float, end: float, at: float) -> bool:
    """Whether a line goes through words between two places at a height."""
    (x, y), (to_x, to_y) = sorted(line)
    first, last = max(begin, x), min(end, to_x)
    if first > last:
        return False
    slope = (to_y - y) / max(to_x - x, 1e-6)
    ends = sorted((y + (first - x) * slope, y + (last - x) * slope))
    return ends[0] < at + _HALF and ends[1] > at - _HALF
