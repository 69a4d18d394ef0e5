"""Where the person is: the machine's time zone, looked at again whenever it may have changed."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime, timedelta, timezone, tzinfo

_DAY = 24 * 60 * 60


class LocalZone(tzinfo):
    """The machine's own zone. It is one object for all, so that nobody keeps an old zone: ``look`` renews it.

    As text it is the zone's name in the zone database, where the machine tells one.
    """

    def __init__(self) -> None:
        self._zone = _machine_zone()

    def look(self) -> bool:
        """Ask the machine again; whether it is another zone now."""
        if hasattr(time, "tzset"):
            time.tzset()  # Python's own idea of local time is as old as the process without it
        found = _machine_zone()
        changed = str(found) != str(self._zone)
        self._zone = found
        return changed

    def __str__(self) -> str:
        return str(self._zone)

    def utcoffset(self, moment: datetime | None) -> timedelta | None:
        return self._zone.utcoffset(self._there(moment))

    def dst(self, moment: datetime | None) -> timedelta | None:
        return self._zone.dst(self._there(moment))

    def tzname(self, moment: datetime | None) -> str | None:
        return self._zone.tzname(self._there(moment))

    def fromutc(self, moment: datetime) -> datetime:
        there = self._there(moment)
        assert there is not None
        return self._zone.fromutc(there).replace(tzinfo=self)

    def _there(self, moment: datetime | None) -> datetime | None:
        return None if moment is None else moment.replace(tzinfo=self._zone)


def _machine_zone() -> tzinfo:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    name = _zone_name()
    try:
        return ZoneInfo(name) if name else _offset_now()
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return _offset_now()


def _offset_now() -> tzinfo:
    """The machine's distance from UTC; none where what TZ says is no distance at all."""
    seconds = time.localtime().tm_gmtoff
    return timezone(timedelta(seconds=seconds)) if abs(seconds) < _DAY else UTC


def _zone_name() -> str | None:
    """The IANA name of the machine's zone where it says one: TZ, or where /etc/localtime points."""
    if named := os.environ.get("TZ"):
        return named.lstrip(":")
    link = os.path.realpath("/etc/localtime")
    return link.split("/zoneinfo/", 1)[1] if "/zoneinfo/" in link else None
