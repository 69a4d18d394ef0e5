"""A picture as data: lines, dots, bars and words on a plane, and the marks one can walk to.

Whoever paints it (the window, a PNG, SVG or PDF) decides nothing: lengths are in logical pixels from the
upper corner where reading from left to right begins, and an ``ink`` is the name of a colour. What a mark
means is told by its shape as well as by its ink.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple, TypeAlias

from amdesk.domain.messages import Message

Point: TypeAlias = tuple[float, float]
_OTHER_SIDE = {"after": "before", "before": "after"}
# The corners of a dot that is no circle, from its middle, in parts of its size; those that are not full.
OUTLINES: Mapping[str, tuple[Point, ...]] = {
    "diamond": ((0, -1), (1, 0), (0, 1), (-1, 0)),
    "hollow diamond": ((0, -1), (1, 0), (0, 1), (-1, 0)),
    "square": ((-0.8, -0.8), (0.8, -0.8), (0.8, 0.8), (-0.8, 0.8)),
    "triangle": ((0, -1), (0.9, 0.8), (-0.9, 0.8)),
    "arrow": ((-0.9, -0.8), (0.9, -0.8), (0, 0.8)),
    "envelope": ((-1, -0.7), (1, -0.7), (1, 0.7), (-1, 0.7)),
}
FLAP: tuple[Point, ...] = ((-1, -0.7), (0, 0.1), (1, -0.7))  # of an envelope
HOLLOW = frozenset({"ring", "hollow diamond", "envelope"})


class Line(NamedTuple):
    """A line through points; ``dash`` is "", "dash" or "dot"."""

    points: tuple[Point, ...]
    ink: str
    width: float = 1.0
    dash: str = ""

    def turned(self, width: float) -> Line:
        """The same on the other side of a picture so wide."""
        return self._replace(points=tuple((width - x, y) for x, y in self.points))


class Dot(NamedTuple):
    """A small mark around a point, ``size`` from its middle to its edge; circle and ring have no corners."""

    x: float
    y: float
    ink: str
    shape: str = "circle"
    size: float = 4.0

    def turned(self, width: float) -> Dot:
        """The same on the other side of a picture so wide."""
        return self._replace(x=width - self.x)


class Bar(NamedTuple):
    """A rectangle with an outline of ``ink`` and a ground of ``fill``; either may be missing."""

    x: float
    y: float
    width: float
    height: float
    ink: str = ""
    fill: str = ""
    round: float = 0.0

    def turned(self, width: float) -> Bar:
        """The same on the other side of a picture so wide."""
        return self._replace(x=width - self.x - self.width)


class Word(NamedTuple):
    """Words in one line with their middle at ``y``; they lie ``after`` x, ``before`` it or ``around`` it.

    ``step`` is one of the type scale: caption, body, strong, title.
    """

    x: float
    y: float
    text: str
    ink: str = "text"
    lies: str = "after"
    step: str = "caption"

    def turned(self, width: float) -> Word:
        """The same on the other side of a picture so wide."""
        return self._replace(x=width - self.x, lies=_OTHER_SIDE.get(self.lies, self.lies))


Shape: TypeAlias = Line | Dot | Bar | Word


class Mark(NamedTuple):
    """What can be pointed at and walked to: the middle of it, how far it reaches, and what it says.

    That is worked out when somebody asks: of ten thousand marks nearly none is ever asked. ``kind`` and
    ``id`` tell the record behind it, where there is one.
    """

    x: float
    y: float
    reach: float
    tells: Callable[[], Message]
    kind: str = ""
    id: int = 0
    width: float = 0.0

    @property
    def said(self) -> Message:
        """What it says."""
        return self.tells()

    def turned(self, width: float) -> Mark:
        """The same on the other side of a picture so wide."""
        return self._replace(x=width - self.x)

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies on it."""
        return abs(x - self.x) <= max(self.reach, self.width / 2) and abs(y - self.y) <= self.reach


@dataclass(frozen=True, slots=True)
class Picture:
    """Shapes in the order they are painted, marks in the order of time, what all of it says in sentences."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    marks: tuple[Mark, ...]
    said: tuple[Message, ...]

    def mirrored(self) -> Picture:
        """The same with time running the other way; words stay readable."""
        return replace(
            self,
            shapes=tuple(shape.turned(self.width) for shape in self.shapes),
            marks=tuple(mark.turned(self.width) for mark in self.marks),
        )


@dataclass(frozen=True, slots=True)
class Reader:
    """How whoever looks at a picture reads: the calendar, numbers, names of days, the width of words.

    ``tick`` names a day of an axis by its unit, in short or not; ``above`` names what several of them are in;
    ``own`` keeps the person's own words whole; ``width`` measures words at a step of the type scale.
    """

    calendar: str
    first_day: int
    say: Callable[[Message], str]
    number: Callable[[Decimal], str]
    day: Callable[[date], str]
    tick: Callable[[date, str, bool], str]
    above: Callable[[date, str], str]
    own: Callable[[str], str]
    width: Callable[[str, str], float]

    def tell(self, said: Iterable[Message]) -> str:
        """Some sentences, one after another."""
        return " ".join(map(self.say, said))

    def fit(self, text: str, room: float, step: str = "caption") -> str:
        """The words, cut short where there is less room; nothing where not even a letter fits."""
        if self.width(text, step) <= room:
            return text
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            if self.width(text[:middle].rstrip() + "…", step) <= room:
                low = middle
            else:
                high = middle - 1
        return text[:low].rstrip() + "…" if low else ""
