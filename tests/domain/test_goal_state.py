"""How a goal stands: the arithmetic, every named state, and what no value may break."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amdesk.domain.goal import Goal, Measurement, amount, is_amount, is_in_reach
from amdesk.domain.goal_state import (
    STATES,
    Standing,
    elapsed_share,
    expected_on,
    progress_of,
    standing,
    standing_at,
)
from amdesk.domain.goal_told import told
from tests.domain.goals import DAYS, START, VALUES, day, goal, goals


def at(value: object, on: int, *, today: int | None = None, of: Goal | None = None) -> Standing:
    """How a goal stands that had a value some days after its start."""
    known = Decimal(str(value))
    return standing_at(
        of or goal(), value=known, measured_on=day(on), today=day(on if today is None else today)
    )


@pytest.mark.parametrize(
    ("value", "on", "state"),
    [
        (145, 50, "on_track"),  # exactly 0.9 of the 50 expected
        ("144.99", 50, "at_risk"),
        (135, 50, "at_risk"),  # exactly 0.7
        ("134.99", 50, "behind"),
        (127, 30, "on_track"),  # 0.27 of 0.3, which is no exact binary number
        (80, 50, "behind"),
        (200, 50, "reached"),
        (250, 50, "reached"),
        (100, 0, "on_track"),  # on the first day nothing is expected yet
        (99, 0, "behind"),
    ],
)
def test_the_pace_decides(value: object, on: int, state: str) -> None:
    assert at(value, on).state == state


def test_where_less_is_better_the_arithmetic_is_the_same() -> None:
    cost = goal(direction="down", baseline=Decimal(80), target=Decimal(40))
    assert [at(value, 50, of=cost).state for value in (60, 62, 64, 67, 40, 30, 90)] == [
        "on_track", "on_track", "at_risk", "behind", "reached", "reached", "behind",
    ]  # fmt: skip
    assert at(60, 50, of=cost).progress == 0.5
    assert at(60, 50, of=cost).expected == 60


def test_expected_progress_and_forecast_are_those_of_the_pace_line() -> None:
    now = at(130, 40, today=42)
    assert (now.expected, now.progress, now.elapsed, now.percent) == (Decimal(142), 0.3, 0.42, 30)
    assert now.forecast_on == day(134)  # 40 days for 30 %, so 133.3 days for all of it
    assert at(130, 40, today=42, of=goal(target=Decimal(103))).expected == Decimal("101.26")
    assert expected_on(goal(), day(-5)) == 100
    assert expected_on(goal(), day(500)) == 200


@pytest.mark.parametrize(("value", "on"), [(100, 40), (90, 40), (150, 0), ("100.000001", 90)])
def test_a_pace_that_leads_nowhere_has_no_forecast(value: object, on: int) -> None:
    assert at(value, on).forecast_on is None


def test_a_goal_that_has_not_begun_or_was_not_measured_says_so() -> None:
    nothing = {"value": None, "measured_on": None}
    assert standing_at(goal(), **nothing, today=day(-1)).state == "not_started"
    assert standing_at(goal(), **nothing, today=day(3)).state == "no_measurement"
    before = at(150, -3, today=3)
    assert (before.state, before.value, before.progress) == ("no_measurement", Decimal(150), None)


@pytest.mark.parametrize(("rhythm", "fresh"), [("daily", 1), ("weekly", 10), ("monthly", 45)])
def test_a_measurement_is_fresh_for_one_and_a_half_rhythms(rhythm: str, fresh: int) -> None:
    its = goal(rhythm=rhythm)
    assert at(199, 30, today=30 + fresh, of=its).state == "on_track"
    late = at(199, 30, today=30 + fresh + 1, of=its)
    assert (late.state, late.value, late.stale_on) == ("stale", Decimal(199), day(30 + fresh + 1))


def test_target_equal_to_baseline_is_a_state_and_no_division() -> None:
    level = at(100, 50, of=goal(target=Decimal(100)))
    assert (level.state, level.progress, level.expected, level.forecast_on) == (
        "no_span",
        None,
        Decimal(100),
        None,
    )


def test_a_goal_ends_when_it_is_due_or_closed_but_stays_reached() -> None:
    assert at(150, 80, today=100).state == "stale"
    assert at(150, 90, today=101).state == "ended"
    assert at(150, 50, of=goal(ended_on=day(50))).state == "ended"
    assert at(150, 50, of=goal(ended_on=day(51))).state == "on_track"
    assert at(200, 90, today=300, of=goal(ended_on=day(95))).state == "reached"


def test_the_last_of_ten_values_of_a_day_wins_and_the_future_does_not_count() -> None:
    tens = [Measurement(n, str(n), 1, day(50), Decimal(100 + n)) for n in range(10)]
    later = Measurement(99, "99", 1, day(60), Decimal(300))
    now = standing(goal(), [later, *reversed(tens)], today=day(50))
    assert (now.value, now.measured_on) == (Decimal(109), day(50))


def test_days_that_cannot_be_are_over_at_once() -> None:
    odd = goal(due_on=START)
    assert (elapsed_share(odd, day(-1)), elapsed_share(odd, day(0))) == (0, 1)
    assert at(150, 0, of=odd).state == "behind"


@given(goals(), VALUES, DAYS, DAYS)
def test_every_goal_stands_somehow_on_every_day(its: Goal, value: Decimal, on: date, today: date) -> None:
    now = standing_at(its, value=value, measured_on=min(on, today), today=today)
    assert now.state in STATES
    assert 0 <= now.elapsed <= 1
    low, high = sorted((its.baseline, its.target))
    assert low <= now.expected <= high
    assert now.forecast_on is None or now.forecast_on > its.start_on
    assert [str(one) for one in told(its, now)]


@given(goals(), DAYS)
def test_who_keeps_the_pace_is_on_track_and_arrives_on_the_day(its: Goal, today: date) -> None:
    if its.target == its.baseline or not its.start_on < today < its.due_on or its.ended_on is not None:
        return
    share = Decimal((today - its.start_on).days) / (its.due_on - its.start_on).days
    exact = its.baseline + (its.target - its.baseline) * share
    now = standing_at(its, value=exact, measured_on=today, today=today)
    assert now.state == "on_track"
    assert now.forecast_on is not None
    assert abs((now.forecast_on - its.due_on).days) <= 1


@given(goals(), VALUES)
def test_more_of_the_way_is_never_a_worse_state(its: Goal, value: Decimal) -> None:
    order = ("behind", "at_risk", "on_track", "reached")
    today = its.start_on + timedelta(days=abs((its.due_on - its.start_on).days) // 2)
    nearer = value + (its.target - its.baseline) / 10
    states = [standing_at(its, value=one, measured_on=today, today=today).state for one in (value, nearer)]
    if set(states) <= set(order):
        assert order.index(states[0]) <= order.index(states[1])


@given(VALUES, VALUES, VALUES)
def test_progress_is_nothing_at_the_baseline_and_all_at_the_target(
    baseline: Decimal, target: Decimal, value: Decimal
) -> None:
    its = goal(baseline=baseline, target=target)
    if baseline == target:
        assert progress_of(its, value) is None
    else:
        assert (progress_of(its, baseline), progress_of(its, target)) == (0, 1)


@given(st.decimals(allow_nan=True, allow_infinity=True))
def test_a_value_is_kept_in_one_form_or_not_at_all(value: Decimal) -> None:
    if is_in_reach(value):
        kept = amount(value)
        assert kept == value
        assert is_amount(f"{kept:f}")
        assert f"{amount(Decimal(f'{kept:f}')):f}" == f"{kept:f}"


@pytest.mark.parametrize("text", ["", "-", ".", "1.", "1e5", "NaN", "Infinity", "1,5", "١٢", "1" * 16, " 1"])
def test_what_is_no_value_of_the_file_is_none(text: str) -> None:
    assert not is_amount(text)
