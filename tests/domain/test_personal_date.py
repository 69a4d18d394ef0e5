"""On which day a birthday comes in each calendar, and when to be told of it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amdesk.domain.calendars import CALENDARS, PartialDate, parts
from amdesk.domain.personal_date import next_occasion, notices, occasion


def on(given_: PartialDate, after: date) -> date:
    return next_occasion(given_, on_or_after=after).on


def test_a_birthday_comes_today_and_then_next_year() -> None:
    born = PartialDate(3, 14, 1985)
    assert next_occasion(born, on_or_after=date(2026, 3, 14)).on == date(2026, 3, 14)
    later = next_occasion(born, on_or_after=date(2026, 3, 15))
    assert (later.on, later.years) == (date(2027, 3, 14), 42)


def test_an_age_is_said_only_when_the_year_is_known() -> None:
    assert next_occasion(PartialDate(3, 14), on_or_after=date(2026, 1, 1)).years is None


def test_the_day_of_birth_itself_is_no_birthday() -> None:
    assert on(PartialDate(3, 14, 2026), date(2026, 1, 1)) == date(2027, 3, 14)


def test_the_twenty_ninth_of_february_is_kept_where_the_person_likes() -> None:
    born = PartialDate(2, 29, 1992)
    assert occasion(born, 2027).on == date(2027, 2, 28)
    assert occasion(born, 2027, leap_on="march").on == date(2027, 3, 1)
    assert occasion(born, 2028, leap_on="march").on == date(2028, 2, 29)


def test_the_thirtieth_of_esfand_is_kept_on_the_twenty_ninth_of_a_common_year() -> None:
    born = PartialDate(12, 30, 1399, "jalali")
    assert occasion(born, 1403).on == date(2025, 3, 20)  # a leap year: 30 Esfand 1403
    assert occasion(born, 1404).on == date(2026, 3, 20)  # a common year: 29 Esfand 1404


@pytest.mark.parametrize(
    ("born", "year", "expected"),
    [
        # Adar of a common year is kept in Adar II of a leap year: 14 Adar is Purim.
        (PartialDate(12, 14, 5783, "hebrew"), 5784, date(2024, 3, 24)),
        (PartialDate(12, 14, 5783, "hebrew"), 5785, date(2025, 3, 14)),
        (PartialDate(12, 14, None, "hebrew"), 5784, date(2024, 3, 24)),
        # Adar I stays Adar I, and is Adar where there is one only.
        (PartialDate(12, 14, 5782, "hebrew"), 5784, date(2024, 2, 23)),
        (PartialDate(12, 14, 5782, "hebrew"), 5785, date(2025, 3, 14)),
        # Adar II is Adar where there is one only.
        (PartialDate(13, 14, 5782, "hebrew"), 5785, date(2025, 3, 14)),
        # 30 Adar I has no day in a common year: 1 Nisan.
        (PartialDate(12, 30, 5782, "hebrew"), 5785, date(2025, 3, 30)),
        # 30 Cheshvan where Cheshvan has 29 days: 1 Kislev.
        (PartialDate(8, 30, 5783, "hebrew"), 5784, date(2023, 11, 14)),
        # 30 Kislev where Kislev has 29 days: 1 Tevet.
        (PartialDate(9, 30, 5782, "hebrew"), 5784, date(2023, 12, 13)),
    ],
)
def test_hebrew_days_are_kept_by_the_usual_rules(born: PartialDate, year: int, expected: date) -> None:
    assert occasion(born, year).on == expected


@given(
    calendar=st.sampled_from(CALENDARS),
    born=st.dates(date(1930, 1, 1), date(2020, 1, 1)),
    today=st.dates(date(2021, 1, 1), date(2060, 1, 1)),
)
def test_every_birthday_comes_once_in_a_year_and_its_age_is_right(
    calendar: str, born: date, today: date
) -> None:
    year, month, day = parts(born, calendar)
    found = next_occasion(PartialDate(month, day, year, calendar), on_or_after=today)
    assert timedelta(0) <= found.on - today < timedelta(days=386)
    following = next_occasion(
        PartialDate(month, day, year, calendar), on_or_after=found.on + timedelta(days=1)
    )
    assert following.years is not None
    assert found.years is not None
    assert following.years == found.years + 1


def weekend(day: date) -> bool:
    return day.weekday() >= 5


def test_one_is_told_on_the_day_and_if_wanted_three_working_days_before() -> None:
    monday = date(2026, 11, 23)
    assert notices(monday, early=False, is_free=weekend).days == (monday,)
    assert notices(monday, early=True, is_free=weekend).days == (date(2026, 11, 18), monday)


def test_a_birthday_on_a_free_day_is_told_of_on_the_last_working_day_too() -> None:
    sunday = date(2026, 11, 22)
    found = notices(sunday, early=True, is_free=weekend)
    assert found.days == (date(2026, 11, 18), date(2026, 11, 20), sunday)
    assert found.belated_until == date(2026, 11, 29)
