"""How a goal stands, in sentences: what was measured, what is expected, and when it will be reached."""

from __future__ import annotations

from amdesk.domain.goal import Goal
from amdesk.domain.goal_marks import figure
from amdesk.domain.goal_state import Standing
from amdesk.domain.messages import N_, Message

_PACED = frozenset({"on_track", "at_risk", "behind"})
_MOVING = _PACED | {"stale"}
_BACK = N_("{value} on {date}, further from the target than at the start; {expected} expected by today.")
_TEXTS = {
    "not_started": N_("It begins on {start}."),
    "no_measurement": N_("Nothing has been measured since it began on {start}."),
    "stale": N_("The last measurement, {value}, is from {date}: it is time for a new one."),
    "no_span": N_("The target equals the baseline, {target}: there is no way to go. Change one of the two."),
    "reached": N_("The target is reached: {value} on {date}."),
    "ended": N_("It ended at {value} on {date}."),
    **dict.fromkeys(_PACED, _BACK),
}
# Where some of the way is done.
_ON_THE_WAY = {
    "ended": N_("It ended at {value} on {date}, {percent}% of the way."),
    **dict.fromkeys(_PACED, N_("{value} on {date}, {percent}% of the way; {expected} expected by today.")),
}


def told(goal: Goal, standing: Standing) -> tuple[Message, ...]:
    """One sentence or two: how it stands, then, while it moves, the forecast at the present pace."""
    forecast = _forecast(goal, standing) if standing.state in _MOVING else None
    return (_stands(goal, standing), *filter(None, [forecast]))


def _stands(goal: Goal, standing: Standing) -> Message:
    fields: dict[str, object] = {
        "start": goal.start_on,
        "target": figure(goal, goal.target),
        "expected": figure(goal, standing.expected),
    }
    if standing.value is not None and standing.measured_on is not None:
        fields |= {"value": figure(goal, standing.value), "date": standing.measured_on}
    if standing.percent is not None:
        fields["percent"] = standing.percent
    return Message(_text(standing), fields)


def _text(standing: Standing) -> str:
    if standing.state == "ended" and standing.value is None:
        return N_("It ended without a measurement.")
    if standing.percent is not None and standing.percent >= 0 and standing.state in _ON_THE_WAY:
        return _ON_THE_WAY[standing.state]
    return _TEXTS[standing.state]


def _forecast(goal: Goal, standing: Standing) -> Message | None:
    day = standing.forecast_on
    if standing.progress is None:
        return None
    if day is None:
        return Message(N_("At this pace it will not be reached."))
    if day <= goal.due_on:
        return Message.of(N_("At this pace it will be reached on {date}, in time."), date=day)
    return Message.of(
        N_("At this pace it will be reached on {date}, later than agreed ({due})."), date=day, due=goal.due_on
    )
