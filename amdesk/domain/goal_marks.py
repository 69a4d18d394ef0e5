"""What the marks of a goal's timeline say, each as a sentence, and what the kinds of lines are called."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from amdesk.domain.goal import Goal, Measurement, Milestone
from amdesk.domain.goal_state import expected_on
from amdesk.domain.messages import N_, Message

TODAY = Message.named("timeline", "Today")
_FIGURE = Message.named("figure", "{value} {unit}")
_PERCENT = Message.named("figure", "{value}%")
_PERCENTS = frozenset("%٪")


def figure(goal: Goal, value: Decimal) -> Message | Decimal:
    """A value with the goal's unit behind it, where it has one: a field of a sentence."""
    return with_unit(value, goal.unit) if goal.unit else value


def with_unit(value: object, unit: str) -> Message:
    """A figure with its unit behind it; a percent sign stands as each language has it."""
    found = _PERCENT if unit.strip() in _PERCENTS else _FIGURE
    return replace(found, fields={"value": value, "unit": unit})


def whole(goal: Goal) -> Message:
    """What the picture as a whole shows."""
    return Message.of(
        N_("Timeline of {goal}: from {baseline} on {start} to {target} by {due}."),
        goal=goal.name, baseline=figure(goal, goal.baseline), start=goal.start_on,
        target=figure(goal, goal.target), due=goal.due_on,
    )  # fmt: skip


def baseline(goal: Goal) -> Message:
    """Where it began."""
    return Message.of(N_("{date}: begun at {value}"), date=goal.start_on, value=figure(goal, goal.baseline))


def measured(goal: Goal, one: Measurement) -> Message:
    """What was measured on a day, and what the pace agreed was for that day."""
    expected = _expected(goal, one.taken_on)
    fields: dict[str, object] = {"date": one.taken_on, "value": figure(goal, one.value)}
    if expected is not None:
        fields["expected"] = figure(goal, expected)
    if one.note:
        fields["note"] = one.note
    text = {
        (False, False): N_("{date}: {value} measured"),
        (False, True): N_("{date}: {value} measured – {note}"),
        (True, False): N_("{date}: {value} measured, {expected} expected"),
        (True, True): N_("{date}: {value} measured, {expected} expected – {note}"),
    }[expected is not None, bool(one.note)]
    return Message(text, fields)


def milestone(goal: Goal, one: Milestone, *, today: date) -> Message:
    """What was to be there on a day, and whether it is."""
    fields: dict[str, object] = {"date": one.due_on, "milestone": one.title}
    if one.value is not None:
        fields["value"] = figure(goal, one.value)
    if one.reached_on is not None:
        fields["reached"] = one.reached_on
        text = N_("{date}: milestone {milestone}, reached on {reached}")
    elif one.due_on < today:
        text = N_("{date}: milestone {milestone}, not reached")
    elif one.value is not None:
        text = N_("{date}: milestone {milestone}, {value}")
    else:
        text = N_("{date}: milestone {milestone}")
    return Message(text, fields)


def today(goal: Goal, day: date) -> Message:
    """What today asks for."""
    expected = _expected(goal, day)
    if expected is None:
        return Message.of(N_("{date}: today"), date=day)
    return Message.of(N_("{date}: today, {expected} expected"), date=day, expected=figure(goal, expected))


def target(goal: Goal) -> Message:
    """What is to be there in the end."""
    return Message.of(N_("{date}: the target, {value}"), date=goal.due_on, value=figure(goal, goal.target))


def forecast(goal: Goal, day: date) -> Message:
    """When the target is reached at the present pace."""
    return Message.of(
        N_("{date}: at this pace the target is reached, {value}"), date=day, value=figure(goal, goal.target)
    )


def _expected(goal: Goal, day: date) -> Decimal | None:
    """What the pace agreed says, where it says anything of that day."""
    return expected_on(goal, day) if goal.start_on < day < goal.due_on else None
