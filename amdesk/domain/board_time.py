"""The stretch of time that the board shows: from a week to three years, moved and zoomed."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from amdesk.domain.time_axis import TimeScale

LEAST_DAYS, MOST_DAYS = 7.0, 3 * 365.25
HEAD, FOOT = 52.0, 32.0  # the axis above the lines, the legend under them
_NAMES, _NAMES_SHARE = 264.0, 0.36  # the column of names: as wide, or so much of the whole
_TODAY_AT = 0.35  # of the time shown
_EDGE = 0.08  # of it as well: a day brought into sight stands no nearer to the end
_FIRST, _LAST = float(date.min.toordinal()), float(date.max.toordinal())


class View(NamedTuple):
    """What the window shows: ``days`` from ``begin`` on, the lines from ``top`` on, in so many pixels."""

    begin: float
    days: float
    top: float = 0.0
    width: float = 960.0
    height: float = 480.0

    @property
    def names(self) -> float:
        """How wide the column of names is."""
        return min(_NAMES, self.width * _NAMES_SHARE)

    @property
    def page(self) -> float:
        """How high the part with the lines is."""
        return max(self.height - HEAD - FOOT, 1.0)

    @property
    def scale(self) -> TimeScale:
        """Where days stand beside it."""
        return TimeScale(self.begin, self.days, self.names, max(self.width - self.names, 1.0))

    def day_at(self, x: float) -> float:
        """The day at a place, counted as dates count."""
        return self.begin + (x - self.names) / self.scale.width * self.days


def around(day: date, view: View) -> View:
    """The same stretch of time with a day about a third into it."""
    return _kept(view._replace(begin=day.toordinal() - view.days * _TODAY_AT))


def zoomed(view: View, factor: float, *, at: float | None = None) -> View:
    """So many times as much time, the day ``at`` staying where it is (the middle unless given)."""
    days = min(max(view.days * factor, LEAST_DAYS), MOST_DAYS)
    held = view.begin + view.days / 2 if at is None else at
    return _kept(view._replace(begin=held - (held - view.begin) * days / view.days, days=days))


def moved(view: View, days: float) -> View:
    """The time some days later, or earlier."""
    return _kept(view._replace(begin=view.begin + days))


def showing(view: View, day: date) -> View:
    """Time moved as little as is needed to show a day."""
    count, edge = day.toordinal(), view.days * _EDGE
    if count < view.begin + edge:
        return _kept(view._replace(begin=count - edge))
    return (
        _kept(view._replace(begin=count + edge - view.days))
        if count > view.begin + view.days - edge
        else view
    )


def _kept(view: View) -> View:
    """Within what dates there are."""
    return view._replace(begin=min(max(view.begin, _FIRST), _LAST - view.days))
