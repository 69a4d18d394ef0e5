"""The person's week: where it begins, which days are free, and which are public holidays."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from amdesk.domain.workdays import WorkWeek
from amdesk.i18n.bidi import isolate_within
from amdesk.i18n.catalog import _, current
from amdesk.i18n.format import listed
from amdesk.i18n.languages import language, weekend_of
from amdesk.services.desk import Desk
from amdesk.system import holidays


@dataclass(frozen=True, slots=True)
class Week:
    """All that a calendar on the wall has to know of the person.

    Weekdays count from Monday = 0. ``holidays`` gives those of a Gregorian year by date; it is asked only for
    a month that is shown, because the library behind it takes its time.
    """

    today: Callable[[], date]
    first_day: int
    weekend: frozenset[int]
    holidays: Callable[[int], Mapping[date, str]]


def week_of(desk: Desk) -> Week:
    """The week as the person has it now."""
    return Week(desk.today, first_day(desk), weekend(desk), partial(public_holidays, desk))


def country(desk: Desk) -> str:
    """The person's country (ISO 3166): the one chosen, else that of the language they work in."""
    return str(desk.settings["country"]) or language(current()).country


def first_day(desk: Desk) -> int:
    """The weekday a week begins on, Monday = 0: the one chosen, else that of the language (CLDR)."""
    chosen = str(desk.settings["first_day"])
    return int(chosen) if chosen else language(current()).first_day


def weekend(desk: Desk) -> frozenset[int]:
    """The weekdays nobody works on, Monday = 0: those chosen, else those of the country (CLDR)."""
    chosen = str(desk.settings["weekend"])
    return frozenset(int(day) for day in chosen) if chosen else weekend_of(country(desk))


def public_holidays(desk: Desk, year: int) -> Mapping[date, str]:
    """The holidays of a Gregorian year in the person's country, named in the language they work in; of those
    that the moon has still to be seen for it is said that their day is an estimate.
    """
    found = holidays.public_holidays(country(desk), year, language=current())
    return {day: listed(map(_named, there), current()) for day, there in found.items()}


def _named(holiday: holidays.Holiday) -> str:
    if not holiday.estimate:
        return holiday.name
    name = isolate_within(holiday.name, rtl=language(current()).rtl)
    return _("{holiday} (estimate)").format(holiday=name)


def work_week(country: str) -> WorkWeek:
    """The days off in a country (ISO 3166): its weekend (CLDR) and its public holidays."""
    return WorkWeek(weekend_of(country), holidays.DaysOff(country))


def countries() -> tuple[tuple[str, str], ...]:
    """Countries whose holidays are known: their code and name in the language in use, sorted by name."""
    from babel import Locale

    from amdesk.i18n.collate import sort_key

    names = Locale.parse(language(current()).locale).territories
    known = ((code, names.get(code, code)) for code in holidays.countries())
    return tuple(sorted(known, key=lambda one: sort_key(one[1])))
