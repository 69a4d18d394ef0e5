"""A reminder: something to be told about on a day or at a time, until it is done or dropped.

When it rings follows from the day and time it is set to, its lead, and the person's days: free days and quiet
hours move deadlines and personal dates earlier, the rest later; what is urgent passes (rows S22, S82).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_, Message
from amdesk.domain.recurrence import next_on
from amdesk.domain.wall_clock import instant

# The states kept. A pending or snoozed one that rang is *shown*: ringing is noted apart from the row, for no
# undo may make a bell ring again (see ``Reminder.occurrence``).
STATE_NAMES = {
    "pending": Message.named("reminder", "Pending"),
    "snoozed": Message.named("reminder", "Snoozed"),
    "done": Message.named("reminder", "Done"),
    "dropped": Message.named("reminder", "Dropped"),
}
OPEN = ("pending", "snoozed")
# What a reminder is for, with what each is called; deadlines and personal dates come earlier, the rest later.
KIND_NAMES = {
    "follow_up": N_("Follow-up"),
    "deadline": N_("Deadline"),
    "personal": N_("Personal date"),
}
# What tells one thing that rings from all others: its noun and its id.
Key = tuple[str, int]
LONGEST_LEAD = 366 * 24 * 60  # minutes
_EARLIER = frozenset({"deadline", "personal"})
# From which day a repeat is counted, with what each is called.
REPEAT_FROM_NAMES = {"schedule": N_("From the date set"), "completion": N_("From the day it is done")}


@dataclass(frozen=True, slots=True)
class Reminder:
    """One reminder, or the next of a row of them.

    ``noun`` and ``about`` (a uuid) say what it is about, if anything but its client. It is set to ``due_on``
    and, unless it is for the whole day, to ``clock`` ("HH:MM") on the wall of ``zone`` (a name of the zone
    database). ``lead_minutes`` is how long before that it rings. ``repeat`` is a rule of RFC 5545 or nothing,
    counted from ``first_on``. ``snoozed_until_at`` is when a snoozed one rings again.
    """

    id: int
    uuid: str
    text: str
    due_on: date
    client_id: int | None = None
    noun: str = ""
    about: str = ""
    kind: str = "follow_up"
    clock: str = ""
    zone: str = ""
    lead_minutes: int = 0
    repeat: str = ""
    repeat_from: str = "schedule"
    first_on: date | None = None
    state: str = "pending"
    snoozed_until_at: datetime | None = None
    urgent: bool = False
    done_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether it still wants something."""
        return self.state in OPEN

    @property
    def occurrence(self) -> str:
        """What rings once and not twice: this day and time of it with its lead, or this snooze."""
        until = self.snoozed_until_at
        if until is not None:
            return f"{until.astimezone(UTC):%Y-%m-%dT%H:%MZ}"
        lead = f"-{self.lead_minutes}" if self.lead_minutes else ""
        return f"{self.due_on}T{self.clock}{lead}"


@dataclass(frozen=True, slots=True)
class Armed:
    """What rings, with what stands around it: its client, when it rings, and whether it rang.

    ``noun`` says what it is, and what ``id`` belongs to: a reminder, or the occasion of a personal date
    (``contact`` for a birthday, ``personal_date``) in the form of one. ``is_key`` is one for a VIP or tier A
    client. ``rings_at`` is nothing for one that is settled or whose client is in the trash.
    """

    reminder: Reminder
    client: str
    is_key: bool
    rings_at: datetime | None
    rang: bool
    noun: str = "reminder"

    @property
    def id(self) -> int:
        """The reminder's id: lists are made of ids."""
        return self.reminder.id

    @property
    def key(self) -> Key:
        """What tells it from everything else that rings."""
        return self.noun, self.id

    def has_come(self, now: datetime) -> bool:
        """Whether it should have rung by now and waits to be settled."""
        return self.rings_at is not None and self.rings_at <= now


@dataclass(frozen=True, slots=True)
class Days:
    """The person's days: where they are, when reminders for a whole day ring, and when none does.

    ``is_free`` tells weekends and public holidays; ``quiet`` begins and ends, over midnight or not;
    ``zone_of`` gives the zone of a name, and the person's own where the name is none any more.
    """

    zone_of: Callable[[str], tzinfo]
    is_free: Callable[[date], bool]
    all_day: time = time(9)
    quiet: tuple[time, time] | None = None

    @property
    def zone(self) -> tzinfo:
        """Where the person is."""
        return self.zone_of("")


def is_clock(text: str) -> bool:
    """Whether a text is a time as a reminder keeps it, ``14:30``, or none at all."""
    try:
        return not text or f"{time.fromisoformat(text):%H:%M}" == text
    except ValueError:
        return False


def rings_at(reminder: Reminder, days: Days) -> datetime:
    """The moment (UTC) a reminder rings at."""
    if reminder.snoozed_until_at is not None:
        return reminder.snoozed_until_at
    clock = time.fromisoformat(reminder.clock) if reminder.clock else days.all_day
    wall = datetime.combine(reminder.due_on, clock) - timedelta(minutes=reminder.lead_minutes)
    if not reminder.urgent:
        wall = moved(wall, days, earlier=reminder.kind in _EARLIER)
    return instant(wall.date(), wall.time(), days.zone_of(reminder.zone if reminder.clock else ""))


def moved(wall: datetime, days: Days, *, earlier: bool) -> datetime:
    """A wall time taken out of free days and quiet hours, back or forward."""
    for _day in range(60):  # longer holidays there are none; a week of free days only would never end
        if days.is_free(wall.date()):
            wall += timedelta(days=-1 if earlier else 1)
        elif _is_quiet(wall.time(), days.quiet):
            wall = _out_of_quiet(wall, days.quiet, earlier=earlier)
        else:
            break
    return wall


def _is_quiet(clock: time, quiet: tuple[time, time] | None) -> bool:
    if quiet is None or quiet[0] == quiet[1]:
        return False
    begins, ends = quiet
    return begins < clock < ends if begins < ends else clock > begins or clock < ends


def _out_of_quiet(wall: datetime, quiet: tuple[time, time] | None, *, earlier: bool) -> datetime:
    assert quiet is not None
    begins, ends = quiet
    over_midnight = begins > ends
    if earlier:
        day = wall.date() - timedelta(days=over_midnight and wall.time() < ends)
        return datetime.combine(day, begins)
    day = wall.date() + timedelta(days=over_midnight and wall.time() > begins)
    return datetime.combine(day, ends)


def snoozed(reminder: Reminder, *, until: datetime) -> Reminder:
    """It rings again at ``until`` and not before."""
    return replace(_must_be_open(reminder), state="snoozed", snoozed_until_at=until)


def rescheduled(reminder: Reminder, *, due_on: date, clock: str) -> Reminder:
    """Set to another day or time, and armed again."""
    return _armed(_must_be_open(reminder), due_on=due_on, clock=clock)


def finished(reminder: Reminder, *, now: datetime, today: date) -> Reminder:
    """Done: one that repeats is set to the next of its days to come; those it slept through are over."""
    following = _following(_must_be_open(reminder), today=today)
    if following is None:
        return replace(reminder, state="done", done_at=now)
    return _armed(reminder, due_on=following, clock=reminder.clock)


def dropped(reminder: Reminder, *, now: datetime) -> Reminder:
    """It will not be done, and a row of them ends here."""
    return replace(_must_be_open(reminder), state="dropped", done_at=now)


def _armed(reminder: Reminder, *, due_on: date, clock: str) -> Reminder:
    return replace(reminder, due_on=due_on, clock=clock, state="pending", snoozed_until_at=None)


def _following(reminder: Reminder, *, today: date) -> date | None:
    if not reminder.repeat:
        return None
    if reminder.repeat_from == "completion":
        return next_on(reminder.repeat, first_on=today, after=today)
    first_on = reminder.first_on or reminder.due_on
    return next_on(reminder.repeat, first_on=first_on, after=max(reminder.due_on, today))


def _must_be_open(reminder: Reminder) -> Reminder:
    if not reminder.is_open:
        raise AmdeskError(N_("This reminder is settled already. Undo that first, or make a new one."))
    return reminder


# What snoozing is offered as, with what each is called, in its order.
SNOOZE_NAMES = {
    "minutes": N_("In 10 minutes"),
    "hour": N_("In an hour"),
    "evening": N_("This evening"),
    "tomorrow": N_("Tomorrow morning"),
    "workday": N_("Next working day"),
}
_EVENING = time(18)


def snooze_until(choice: str, days: Days, *, now: datetime) -> datetime | None:
    """The moment a choice of snoozing means; nothing for an evening that has come already."""
    if choice in {"minutes", "hour"}:
        return (now + timedelta(minutes=10 if choice == "minutes" else 60)).astimezone(UTC)
    today = now.astimezone(days.zone).date()
    if choice == "evening":
        evening = instant(today, _EVENING, days.zone)
        return evening if evening > now + timedelta(minutes=10) else None
    day = today + timedelta(days=1)
    while choice == "workday" and days.is_free(day) and day < today + timedelta(days=60):
        day += timedelta(days=1)
    return instant(day, days.all_day, days.zone)
