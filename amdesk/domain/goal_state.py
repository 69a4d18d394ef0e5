"""How a goal stands on a day: its state, what is expected by then, when it will be reached at this pace.

Expected = baseline + (target - baseline) x elapsed share; progress = (value - baseline) / (the same span).
On track is progress of 0.9 of the elapsed share and more, at risk from 0.7, behind below (rows S39-S50).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from math import ceil, floor, log10

from amdesk.domain.goal import MOST_DECIMALS, RHYTHM_DAYS, Goal, GoalLine, Measurement, amount, by_day
from amdesk.domain.messages import Message
from amdesk.domain.moments import LATEST

# The states with what they are called, those that want something first.
STATE_NAMES = {
    "behind": Message.named("state of a goal", "Behind"),
    "at_risk": Message.named("state of a goal", "At risk"),
    "stale": Message.named("state of a goal", "No fresh measurement"),
    "no_measurement": Message.named("state of a goal", "Not measured yet"),
    "no_span": Message.named("state of a goal", "Target equals baseline"),
    "on_track": Message.named("state of a goal", "On track"),
    "not_started": Message.named("state of a goal", "Not started"),
    "reached": Message.named("state of a goal", "Reached"),
    "ended": Message.named("state of a goal", "Ended"),
}
STATES = tuple(STATE_NAMES)
ON_TRACK, AT_RISK = 0.9, 0.7
# A measurement is fresh for one and a half rhythms.
FRESH_RHYTHMS = 1.5


@dataclass(frozen=True, slots=True)
class Standing:
    """How a goal stands on a day.

    ``value`` was the last one measured by then, on ``measured_on``. ``expected`` is what the pace line says,
    as exactly as a person wants it; ``progress`` and ``elapsed`` are shares of the way and of the time (from
    0 to 1, progress also beyond). ``forecast_on`` is the day it will be reached at the present pace, where
    there is a pace that leads there. ``stale_on`` is the first day on which a new measurement is overdue.
    """

    state: str
    value: Decimal | None
    measured_on: date | None
    expected: Decimal
    progress: float | None
    elapsed: float
    forecast_on: date | None
    stale_on: date

    @property
    def is_settled(self) -> bool:
        """Whether nothing more is to be done for it."""
        return self.state in {"reached", "ended"}

    @property
    def percent(self) -> int | None:
        """The share of the way that is done, in whole hundredths; never 100 before it is reached."""
        if self.progress is None:
            return None
        whole = floor(self.progress * 100)
        return whole if self.state == "reached" else min(whole, 99)


def standing(goal: Goal, measurements: Iterable[Measurement], *, today: date) -> Standing:
    """How a goal stands by its measurements; those after ``today`` do not count yet."""
    known = by_day(one for one in measurements if one.taken_on <= today)
    last = known[-1] if known else None
    return standing_at(
        goal, value=last.value if last else None, measured_on=last.taken_on if last else None, today=today
    )


def standing_of(line: GoalLine, *, today: date) -> Standing:
    """How a goal of a list stands."""
    return standing_at(line.goal, value=line.value, measured_on=line.measured_on, today=today)


def standing_at(goal: Goal, *, value: Decimal | None, measured_on: date | None, today: date) -> Standing:
    """How a goal stands on a day by the last value measured until then."""
    counts = value is not None and measured_on is not None and measured_on >= goal.start_on
    progress = progress_of(goal, value) if counts and value is not None else None
    is_met = progress is not None and value is not None and meets(goal, value)
    state = _state(
        goal, is_met=is_met, counts=counts, measured_on=measured_on, progress=progress, today=today
    )
    return Standing(
        state=state,
        value=value,
        measured_on=measured_on,
        expected=expected_on(goal, today),
        progress=progress,
        elapsed=elapsed_share(goal, today),
        forecast_on=_forecast(goal, progress, measured_on) if state not in {"reached", "ended"} else None,
        stale_on=stale_on(goal, measured_on if counts else None),
    )


def expected_on(goal: Goal, day: date) -> Decimal:
    """The value of the pace line on a day: the baseline before the start, the target after the due date."""
    span = goal.target - goal.baseline
    days, whole = _days(goal, day)
    exact = goal.baseline + span * days / whole
    return amount(round(exact, _decimals(goal, span)))


def elapsed_share(goal: Goal, day: date) -> float:
    """The share of the goal's time that has passed by a day, from 0 to 1."""
    days, whole = _days(goal, day)
    return days / whole


def progress_of(goal: Goal, value: Decimal) -> float | None:
    """The share of the way from the baseline to the target; nothing where there is no way to go."""
    if goal.target == goal.baseline:
        return None
    exact = (value - goal.baseline) / (goal.target - goal.baseline)
    return float(exact)


def meets(goal: Goal, value: Decimal) -> bool:
    """Whether a value is the target or beyond it, seen from the baseline."""
    return value >= goal.target if goal.target > goal.baseline else value <= goal.target


def stale_on(goal: Goal, measured_on: date | None) -> date:
    """The first day on which a new measurement is overdue: one and a half rhythms after the last."""
    since = measured_on or goal.start_on
    return since + timedelta(days=floor(RHYTHM_DAYS[goal.rhythm] * FRESH_RHYTHMS) + 1)


def told_behind_on(goal: Goal) -> date:
    """The day from which on being behind is news: one rhythm after the start, when a pace can be seen."""
    return goal.start_on + timedelta(days=RHYTHM_DAYS[goal.rhythm])


def _days(goal: Goal, day: date) -> tuple[int, int]:
    """How many of the goal's days have passed, of how many; what cannot be is over at once."""
    whole = (goal.due_on - goal.start_on).days
    if whole <= 0:
        return int(day >= goal.due_on), 1
    return min(max((day - goal.start_on).days, 0), whole), whole


def _decimals(goal: Goal, span: Decimal) -> int:
    """As many decimals as the goal is written with, and enough for a hundredth of the way."""
    written = max(_written(goal.baseline), _written(goal.target))
    needed = 2 - floor(log10(abs(span))) if span else 0
    return min(max(written, needed), MOST_DECIMALS)


def _written(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def _state(
    goal: Goal, *, is_met: bool, counts: bool, measured_on: date | None, progress: float | None, today: date
) -> str:
    if is_met:
        return "reached"
    if goal.due_on < today or (goal.ended_on is not None and goal.ended_on <= today):
        return "ended"
    if goal.start_on > today:
        return "not_started"
    if not counts:
        return "no_measurement"
    if stale_on(goal, measured_on) <= today:
        return "stale"
    return "no_span" if progress is None else _by_pace(progress, elapsed_share(goal, today))


def _by_pace(progress: float, elapsed: float) -> str:
    """On the first day nothing is expected yet. Rounded, for 0.27 of 0.3 is nine tenths."""
    if elapsed == 0:
        return "on_track" if progress >= 0 else "behind"
    ratio = round(progress / elapsed, 9)
    return "on_track" if ratio >= ON_TRACK else "at_risk" if ratio >= AT_RISK else "behind"


def _forecast(goal: Goal, progress: float | None, measured_on: date | None) -> date | None:
    """The day it will be reached, if it goes on as from the start to the last measurement."""
    if progress is None or measured_on is None or progress <= 0:
        return None
    days = (measured_on - goal.start_on).days
    needed = days / progress
    if days <= 0 or needed > (LATEST.date() - goal.start_on).days:
        return None
    return goal.start_on + timedelta(days=ceil(round(needed, 6)))
