"""Public holidays of a country: free days that calendars mark and that work is not counted on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TypeAlias

# What the library calls our languages. A language it has no names in is told them in English, else in the
# country's own; left to itself it would take the language of the machine.
_TONGUES = {"en": "en_US", "he": "he", "fa": "fa_IR", "ru": "ru", "el": "el"}
_ESTIMATE = "estimated_label"
_Known: TypeAlias = Mapping[date, tuple["Holiday", ...]]


@dataclass(frozen=True, slots=True)
class Holiday:
    """A public holiday by name; ``estimate`` tells that the moon has still to be seen for its day."""

    name: str
    estimate: bool = False


@lru_cache(maxsize=64)
def public_holidays(country: str, year: int, *, language: str = "") -> _Known:
    """The public holidays of a Gregorian year by date, named in ``language`` where the names are known in it.

    ``country`` is ISO 3166 alpha-2; nothing for one whose holidays nobody has written down.
    """
    import holidays

    if country not in holidays.list_supported_countries():
        return {}
    known = holidays.list_localized_countries().get(country, [])
    wanted = [_TONGUES.get(language, ""), _TONGUES["en"]]
    tongue = next((one for one in wanted if one in known), known[0] if known else None)
    found = holidays.country_holidays(country, years=year, language=tongue)
    says = found.tr(getattr(found, _ESTIMATE, ""))
    return {day: tuple(_holiday(name, says) for name in found.get_list(day)) for day in found}


def _holiday(name: str, says: str) -> Holiday:
    """A holiday by the library's name for it, without what that ``says`` around an estimate, such as
    "%s (estimated)".
    """
    before, _, after = says.partition("%s")
    estimate = bool(after) and name.startswith(before) and name.endswith(after)
    bare = name.removeprefix(before).removesuffix(after) if estimate else name
    return Holiday(bare, estimate=estimate)


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

    try:
        return frozenset(holidays.country_holidays(country, years=year))
    except NotImplementedError:
        # So the library says that nobody has written a country's holidays down. Asking its list beforehand
        # would load the module of every country there is, and this is asked when the program starts to ring.
        return frozenset()


def countries() -> tuple[str, ...]:
    """Codes of the countries whose holidays are known, sorted."""
    import holidays

    return tuple(sorted(code for code in holidays.list_supported_countries() if len(code) == 2))
