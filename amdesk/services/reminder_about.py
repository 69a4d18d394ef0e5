"""What a reminder is about beside its client: a person there, a call with its summary, a goal or a task."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from amdesk.domain.contact import Contact
from amdesk.domain.goal import Goal
from amdesk.domain.interaction import Interaction
from amdesk.domain.reminder import Reminder
from amdesk.domain.task import Task
from amdesk.services import contacts, goals, interactions, tasks
from amdesk.services.desk import Desk
from amdesk.store import reminders as store

_READ: Mapping[str, Callable[[Desk, int], Contact | Interaction | Goal | Task]] = {
    "contact": contacts.get,
    "interaction": interactions.get,
    "goal": lambda desk, goal_id: goals.get(desk, goal_id).goal,
    "task": tasks.get,
}
NOUNS = tuple(_READ)


@dataclass(frozen=True, slots=True)
class About:
    """A record: its noun, its id, and what it is called (a name, a reference)."""

    noun: str
    id: int
    name: str


def naming(desk: Desk, noun: str, record_id: int) -> tuple[int | None, str]:
    """A record's client, and what a reminder names it by: ``contact:…`` and its uuid, as in every file."""
    record = _READ[noun](desk, record_id)
    return record.client_id, f"{noun}:{record.uuid}"


def about(desk: Desk, reminder: Reminder) -> About | None:
    """What it is about; nothing where that is its client alone, or is gone."""
    return named(desk, reminder.noun, reminder.about)


def named(desk: Desk, noun: str, uuid: str) -> About | None:
    """A record by the name a reminder has for it."""
    found = store.record_of(desk.store, noun, uuid) if noun in NOUNS else None
    if found is None:
        return None
    record = _READ[noun](desk, found)
    return About(noun, found, _name(record))


def _name(record: Contact | Interaction | Goal | Task) -> str:
    if isinstance(record, Interaction):
        return record.reference
    return record.title if isinstance(record, Task) else record.name
