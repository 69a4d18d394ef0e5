"""Entries of other programs' calendars: a reminder, a task, a personal date, or a meeting that has been."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import TypeVar
from uuid import UUID, uuid5

from amdesk.domain import recurrence, reminder
from amdesk.domain.messages import N_, Message
from amdesk.domain.moments import is_day_in_reach
from amdesk.domain.text import fold
from amdesk.formats.calendar_entry import Entry
from amdesk.services.calendar_plans import Call, Plan, clock_of, known_or_new
from amdesk.services.desk import Desk
from amdesk.services.import_values import uuid_of
from amdesk.store import known, records
from amdesk.store.known import Person

T = TypeVar("T")

_NAMESPACE = UUID("7d2c3c4e-5b0a-5c58-9e3c-0f5d3a3c7f11")  # of what other programs call by their own UIDs
_WORDS: Mapping[str, Sequence[str]] = {
    "birthday": ("birthday", "b-day", "bday", "יום הולדת", "تولد", "زادروز", "день рождения", "γενέθλια"),
    "name_day": ("name day", "nameday", "именины", "ονομαστική εορτή", "ονομαστική γιορτή"),
}
_KINDS = {kind: tuple(map(fold, words)) for kind, words in _WORDS.items()}
_DAYS = frozenset({"BIRTHDAY", "ANNIVERSARY"})  # categories of such days
_VIDEO = re.compile(r"zoom\.us|teams\.microsoft|meet\.google|webex", re.IGNORECASE)
_LONGEST_NAME = 6  # words
_DAY_MINUTES = 24 * 60
_is_rule = lru_cache(maxsize=1 << 10)(recurrence.is_rule)
_IMPORTANT = range(1, 5)  # priorities of RFC 5545 that mean high


class Events:
    """Understands entries by who is known at the beginning of the import."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        people = known.people(desk.store)
        self._people = {one.id: one for one in people}
        self._by_mail = known.mails(desk.store)
        self._clients = _once([(fold(name), uuid) for uuid, name in known.clients(desk.store)])
        self._names = _once([(fold(one.name), one) for one in people])

    def plan(self, entry: Entry) -> Plan:
        """What is to become of it."""
        refused = _refusal(entry)
        if refused is not None:
            return Plan(entry.line, entry.title, problem=refused)
        ours = self._changed_elsewhere(entry)
        if ours is not None:
            return ours
        said = next(iter(entry.doubts), None)
        if entry.kind == "VTODO" and not entry.rule:
            return self._task(entry)
        if entry.rule and not _is_rule(entry.rule):
            said = Message.of(N_("It comes round by a rule that is not kept here, so it comes once."))
            entry = replace(entry, rule="")
        kind = _kind_of_day(entry)
        plan = self._day(entry, kind) if kind else self._event(entry)
        return replace(plan, message=plan.message or said)

    def _changed_elsewhere(self, entry: Entry) -> Plan | None:
        """A reminder or task of ours that came back from a program which keeps only the usual words."""
        uuid = uuid_of(entry.uid)
        noun = "reminder" if entry.kind == "VEVENT" else "task"
        if not uuid or entry.instance or not records.ids(self._desk.store, noun, [uuid]):
            return None
        if noun == "task":
            return self._task(entry, uuid=uuid)
        row = {"uuid": uuid, "text": entry.title, **clock_of(self._desk, entry.starts)}
        return Plan(entry.line, entry.title, rows=(("reminder", row),))

    def _task(self, entry: Entry, *, uuid: str = "") -> Plan:
        due = entry.due or entry.starts
        values: dict[str, object] = {
            "uuid": uuid or _uuid(entry), "title": entry.title,
            "due_on": clock_of(self._desk, due)["due_on"] if due else None, "requirements": entry.text,
            "important": int(entry.priority in _IMPORTANT),
        }  # fmt: skip
        if entry.status == "COMPLETED":
            done_at = (entry.done_at or self._desk.now()).astimezone(UTC)
            values |= {"state": "done", "done_at": done_at.isoformat()}
        return self._rows(entry, "task", {**values, **self._of_client(entry)})

    def _event(self, entry: Entry) -> Plan:
        """A reminder of what is to come, or a call where it has been and somebody at it is known."""
        today, starts = self._desk.today(), entry.starts or entry.due
        row = clock_of(self._desk, starts)
        first_on = date.fromisoformat(str(row["due_on"]))
        due_on: date | None = first_on
        begins = starts.date() if isinstance(starts, datetime) else starts or first_on
        rule = recurrence.moved(entry.rule, first_on - begins)  # it may be another day here
        if rule and (first_on < today or first_on in recurrence.days_apart(rule)[1]):
            after = max(first_on, today) - timedelta(days=1)
            due_on = recurrence.next_on(rule, first_on=first_on, after=after)
        if due_on is None or due_on < today:
            return self._call(entry)
        values: dict[str, object] = {
            "uuid": _uuid(entry), "text": " · ".join(filter(None, (entry.title, entry.place))), **row,
            "due_on": due_on.isoformat(), "first_on": first_on.isoformat(), "repeat": rule,
            "lead_minutes": _lead(entry), **self._of_client(entry),
        }  # fmt: skip
        return self._rows(entry, "reminder", self._unless_moved(values))

    def _unless_moved(self, values: dict[str, object]) -> dict[str, object]:
        """Where one that repeats stands among its days is known here; one that was moved rings anew."""
        ours = records.by_uuid(self._desk.store, "reminder", [str(values["uuid"])]).get(str(values["uuid"]))
        if ours is None:
            return values
        timed = ("first_on", "clock", "repeat") if values["repeat"] else ("due_on", "clock")
        if all(ours[name] == values[name] for name in timed):
            values.pop("due_on")
        return values

    def _call(self, entry: Entry) -> Plan:
        """The meeting as one that was held, where it was with people of one client."""
        starts = entry.starts
        people = [
            self._people[self._by_mail[mail]] for mail in dict.fromkeys(entry.people) if mail in self._by_mail
        ]
        if not people or not isinstance(starts, datetime) or entry.rule:
            text = N_("It is over, and none of your contacts is named in it, so there is nothing to keep.")
            return Plan(entry.line, entry.title, problem=Message.of(text))
        client_id = people[0].client_id
        at = starts if starts.tzinfo else starts.replace(tzinfo=self._desk.zone)
        lasts = min(max(int((entry.lasts or timedelta()).total_seconds() // 60), 0), _DAY_MINUTES)
        with_whom = tuple(dict.fromkeys(one.id for one in people if one.client_id == client_id))
        channel = "video" if _VIDEO.search(f"{entry.place}\n{entry.text}") else "meeting"
        call = Call(client_id, with_whom, at.astimezone(UTC), lasts, entry.title, channel)
        return Plan(entry.line, entry.title, call=call, left_out=_left_out(entry))

    def _day(self, entry: Entry, kind: str) -> Plan:
        """A day of a contact that comes every year; of nobody who is known, a reminder of that day."""
        person = self._named(entry.title)
        if person is None:
            plan = self._event(entry)
            rows = tuple((noun, {**row, "kind": "personal"}) for noun, row in plan.rows)
            text = N_("It names no contact that is here, so it becomes a reminder.")
            return replace(plan, rows=rows, message=Message.of(text))
        assert entry.starts is not None
        month, day = entry.starts.month, entry.starts.day
        if kind == "birthday":
            if person.birthday is None:
                row = {
                    "uuid": person.uuid,
                    "birth_month": month,
                    "birth_day": day,
                    "birth_calendar": "gregorian",
                }
                return Plan(entry.line, entry.title, rows=(("contact", row),))
            is_same = person.birthday == (month, day, "gregorian")
            stays = (
                None if is_same else Message.of(N_("Another birthday of theirs is known here, and stays."))
            )
            return Plan(entry.line, entry.title, message=stays)
        label = entry.title if kind == "other" else ""
        row = {
            "uuid": _uuid(entry), "contact_uuid": person.uuid, "kind": kind, "label": label, "month": month,
            "day": day, "calendar": "gregorian",
        }  # fmt: skip
        return self._rows(entry, "personal_date", row)

    def _rows(self, entry: Entry, noun: str, row: Mapping[str, object]) -> Plan:
        told = known_or_new(self._desk, noun, row, entry)
        return Plan(entry.line, entry.title, rows=((noun, told),), left_out=_left_out(entry, noun))

    def _of_client(self, entry: Entry) -> dict[str, object]:
        """The client it is about: whose people take part, or whose name the title holds."""
        known_ones = [self._people[self._by_mail[mail]] for mail in entry.people if mail in self._by_mail]
        if known_ones:
            return {"client_uuid": known_ones[0].client_uuid}
        named = self._named(entry.title)
        found = named.client_uuid if named else _within(entry.title, self._clients)
        return {"client_uuid": found} if found else {}

    def _named(self, title: str) -> Person | None:
        return _within(title, self._names)


def _refusal(entry: Entry) -> Message | None:
    """Why nothing becomes of it, or None."""
    if entry.problem is not None:
        return entry.problem
    if entry.kind not in {"VEVENT", "VTODO"}:
        text = N_("An entry of the kind {kind} has no place here: only events and tasks have one.")
        return Message.of(text, kind=entry.kind[:40])
    if entry.status == "CANCELLED":
        return Message.of(N_("It was called off, so nothing becomes of it. What is here of it stays."))
    if not fold(entry.title):
        return Message.of(N_("It has no title that says what it is. Give it one."))
    days = [when for when in (entry.starts, entry.due) if when is not None]
    if not all(is_day_in_reach(f"{day:%Y-%m-%d}".rjust(10, "0")) for day in days) and not _kind_of_day(entry):
        return Message.of(N_("Its date is too far away to be meant. Mend it."))
    return None


def _kind_of_day(entry: Entry) -> str:
    """Which personal date an entry is: one for whole days, every year, that says so."""
    is_yearly = entry.rule.startswith("FREQ=YEARLY") and type(entry.starts) is date
    if not is_yearly:
        return ""
    title = fold(entry.title)
    for kind, words in _KINDS.items():
        if any(word in title for word in words):
            return kind
    categories = {word.strip().upper() for word in entry.categories}
    return "birthday" if "BIRTHDAY" in categories else "other" if categories & _DAYS else ""


def _lead(entry: Entry) -> int:
    """How many minutes before its time it rings; days before for one that is for the whole day."""
    before = [-one for one in entry.alarms if isinstance(one, timedelta) and one < timedelta()]
    if not before:
        return 0
    minutes = min(int(before[0].total_seconds() // 60), reminder.LONGEST_LEAD)
    return minutes if isinstance(entry.starts, datetime) else minutes // _DAY_MINUTES * _DAY_MINUTES


def _left_out(entry: Entry, noun: str = "") -> tuple[str, ...]:
    """The properties with content that find no place."""
    return ("DESCRIPTION",) if entry.text and noun != "task" else ()


def _uuid(entry: Entry) -> str:
    name = entry.uid or f"{entry.title}\n{entry.starts or entry.due}"
    return str(uuid5(_NAMESPACE, f"{entry.kind}\n{name}\n{entry.instance}"))


def _once(pairs: Sequence[tuple[str, T]]) -> dict[str, T]:
    """What only one has the name of."""
    found: dict[str, T | None] = {}
    for name, one in pairs:
        found[name] = None if name in found else one
    return {name: one for name, one in found.items() if name and one is not None}


def _within(title: str, known_by: Mapping[str, T]) -> T | None:
    """Whose name stands in a title, the longest one first."""
    words = fold(title).split()[:50]
    for length in range(min(_LONGEST_NAME, len(words)), 0, -1):
        for at in range(len(words) - length + 1):
            found = known_by.get(" ".join(words[at : at + length]))
            if found is not None:
                return found
    return None
