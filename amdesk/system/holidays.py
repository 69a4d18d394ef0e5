"""Public holidays of a country: free days that calendars mark and that work is not counted on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

# The library's own tongue for each country is the first choice; these are asked for besides.
_TONGUES = {"en": "en_US", "he": "he", "fa": "fa_IR", "ru": "ru", "el": "el"}
# Their days follow the sighting of the moon: what a library says of years to come is an estimate.
_BY_THE_MOON = frozenset("AE AF BH DZ EG ID IQ IR JO KW LY MA MY OM PK QA SA SD SY TN TR YE".split())


@lru_cache(maxsize=64)
def public_holidays(country: str, year: int, *, language: str = "") -> Mapping[date, str]:
    """The public holidays of a Gregorian year by date, named in ``language`` where the names are known in it.

    ``country`` is ISO 3166 alpha-2; nothing for one whose holidays nobody has written down.
    """
    import holidays

    known = holidays.list_localized_countries()
    if country in known:
        tongue = _TONGUES.get(language, "")
        spoken = tongue if tongue in known[country] else None
        return dict(holidays.country_holidays(country, years=year, language=spoken))
    if country in holidays.list_supported_countries():
        return dict(holidays.country_holidays(country, years=year))
    return {}


class DaysOff:
    """The public holidays of a country, to be asked day by day: a year is looked up when it is asked for."""

    def __init__(self, country: str) -> None:
        self._country = country

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and day in _days_off(self._country, day.year)


@lru_cache(maxsize=64)
def _days_off(country: str, year: int) -> frozenset[date]:
    """Without the names, whose languages take the library longer than the days."""
    import holidays

    known = country in holidays.list_supported_countries(include_aliases=False)
    return frozenset(holidays.country_holidays(country, years=year)) if known else frozenset()


def countries() -> tuple[str, ...]:
    """Codes of the countries whose holidays are known, sorted."""
    import holidays

    return tuple(sorted(code for code in holidays.list_supported_countries() if len(code) == 2))


def is_estimate(country: str, year: int, *, today: date) -> bool:
    """Whether the holidays of a year are partly an estimate: those counted by the moon, of years to come."""
    return country in _BY_THE_MOON and year > today.year
