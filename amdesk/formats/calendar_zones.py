"""The zones of a calendar's times: by names of the zone database or of Windows, or as it tells them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, tzinfo
from functools import cache
from typing import cast
from zoneinfo import ZoneInfo

from amdesk.formats.content_lines import Property

_MOST_RULES = 200
# What a zone that is told wrongly makes icalendar raise.
_NO_ZONE = (
    ValueError,  # a moment, an offset or a rule is none, or stands where none may
    KeyError,  # it has no name
    AttributeError,  # it has two names, or a part of it is another's
)
_TELLING = frozenset("TZID BEGIN END DTSTART RRULE RDATE TZOFFSETFROM TZOFFSETTO TZNAME".split())
# What a zone's rule may say: one that could come round more often than once a year is no zone's.
_PARTS = frozenset({"BYMONTH", "BYDAY", "BYMONTHDAY", "UNTIL", "WKST"})


class Zones:
    """Finds zones by their TZID; ``told`` are the lines of the VTIMEZONE of each."""

    def __init__(self, told: Mapping[str, Sequence[Property]]) -> None:
        self._told = told
        self._found: dict[str, tzinfo | None] = {}

    def find(self, name: str) -> tzinfo | None:
        """The zone; nothing where nobody knows it."""
        if name not in self._found:
            self._found[name] = _known(name) or self._as_told(name)
        return self._found[name]

    def _as_told(self, name: str) -> tzinfo | None:
        lines = self._told.get(name)
        if lines is None or not _is_plain(lines):
            return None
        from icalendar import Timezone

        text = "\r\n".join(["BEGIN:VTIMEZONE", *map(_line, lines), "END:VTIMEZONE", ""])
        try:
            zone: tzinfo = cast("Timezone", Timezone.from_ical(text)).to_tz()
            datetime(2026, 1, 1, tzinfo=zone).utcoffset()
        except _NO_ZONE:
            return None
        return zone


@cache
def _known(name: str) -> tzinfo | None:
    """By name: also ``/example.org/Europe/Berlin`` and ``W. Europe Standard Time``."""
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    bare = name.strip().strip("/")
    parts = bare.split("/")
    tried = [WINDOWS_TO_OLSON.get(bare, bare), *("/".join(parts[at:]) for at in range(1, len(parts)))]
    for candidate in filter(None, tried[:6]):
        try:
            return ZoneInfo(candidate)
        except (KeyError, ValueError, OSError):
            continue
    return None


def _is_plain(lines: Sequence[Property]) -> bool:
    """Whether the rules are those of a zone, so that following them ends."""
    if sum(one.name == "BEGIN" for one in lines) > _MOST_RULES or len(lines) > _MOST_RULES * 10:
        return False
    rules = [one.value.upper() for one in lines if one.name in {"RRULE", "EXRULE"}]
    return all(_ends(*part.split("=", 1)) for rule in rules for part in rule.split(";") if "=" in part)


def _ends(name: str, value: str) -> bool:
    if name in {"FREQ", "INTERVAL"}:
        return value == {"FREQ": "YEARLY", "INTERVAL": "1"}[name]
    return name in _PARTS


def _line(one: Property) -> str:
    return f"{one.name}:{one.value}" if one.name in _TELLING else "COMMENT:"
