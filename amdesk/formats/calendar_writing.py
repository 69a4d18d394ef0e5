"""Entries as a calendar (iCalendar, RFC 5545) that phones take as well, with their alarms and zones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import lru_cache

from amdesk.domain.recurrence import days_apart
from amdesk.formats.calendar_entry import Entry, fit, wrapped
from amdesk.formats.content_lines import escape, fold

OWN_PREFIX = "X-AMDESK-"
_FIRST, _LAST = date(2000, 1, 1), date(2050, 1, 1)  # for which days the zones' rules are told
_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)  # nobody knows when it was changed
_ENTRIES_A_PIECE = 50
_HEAD = (
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//amdesk//amdesk//EN", "CALSCALE:GREGORIAN",
    "X-WR-CALNAME:amdesk",
)  # fmt: skip


def write(entries: Iterable[Entry]) -> Iterator[bytes]:
    """The calendar in pieces; reading gives the entries back."""
    zones: dict[tzinfo, datetime] = {}
    pieces: list[bytes] = []
    for waiting, entry in enumerate(entries, 1):
        if isinstance(entry.starts, datetime) and entry.starts.tzinfo is not None:
            zones.setdefault(entry.starts.tzinfo, entry.starts)
        pieces.append(b"".join(map(fold, _lines_of(entry))))
        if waiting % _ENTRIES_A_PIECE == 0:
            yield b""
    yield b"".join(map(fold, _HEAD))
    yield _told(zones.values())
    yield from pieces
    yield fold("END:VCALENDAR")


def _told(moments: Iterable[datetime]) -> bytes:
    """The zones of some moments, with their rules."""
    from icalendar import Calendar, Event

    zones = Calendar()
    for when in moments:
        bare = Event()
        bare.add("dtstart", when)
        zones.add_component(bare)
    zones.add_missing_timezones(first_date=_FIRST, last_date=_LAST)
    return b"".join(zone.to_ical() for zone in zones.timezones)


def _lines_of(entry: Entry) -> Iterator[str]:
    """The content lines of an entry, not yet folded."""
    changed_at = _utc(entry.changed_at or entry.created_at or _LONG_AGO)
    yield from (f"BEGIN:{entry.kind}", f"UID:{escape(entry.uid)}")
    yield from (f"DTSTAMP:{changed_at}", f"LAST-MODIFIED:{changed_at}")  # without a METHOD both say the same
    if entry.created_at is not None:
        yield f"CREATED:{_utc(entry.created_at)}"
    yield f"SUMMARY:{escape(fit(entry.title))}"
    for name, when in (("DTSTART", entry.starts), ("DUE", entry.due)):
        if when is not None:
            yield name + _when(when)
    if entry.kind == "VEVENT":
        yield "TRANSP:TRANSPARENT"  # nobody is busy for being reminded
    if entry.rule:
        yield from _comes_round(entry)
    for name, text in (
        ("DESCRIPTION", entry.text), ("STATUS", entry.status), ("RELATED-TO", entry.related_to),
    ):  # fmt: skip
        if text:
            yield f"{name}:{escape(fit(text))}"
    if entry.categories:
        yield f"CATEGORIES:{','.join(map(escape, entry.categories))}"
    if entry.priority:
        yield f"PRIORITY:{entry.priority}"
    for name, value in entry.own.items():
        yield f"{OWN_PREFIX}{name.replace('_', '-').upper()}:{escape(wrapped(value))}"
    for alarm in entry.alarms:
        yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{escape(fit(entry.title))}")
        yield f"TRIGGER{_rings(alarm)}"
        yield "END:VALARM"
    yield f"END:{entry.kind}"


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _when(when: date | datetime) -> str:
    """A day or moment as the rest of its line."""
    if not isinstance(when, datetime):
        return f";VALUE=DATE:{when.isoformat().replace('-', '')}"
    from icalendar.prop import vDDDTypes

    told = vDDDTypes(when)
    params = told.params.to_ical().decode()
    return f"{params and ';'}{params}:{told.to_ical().decode()}"


def _comes_round(entry: Entry) -> Iterator[str]:
    """The rule, and the days it leaves out and has besides, told as the start is."""
    rule, without, also = days_apart(entry.rule)
    yield f"RRULE:{_rule(rule)}"
    starts = entry.starts
    for name, days in (("EXDATE", without), ("RDATE", also)):
        for day in days:
            at = datetime.combine(day, starts.timetz()) if isinstance(starts, datetime) else day
            yield name + _when(at)


@lru_cache(maxsize=1 << 8)
def _rule(rule: str) -> str:
    from icalendar import vRecur

    return str(vRecur.from_ical(rule).to_ical().decode())


@lru_cache(maxsize=1 << 8)
def _rings(alarm: timedelta | datetime) -> str:
    """When an alarm rings as the rest of its line: a moment in UTC, or so long from the start."""
    from icalendar import vDuration

    if isinstance(alarm, datetime):
        return f";VALUE=DATE-TIME:{_utc(alarm)}"
    return f":{vDuration(alarm).to_ical().decode()}"  # type: ignore[no-untyped-call]
