"""What a reminder is about beside its client: a person there, or a call with its summary."""

from __future__ import annotations

from dataclasses import dataclass

from amdesk.domain.reminder import Reminder
from amdesk.services import contacts, interactions
from amdesk.services.desk import Desk
from amdesk.store import reminders as store

NOUNS = ("contact", "interaction")


@dataclass(frozen=True, slots=True)
class About:
    """A record: its noun, its id, and what it is called (a name, a reference)."""

    noun: str
    id: int
    name: str


def naming(desk: Desk, noun: str, record_id: int) -> tuple[int, str]:
    """A record's client, and what a reminder names it by: ``contact:…`` and its uuid, as in every file."""
    record = contacts.get(desk, record_id) if noun == "contact" else interactions.get(desk, record_id)
    return record.client_id, f"{noun}:{record.uuid}"


def about(desk: Desk, reminder: Reminder) -> About | None:
    """What it is about; nothing where that is its client alone, or is gone."""
    return named(desk, reminder.noun, reminder.about)


def named(desk: Desk, noun: str, uuid: str) -> About | None:
    """A record by the name a reminder has for it."""
    found = store.record_of(desk.store, noun, uuid) if noun in NOUNS else None
    if found is None:
        return None
    told = contacts.get(desk, found).name if noun == "contact" else interactions.get(desk, found).reference
    return About(noun, found, told)
