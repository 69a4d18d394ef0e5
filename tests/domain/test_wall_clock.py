"""The time on the wall and the moment it means, where clocks are put forward and back."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from amdesk.domain.wall_clock import instant

ATHENS, JERUSALEM, TEHRAN = (ZoneInfo(name) for name in ("Europe/Athens", "Asia/Jerusalem", "Asia/Tehran"))
APIA, LORD_HOWE = ZoneInfo("Pacific/Apia"), ZoneInfo("Australia/Lord_Howe")
ZONES = st.sampled_from([ATHENS, JERUSALEM, TEHRAN, APIA, LORD_HOWE])


def at(zone: ZoneInfo, day: date, clock: str) -> str:
    return instant(day, time.fromisoformat(clock), zone).astimezone(zone).strftime("%d %H:%M %z")


def test_a_common_time_is_that_time() -> None:
    assert instant(date(2026, 11, 21), time(9), ATHENS) == datetime(2026, 11, 21, 7, tzinfo=UTC)


def test_a_time_that_is_skipped_means_the_first_minute_after_the_gap() -> None:
    assert at(ATHENS, date(2026, 3, 29), "03:30") == "29 04:00 +0300"
    assert at(JERUSALEM, date(2026, 3, 27), "02:00") == "27 03:00 +0300"
    assert at(TEHRAN, date(2021, 3, 22), "00:15") == "22 01:00 +0430"


def test_a_time_that_comes_twice_means_the_first() -> None:
    assert at(ATHENS, date(2026, 10, 25), "03:30") == "25 03:30 +0300"


def test_a_day_that_a_country_left_out_begins_with_the_next() -> None:
    assert at(APIA, date(2011, 12, 30), "12:00") == "31 00:00 +1400"


@given(zone=ZONES, day=st.dates(date(1990, 1, 1), date(2040, 1, 1)), clock=st.times())
def test_the_clock_on_the_wall_never_shows_less_than_was_asked_for(
    zone: ZoneInfo, day: date, clock: time
) -> None:
    asked = datetime.combine(day, clock.replace(microsecond=0))
    shows = instant(day, asked.time(), zone).astimezone(zone).replace(tzinfo=None)
    assert shows >= asked
    assert (shows == asked) or (shows - asked).total_seconds() <= 24 * 3600
