"""Days on a line: where each stands, and the axis under or above them with its names and rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from amdesk.domain.axis import Ticks, day_ticks
from amdesk.domain.picture import Line, Reader, Shape, Word

LEAST = 56.0  # between two ticks
_GAP = 8.0  # between two words
_FIRST, _LAST = date.min.toordinal(), date.max.toordinal()


class TimeScale(NamedTuple):
    """``days`` from ``begin`` (counted as dates count) lie on ``width`` from ``x`` on."""

    begin: float
    days: float
    x: float
    width: float

    @property
    def end(self) -> float:
        """Where time ends on it."""
        return self.begin + self.days

    @property
    def first(self) -> date:
        """The first day of which anything is seen."""
        return date.fromordinal(min(max(int(self.begin), _FIRST), _LAST))

    @property
    def last(self) -> date:
        """The last day of which anything is seen."""
        return date.fromordinal(min(max(int(self.end), _FIRST), _LAST))

    def at(self, day: date) -> float:
        """Where a day stands."""
        return self.place(day.toordinal())

    def place(self, count: float) -> float:
        """Where a moment stands, counted in days as dates count."""
        return self.x + (count - self.begin) / self.days * self.width

    def holds(self, day: date) -> bool:
        """Whether a day stands on it."""
        return self.begin <= day.toordinal() <= self.end


def between(days: Iterable[date], *, x: float, width: float) -> TimeScale:
    """The scale from the first of some days to the last; a single one stands in the middle."""
    found = sorted(day.toordinal() for day in days)
    first, last = (found[0], found[-1]) if found[0] < found[-1] else (found[0] - 1, found[0] + 1)
    return TimeScale(first, last - first, x, width)


class Levels(NamedTuple):
    """Where an axis lies: rules from ``top`` to ``foot``, ``names``, and ``above`` what they are in."""

    top: float
    foot: float
    names: float
    above: float


def axis(scale: TimeScale, levels: Levels, reads: Reader, *, spill: float = LEAST / 2) -> Iterator[Shape]:
    """Rules at the beginnings of days, weeks, months or years, with their names; these may ``spill`` over."""
    most = max(int(scale.width / LEAST), 2)
    ticks = day_ticks(scale.first, scale.last, calendar=reads.calendar, most=most, first_day=reads.first_day)
    ticks = ticks._replace(days=tuple(day for day in ticks.days if scale.holds(day)))
    for day in ticks.days:
        yield Line(((scale.at(day), levels.top), (scale.at(day), levels.foot)), "grid")
    yield from _names(scale, ticks, levels, reads, spill=spill)
    yield from _above(scale, ticks, levels, reads, spill=spill)


def _names(scale: TimeScale, ticks: Ticks, levels: Levels, reads: Reader, *, spill: float) -> Iterator[Word]:
    """The name of each tick around it, in short where they would touch; one that still would is left out."""
    names = [reads.tick(day, ticks.unit, False) for day in ticks.days]
    room = min((scale.at(two) - scale.at(one) for one, two in pairwise(ticks.days)), default=scale.width)
    if any(reads.width(name, "caption") + _GAP > room for name in names):
        names = [reads.tick(day, ticks.unit, True) for day in ticks.days]
    free = scale.x - spill
    for day, name in zip(ticks.days, names, strict=True):
        x, half = scale.at(day), reads.width(name, "caption") / 2
        if x - half >= free and x + half <= scale.x + scale.width + spill:
            yield Word(x, levels.names, name, "muted", "around")
            free = x + half + _GAP


def _above(scale: TimeScale, ticks: Ticks, levels: Levels, reads: Reader, *, spill: float) -> Iterator[Word]:
    """What the ticks are in, from where it begins; what began before, from the edge on."""
    said, free = "", scale.x
    for day in (scale.first, *ticks.days):
        name = reads.above(day, ticks.unit)
        x = max(scale.at(day), scale.x)
        if not name or name == said or x < free:
            continue
        said, wide = name, reads.width(name, "strong")
        if x == scale.x and _next_is_near(scale, ticks, name=name, wide=wide, reads=reads):
            continue
        if x + wide <= scale.x + scale.width + spill:
            yield Word(x, levels.above, name, "text", step="strong")
            free = x + wide + _GAP


def _next_is_near(scale: TimeScale, ticks: Ticks, *, name: str, wide: float, reads: Reader) -> bool:
    """Whether what comes next begins where the name of what is nearly over would still stand."""
    after = (day for day in ticks.days if reads.above(day, ticks.unit) != name)
    return next((scale.at(day) < scale.x + wide + _GAP for day in after), False)
