"""What Today is made of: rows in sections or days, in the order in which they want attention."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from amdesk.domain.messages import N_, Message

CAP = 15  # rows of a section that are shown at first
# The sections with what they are called (message ids), in their order: what clients were promised goes first.
SECTION_NAMES = {
    "promises": N_("Overdue promises of ours"),
    "checkpoints": N_("Checkpoints"),
    "tasks": N_("Tasks that are due"),
    "reminders": N_("Reminders that have come"),
    "summaries": N_("Summaries to write"),
    "confirmations": N_("Confirmations to chase"),
    "clients": N_("Clients to contact"),
    "their_promises": N_("Overdue promises of clients"),
    "personal_dates": N_("Personal dates"),
    "measurements": N_("Goals to measure"),
    "goals": N_("Goals behind"),
    "questions": N_("Open questions"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of Today: what it is about, why it is there, and since how many days.

    ``kind`` names the noun (reminder, interaction, summary, client, point, goal, task, question; contact or
    personal_date for whose day it is) that ``id`` and ``uuid`` belong to, ``contact_id`` whom to call where
    it is about one person, and ``action`` the verb its key does; ``urgent`` rows are shown as overdue. It
    fell, or will fall, due on ``due_on``, and at a moment where it rings ``at`` one. ``is_key`` are VIP and
    tier A clients, whose rows go first; then goes what has the greater ``pressure``: days overdue ÷ the days
    that are usual.
    """

    kind: str
    id: int
    uuid: str
    client_id: int | None
    client: str
    reason: Message
    action: str
    due_on: date
    age_days: int = 0
    urgent: bool = False
    is_key: bool = False
    pressure: float = 0.0
    at: datetime | None = None
    contact_id: int | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A part of Today, one of ``SECTION_NAMES``; its rows in the order in which they want attention.

    ``has_more``: others wait that come when these are done.
    """

    name: str
    rows: tuple[Row, ...]
    has_more: bool = False


@dataclass(frozen=True, slots=True)
class Agenda:
    """Everything that wants attention at a moment; where nothing does, ``to_come`` is what will next."""

    as_of: datetime
    sections: tuple[Section, ...]
    to_come: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Day:
    """A day ahead, and what falls on it."""

    on: date
    rows: tuple[Row, ...]


def section(name: str, rows: Iterable[Row | None], *, today: date, most: int) -> Section:
    """A section in its order: VIP and key clients first, then what is overdue by most of its usual time.

    Only what is due by ``today`` stands in it, and ``most`` rows at most.
    """
    found = sorted((row for row in rows if row is not None and row.due_on <= today), key=_order)
    return Section(name, tuple(found[:most]), len(found) > most)


def _order(row: Row) -> tuple[bool, float, int]:
    return not row.is_key, -row.pressure, -row.age_days


def days_of(rows: Iterable[Row | None], days: Iterable[date]) -> tuple[Day, ...]:
    """What falls on each of some days: first what has its time, then the rest as it wants attention."""
    by_day: dict[date, list[Row]] = {day: [] for day in days}
    for row in rows:
        if row is not None and row.due_on in by_day:
            by_day[row.due_on].append(row)
    return tuple(Day(day, tuple(sorted(found, key=_by_time))) for day, found in by_day.items())


def soonest(rows: Iterable[Row | None], *, after: date, most: int) -> tuple[Row, ...]:
    """The next few things of what is to come."""
    found = [row for row in rows if row is not None and (row.at is not None or row.due_on > after)]
    return tuple(sorted(found, key=lambda row: (row.due_on, _by_time(row)))[:most])


def _by_time(row: Row) -> tuple[bool, float, tuple[bool, float, int]]:
    return row.at is None, row.at.timestamp() if row.at else 0.0, _order(row)
