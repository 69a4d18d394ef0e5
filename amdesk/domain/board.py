"""The board: goals as bars over time, in groups, with what happened with their clients meanwhile."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from amdesk.domain.goal import GoalLine, Milestone
from amdesk.domain.goal_marks import milestone
from amdesk.domain.goal_state import STATE_NAMES, STATES, Standing
from amdesk.domain.interaction import CHANNEL_NAMES
from amdesk.domain.messages import N_, Message

GROUPINGS: dict[str, Message] = {
    "client": Message.named("grouping", "By client"),
    "tier": Message.named("grouping", "By tier"),
    "state": Message.named("grouping", "By state"),
}
EVER = (date.min, date.max)
HEIGHTS = {"heading": 36.0, "client": 32.0, "goal": 40.0}
TIER = Message.named("grouping", "Tier {tier}")
NO_TIER = Message.named("grouping", "Without a tier")
_LAST_TIER = "\U0010ffff"


class Lane(NamedTuple):
    """A goal as a bar: how it stands, whose it is, its milestones."""

    line: GoalLine
    standing: Standing
    tier: str
    milestones: tuple[Milestone, ...] = ()


class Event(NamedTuple):
    """What happened with a client on a day: a "meeting", or a summary that was "sent"; ``id`` of the call."""

    day: date
    kind: str
    id: int
    reference: str
    channel: str


class Row(NamedTuple):
    """One line of the board: a heading, a client, or a goal (with its client where no line has it)."""

    kind: str
    said: Message | str
    goals: int = 0
    client_id: int = 0
    lane: Lane | None = None
    names_client: bool = False


class Stop(NamedTuple):
    """A place on a row that one can walk to: its day and what it says."""

    day: date
    kind: str
    id: int
    said: Message


def rows(lanes: Sequence[Lane], *, by: str) -> tuple[Row, ...]:
    """The lines of the board; lanes come in the order of their clients' names."""
    if by == "state":
        order = {state: n for n, state in enumerate(STATES)}
        sorted_ = sorted(lanes, key=lambda lane: order[lane.standing.state])
        return tuple(_by_state(sorted_))
    if by == "tier":
        return tuple(_by_tier(sorted(lanes, key=lambda lane: lane.tier or _LAST_TIER)))
    return tuple(_by_client(lanes))


def _by_client(lanes: Iterable[Lane]) -> Iterator[Row]:
    groups: dict[int, list[Lane]] = {}  # two clients may have the same name
    for lane in lanes:
        groups.setdefault(lane.line.goal.client_id, []).append(lane)
    for client_id, found in groups.items():
        yield Row("client", found[0].line.client, len(found), client_id)
        yield from (_goal(lane) for lane in found)


def _by_tier(lanes: Iterable[Lane]) -> Iterator[Row]:
    for tier, group in groupby(lanes, key=lambda lane: lane.tier):
        found = list(group)
        named = Message(TIER.text, {"tier": tier}, context=TIER.context) if tier else NO_TIER
        yield Row("heading", named, len(found))
        yield from _by_client(found)


def _by_state(lanes: Iterable[Lane]) -> Iterator[Row]:
    for state, group in groupby(lanes, key=lambda lane: lane.standing.state):
        found = list(group)
        yield Row("heading", STATE_NAMES[state], len(found))
        yield from (_goal(lane)._replace(names_client=True) for lane in found)


def _goal(lane: Lane) -> Row:
    return Row("goal", lane.line.goal.name, client_id=lane.line.goal.client_id, lane=lane)


def tops(shown: Iterable[Row]) -> tuple[float, ...]:
    """Where each line begins, and, last, where all of them end."""
    found = [0.0]
    for row in shown:
        found.append(found[-1] + HEIGHTS[row.kind])
    return tuple(found)


def told(row: Row) -> Message:
    """A line as a whole, in a sentence."""
    if row.lane is None:
        counted = Message.count(N_("{n} goal"), N_("{n} goals"), row.goals)
        return Message.of(N_("{group}: {goals}"), group=row.said, goals=counted)
    line, standing = row.lane.line, row.lane.standing
    fields = {
        "goal": line.goal.name, "client": line.client, "state": STATE_NAMES[standing.state],
        "start": line.goal.start_on, "due": line.goal.due_on, "percent": standing.percent,
    }  # fmt: skip
    if standing.percent is None:
        return Message(N_("{goal}, {client}: {state}; from {start} to {due}"), fields)
    return Message(N_("{goal}, {client}: {state}, {percent}% of the way; from {start} to {due}"), fields)


def stops(
    row: Row, events: Mapping[int, Sequence[Event]], *, today: date, between: tuple[date, date] = EVER
) -> tuple[Stop, ...]:
    """What one can walk to on a line, in the order of time, all of it or what is between two days."""
    first, last = between
    if row.lane is None:
        known = events.get(row.client_id, ())
        begin = bisect_left(known, first, key=lambda one: one.day)
        end = bisect_right(known, last, key=lambda one: one.day)
        return tuple(_event_stop(one) for one in known[begin:end])
    return tuple(stop for stop in _goal_stops(row.lane, today=today) if first <= stop.day <= last)


def _goal_stops(lane: Lane, *, today: date) -> list[Stop]:
    goal = lane.line.goal
    begins = Message.of(N_("{date}: {goal} begins"), date=goal.start_on, goal=goal.name)
    due = Message.of(N_("{date}: {goal} is due"), date=goal.due_on, goal=goal.name)
    found = [
        Stop(goal.start_on, "begins", goal.id, begins),
        *(
            Stop(one.due_on, _kind(one), goal.id, milestone(goal, one, today=today))
            for one in lane.milestones
        ),
        Stop(goal.due_on, "due", goal.id, due),
    ]
    return sorted(found, key=lambda stop: stop.day)


def _kind(one: Milestone) -> str:
    return "milestone" if one.reached_on is None else "reached milestone"


def _event_stop(one: Event) -> Stop:
    fields = {"date": one.day, "reference": one.reference, "channel": Message(CHANNEL_NAMES[one.channel])}
    if one.kind == "sent":
        return Stop(one.day, one.kind, one.id, Message(N_("{date}: summary {reference} sent"), fields))
    return Stop(one.day, one.kind, one.id, Message(N_("{date}: {channel}, {reference}"), fields))
