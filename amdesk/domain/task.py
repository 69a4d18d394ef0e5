"""A task: who owes what by when; a promise where it binds us, or them, to a client (rows S75–S89)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from amdesk.domain.messages import Message, Words

# Values kept in the file with what they are called (message ids), in the order in which they are offered.
SIDE_NAMES: Mapping[str, Words] = {
    "us": Message.named("side of a task", "Me"),
    "colleague": Message.named("side of a task", "A colleague"),
    "client": Message.named("side of a task", "The client"),
    "third": Message.named("side of a task", "A third party"),
}
STATE_NAMES: Mapping[str, Words] = {
    "open": Message.named("task", "Open"),
    "waiting": Message.named("task", "Waiting for clarification"),
    "checked": Message.named("task", "On track"),
    "done": Message.named("task", "Done"),
    "dropped": Message.named("task", "Dropped"),
}
SIDES, STATES = tuple(SIDE_NAMES), tuple(STATE_NAMES)
OPEN, SETTLED = ("open", "waiting", "checked"), ("done", "dropped")
# Whose tasks are delegated ones: looked at while there is still time.
DELEGATED = frozenset({"colleague", "third"})
# What the client was promised, and what they owe: the two halves of the promises on a client's page.
OURS, THEIRS = ("us", "colleague"), ("client", "third")


@dataclass(frozen=True, slots=True)
class Task:
    """One task.

    ``point_id`` is the action of a summary it was born of: that one says what was written to the client, this
    what is owed now. ``agreed_on`` is nothing while the assignee has not agreed. ``told`` is whether the
    client knows of the present due date. ``checkpoint_at`` follows from the due date unless it was set
    ``checkpoint_by_hand``; ``snoozed_until_at`` puts it off.
    """

    id: int
    uuid: str
    title: str
    client_id: int | None = None
    goal_id: int | None = None
    no_goal_reason: str = ""
    contact_id: int | None = None
    point_id: int | None = None
    result: str = ""
    requirements: str = ""
    side: str = "us"
    assignee: str = ""
    assignee_address: str = ""
    assignee_language: str = ""
    agreed_on: date | None = None
    start_on: date | None = None
    due_on: date | None = None
    important: bool = False
    urgent: bool = False
    state: str = "open"
    checkpoint_at: datetime | None = None
    checkpoint_by_hand: bool = False
    snoozed_until_at: datetime | None = None
    promise: bool = False
    told: bool = True
    done_at: datetime | None = None
    created_at: datetime | None = None
    deleted_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether it still wants something."""
        return self.state in OPEN

    @property
    def is_delegated(self) -> bool:
        """Whether somebody else does it for us."""
        return self.side in DELEGATED

    @property
    def is_promised_by_us(self) -> bool:
        """Whether the client was promised it, and has to know when its day moves."""
        return self.promise and self.side in OURS and self.client_id is not None

    @property
    def rings_at(self) -> datetime | None:
        """When its checkpoint wants to be looked at: nothing once it was found on track or is settled."""
        waits = self.state in {"open", "waiting"} and self.checkpoint_at is not None
        return (self.snoozed_until_at or self.checkpoint_at) if waits else None

    def is_late(self, today: date) -> bool:
        """Whether it is open and its day has passed."""
        return self.is_open and self.due_on is not None and self.due_on < today


def reopened(state: str) -> str:
    """A task that was found on track wants to be looked at again."""
    return "open" if state == "checked" else state


@dataclass(frozen=True, slots=True)
class TaskLine:
    """A task with what stands around it in lists: its client, its goal, the call it was agreed in."""

    task: Task
    client: str = ""
    is_key: bool = False
    goal: str = ""
    interaction_id: int | None = None
    reference: str = ""

    @property
    def id(self) -> int:
        """The task's id: lists are made of ids."""
        return self.task.id


@dataclass(frozen=True, slots=True)
class Question:
    """Something about a task that has to be found out; it ages until it is answered (row S84)."""

    id: int
    uuid: str
    task_id: int
    text: str
    asked_at: datetime
    answered_on: date | None = None
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Load:
    """What a colleague has to do: how much is open, how much of it late and not agreed yet, by when."""

    assignee: str
    open: int
    late: int = 0
    not_agreed: int = 0
    next_due_on: date | None = None
    last_due_on: date | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who can be given a task: their name, and where and in which language they are written to."""

    name: str
    address: str = ""
    language: str = ""
    side: str = "colleague"
