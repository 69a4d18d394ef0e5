"""Which moments a record may have: near enough for every zone, calendar and working day to be counted."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime

EARLIEST = datetime(1900, 1, 1, tzinfo=UTC)
LATEST = datetime(2200, 1, 1, tzinfo=UTC)


def is_in_reach(moment: datetime) -> bool:
    """Whether an aware moment is one that a record may have; a clock gone wild is told by it."""
    return EARLIEST <= moment < LATEST


def is_day_in_reach(text: str) -> bool:
    """Whether a text is a date, ``2026-03-10``, among those."""
    with suppress(ValueError):
        return EARLIEST.date() <= date.fromisoformat(text) < LATEST.date()
    return False
