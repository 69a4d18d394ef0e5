"""Which backups stay when new ones come: the last day's, then ever fewer the older they are."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from datetime import datetime, timedelta

_RECENT = timedelta(hours=24)
# How many periods of each kind keep their newest backup.
_PERIODS: tuple[tuple[int, Callable[[datetime], Hashable]], ...] = (
    (7, lambda made_at: made_at.date()),
    (4, lambda made_at: made_at.isocalendar()[:2]),
    (12, lambda made_at: (made_at.year, made_at.month)),
)


def to_keep(made: Iterable[datetime], *, now: datetime) -> frozenset[datetime]:
    """Of backups made at some moments those to keep.

    All of the last 24 hours stay, since a day with several imports has one before each; then the newest of
    each of the seven last days, four last weeks and twelve last months that have any.
    """
    newest_first = sorted(made, reverse=True)
    kept = {one for one in newest_first if now - one < _RECENT}
    for most, period in _PERIODS:
        newest: dict[Hashable, datetime] = {}
        for one in newest_first:
            newest.setdefault(period(one), one)
        kept.update(list(newest.values())[:most])
    return frozenset(kept)
