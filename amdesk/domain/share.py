"""What a client was shown, to the letter, and what is new since then."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from amdesk.domain.goal_marks import with_unit
from amdesk.domain.goal_state import STATE_NAMES
from amdesk.domain.messages import N_, Message

# What is shared (message ids).
KIND_NAMES = {"sheet": N_("Client sheet"), "report": N_("Monthly report")}


@dataclass(frozen=True, slots=True)
class Share:
    """A page that went to a client, in their ``language``.

    ``html`` is the file as it was, ``paper`` the same as it was printed; ``facts`` says what stood in it, for
    the next one to tell what changed.
    """

    id: int
    uuid: str
    client_id: int
    kind: str
    shared_at: datetime
    language: str
    title: str
    html: str
    paper: str = ""
    facts: str = ""
    deleted_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class GoalShown:
    """What a sheet said of a goal; ``measured`` is how many days have a value."""

    name: str
    state: str
    unit: str
    value: str
    measured: int
    target: str
    due_on: str


@dataclass(frozen=True, slots=True)
class StepShown:
    """What it said of a planned action or a milestone: whether it was done."""

    title: str
    done: bool


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything it said that can change, by uuid; promises are their words."""

    goals: Mapping[str, GoalShown]
    actions: Mapping[str, StepShown]
    milestones: Mapping[str, StepShown]
    promises: Mapping[str, str]


def told(facts: Facts) -> str:
    """Facts as they are kept."""
    return json.dumps(asdict(facts), ensure_ascii=False, sort_keys=True)


def known(text: str) -> Facts | None:
    """Facts as they were kept; nothing where none, or none of ours, were kept."""
    try:
        found = json.loads(text)
        return Facts(
            {uuid: GoalShown(**one) for uuid, one in found["goals"].items()},
            {uuid: StepShown(**one) for uuid, one in found["actions"].items()},
            {uuid: StepShown(**one) for uuid, one in found["milestones"].items()},
            {uuid: str(one) for uuid, one in found["promises"].items()},
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def changes(before: Facts, now: Facts) -> tuple[Message, ...]:
    """What is new, a sentence each: goals first, then milestones, actions and promises."""
    return (
        *_goals(before.goals, now.goals),
        *_milestones(before.milestones, now.milestones),
        *_actions(before.actions, now.actions),
        *_promises(before.promises, now.promises),
    )


def _goals(before: Mapping[str, GoalShown], now: Mapping[str, GoalShown]) -> Iterator[Message]:
    for uuid, one in now.items():
        if (then := before.get(uuid)) is None:
            yield Message.of(N_("New goal: {goal}"), goal=one.name)
        else:
            yield from _goal(then, one)
    for uuid, one in before.items():
        if uuid not in now:
            yield Message.of(N_("No longer on this sheet: {goal}"), goal=one.name)


def _goal(then: GoalShown, one: GoalShown) -> Iterator[Message]:
    if then.name != one.name:
        yield Message.of(N_("“{before}” is now called “{goal}”"), before=then.name, goal=one.name)
    if one.measured > then.measured:
        yield Message.count(
            "{goal}: {n} new measurement, now {value}", "{goal}: {n} new measurements, now {value}",
            one.measured - then.measured, goal=one.name, value=_figure(one.value, one.unit),
        )  # fmt: skip
    elif then.value != one.value:
        yield Message.of(
            N_("{goal}: corrected to {value}"), goal=one.name, value=_figure(one.value, one.unit)
        )
    if then.state != one.state:
        states = {"before": _state(then.state), "after": _state(one.state)}
        yield Message.of(N_("{goal}: “{before}” before, “{after}” now"), goal=one.name, **states)
    if then.target != one.target:
        target = _figure(one.target, one.unit)
        yield Message.of(N_("{goal}: the target is now {value}"), goal=one.name, value=target)
    if then.due_on != one.due_on:
        yield Message.of(N_("{goal}: the target is now due on {date}"), goal=one.name, date=_day(one.due_on))


def _milestones(before: Mapping[str, StepShown], now: Mapping[str, StepShown]) -> Iterator[Message]:
    for uuid, one in now.items():
        then = before.get(uuid)
        if one.done and (then is None or not then.done):
            yield Message.of(N_("Milestone reached: {title}"), title=one.title)
        elif then is None:
            yield Message.of(N_("New milestone: {title}"), title=one.title)


def _actions(before: Mapping[str, StepShown], now: Mapping[str, StepShown]) -> Iterator[Message]:
    for uuid, one in now.items():
        then = before.get(uuid)
        if one.done and (then is None or not then.done):
            yield Message.of(N_("Done: {title}"), title=one.title)
        elif then is None:
            yield Message.of(N_("Newly planned: {title}"), title=one.title)
    for uuid, one in before.items():
        if uuid not in now and not one.done:
            yield Message.of(N_("No longer planned: {title}"), title=one.title)


def _promises(before: Mapping[str, str], now: Mapping[str, str]) -> Iterator[Message]:
    for uuid, text in now.items():
        if uuid not in before:
            yield Message.of(N_("Newly promised: {text}"), text=text)
    for uuid, text in before.items():
        if uuid not in now:
            yield Message.of(N_("No longer open: {text}"), text=text)


def _state(name: str) -> Message | str:
    return STATE_NAMES.get(name, name)


def _figure(number: str, unit: str) -> object:
    try:
        value = Decimal(number)
    except InvalidOperation:
        return number or "–"
    return with_unit(value, unit) if unit else value


def _day(text: str) -> date | str:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text
