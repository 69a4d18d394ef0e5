"""Occasions of personal dates: which are told of now, settling them, when they ring (rows S30, S31)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import cache, partial

from amdesk.domain.calendars import PartialDate, parts
from amdesk.domain.errors import AmdeskError, gone
from amdesk.domain.messages import N_, Message
from amdesk.domain.notice import Notice, advised
from amdesk.domain.personal_date import BELATED_DAYS, Occasion, next_occasion, notices
from amdesk.domain.reminder import Days, moved, snooze_until
from amdesk.domain.wall_clock import instant
from amdesk.services import personal_dates, reminders, week
from amdesk.services.desk import Desk
from amdesk.store import occasions as store
from amdesk.store import personal_dates as dates
from amdesk.store.occasions import Coming, Source

_MOST_RINGING = 1000  # at once; more come with the next look
_LAST_HEBREW = 12  # the Adars, of which a year has one or two


def told(desk: Desk, *, first: date | None = None, last: date | None = None) -> list[Notice]:
    """Occasions to be told of on some days, today unless others are given; those settled are not.

    Of each date there is one: its next coming, or the last one while it may still be belated.
    """
    _arm(desk)
    today = desk.today()
    return store.told(desk.store, first=first or today, last=last or first or today)


def due(desk: Desk) -> list[Notice]:
    """What should have rung by now and did not; of several notices of one occasion the last."""
    _arm(desk)
    found = store.ringing(desk.store, today=desk.today(), until=desk.now(), unrung=True, limit=_MOST_RINGING)
    return _once(found)


def come(desk: Desk) -> list[Notice]:
    """What should have rung by now, whether it did or not, and waits to be settled."""
    _arm(desk)
    return _once(store.ringing(desk.store, today=desk.today(), until=desk.now()))


def coming(desk: Desk, *, limit: int) -> list[Notice]:
    """The next ones to ring."""
    _arm(desk)
    return store.ringing(desk.store, today=desk.today(), after=desk.now(), unrung=True, limit=limit)


def between(desk: Desk, begins: datetime, ends: datetime) -> list[Notice]:
    """What would ring after one moment and up to another."""
    _arm(desk)
    return store.ringing(desk.store, today=desk.today(), after=begins, until=ends)


def next_rings_at(desk: Desk) -> datetime | None:
    """When the next one rings; a moment that has passed when one should have rung already."""
    _arm(desk)
    found = store.ringing(desk.store, today=desk.today(), unrung=True, limit=1)
    return found[0].rings_at if found else None


def note_rung(desk: Desk, rung: Sequence[tuple[str, datetime]]) -> None:
    """These notices, by the uuid of their date and when they ring, were shown to the person: they do not ring
    again, whatever is undone.
    """
    store.note_rung(desk.store, rung, at=desk.now())


def get(desk: Desk, noun: str, row_id: int) -> Notice:
    """The occasion of a date that waits to be settled; an AmdeskError where there is none any more."""
    _arm(desk)
    found = store.by_key(desk.store, noun, row_id)
    if found is None:
        raise gone("personal_date")
    return found


def finish(desk: Desk, noun: str, row_id: int) -> None:
    """Seen to, until it comes again."""
    _settle(desk, get(desk, noun, row_id), N_("Personal date done"))


def drop(desk: Desk, noun: str, row_id: int) -> None:
    """Not this year; it comes again."""
    _settle(desk, get(desk, noun, row_id), N_("Drop personal date for this year"))


def snooze(desk: Desk, noun: str, row_id: int, *, choice: str = "minutes") -> None:
    """Put off: it rings again at a moment."""
    one = get(desk, noun, row_id)
    until = snooze_until(choice, reminders.days(desk), now=desk.now())
    if until is None:
        raise AmdeskError(N_("That moment has passed. Choose a later one."), beside="until")
    _keep(desk, one, N_("Snooze personal date"), {"snoozed_until_at": until})


def sentence_of(desk: Desk, notice: Notice) -> Message:
    """What is said of an occasion: whose day it is and when, the last contact, how to reach them."""
    at = notice.last_contact_at
    last_on = at.astimezone(desk.zone).date() if at else None
    return advised(notice, today=desk.today(), last_on=last_on)


def _settle(desk: Desk, one: Notice, label: str) -> None:
    _keep(desk, one, label, {"settled_on": one.occurs_on, "snoozed_until_at": None})


def _keep(desk: Desk, one: Notice, label: str, values: dict[str, object]) -> None:
    if one.noun == "contact":
        personal_dates.keep_of_birthday(desk, one.contact_id, label, values)
        return
    with desk.step(label):
        dates.update(desk.store, one.id, values)


def _once(found: Sequence[Notice]) -> list[Notice]:
    """Of each date the notice that rings last."""
    return list({one.uuid: one for one in found}.values())


def _arm(desk: Desk) -> None:
    """Work out what comes next of the dates that changed or are over, or of all where the days did."""
    signature = {
        "zone": str(desk.zone),
        "weekend": sorted(week.weekend(desk)),
        "country": week.country(desk),
        **{key: str(desk.settings[key]) for key in ("all_day_at", "quiet_from", "quiet_until", "leap_day")},
    }
    today, days = desk.today(), reminders.days(desk)
    leap_on = str(desk.settings["leap_day"])
    begins = today - timedelta(days=BELATED_DAYS)
    comes = cache(lambda given: next_occasion(given, on_or_after=begins, leap_on=leap_on))
    around = cache(partial(_around, days=replace(days, is_free=cache(days.is_free))))
    store.arm(
        desk.store, repr(signature), today=today,
        coming=lambda source: _coming(source, comes=comes, around=around),
    )  # fmt: skip


def _coming(
    source: Source, *, comes: Callable[[PartialDate], Occasion], around: Callable[[date], Coming]
) -> Coming | None:
    """The next occasion of a date, or the last one while it may still be belated."""
    try:
        found = _occasion(source.given, comes)
    except (AmdeskError, ValueError, OverflowError):
        return None  # a day beyond what its calendar reaches
    coming = replace(around(found.on), years=found.years)
    until = source.snoozed_until_at
    if until is None or until <= coming.early_since_at:
        return coming
    return replace(coming, rings=(*coming.rings, ("snooze", until)))


def _occasion(given: PartialDate, comes: Callable[[PartialDate], Occasion]) -> Occasion:
    """When a date comes. A day comes when it does whatever its year was, so that many share the answer; only
    at the end of the Hebrew year the year decides.
    """
    if given.year is None or (given.calendar == "hebrew" and given.month >= _LAST_HEBREW):
        return comes(given)
    found = comes(replace(given, year=None))
    years = parts(found.on, given.calendar)[0] - given.year
    return replace(found, years=years) if years > 0 else comes(given)


def _around(on: date, *, days: Days) -> Coming:
    """When one is told of an occasion on a day, and when that rings."""
    early, plain = (notices(on, early=one, is_free=days.is_free) for one in (True, False))
    rings = (("early", _rings_at(early.days[0], days)), ("told", _rings_at(on, days)))
    return Coming(
        occurs_on=on,
        years=None,
        early_on=early.days[0],
        early_since_at=min(rings[0][1], instant(early.days[0], time(), days.zone)),
        told_on=plain.days[0],
        told_since_at=min(rings[1][1], instant(plain.days[0], time(), days.zone)),
        until_on=plain.belated_until,
        rings=rings,
    )


def _rings_at(on: date, days: Days) -> datetime:
    """A whole day's hour, out of free days and quiet hours to before them."""
    wall = moved(datetime.combine(on, days.all_day), days, earlier=True)
    return instant(wall.date(), wall.time(), days.zone)
