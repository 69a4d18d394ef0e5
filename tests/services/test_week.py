"""The person's holidays as calendars name them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from amdesk.i18n import catalog
from amdesk.i18n.bidi import strip_isolates
from amdesk.services import week
from amdesk.services.open_desk import open_in_memory


@pytest.fixture(params=["en", "fa", "ru"])
def spoken(request: pytest.FixtureRequest) -> Iterator[str]:
    catalog.set_language(request.param)
    yield request.param
    catalog.set_language("en")


def test_a_day_that_the_moon_has_still_to_settle_is_told_as_an_estimate(spoken: str) -> None:
    desk = open_in_memory()
    desk.settings.choose("country", "IR")
    known = week.public_holidays(desk, 2028)
    desk.close()
    assert (
        strip_isolates(known[date(2028, 2, 27)])
        == {
            "en": "Eid al-Fitr (estimate)",
            "fa": "عید سعید فطر (تخمینی)",
            "ru": "Eid al-Fitr (ориентировочно)",
        }[spoken]
    )
    assert "(" not in known[date(2028, 4, 1)]


@pytest.mark.parametrize("spoken", ["fa"], indirect=True)
def test_two_holidays_of_one_day_have_the_languages_comma_between_them(spoken: str) -> None:
    desk = open_in_memory()
    desk.settings.choose("country", "IR")
    assert "، " in week.public_holidays(desk, 2028)[date(2028, 3, 22)]
    desk.close()
