"""The checkpoint: the moment to look at a delegated task while there is still time (row S82, PRODUCT §7).

Due − r·(due − start), counted in working hours and rounded to the next working quarter of an hour.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from amdesk.domain.messages import N_
from amdesk.domain.wall_clock import instant

# The readings to choose from, with what each is called: the trade says 30 to 40 per cent of the time.
RULE_NAMES = {
    "left30": N_("When 30% of its time is left"),
    "left35": N_("When 35% of its time is left"),
    "left40": N_("When 40% of its time is left"),
    "passed30": N_("When 30% of its time has passed"),
    "passed35": N_("When 35% of its time has passed"),
    "passed40": N_("When 40% of its time has passed"),
}
STANDARD = "left35"
HALF_WAY_BELOW = timedelta(hours=4)
_QUARTER = timedelta(minutes=15)
_NONE = timedelta()
_LONGEST = 3_700  # days looked through: a task for ten years is looked at in any case

# Why a task has its checkpoint where it has, or none at all.
REASON_NAMES = {
    "share": N_("Reckoned in working hours from the start to the due date"),
    "half_way": N_("Half way, for there are less than four working hours"),
    "now": N_("At once: that moment has passed already"),
    "own": N_("No checkpoint: only what somebody else does for you has one. It can be set by hand."),
    "no_due": N_("No checkpoint: there is no due date to count from."),
    "overdue": N_("No checkpoint: the due date has passed. Set a new one, or look at it now."),
    "no_hours": N_(
        "No checkpoint: there is no working hour until the due date. Choose a later one, or set it by hand."
    ),
}


@dataclass(frozen=True, slots=True)
class Hours:
    """When somebody works: from and until which time of the day, on which days, and where."""

    zone: tzinfo
    is_free: Callable[[date], bool]
    begins: time = time(9)
    ends: time = time(18)

    def of(self, day: date) -> tuple[datetime, datetime] | None:
        """The working hours of a day, on the wall; nothing on a day off."""
        if self.is_free(day) or self.begins >= self.ends:
            return None
        return datetime.combine(day, self.begins), datetime.combine(day, self.ends)


def share_passed(rule: str) -> float:
    """How much of the working time has passed at the checkpoint, by one of the rules."""
    share = int(rule[-2:]) / 100
    return 1 - share if rule.startswith("left") else share


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """When to look (UTC), and why then; nothing, and why not."""

    at: datetime | None
    reason: str


def checkpoint(
    due_on: date | None, hours: Hours, *, start_at: datetime, now: datetime, rule: str = STANDARD
) -> Checkpoint:
    """When to look at a task that begins at a moment and is due at the end of a working day.

    Never before ``now``, nor after the last working hour until then.
    """
    if due_on is None:
        return Checkpoint(None, "no_due")
    here = now.astimezone(hours.zone).replace(tzinfo=None)
    begin = start_at.astimezone(hours.zone).replace(tzinfo=None)
    spans = list(_spans(begin, due_on, hours))
    total = sum((end - start for start, end in spans), _NONE)
    if not total:
        return Checkpoint(None, "overdue" if due_on < here.date() else "no_hours")
    if here >= spans[-1][1]:
        return Checkpoint(None, "overdue")
    is_short = total < HALF_WAY_BELOW
    wall = _rounded(_after(total * (0.5 if is_short else share_passed(rule)), spans), spans)
    if wall <= here:
        return Checkpoint(now, "now")
    at = max(instant(wall.date(), wall.time(), hours.zone), now)
    return Checkpoint(at, "half_way" if is_short else "share")


def _spans(begin: datetime, due_on: date, hours: Hours) -> Iterator[tuple[datetime, datetime]]:
    """The working hours from a moment to the end of the due date, day by day."""
    days = min((due_on - begin.date()).days, _LONGEST)
    for day in (begin.date() + timedelta(days=count) for count in range(days + 1)):
        span = hours.of(day)
        if span is not None and span[1] > begin:
            yield max(span[0], begin), span[1]


def _after(worked: timedelta, spans: list[tuple[datetime, datetime]]) -> datetime:
    """The wall time at which so much of the working time has passed."""
    for start, end in spans:
        if worked <= end - start:
            return start + worked
        worked -= end - start
    return spans[-1][1]


def _rounded(wall: datetime, spans: list[tuple[datetime, datetime]]) -> datetime:
    """The next quarter of an hour in which somebody works; at the very end, that end."""
    midnight = datetime.combine(wall.date(), time())
    quarters = -((midnight - wall) // _QUARTER)
    wanted = midnight + quarters * _QUARTER
    for start, end in spans:
        if wanted <= end:
            return max(wanted, start)
    return spans[-1][1]
