"""When a delegated task is looked at: in working hours, over the weekends and holidays of four countries."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amdesk.domain.checkpoint import RULE_NAMES, Checkpoint, Hours, checkpoint
from amdesk.domain.workdays import is_workday
from amdesk.services.week import work_week

ZONES = {"IL": "Asia/Jerusalem", "IR": "Asia/Tehran", "RU": "Europe/Moscow", "GR": "Europe/Athens"}
NOON = datetime(2026, 12, 14, 12, tzinfo=UTC)  # a Monday


def hours_in(country: str) -> Hours:
    week = work_week(country)
    return Hours(
        ZoneInfo(ZONES[country]),
        lambda day: not is_workday(day, weekend=week.weekend, holidays=week.holidays),
    )


def plain(*, begins: time = time(9), ends: time = time(18)) -> Hours:
    return Hours(UTC, lambda day: day.weekday() >= 5, begins, ends)


# Nine hours a day: 65 % of them have passed, rounded up to a quarter.
@pytest.mark.parametrize(
    ("country", "start_on", "due_on", "looked_at"),
    [
        # Thursday and, Friday and Saturday being free and Sunday the second day of the New Year, Monday
        ("IL", date(2026, 9, 10), date(2026, 9, 14), "2026-09-14 11:45"),
        # a week without a holiday, Sunday to Thursday: 29.25 of 45 hours
        ("IL", date(2026, 11, 1), date(2026, 11, 5), "2026-11-04 11:15"),
        # Thursday, then Friday, Nowruz and its days, then Wednesday and Thursday: 17.55 of 27 hours
        ("IR", date(2026, 3, 19), date(2026, 3, 26), "2026-03-25 17:45"),
        # Saturday is worked on, Friday is not: 17.55 of 27 hours
        ("IR", date(2026, 10, 15), date(2026, 10, 18), "2026-10-17 17:45"),
        # Wednesday, then the New Year's holidays until the 10th, then Monday: 11.7 of 18 hours
        ("RU", date(2026, 12, 30), date(2027, 1, 11), "2027-01-11 11:45"),
        # Monday to Friday, the 4th (Wednesday) being free: 23.4 of 36 hours
        ("RU", date(2026, 11, 2), date(2026, 11, 6), "2026-11-05 14:30"),
        # Thursday, then Good Friday to Easter Monday, then Tuesday: 11.7 of 18 hours
        ("GR", date(2026, 4, 9), date(2026, 4, 14), "2026-04-14 11:45"),
        # Friday, a weekend, Monday and Tuesday, then the national day: due on it means due before it
        ("GR", date(2027, 3, 19), date(2027, 3, 25), "2027-03-23 14:30"),
    ],
)
def test_days_off_do_not_count(country: str, start_on: date, due_on: date, looked_at: str) -> None:
    hours = hours_in(country)
    start = datetime.combine(start_on, hours.begins, hours.zone)
    found = checkpoint(due_on, hours, start_at=start, now=start)
    assert found.at is not None
    assert f"{found.at.astimezone(hours.zone):%Y-%m-%d %H:%M}" == looked_at
    assert found.reason == "share"


def looked(
    due_on: date, *, at: datetime = NOON, hours: Hours | None = None, rule: str = "left35"
) -> Checkpoint:
    return checkpoint(due_on, hours or plain(), start_at=at, now=at, rule=rule)


def test_the_other_reading_looks_sooner() -> None:
    late, early = looked(date(2026, 12, 18)), looked(date(2026, 12, 18), rule="passed35")
    # 42 hours from Monday noon: 27.3 have passed, or 14.7
    assert (late.at, early.at) == (
        datetime(2026, 12, 17, 12, 30, tzinfo=UTC),
        datetime(2026, 12, 15, 17, 45, tzinfo=UTC),
    )


def test_with_less_than_four_hours_it_is_half_way() -> None:
    at = NOON.replace(hour=15)
    assert looked(NOON.date(), at=at) == Checkpoint(NOON.replace(hour=16, minute=30), "half_way")


def test_a_window_without_a_working_hour_has_none_and_says_why() -> None:
    saturday = datetime(2026, 12, 19, 10, tzinfo=UTC)
    assert looked(date(2026, 12, 20), at=saturday) == Checkpoint(None, "no_hours")
    assert looked(date(2026, 12, 11)) == Checkpoint(None, "overdue")
    assert looked(NOON.date(), at=NOON.replace(hour=19)).reason in {"no_hours", "overdue"}
    assert looked(date(2026, 12, 18), hours=plain(ends=time(9))) == Checkpoint(None, "no_hours")


def test_one_that_should_have_been_is_now() -> None:
    start = NOON - timedelta(days=14)
    found = checkpoint(date(2026, 12, 15), plain(), start_at=start, now=NOON)
    assert found == Checkpoint(NOON, "now")


def test_a_task_without_a_due_date_has_none() -> None:
    assert checkpoint(None, plain(), start_at=NOON, now=NOON) == Checkpoint(None, "no_due")


@given(
    start=st.integers(0, 60 * 24 * 60),
    later=st.integers(0, 60 * 24 * 60),
    days=st.integers(0, 200),
    begins=st.integers(0, 20),
    length=st.integers(4, 12),
    rule=st.sampled_from(list(RULE_NAMES)),
)
@settings(max_examples=50)
def test_it_lies_between_now_and_the_due_date_and_moves_with_it(
    start: int, later: int, days: int, begins: int, length: int, rule: str
) -> None:
    hours = plain(begins=time(begins), ends=time(min(begins + length, 23)))
    began, now = NOON + timedelta(minutes=start), NOON + timedelta(minutes=start + later)
    due_on = (began + timedelta(days=days)).date()
    found = checkpoint(due_on, hours, start_at=began, now=now, rule=rule)
    if found.at is None:
        assert found.reason in {"no_hours", "overdue"}
        return
    assert now <= found.at <= datetime.combine(due_on, hours.ends, UTC)
    if found.reason != "now":
        assert found.at.minute % 15 == 0
        assert not hours.is_free(found.at.date())
        assert hours.begins <= found.at.time() <= hours.ends
    moved = checkpoint(due_on + timedelta(days=7), hours, start_at=began, now=now, rule=rule)
    assert moved.at is not None
    assert moved.at >= found.at


@given(zone=st.sampled_from(sorted(ZONES)), day=st.integers(0, 700), days=st.integers(0, 40))
@settings(max_examples=40)
def test_it_falls_into_working_hours_of_every_country(zone: str, day: int, days: int) -> None:
    hours = hours_in(zone)
    now = datetime(2026, 1, 1, 7, 20, tzinfo=UTC) + timedelta(days=day)
    due_on = (now + timedelta(days=days)).date()
    found = checkpoint(due_on, hours, start_at=now, now=now)
    if found.at is not None and found.at > now:
        wall = found.at.astimezone(hours.zone)
        assert not hours.is_free(wall.date())
        assert hours.begins <= wall.time() <= hours.ends
        assert wall.date() <= due_on
