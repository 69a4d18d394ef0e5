"""Which backups stay."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from amdesk.domain.rotation import to_keep

NOW = datetime(2026, 12, 14, 12, 0, tzinfo=UTC)
_SOME = st.lists(st.integers(0, 900 * 24).map(lambda hours: NOW - timedelta(hours=hours)), max_size=60)


def test_a_year_of_daily_backups_leaves_a_week_of_days_a_month_of_weeks_and_a_year_of_months() -> None:
    daily = [NOW - timedelta(days=days) for days in range(400)]
    stays = sorted(to_keep(daily, now=NOW), reverse=True)
    assert stays[:7] == daily[:7]
    assert len(stays) <= 7 + 4 + 12
    assert (NOW - stays[-1]).days > 300


def test_every_backup_of_the_last_day_stays() -> None:
    hourly = [NOW - timedelta(hours=hours) for hours in range(24)]
    assert to_keep(hourly, now=NOW) == set(hourly)


def test_what_is_seldom_backed_up_keeps_what_it_has() -> None:
    yearly = [NOW - timedelta(days=365 * years) for years in range(5)]
    assert to_keep(yearly, now=NOW) == set(yearly)


@given(_SOME)
def test_the_newest_always_stays_and_looking_twice_takes_nothing_more(made: list[datetime]) -> None:
    stays = to_keep(made, now=NOW)
    assert not made or max(made) in stays
    assert to_keep(stays, now=NOW) == stays
