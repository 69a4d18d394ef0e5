"""The lines of a calendar's entry as what they say: days and moments, alarms, people, our own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from amdesk.domain.messages import N_, Message
from amdesk.domain.recurrence import MOST_DAYS, with_days
from amdesk.formats import limits
from amdesk.formats.calendar_entry import Entry, unwrapped
from amdesk.formats.calendar_writing import OWN_PREFIX
from amdesk.formats.calendar_zones import Zones
from amdesk.formats.content_lines import Property, split

_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)")
_MOMENT = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)T(\d\d):?(\d\d):?(\d\d)?(Z?)", re.IGNORECASE)
_DURATION = re.compile(
    r"([+-]?)P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)?"
)
_MAILTO = re.compile(r"\s*mailto:\s*([^\s?]+@[^\s?]+)", re.IGNORECASE)
_MOST_PEOPLE = 500
_MOST_ALARMS = 20


@dataclass(slots=True)
class Block:
    """The lines of a component, and apart from them those of what is inside it, with its marks."""

    kind: str
    line: int
    method: str = ""
    lines: list[Property] = field(default_factory=list)
    nested: list[Property] = field(default_factory=list)
    complete: bool = False
    depth: int = 0

    def take(self, one: Property, *, is_mark: bool) -> None:
        """The next line of it."""
        opens = is_mark and one.name == "BEGIN"
        self.depth += opens
        (self.nested if self.depth else self.lines).append(one)
        self.depth -= is_mark and not opens and self.depth > 0

    def first(self, name: str) -> Property | None:
        """The first property of that name."""
        return next((one for one in self.lines if one.name == name), None)

    def text(self, name: str) -> str:
        """What the first property of that name says, or nothing."""
        found = self.first(name)
        return found.text.strip() if found else ""

    def has(self, *names: str) -> bool:
        """Whether it has a property of one of these names."""
        return any(one.name in names for one in self.lines)


def entry_of(block: Block, zones: Zones) -> Entry:
    """The entry that the lines of a component tell; with a problem where it cannot be one."""
    when = _When(zones)
    starts, due = (when.of(block.first(name)) for name in ("DTSTART", "DUE"))
    recurrence = block.first("RECURRENCE-ID")
    rule, said = _rule(block, starts, when)
    return Entry(
        kind=block.kind,
        uid=block.text("UID"),
        title=block.text("SUMMARY"),
        starts=starts,
        due=due,
        lasts=_lasts(block, starts, when),
        rule=rule,
        text=block.text("DESCRIPTION"),
        place=block.text("LOCATION"),
        status="CANCELLED" if block.method == "CANCEL" else block.text("STATUS").upper(),
        categories=tuple(
            word for one in block.lines if one.name == "CATEGORIES" for word in split(one.value, ",") if word
        ),
        people=tuple(_people(block)),
        alarms=tuple(_alarms(block)),
        priority=_number(block.text("PRIORITY")),
        done_at=_moment(when.of(block.first("COMPLETED"))),
        created_at=_moment(when.of(block.first("CREATED"))),
        related_to=block.text("RELATED-TO"),
        instance=recurrence.value.strip() if recurrence else "",
        own=_own(block),
        doubts=(*when.doubts, *said),
        problem=_problem(block, starts or due),
        line=block.line,
    )


class _When:
    """Understands days and moments; gathers what is not sure of them."""

    def __init__(self, zones: Zones) -> None:
        self._zones = zones
        self.doubts: tuple[Message, ...] = ()

    def of(self, one: Property | None) -> date | datetime | None:
        """A day, an aware moment, or a naive one; nothing where it is none of these."""
        if one is None:
            return None
        text = one.value.strip()
        with suppress(ValueError, OverflowError):
            found = _MOMENT.fullmatch(text)
            if found:
                return self._at(one, found)
            day = _DAY.fullmatch(text)
            return date(*map(int, day.groups())) if day else None
        return None

    def _at(self, one: Property, found: re.Match[str]) -> datetime:
        year, month, day, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
        wall = datetime(year, month, day, hour, minute, min(second, 59))  # noqa: DTZ001 - its zone comes now
        if found[7]:
            return wall.replace(tzinfo=UTC)
        name = one.param("TZID")
        zone = self._zones.find(name) if name else None
        if name and zone is None:
            text = N_("The time zone “{zone}” is not known, so its times are taken as times here.")
            self.doubts = (Message.of(text, zone=name[:80]),)
        return wall.replace(tzinfo=zone) if zone else wall


def _moment(when: date | datetime | None) -> datetime | None:
    return when if isinstance(when, datetime) and when.tzinfo else None


def _rule(block: Block, starts: date | datetime | None, when: _When) -> tuple[str, tuple[Message, ...]]:
    """The rule, with the days that it leaves out and has besides; what of that is not kept."""
    told = block.first("RRULE")
    if told is None:
        return "", ()
    without, also = (_named(block, name, starts, when) for name in ("EXDATE", "RDATE"))
    said: tuple[Message, ...] = ()
    if block.has("EXRULE") or None in without or len(without) > MOST_DAYS:
        said = (Message.of(N_("It leaves out some of its days; here it comes on those as well.")),)
    elif None in also or len(also) > MOST_DAYS:
        text = N_("It comes on more days than its rule says; here it comes by the rule alone.")
        said, also = (Message.of(text),), []
    return with_days(told.value.strip().upper(), *(filter(None, days) for days in (without, also))), said


def _named(block: Block, name: str, starts: date | datetime | None, when: _When) -> list[date | None]:
    """The days that properties of a name tell of, in the zone in which the entry begins.

    Nothing in the place of what is no day, or of another time of the day than that at which it begins.
    """
    told = (
        replace(one, value=part) for one in block.lines if one.name == name for part in one.value.split(",")
    )
    return [_day_of(when.of(one), starts) for one in told]


def _day_of(at: date | datetime | None, starts: date | datetime | None) -> date | None:
    if not isinstance(at, datetime):
        return at
    if isinstance(starts, datetime):
        if at.tzinfo is not None and starts.tzinfo is not None:
            at = at.astimezone(starts.tzinfo)
        if at.time() != starts.time():
            return None
    return at.date()


def _lasts(block: Block, starts: date | datetime | None, when: _When) -> timedelta | None:
    told = block.first("DURATION")
    if told:
        return duration(told.value)
    ends = when.of(block.first("DTEND"))
    with suppress(TypeError, OverflowError):
        return ends - starts if ends is not None and starts is not None else None
    return None


def duration(text: str) -> timedelta | None:
    """``-PT15M`` as what it means; nothing for what means nothing."""
    found = _DURATION.fullmatch(text.strip().upper())
    if found is None or not any(found.groups()[1:]):
        return None
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    span = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    return -span if found[1] == "-" else span


def _alarms(block: Block) -> Iterator[timedelta]:
    """How long before or after its start the entry rings."""
    triggers = [one for one in block.nested if one.name == "TRIGGER"][:_MOST_ALARMS]
    for one in triggers:
        if one.param("RELATED").upper() != "END":
            span = duration(one.value)
            if span is not None:
                yield span


def _people(block: Block) -> Iterator[str]:
    """The mail addresses of those who take part."""
    invited = [one for one in block.lines if one.name in {"ATTENDEE", "ORGANIZER"}][:_MOST_PEOPLE]
    for one in invited:
        found = _MAILTO.match(one.value) or _MAILTO.match(f"mailto:{one.param('EMAIL')}")
        if found:
            yield found[1].lower()


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 3 else 0


def _own(block: Block) -> dict[str, str]:
    return {
        one.name.removeprefix(OWN_PREFIX).lower().replace("-", "_"): unwrapped(one.text)
        for one in block.lines
        if one.name.startswith(OWN_PREFIX)
    }


def _problem(block: Block, when: date | datetime | None) -> Message | None:
    """Why this entry cannot be taken over as it stands, or None."""
    if not block.complete:
        return Message.of(
            N_(
                "The entry that begins in line {line} is cut off: its END:{kind} is missing. "
                "Export it again, or add that line."
            ),
            line=block.line,
            kind=block.kind,
        )
    if len(block.lines) + len(block.nested) > limits.LINES_OF_CARD:
        return Message.of(
            N_(
                "The entry that begins in line {line} has more than {limit} lines. Remove what is not needed."
            ),
            line=block.line,
            limit=limits.LINES_OF_CARD,
        )
    for one in block.lines:
        if "\0" in one.value or len(one.text) > limits.TEXT:
            text = N_("{property} in line {line} is damaged or far too long. Mend this entry.")
            return Message.of(text, property=one.name, line=one.line)
    if when is None and block.kind == "VEVENT":
        text = N_("The event that begins in line {line} has no date that can be read. Add one.")
        return Message.of(text, line=block.line)
    return None
