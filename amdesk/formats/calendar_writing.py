"""Entries as a calendar (iCalendar, RFC 5545) that phones take as well, with their alarms and zones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from amdesk.formats.calendar_entry import Entry, fit, wrapped

if TYPE_CHECKING:
    from icalendar import Component

OWN_PREFIX = "X-AMDESK-"
_FIRST, _LAST = date(2000, 1, 1), date(2050, 1, 1)  # for which days the zones' rules are told
_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)  # nobody knows when it was changed
_ENTRIES_A_PIECE = 50


def write(entries: Iterable[Entry]) -> Iterator[bytes]:
    """The calendar in pieces; reading gives the entries back."""
    from icalendar import Calendar

    zones = Calendar()
    pieces: list[bytes] = []
    waiting = 0
    for waiting, entry in enumerate(entries, 1):
        component = _component(entry)
        zones.add_component(_when_of(component))
        pieces.append(component.to_ical())
        if waiting % _ENTRIES_A_PIECE == 0:
            yield b""
    yield _head()
    zones.add_missing_timezones(first_date=_FIRST, last_date=_LAST)
    yield b"".join(zone.to_ical() for zone in zones.timezones)
    yield from pieces
    yield b"END:VCALENDAR\r\n"


def _head() -> bytes:
    lines = (
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//amdesk//amdesk//EN", "CALSCALE:GREGORIAN",
        "X-WR-CALNAME:amdesk",
    )  # fmt: skip
    return "".join(f"{line}\r\n" for line in lines).encode()


def _when_of(component: Component) -> Component:
    """An event with nothing but the time of another: of all others only its zone matters."""
    from icalendar import Event

    bare = Event()
    if "DTSTART" in component:
        bare["DTSTART"] = component["DTSTART"]
    return bare


def _component(entry: Entry) -> Component:
    from icalendar import Event, Todo, vText

    made: Component = Todo() if entry.kind == "VTODO" else Event()
    made.add("uid", entry.uid)
    changed_at = (entry.changed_at or entry.created_at or _LONG_AGO).astimezone(UTC)
    made.add("dtstamp", changed_at)  # without a METHOD both say when it was last changed
    made.add("last-modified", changed_at)
    if entry.created_at is not None:
        made.add("created", entry.created_at.astimezone(UTC))
    made.add("summary", fit(entry.title))
    for name, when in (("dtstart", entry.starts), ("due", entry.due)):
        if when is not None:
            made.add(name, when)
    if entry.kind == "VEVENT":
        made.add("transp", "TRANSPARENT")  # nobody is busy for being reminded
    _add_more(made, entry)
    for name, value in entry.own.items():
        made.add(OWN_PREFIX + name.replace("_", "-").upper(), vText(wrapped(value)))
    for alarm in entry.alarms:
        _add_alarm(made, entry, alarm)
    return made


def _add_more(made: Component, entry: Entry) -> None:
    from icalendar import vRecur

    if entry.rule:
        made.add("rrule", vRecur.from_ical(entry.rule))
    for name, text in (
        ("description", entry.text), ("status", entry.status), ("related-to", entry.related_to),
    ):  # fmt: skip
        if text:
            made.add(name, fit(text))
    if entry.categories:
        made.add("categories", list(entry.categories))
    if entry.priority:
        made.add("priority", entry.priority)


def _add_alarm(made: Component, entry: Entry, alarm: object) -> None:
    from icalendar import Alarm

    rings = Alarm()
    rings.add("action", "DISPLAY")
    rings.add("description", fit(entry.title))
    at = {"VALUE": "DATE-TIME"} if isinstance(alarm, datetime) else {}
    rings.add("trigger", alarm.astimezone(UTC) if isinstance(alarm, datetime) else alarm, parameters=at)
    made.add_component(rings)
