"""How often a client is due: by tier, from the last contact, unless another day is agreed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amdesk.domain.cadence import LONGEST, STANDARD, Cadence, as_values, due, from_values
from amdesk.domain.client import STAGES, TIERS

DAY = date(2026, 12, 14)
DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(("tier", "ideal", "longest"), [("A", 7, 14), ("B", 14, 28), ("C", 30, 45)])
def test_each_tier_has_its_days(tier: str, ideal: int, longest: int) -> None:
    turn = due(STANDARD, tier=tier, stage="active", last_on=DAY, added_on=None, next_contact_on=None)
    assert turn is not None
    assert (turn.since, turn.on, turn.latest) == (
        DAY, DAY + timedelta(days=ideal), DAY + timedelta(days=longest),
    )  # fmt: skip


@pytest.mark.parametrize(
    "other",
    [
        {"tier": None},
        {"stage": "former"},
        {"stage": "dormant"},
        {"next_contact_on": DAY + timedelta(days=60)},
        {"last_on": None, "added_on": None},
    ],
    ids=str,
)
def test_who_has_no_turn(other: dict[str, object]) -> None:
    usual = {"tier": "A", "stage": "active", "last_on": DAY, "added_on": DAY, "next_contact_on": None}
    assert due(STANDARD, **{**usual, **other}) is None  # type: ignore[arg-type]


def test_whom_nobody_ever_reached_is_counted_from_the_day_they_were_added() -> None:
    turn = due(STANDARD, tier="B", stage="prospect", last_on=None, added_on=DAY, next_contact_on=None)
    assert turn is not None
    assert (turn.since, turn.on) == (DAY, DAY + timedelta(days=14))


@given(st.sampled_from(TIERS), st.sampled_from(STAGES), DAYS, DAYS)
def test_a_later_contact_never_makes_a_client_due_earlier(
    tier: str, stage: str, one: date, two: date
) -> None:
    first, second = (
        due(STANDARD, tier=tier, stage=stage, last_on=last, added_on=None, next_contact_on=None)
        for last in sorted((one, two))
    )
    assert (first is None) == (second is None)
    if first is not None and second is not None:
        assert first.on <= second.on
        assert first.since < first.on <= first.latest


PAIRS = st.tuples(st.integers(1, LONGEST), st.integers(1, LONGEST)).map(sorted)


@given(st.fixed_dictionaries(dict.fromkeys(TIERS, PAIRS)))
def test_what_was_chosen_is_found_again(chosen: dict[str, list[int]]) -> None:
    assert as_values(from_values(chosen)) == chosen


@pytest.mark.parametrize(
    "written",
    [None, [], "A", {"A": 7}, {"A": [0, 3]}, {"A": [9, 3]}, {"A": [7, LONGEST + 1]}, {"A": ["7", "9"]}],
    ids=str,
)
def test_what_makes_no_sense_in_the_settings_is_as_it_was_by_itself(written: object) -> None:
    assert from_values(written) == STANDARD


def test_one_tier_can_be_chosen_alone() -> None:
    assert from_values({"B": [10, 20]}) == {**STANDARD, "B": Cadence(10, 20)}
