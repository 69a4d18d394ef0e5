"""Birthdays and other days of a person: when they come, when to be told of them (rows S30-S34).

A day comes round in the calendar it was given in, and what that calendar lacks in a common year has its
usual stand-in: 29 February is kept on 28 February or 1 March, 30 Esfand on 29 Esfand, and the Hebrew days as
in Reingold and Dershowitz, Calendrical Calculations, "Hebrew birthday": Adar of a common year in Adar II,
Adar I in the Adar of a common year, a thirtieth that a month lacks on the first of the next.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from amdesk.domain.calendars import PartialDate, days_in_month, months_in_year, parts, to_date
from amdesk.domain.messages import N_, Message

KIND_NAMES = {
    "birthday": N_("Birthday"),
    "work": N_("Work anniversary"),
    "client_since": N_("Client since"),
    "promotion": N_("Promotion"),
    "name_day": N_("Name day"),
    "other": N_("Another day"),
}
# Who is a relative of a contact, with what each is called, in the order in which they are offered.
RELATION_NAMES = {
    "child": Message.named("relation", "Child"),
    "daughter": Message.named("relation", "Daughter"),
    "son": Message.named("relation", "Son"),
    "spouse": Message.named("relation", "Spouse"),
    "wife": Message.named("relation", "Wife"),
    "husband": Message.named("relation", "Husband"),
    "assistant": Message.named("relation", "Assistant"),
    "other": Message.named("relation", "Other"),
}
# Whether one is told three working days before as well.
EARLY_NAMES = {
    "vip": N_("Three days before for VIP clients"),
    "on": N_("Three working days before, and on the day"),
    "off": N_("On the day"),
}
BELATED_DAYS = 7
_EARLY_WORKDAYS = 3


@dataclass(frozen=True, slots=True)
class Relative:
    """Somebody close to a contact, or to two of them: a child of both is one relative."""

    id: int
    uuid: str
    contact_id: int
    name: str
    relation: str = "child"
    other_contact_id: int | None = None


@dataclass(frozen=True, slots=True)
class PersonalDate:
    """A day of a contact or of a relative that comes every year.

    ``given`` is nothing where the row only says more of a contact's own birthday, whose day is kept with the
    contact. ``label`` is what a free day is called; ``settled_on`` is the last occasion that was seen to.
    """

    id: int
    uuid: str
    given: PartialDate | None
    kind: str = "birthday"
    contact_id: int | None = None
    relative_id: int | None = None
    label: str = ""
    early: str = "vip"
    settled_on: date | None = None
    snoozed_until_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Occasion:
    """One coming of a personal date: its day, and how many years it is since then where that is known."""

    on: date
    years: int | None


def occasion(given: PartialDate, year: int, *, leap_on: str = "february") -> Occasion:
    """The day in a year of the date's own calendar; ``leap_on`` is where 29 February goes otherwise."""
    years = None if given.year is None else year - given.year
    return Occasion(_day_in(given, year, leap_on=leap_on), years)


def next_occasion(given: PartialDate, *, on_or_after: date, leap_on: str = "february") -> Occasion:
    """The first coming of a date on or after a day; the day it was itself is none."""
    year = parts(on_or_after, given.calendar)[0] - 1
    if given.year is not None:
        year = max(year, given.year + 1)
    found = occasion(given, year, leap_on=leap_on)
    while found.on < on_or_after:
        year += 1
        found = occasion(given, year, leap_on=leap_on)
    return found


def _day_in(given: PartialDate, year: int, *, leap_on: str) -> date:
    month, day = given.month, given.day
    if given.calendar == "hebrew":
        month = _hebrew_month(given, year)
        over = day > days_in_month(year, month, "hebrew")
        first = to_date(year, month, 1, calendar="hebrew")
        return first + timedelta(days=days_in_month(year, month, "hebrew") if over else day - 1)
    longest = days_in_month(year, month, given.calendar)
    if day <= longest:
        return to_date(year, month, day, calendar=given.calendar)
    last = to_date(year, month, longest, calendar=given.calendar)
    on_march = given.calendar == "gregorian" and leap_on == "march"
    return last + timedelta(days=1) if on_march else last


def _hebrew_month(given: PartialDate, year: int) -> int:
    """The month a Hebrew day is kept in: the Adars of leap years and common years stand for one another."""
    leap = months_in_year(year, "hebrew") == 13
    if given.month < 12:
        return given.month
    if not leap:
        return 12
    was_leap = given.year is not None and months_in_year(given.year, "hebrew") == 13
    return 12 if given.month == 12 and was_leap else 13


@dataclass(frozen=True, slots=True)
class Notices:
    """When to be told of an occasion: days in their order, its own the last; how long it is belated."""

    days: tuple[date, ...]
    belated_until: date


def notices(on: date, *, early: bool, is_free: Callable[[date], bool]) -> Notices:
    """The days on which to be told of an occasion.

    ``early`` adds three working days before. An occasion on a free day is told of on the last working day
    before as well.
    """
    found = {on}
    if early:
        found.add(_workdays_before(on, _EARLY_WORKDAYS, is_free))
    if is_free(on):
        found.add(_workdays_before(on, 1, is_free))
    return Notices(tuple(sorted(found)), on + timedelta(days=BELATED_DAYS))


def _workdays_before(day: date, count: int, is_free: Callable[[date], bool]) -> date:
    left = count
    for _day in range(60):  # longer holidays there are none; a week of free days only would never end
        if left == 0:
            break
        day -= timedelta(days=1)
        left -= not is_free(day)
    return day
