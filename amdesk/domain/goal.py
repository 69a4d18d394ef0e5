"""A goal: what a client wants to reach, from a baseline to a target, with measurements on the way.

Values are decimals as they were typed, never rounded; what they say about the goal is in ``goal_state``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from amdesk.domain.messages import Message

# Values kept in the file with what they are called (message ids), in the order in which they are offered.
DIRECTION_NAMES = {
    "up": Message.named("direction of a goal", "The higher, the better"),
    "down": Message.named("direction of a goal", "The lower, the better"),
}
RHYTHM_NAMES = {
    "daily": Message.named("rhythm", "Daily"),
    "weekly": Message.named("rhythm", "Weekly"),
    "monthly": Message.named("rhythm", "Monthly"),
}
# Whose planned action it is.
SIDE_NAMES = {
    "us": Message.named("side", "We"),
    "client": Message.named("side", "The client"),
    "third": Message.named("side", "A third party"),
}
DIRECTIONS, RHYTHMS, SIDES = tuple(DIRECTION_NAMES), tuple(RHYTHM_NAMES), tuple(SIDE_NAMES)
# The days from one measurement to the next.
RHYTHM_DAYS = {"daily": 1, "weekly": 7, "monthly": 30}
LARGEST = Decimal(10) ** 15
MOST_DECIMALS = 6


@dataclass(frozen=True, slots=True)
class Goal:
    """What is to be reached for a client: a KPI in its unit, from ``baseline`` to ``target``.

    ``direction`` says whether more or less of it is better, ``rhythm`` how often it is measured, ``shared``
    whether the client may see it. ``notes`` are private. ``ended_on`` is the day it was given up or closed.
    """

    id: int
    uuid: str
    client_id: int
    name: str
    kpi: str
    unit: str
    direction: str
    baseline: Decimal
    target: Decimal
    start_on: date
    due_on: date
    rhythm: str = "weekly"
    shared: bool = False
    notes: str = ""
    ended_on: date | None = None
    created_at: datetime | None = None
    deleted_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Measurement:
    """A goal's value on a day; of several on one day the last one counts."""

    id: int
    uuid: str
    goal_id: int
    taken_on: date
    value: Decimal
    note: str = ""


@dataclass(frozen=True, slots=True)
class Milestone:
    """A point on the way: what is to be there on a day, at which value where it has one."""

    id: int
    uuid: str
    goal_id: int
    title: str
    due_on: date
    value: Decimal | None = None
    reached_on: date | None = None


@dataclass(frozen=True, slots=True)
class PlannedAction:
    """Something that will be done for the goal: by which side, by whom, from when until when."""

    id: int
    uuid: str
    goal_id: int
    title: str
    side: str = "us"
    owner: str = ""
    start_on: date | None = None
    due_on: date | None = None
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class GoalLine:
    """A goal as a list shows it: with its client, and the last value measured by a day."""

    goal: Goal
    client: str
    code: str
    is_key: bool
    value: Decimal | None = None
    measured_on: date | None = None

    @property
    def id(self) -> int:
        """The goal's id: lists are made of ids."""
        return self.goal.id


def is_amount(text: str) -> bool:
    """Whether a text is a value as the file keeps it: plain digits, not too many of them."""
    whole, _point, decimals = text.removeprefix("-").partition(".")
    is_plain = text.isascii() and whole.isdecimal() and (decimals.isdecimal() or "." not in text)
    return is_plain and is_in_reach(Decimal(text))


def is_in_reach(value: Decimal) -> bool:
    """Whether a value is a number that can be kept: not endless, not too large, not too fine."""
    if not value.is_finite() or abs(value) >= LARGEST:
        return False
    plain = value.normalize()  # to 28 digits, which may not be the same any more
    exponent = plain.as_tuple().exponent
    return plain == value and isinstance(exponent, int) and exponent >= -MOST_DECIMALS


def amount(value: Decimal) -> Decimal:
    """The same value in its one form: no needless zeros, no exponent, no negative zero."""
    plain = value.normalize() if value else Decimal(0)
    return plain.quantize(Decimal(1)) if plain.as_tuple().exponent > 0 else plain  # type: ignore[operator]


def is_backwards(*, direction: str, baseline: Decimal, target: Decimal) -> bool:
    """Whether the target lies on the wrong side of the baseline."""
    return target < baseline if direction == "up" else target > baseline


def by_day(measurements: Iterable[Measurement]) -> list[Measurement]:
    """The measurements that count, one a day, in their order: of several on a day the last one."""
    days = {one.taken_on: one for one in sorted(measurements, key=lambda one: (one.taken_on, one.id))}
    return list(days.values())
