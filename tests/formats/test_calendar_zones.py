"""Zones as calendars tell them: followed where they are zones, and otherwise as if nobody had told them."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from amdesk.formats.calendar_zones import Zones
from amdesk.formats.content_lines import Property

ZONE = """\
TZID:Somewhere
BEGIN:STANDARD
DTSTART:20001029T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:20000326T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
"""
WRONG = {
    "an offset that is none": ("TZOFFSETTO:+0100", "TZOFFSETTO:soon"),
    "a day that is none": ("DTSTART:20001029T030000", "DTSTART:20009999T030000"),
    "a rule that is none": ("BYDAY=-1SU", "BYDAY=XX"),
    "an end without a beginning": ("BEGIN:DAYLIGHT\n", ""),
    "no name": ("TZID:Somewhere\n", ""),
    "two names": ("TZID:Somewhere", "TZID:Somewhere\nTZID:Elsewhere"),
}


def told(text: str) -> Zones:
    parts = (line.partition(":") for line in text.splitlines())
    return Zones({"Somewhere": [Property(0, name, value=value) for name, _colon, value in parts]})


def test_a_zone_is_followed_as_it_is_told() -> None:
    zone = told(ZONE).find("Somewhere")
    offsets = [datetime(2026, month, 1, tzinfo=zone).utcoffset() for month in (1, 7)]
    assert offsets == [timedelta(hours=1), timedelta(hours=2)]


@pytest.mark.parametrize("wrong", WRONG)
def test_a_zone_that_is_told_wrongly_is_not_known(wrong: str) -> None:
    right, instead = WRONG[wrong]
    assert right in ZONE
    assert told(ZONE.replace(right, instead, 1)).find("Somewhere") is None
