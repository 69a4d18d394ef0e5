"""Public holidays by name, and which of them are an estimate because the moon has still to be seen."""

from __future__ import annotations

from datetime import date

import pytest

from amdesk.system.holidays import Holiday, public_holidays

NOWRUZ, EID = date(2028, 3, 20), date(2028, 2, 27)


@pytest.mark.parametrize(
    ("language", "nowruz", "eid"),
    [
        ("fa", "جشن نوروز", "عید سعید فطر"),
        ("en", "Nowruz", "Eid al-Fitr"),
        ("ru", "Nowruz", "Eid al-Fitr"),
    ],
)
def test_days_of_the_moon_are_estimates_and_are_named_without_the_librarys_word_for_it(
    language: str, nowruz: str, eid: str
) -> None:
    known = public_holidays("IR", 2028, language=language)
    assert known[EID] == (Holiday(eid, estimate=True),)
    assert known[NOWRUZ] == (Holiday(nowruz),)
    assert not [
        one for there in known.values() for one in there if "تخمین" in one.name or "estim" in one.name
    ]


def test_two_holidays_of_one_day_are_two() -> None:
    both = public_holidays("IR", 2028, language="en")[date(2028, 3, 22)]
    assert {one.estimate for one in both} == {True, False}


@pytest.mark.parametrize("country", ["IL", "GR", "RU", "GB"])
def test_days_that_are_reckoned_beforehand_are_no_estimates(country: str) -> None:
    known = public_holidays(country, 2028)
    assert known
    assert not any(one.estimate for there in known.values() for one in there)


def test_a_country_whose_holidays_nobody_wrote_down_has_none() -> None:
    assert public_holidays("XX", 2028) == {}
