"""Reminders: setting them, putting them off, settling them; and when they ring."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from datetime import date, datetime, time, tzinfo
from typing import Any

from amdesk.domain import recurrence
from amdesk.domain.errors import AmdeskError, gone
from amdesk.domain.messages import N_
from amdesk.domain.moments import EARLIEST, LATEST
from amdesk.domain.reminder import (
    KIND_NAMES,
    OPEN,
    REPEAT_FROM_NAMES,
    SNOOZE_NAMES,
    Armed,
    Days,
    Reminder,
    dropped,
    finished,
    rescheduled,
    rings_at,
    snooze_until,
    snoozed,
)
from amdesk.domain.text import is_blank
from amdesk.services import clients, week
from amdesk.services.desk import Desk
from amdesk.store import reminders as store

SETTLED = ("done", "dropped")
_ALL_DAY = "09:00"  # where nobody says when
_MOST_RINGING = 1000  # at once; more come with the next look
_CHANGEABLE = frozenset(f.name for f in fields(Reminder)) - {
    "id",
    "uuid",
    "state",
    "snoozed_until_at",
    "done_at",
}
_ALLOWED: Mapping[str, Mapping[str, object]] = {"kind": KIND_NAMES, "repeat_from": REPEAT_FROM_NAMES}


def get(desk: Desk, reminder_id: int) -> Reminder:
    """The reminder; an AmdeskError where there is none any more."""
    found = store.get(desk.store, reminder_id)
    if found is None:
        raise gone("reminder")
    return found


def add(desk: Desk, *, text: str, due_on: date, **values: object) -> int:
    """A new reminder, for a whole day or with ``clock`` ("HH:MM") for a time on the wall here; its id."""
    chosen = _checked(desk, {"text": text, "due_on": due_on, **values})
    zone = str(desk.zone) if chosen.get("clock") else ""
    with desk.step(N_("New reminder")):
        return store.insert(
            desk.store, {"zone": zone, "first_on": due_on, **chosen, "created_at": desk.now()}
        )


def change(desk: Desk, reminder_id: int, **values: object) -> None:
    """New values for some fields; another day or time arms it again, and a repeat is counted from there."""
    before = get(desk, reminder_id)
    chosen = _checked(desk, values)
    timed = {name: chosen[name] for name in ("due_on", "clock") if name in chosen}
    with desk.step(N_("Change reminder")):
        if any(getattr(before, name) != value for name, value in timed.items()):
            due_on, clock = chosen.get("due_on", before.due_on), chosen.get("clock", before.clock)
            store.keep(desk.store, before, rescheduled(before, due_on=due_on, clock=str(clock)))  # type: ignore[arg-type]
            chosen = {"first_on": due_on, "zone": str(desk.zone) if clock else "", **chosen}
        store.update(desk.store, reminder_id, chosen)


def finish(desk: Desk, reminder_id: int) -> None:
    """Done; one that repeats comes again on its next day."""
    one = get(desk, reminder_id)
    with desk.step(N_("Reminder done")):
        store.keep(desk.store, one, finished(one, now=desk.now(), today=desk.today()))


def drop(desk: Desk, reminder_id: int) -> None:
    """Not to be done any more."""
    one = get(desk, reminder_id)
    with desk.step(N_("Drop reminder")):
        store.keep(desk.store, one, dropped(one, now=desk.now()))


def snooze(desk: Desk, reminder_id: int, *, choice: str = "minutes", until: datetime | None = None) -> None:
    """Put off: by one of the choices of snoozing, or ``until`` a moment to come."""
    one = get(desk, reminder_id)
    later = until or snooze_until(choice, days(desk), now=desk.now())
    if later is None or later <= desk.now():
        raise AmdeskError(N_("That moment has passed. Choose a later one."), beside="until")
    with desk.step(N_("Snooze reminder")):
        store.keep(desk.store, one, snoozed(one, until=later))


def reschedule(desk: Desk, reminder_id: int, *, due_on: date, clock: str = "") -> None:
    """Set to another day or time, from where a repeat goes on as before."""
    one = get(desk, reminder_id)
    with desk.step(N_("Reschedule reminder")):
        store.keep(desk.store, one, _moved(desk, one, due_on=due_on, clock=clock))


def remove(desk: Desk, reminder_id: int) -> None:
    """Put a reminder into the trash."""
    get(desk, reminder_id)
    with desk.step(N_("Delete reminder")):
        store.update(desk.store, reminder_id, {"deleted_at": desk.now()})


def find(desk: Desk, text: str = "", *, settled: bool = False, client_id: int | None = None) -> list[int]:
    """Ids of open reminders as they fall due, or of settled ones, newest first."""
    states = SETTLED if settled else OPEN
    return store.find(desk.store, states=states, text=text, client_id=client_id)


def lines(desk: Desk, ids: Sequence[int]) -> list[Armed]:
    """Reminders with their clients and when they ring, in the order asked for."""
    _arm(desk)
    return store.lines(desk.store, ids)


def due(desk: Desk) -> list[Armed]:
    """What should have rung by now and did not: a digest where there are many."""
    _arm(desk)
    return store.due(desk.store, now=desk.now(), limit=_MOST_RINGING)


def note_rung(desk: Desk, reminders: Sequence[Reminder]) -> None:
    """These were shown to the person: they do not ring again, whatever is undone."""
    store.note_rung(desk.store, reminders, at=desk.now())


def come(desk: Desk) -> list[Armed]:
    """What should have rung by now, whether it did or not, and waits to be settled, the oldest first."""
    _arm(desk)
    return store.between(desk.store, EARLIEST, desk.now())


def count_come(desk: Desk) -> int:
    """How many those are."""
    _arm(desk)
    return store.count_come(desk.store, until=desk.now())


def still_come(desk: Desk, ids: Sequence[int]) -> dict[int, Armed]:
    """Those of some reminders that have come and wait to be settled, by id."""
    now = desk.now()
    return {one.id: one for one in lines(desk, ids) if one.has_come(now)}


def most_wanted(desk: Desk, *, limit: int) -> list[Armed]:
    """The same, not all of it: urgent ones and key clients first."""
    _arm(desk)
    return store.most_wanted(desk.store, until=desk.now(), limit=limit)


def coming(desk: Desk, *, limit: int = 3) -> list[Armed]:
    """The next ones to ring."""
    _arm(desk)
    return store.coming(desk.store, after=desk.now(), limit=limit)


def next_rings_at(desk: Desk) -> datetime | None:
    """When the next reminder rings; a moment that has passed when one should have rung already."""
    _arm(desk)
    return store.next_rings_at(desk.store)


def next_workday(desk: Desk) -> date:
    """The next day the person works on."""
    until = snooze_until("workday", days(desk), now=desk.now())
    assert until is not None
    return until.astimezone(desk.zone).date()


def would_ring_moved(desk: Desk, reminder_id: int, *, due_on: date, clock: str = "") -> datetime:
    """When a reminder would ring, were it set to another day or time."""
    return rings_at(_moved(desk, get(desk, reminder_id), due_on=due_on, clock=clock), days(desk))


def would_ring(desk: Desk, *, due_on: date, **values: Any) -> datetime:
    """When a reminder with these values would ring; an AmdeskError for a day that is out of reach."""
    _checked_time({"due_on": due_on, **values})
    zone = str(desk.zone) if values.get("clock") else ""
    return rings_at(Reminder(0, "", "", due_on, zone=zone, **values), days(desk))


def between(desk: Desk, begins: datetime, ends: datetime) -> list[Armed]:
    """What would ring after one moment and up to another."""
    _arm(desk)
    return store.between(desk.store, begins, ends)


def snooze_choices(desk: Desk) -> tuple[str, ...]:
    """The choices of snoozing that make sense now: this evening is none at night."""
    at, now = days(desk), desk.now()
    return tuple(one for one in SNOOZE_NAMES if snooze_until(one, at, now=now) is not None)


def days(desk: Desk) -> Days:
    """The person's days, as ringing goes by them."""
    free, holidays = week.weekend(desk), week.work_week(week.country(desk)).holidays

    def is_free(day: date) -> bool:
        return day.weekday() in free or day in holidays

    begins, ends = (str(desk.settings[key]) for key in ("quiet_from", "quiet_until"))
    quiet = (time.fromisoformat(begins), time.fromisoformat(ends)) if begins and ends else None
    all_day = time.fromisoformat(str(desk.settings["all_day_at"]) or _ALL_DAY)
    return Days(_zone_of(desk), is_free, all_day, quiet)


@dataclass(frozen=True, slots=True)
class _Signature:
    """All of the person's that decides when reminders ring."""

    zone: str
    weekend: tuple[int, ...]
    country: str
    all_day_at: str
    quiet_from: str
    quiet_until: str


def _arm(desk: Desk) -> None:
    """Work out when reminders ring that changed, or all where the person's days did."""
    clocks = {key: str(desk.settings[key]) for key in ("all_day_at", "quiet_from", "quiet_until")}
    free = tuple(sorted(week.weekend(desk)))
    signature = _Signature(zone=str(desk.zone), weekend=free, country=week.country(desk), **clocks)
    at = days(desk)
    store.arm(desk.store, repr(asdict(signature)), lambda one: rings_at(one, at))


def _zone_of(desk: Desk) -> Callable[[str], tzinfo]:
    from zoneinfo import ZoneInfo

    def zone_of(name: str) -> tzinfo:
        try:
            return ZoneInfo(name) if name else desk.zone
        except (KeyError, ValueError, OSError):
            return desk.zone  # a zone that no longer exists: here is the best guess

    return zone_of


def _moved(desk: Desk, one: Reminder, *, due_on: date, clock: str) -> Reminder:
    """Set to another day, or to another time on the wall here."""
    chosen = str(_checked(desk, {"due_on": due_on, "clock": clock})["clock"])
    zone = str(desk.zone) if chosen else ""
    return replace(rescheduled(one, due_on=due_on, clock=chosen), zone=zone)


def _checked(desk: Desk, values: Mapping[str, object]) -> dict[str, object]:
    unknown = values.keys() - _CHANGEABLE
    if unknown:
        raise TypeError(f"not a reminder's fields: {', '.join(sorted(unknown))}")
    for name, known in _ALLOWED.items():
        if name in values and values[name] not in known:
            raise TypeError(f"not a reminder's {name}: {values[name]}")
    if "text" in values and is_blank(str(values["text"])):
        raise AmdeskError(N_("Say what to be reminded of."), beside="text")
    recurrence.check(str(values.get("repeat", "")))
    if (client_id := values.get("client_id")) is not None:
        clients.get(desk, int(str(client_id)))
    return {**values, **_checked_time(values)}


def _checked_time(values: Mapping[str, object]) -> dict[str, object]:
    due_on, clock = values.get("due_on"), str(values.get("clock", ""))
    if isinstance(due_on, date) and not EARLIEST.date() <= due_on < LATEST.date():
        raise AmdeskError(
            N_("The date must be between {first} and {last}."), beside="due_on",
            first=EARLIEST.date(), last=LATEST.date(),
        )  # fmt: skip
    if int(str(values.get("lead_minutes", 0))) < 0:
        raise AmdeskError(N_("A reminder cannot ring after its time. Choose a later time."), beside="lead")
    return (
        {"clock": time.fromisoformat(clock).strftime("%H:%M") if clock else ""} if "clock" in values else {}
    )
