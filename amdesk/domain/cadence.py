"""How often a client should hear from us: by tier, an ideal and a longest gap (rows S71, S72, S106)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

LONGEST = 365  # days: more is no rhythm
# Nobody waits to be called who is no client any more, or sleeps on purpose.
SILENT_STAGES = frozenset({"former", "dormant"})


@dataclass(frozen=True, slots=True)
class Cadence:
    """Days between contacts: after ``ideal`` of them the client is due, after ``longest`` it is late."""

    ideal: int
    longest: int


STANDARD: Mapping[str, Cadence] = {"A": Cadence(7, 14), "B": Cadence(14, 28), "C": Cadence(30, 45)}


@dataclass(frozen=True, slots=True)
class Due:
    """A client's next turn: counted from ``since``, due ``on`` a day, late after the ``latest`` one."""

    since: date
    on: date
    latest: date
    cadence: Cadence


def due(
    cadences: Mapping[str, Cadence],
    *,
    tier: str | None,
    stage: str,
    last_on: date | None,
    added_on: date | None,
    next_contact_on: date | None,
) -> Due | None:
    """When a client is due, if it has a cadence at all and no next contact is agreed, which goes before it.

    Counted from the last real contact, or from the day the client was added where there never was one.
    """
    cadence = cadences.get(tier or "")
    since = last_on or added_on
    if cadence is None or since is None or stage in SILENT_STAGES or next_contact_on is not None:
        return None
    return Due(since, since + timedelta(days=cadence.ideal), since + timedelta(days=cadence.longest), cadence)


def from_values(values: object) -> dict[str, Cadence]:
    """The cadences kept as ``{"A": [7, 14], …}``; what makes no sense there is as it is by itself."""
    found = dict(STANDARD)
    if isinstance(values, Mapping):
        for tier in STANDARD:
            match values.get(tier):
                case [int(ideal), int(longest)] if 0 < ideal <= longest <= LONGEST:
                    found[tier] = Cadence(ideal, longest)
    return found


def as_values(cadences: Mapping[str, Cadence]) -> dict[str, list[int]]:
    """What ``from_values`` reads."""
    return {tier: [one.ideal, one.longest] for tier, one in cadences.items()}
