"""The machine's zone, and what becomes of times when the machine travels."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from amdesk.system.zone import LocalZone

WINTER, SUMMER = datetime(2026, 1, 5, 12, tzinfo=UTC), datetime(2026, 7, 5, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _own_zone_after(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    yield
    monkeypatch.undo()
    time.tzset()


def test_it_is_the_zone_of_the_machine_with_its_summer_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Europe/Athens")
    here = LocalZone()
    assert str(here) == "Europe/Athens"
    assert [moment.astimezone(here).hour for moment in (WINTER, SUMMER)] == [14, 15]
    assert datetime(2026, 7, 5, 15, tzinfo=here).astimezone(UTC) == SUMMER
    assert f"{SUMMER.astimezone(here):%Z %z}" == "EEST +0300"


def test_who_travels_is_somewhere_else_after_a_look(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Europe/Athens")
    here = LocalZone()
    assert not here.look()
    monkeypatch.setenv("TZ", "Asia/Tehran")
    assert WINTER.astimezone(here).hour == 14
    assert here.look()
    assert f"{WINTER.astimezone(here):%H:%M}" == "15:30"


def test_an_hour_that_comes_twice_is_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Europe/Athens")
    here = LocalZone()
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC).astimezone(here)
    second = datetime(2026, 10, 25, 1, 30, tzinfo=UTC).astimezone(here)
    assert (first.hour, first.fold, second.hour, second.fold) == (3, 0, 3, 1)
    assert (second.astimezone(UTC) - first.astimezone(UTC)).total_seconds() == 3600


@pytest.mark.parametrize("named", ["Nowhere/Land", "???", ":Europe/Athens", "UTC+99"])
def test_a_name_that_is_none_leaves_the_distance_from_utc(
    named: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", named)
    assert WINTER.astimezone(LocalZone()).utcoffset() is not None
