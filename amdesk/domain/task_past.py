"""What a task was before: each step that changed it, and in sentences what it changed (PRODUCT §7)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from amdesk.domain.messages import N_, Message, Words, as_message
from amdesk.domain.task import SIDE_NAMES, STATE_NAMES, Task

# The fields whose past is told, with what each is called, in the order of telling.
FIELD_NAMES: Mapping[str, Words] = {
    "title": N_("What is to be done"),
    "state": Message.named("column", "State"),
    "side": N_("Who owes it"),
    "assignee": N_("Who does it"),
    "agreed_on": N_("Agreed on"),
    "start_on": Message.named("task", "Start"),
    "due_on": N_("Due date"),
    "checkpoint_at": N_("Checkpoint"),
    "result": N_("Result expected"),
    "requirements": N_("Requirements"),
}
_TYPED, _AT_ONCE = "Write summary", timedelta(minutes=10)
_NAMES: Mapping[str, Mapping[str, Words]] = {"state": STATE_NAMES, "side": SIDE_NAMES}


@dataclass(frozen=True, slots=True)
class Former:
    """What a task was until a step, under a label (a message id), changed it."""

    at: datetime
    label: str
    was: Task


@dataclass(frozen=True, slots=True)
class Past:
    """One step that changed a task: when, its label (a message id), and what it changed, a sentence each."""

    at: datetime
    label: str
    changes: tuple[Message, ...]


def past(formers: Sequence[Former], now: Task) -> tuple[Past, ...]:
    """The steps that changed a task, newest first; ``formers`` are in the order in which they came.

    The line it was born of is typed letter by letter: that is told once.
    """
    steps = list(_joined(formers))
    became = [*(one.was for one in steps), now][1:]
    found = [
        Past(one.at, one.label, tuple(_changes(one.was, after)))
        for one, after in zip(steps, became, strict=True)
    ]
    return tuple(one for one in reversed(found) if one.changes)


def _joined(formers: Sequence[Former]) -> Iterator[Former]:
    last: Former | None = None
    for one in formers:
        goes_on = last is not None and last.label == one.label == _TYPED and one.at - last.at <= _AT_ONCE
        if not goes_on:
            yield one
        last = one


def _changes(was: Task, became: Task) -> Iterator[Message]:
    for name, called in FIELD_NAMES.items():
        old, new = (_said(name, getattr(one, name)) for one in (was, became))
        if old == new:
            continue
        if not old:
            text = N_("{field}: “{new}”.")
        elif new:
            text = N_("{field}: “{old}” becomes “{new}”.")
        else:
            text = N_("{field}: “{old}” no longer.")
        yield Message.of(text, field=as_message(called), old=old, new=new)


def _said(name: str, value: object) -> object:
    names = _NAMES.get(name)
    return as_message(names[str(value)]) if names else value
