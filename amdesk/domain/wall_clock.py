"""From the time a clock on the wall shows to the instant it means, where clocks are put forward and back."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo


def instant(day: date, clock: time, zone: tzinfo) -> datetime:
    """The moment (UTC) at which a clock in ``zone`` shows ``clock`` on ``day``.

    A time that is skipped when clocks are put forward means the first minute after the gap; one that comes
    twice means the first of the two (PRODUCT §3).
    """
    wall = datetime.combine(day, clock)
    first = wall.replace(tzinfo=zone).astimezone(UTC)
    if first.astimezone(zone).replace(tzinfo=None) == wall:
        return first
    return _end_of_gap(wall, zone)


def _end_of_gap(wall: datetime, zone: tzinfo) -> datetime:
    """The minute at which clocks are put forward over ``wall``, found by halving."""
    after = wall.replace(tzinfo=zone).astimezone(UTC)
    before = wall.replace(tzinfo=zone, fold=1).astimezone(UTC)
    offset = after.astimezone(zone).utcoffset()
    while after - before > timedelta(minutes=1):
        middle = before + timedelta(minutes=(after - before) // timedelta(minutes=1) // 2)
        if middle.astimezone(zone).utcoffset() == offset:
            after = middle
        else:
            before = middle
    return after
