"""What comes round again: on which days, and what is refused."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amdesk.domain.errors import AmdeskError
from amdesk.domain.recurrence import REPEAT_NAMES, check, days_apart, next_on, spelled_out, with_days

DAYS = st.dates(date(1950, 1, 1), date(2100, 1, 1))
REPEATS = st.sampled_from([rule for rule in REPEAT_NAMES if rule])


def days(rule: str, first_on: date, count: int) -> list[date]:
    found, day = [], first_on
    for _time in range(count):
        following = next_on(rule, first_on=first_on, after=day)
        assert following is not None
        found.append(following)
        day = following
    return found


def test_the_last_day_of_a_month_stays_the_last_day() -> None:
    assert days("FREQ=MONTHLY", date(2027, 1, 31), 4) == [
        date(2027, 2, 28), date(2027, 3, 31), date(2027, 4, 30), date(2027, 5, 31),
    ]  # fmt: skip


def test_a_quarter_from_the_thirtieth_of_november_has_a_february() -> None:
    assert days("FREQ=MONTHLY;INTERVAL=3", date(2026, 11, 30), 2) == [date(2027, 2, 28), date(2027, 5, 30)]


def test_a_year_from_the_twenty_ninth_of_february_is_every_year() -> None:
    assert days("FREQ=YEARLY", date(2024, 2, 29), 4) == [
        date(2025, 2, 28), date(2026, 2, 28), date(2027, 2, 28), date(2028, 2, 29),
    ]  # fmt: skip


def test_a_rule_of_another_calendar_is_kept_as_it_is() -> None:
    rule = "FREQ=MONTHLY;BYDAY=-1FR"
    check(rule)
    assert spelled_out(rule, date(2026, 10, 30)) == rule
    assert next_on(rule, first_on=date(2026, 10, 30), after=date(2026, 10, 30)) == date(2026, 11, 27)


def test_a_rule_that_has_ended_has_no_next_day() -> None:
    for rule in ("FREQ=DAILY;COUNT=2", "FREQ=DAILY;UNTIL=20261102"):
        check(rule)
        assert next_on(rule, first_on=date(2026, 11, 1), after=date(2026, 11, 2)) is None


@pytest.mark.parametrize("rule", ["FREQ=SECONDLY", "FREQ=HOURLY;INTERVAL=200", "FREQ=DAILY;BYMINUTE=1,2"])
def test_nothing_comes_round_more_than_once_a_day(rule: str) -> None:
    with pytest.raises(AmdeskError, match="once a day at most"):
        check(rule)


@pytest.mark.parametrize(
    "rule",
    ["every day", "FREQ=", "FREQ=DAILY;INTERVAL=x", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
     "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=9", "FREQ=DAILY;BYMONTH=4;BYMONTHDAY=31;UNTIL=99991231",
     "RRULE:FREQ=DAILY\nRRULE:FREQ=SECONDLY"],
)  # fmt: skip
def test_a_rule_that_cannot_be_read_or_never_comes_round_is_refused(rule: str) -> None:
    with pytest.raises(AmdeskError):
        check(rule)


@given(rule=REPEATS, first_on=DAYS, later=st.integers(0, 2_000))
def test_there_is_always_a_next_day_and_it_is_later(rule: str, first_on: date, later: int) -> None:
    after = first_on + timedelta(days=later)
    following = next_on(rule, first_on=first_on, after=after)
    assert following is not None
    assert after < following <= after + timedelta(days=366)


@given(rule=REPEATS, first_on=DAYS)
def test_every_repeat_offered_is_a_rule(rule: str, first_on: date) -> None:
    check(rule)
    check(spelled_out(rule, first_on))


@given(first_on=DAYS, without=st.sets(st.integers(1, 20)), also=st.sets(st.integers(1, 150), max_size=40))
def test_days_left_out_do_not_come_and_days_added_do(
    first_on: date, without: set[int], also: set[int]
) -> None:
    out = {first_on + timedelta(weeks=one) for one in without}
    more = {first_on + timedelta(days=one) for one in also}
    rule = with_days("FREQ=WEEKLY", out, more)
    check(rule)
    assert days_apart(rule) == ("FREQ=WEEKLY", tuple(sorted(out)), tuple(sorted(more)))
    weekly = {first_on + timedelta(weeks=one) for one in range(1, 22)}
    last, came = max(weekly), set[date]()
    day = next_on(rule, first_on=first_on, after=first_on)
    while day is not None and day <= last:
        came.add(day)
        day = next_on(rule, first_on=first_on, after=day)
    assert came == {one for one in (weekly | more) - out if one <= last}


@pytest.mark.parametrize("interval", ["0", "00", "-1", "x", "99999", "1;INTERVAL=0"])
def test_a_rule_that_stands_still_is_refused_instead_of_followed(interval: str) -> None:
    with pytest.raises(AmdeskError):
        check(f"FREQ=DAILY;INTERVAL={interval}")
