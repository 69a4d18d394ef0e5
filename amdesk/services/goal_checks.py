"""What a goal, and what belongs to it, can hold: everything else is told beside its field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Any

from amdesk.domain.errors import AmdeskError
from amdesk.domain.goal import (
    DIRECTIONS,
    LARGEST,
    MOST_DECIMALS,
    RHYTHMS,
    SIDES,
    Goal,
    amount,
    is_backwards,
    is_in_reach,
)
from amdesk.domain.messages import N_
from amdesk.domain.moments import EARLIEST, LATEST
from amdesk.domain.text import is_blank

_ALLOWED = {"direction": DIRECTIONS, "rhythm": RHYTHMS, "side": SIDES}
_FIXED = frozenset({"id", "uuid", "client_id", "goal_id", "created_at", "deleted_at"})
_NAMELESS = {
    "name": N_("A goal needs a name, such as “Orders per week”."),
    "title": N_("Write what is to be there or to be done."),
}


def checked_goal(values: Mapping[str, object]) -> dict[str, object]:
    """A goal's values as they are kept; its direction, baseline, target and two days are among them."""
    chosen = checked(Goal, values)
    start_on, due_on = chosen["start_on"], chosen["due_on"]
    if isinstance(start_on, date) and isinstance(due_on, date) and due_on <= start_on:
        raise AmdeskError(
            N_("The due date {due} is not after the start {start}. Choose a later one."), beside="due_on",
            due=due_on, start=start_on,
        )  # fmt: skip
    direction, baseline, target = (chosen[name] for name in ("direction", "baseline", "target"))
    if is_backwards(direction=str(direction), baseline=_number(baseline), target=_number(target)):
        told = (
            N_("The target is below the baseline, though more is better. Change one of the three.")
            if direction == "up"
            else N_("The target is above the baseline, though less is better. Change one of the three.")
        )
        raise AmdeskError(told, beside="target")
    return chosen


def checked(cls: type[Any], values: Mapping[str, object]) -> dict[str, object]:
    """The values of a goal or of a part of one, as they are kept."""
    unknown = values.keys() - ({one.name for one in fields(cls)} - _FIXED)
    if unknown:
        raise TypeError(f"not fields of a {cls.__name__}: {', '.join(sorted(unknown))}")
    return {name: _checked(name, value) for name, value in values.items()}


def check_day(taken_on: date, *, today: date) -> None:
    """An AmdeskError for a measurement of a day that has not come."""
    if taken_on > today:
        raise AmdeskError(
            N_("{date} has not come yet. A measurement is of today or of a day before."), beside="taken_on",
            date=taken_on,
        )  # fmt: skip


def _checked(name: str, value: object) -> object:
    if name in _ALLOWED and value not in _ALLOWED[name]:
        raise TypeError(f"not a goal's {name}: {value}")
    if name in _NAMELESS and is_blank(str(value)):
        raise AmdeskError(_NAMELESS[name], beside=name)
    if isinstance(value, Decimal):
        return checked_amount(value, beside=name)
    if isinstance(value, date) and not EARLIEST.date() <= value < LATEST.date():
        raise AmdeskError(
            N_("The date must be between {first} and {last}."), beside=name,
            first=EARLIEST.date(), last=LATEST.date(),
        )  # fmt: skip
    return value


def checked_amount(value: Decimal, *, beside: str = "value") -> Decimal:
    """A value in its one form; an AmdeskError for one too large or too fine to be kept."""
    if not is_in_reach(value):
        raise AmdeskError(
            N_("A value has at most {decimals} decimals and is below {largest}."), beside=beside,
            decimals=MOST_DECIMALS, largest=LARGEST,
        )  # fmt: skip
    return amount(value)


def _number(value: object) -> Decimal:
    assert isinstance(value, Decimal)
    return value
