"""What is ahead as a calendar: reminders, next contacts, personal dates, tasks with their checkpoints.

Each entry says for other programs what there is to be told, and in our own properties what they have no place
for; ``import_calendars`` takes it back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from amdesk.domain import personal_date, recurrence
from amdesk.domain.calendars import PartialDate
from amdesk.domain.messages import N_, Message, as_message
from amdesk.formats import calendar
from amdesk.formats.calendar_entry import Entry, fit
from amdesk.i18n.bidi import strip_isolates
from amdesk.i18n.catalog import sentence
from amdesk.services import reminders
from amdesk.services.desk import Desk
from amdesk.services.import_checks import to_cell
from amdesk.store import exchange as store
from amdesk.store import records
from amdesk.store.book_rows import Held

CALENDAR = "amdesk.ics"
# Columns that calendars have words of their own for; the others are told in ours.
STANDARD: Mapping[str, frozenset[str]] = {
    "reminder": frozenset({"uuid", "text", "due_on", "clock", "created_at", "deleted_at"}),
    # what it hangs on, beside its client, does not leave with a calendar
    "task": frozenset(
        {"uuid", "title", "due_on", "created_at", "deleted_at", "goal_uuid", "contact_uuid", "point_uuid"}
    ),
    "personal_date": frozenset({"uuid"}),
}
_OPEN = {"reminder": ("pending", "snoozed"), "task": ("open", "waiting", "checked")}
_YEARS_AHEAD = 10  # of days whose calendar no rule can say
_SOME_LEAP_YEAR = 2000  # where a day is told without its year
_HIGHEST, _LOWEST = 1, 0


def files(desk: Desk, *, relatives: bool) -> Iterator[tuple[str, Iterable[bytes]]]:
    """The one calendar."""
    yield CALENDAR, calendar.write(entries(desk, relatives=relatives))


def entries(desk: Desk, *, relatives: bool = False) -> Iterator[Entry]:
    """Every entry, in the order in which the records were made."""
    work = _Work(desk)
    for row in work.rows("reminder"):
        yield work.reminder(row)
    for row in work.rows("task"):
        yield from work.task(row)
    for client in store.clients(desk.store):
        yield from work.client(client)
    kin = {row["uuid"]: row for row in work.all_rows("relative", relatives=True)} if relatives else {}
    for row in work.all_rows("personal_date", relatives=relatives):
        yield from work.personal_date(row, kin)


class _Work:
    """What several entries need to know."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._leap_on = str(desk.settings["leap_day"])
        self._all_day = reminders.days(desk).all_day
        self._clients: dict[str, str] = {}
        self._people: dict[str, tuple[str, str]] = {}
        for client in store.clients(desk.store):
            uuid = str(client.row["uuid"])
            self._clients[uuid] = str(client.row["name"])
            for person in client.people:
                self._people[str(person.row["uuid"])] = (str(person.row["name"]), uuid)
        nouns = ("reminder", "task", "client", "contact", "personal_date")
        self._changed = {noun: store.changed_at(desk.store, noun) for noun in nouns}
        self._columns = {noun: records.columns(desk.store, noun) for noun in STANDARD}

    def all_rows(self, noun: str, *, relatives: bool = False) -> Iterator[dict[str, Any]]:
        """Every row in use."""
        yield from records.records(self._desk.store, noun, trash=False, relatives=relatives)

    def rows(self, noun: str) -> Iterator[dict[str, Any]]:
        """Those that want something still."""
        return (row for row in self.all_rows(noun) if row["state"] in _OPEN[noun])

    def reminder(self, row: Mapping[str, Any]) -> Entry:
        due_on = date.fromisoformat(row["due_on"])
        first_on = date.fromisoformat(row["first_on"]) if row["first_on"] else due_on
        lead = timedelta(minutes=row["lead_minutes"])
        if row["clock"]:
            clock = time.fromisoformat(row["clock"])
            starts: date = datetime.combine(due_on, clock, tzinfo=_zone(row["zone"]) or self._desk.zone)
        else:
            starts = due_on
        alarm = -lead if row["clock"] else _since_midnight(self._all_day) - lead
        return Entry(
            kind="VEVENT",
            uid=row["uuid"],
            title=row["text"],
            starts=starts,
            rule=recurrence.spelled_out(row["repeat"], first_on) if row["repeat"] else "",
            text=self._clients.get(row["client_uuid"] or "", ""),
            priority=_HIGHEST if row["urgent"] else _LOWEST,
            alarms=(alarm,),
            own=self._own("reminder", row),
            **self._times("reminder", row),
        )

    def task(self, row: Mapping[str, Any]) -> Iterator[Entry]:
        """The task, and the moment at which it is looked at."""
        looked_at = _moment(row["snoozed_until_at"] or row["checkpoint_at"])
        rings = looked_at if row["state"] in {"open", "waiting"} else None
        times = self._times("task", row)
        yield Entry(
            kind="VTODO",
            uid=row["uuid"],
            title=row["title"],
            due=date.fromisoformat(row["due_on"]) if row["due_on"] else None,
            text=self._clients.get(row["client_uuid"] or "", ""),
            status="NEEDS-ACTION",
            priority=_HIGHEST if row["urgent"] else _LOWEST,
            alarms=(rings,) if rings else (),
            own=self._own("task", row),
            **times,
        )
        if rings is not None:
            yield Entry(
                kind="VEVENT",
                uid=derived(row["uuid"], "checkpoint"),
                title=_said(N_("Check: {task}"), task=row["title"]),
                starts=rings,
                related_to=row["uuid"],
                alarms=(timedelta(0),),
                own={"record": "checkpoint"},
                **times,
            )

    def client(self, client: Held) -> Iterator[Entry]:
        """The next contact agreed with a client, and the birthdays of its people."""
        row, uuid = client.row, str(client.row["uuid"])
        own = {"client": str(row["name"])}
        if row["next_contact_on"]:
            yield Entry(
                kind="VEVENT",
                uid=derived(uuid, "next contact"),
                title=_said(N_("Next contact: {client}"), client=row["name"]),
                starts=date.fromisoformat(str(row["next_contact_on"])),
                alarms=(_since_midnight(self._all_day),),
                own={**own, "record": "client", "client_uuid": uuid},
                **self._times("client", row),
            )
        for person in client.people:
            day = person.row["birthday"]
            if isinstance(day, tuple):
                uuid = str(person.row["uuid"])
                given = PartialDate(*day)
                title = self._title(as_message(personal_date.KIND_NAMES["birthday"]), uuid)
                told = {
                    **self._person(uuid),
                    **_day_cells(given, "birth_"),
                    "record": "contact",
                    "uuid": uuid,
                }
                times = self._times("contact", person.row)
                yield from self._occasions(given, title=title, uuid=uuid, own=told, times=times)

    def personal_date(self, row: Mapping[str, Any], kin: Mapping[str, Mapping[str, Any]]) -> Iterator[Entry]:
        """A day of a contact, or of a relative of theirs."""
        if row["month"] is None:
            return  # it only says more of a birthday, which is told with the contact
        given = PartialDate(row["month"], row["day"], row["year"], row["calendar"])
        relative = kin.get(row["relative_uuid"] or "")
        contact = str(row["contact_uuid"] or (relative["contact_uuid"] if relative else ""))
        kind = row["label"] or as_message(personal_date.KIND_NAMES[row["kind"]])
        own = {**self._person(contact), **self._own("personal_date", row)}
        if relative is not None:
            own |= {"relative": relative["name"], "relation": relative["relation"], "contact_uuid": contact}
        title = self._title(kind, contact, relative=relative["name"] if relative else "")
        own = {name: value for name, value in own.items() if value} | {"uuid": row["uuid"]}
        times = self._times("personal_date", row)
        yield from self._occasions(given, title=title, uuid=row["uuid"], own=own, times=times)

    def _occasions(
        self, given: PartialDate, *, title: str, uuid: str, own: Mapping[str, str], times: Mapping[str, Any]
    ) -> Iterator[Entry]:
        """One entry that comes every year, or one for each year where no rule can say when it comes."""
        entry = Entry(
            kind="VEVENT", uid=uuid, title=title, categories=("ANNIVERSARY",),
            alarms=(_since_midnight(self._all_day),), own=own, **times,
        )  # fmt: skip
        if given.calendar == "gregorian":
            first = date(given.year or _SOME_LEAP_YEAR, given.month, given.day)
            uid = derived(uuid, "every year")
            yield replace(entry, uid=uid, starts=first, rule=_yearly(first, self._leap_on))
            return
        for on in islice(self._days(given), _YEARS_AHEAD):
            yield replace(entry, uid=derived(uuid, on.isoformat()), starts=on)

    def _days(self, given: PartialDate) -> Iterator[date]:
        on = self._desk.today()
        while True:
            on = personal_date.next_occasion(given, on_or_after=on).on
            yield on
            on += timedelta(days=1)

    def _title(self, kind: object, contact: str, *, relative: str = "") -> str:
        person, client = self._people.get(contact, ("", ""))
        return _said(
            N_("{kind}: {person} ({client})"), kind=kind, person=relative or person,
            client=self._clients.get(client, "") if not relative else person,
        )  # fmt: skip

    def _person(self, contact: str) -> dict[str, str]:
        person, client = self._people.get(contact, ("", ""))
        told = {"contact": person, "contact_uuid": contact}
        return {**told, "client": self._clients.get(client, ""), "client_uuid": client}

    def _own(self, noun: str, row: Mapping[str, Any]) -> dict[str, str]:
        """The columns that calendars have no words for, but for those that hold nothing."""
        cells = {"record": noun}
        for column in self._columns[noun]:
            value = row[column.name]
            is_told = value not in (None, "", 0) or column.name == "told"
            if column.name not in STANDARD[noun] and is_told:
                cells[column.name] = to_cell(column, value)
        client = self._clients.get(row.get("client_uuid") or "")
        title = str(row.get("text") or row.get("title") or "")
        exact = {} if fit(title).strip() == title else {"exact": title}
        return {**cells, **exact, **({"client": client} if client else {})}

    def _times(self, noun: str, row: Mapping[str, Any]) -> dict[str, Any]:
        """When the entry was made, where it is the record itself, and when that was last changed."""
        made_at = _moment(row.get("created_at"))
        changed_at = _moment(self._changed[noun].get(str(row["uuid"])))
        created_at = made_at if noun in _OPEN else None
        return {"created_at": created_at, "changed_at": changed_at or made_at or self._desk.now()}


def derived(uuid: str, what: str) -> str:
    """The identity of an entry that is made of a record without being it: always the same."""
    return str(uuid5(UUID(uuid), what))


def _yearly(first: date, leap_on: str) -> str:
    """Every year; a 29 February is kept on the last of February or, where that is the habit, on 1 March."""
    is_leap_day = (first.month, first.day) == (2, 29)
    on_march = is_leap_day and leap_on == "march"
    return "FREQ=YEARLY;BYYEARDAY=60" if on_march else recurrence.spelled_out("FREQ=YEARLY", first)


def _day_cells(given: PartialDate, prefix: str) -> dict[str, str]:
    cells = {"month": given.month, "day": given.day, "year": given.year or "", "calendar": given.calendar}
    return {f"{prefix}{name}": str(value) for name, value in cells.items() if value}


def _since_midnight(clock: time) -> timedelta:
    return timedelta(hours=clock.hour, minutes=clock.minute)


def _moment(text: object) -> datetime | None:
    return datetime.fromisoformat(str(text)) if text else None


def _zone(name: str) -> ZoneInfo | None:
    with suppress(KeyError, ValueError, OSError):
        return ZoneInfo(name) if name else None
    return None


def _said(text: str, **fields: object) -> str:
    """A sentence for other programs: without the isolates that only ours show rightly."""
    return strip_isolates(sentence(Message.of(text, **fields)))
