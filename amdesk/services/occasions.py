"""Occasions of personal dates: which are told of now, settling them, when they ring (rows S30, S31)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import cache

from amdesk.domain.errors import AmdeskError, gone
from amdesk.domain.messages import N_, Message
from amdesk.domain.notice import Notice, advised
from amdesk.domain.personal_date import BELATED_DAYS, next_occasion, notices
from amdesk.domain.reminder import Days, moved, snooze_until
from amdesk.domain.wall_clock import instant
from amdesk.services import personal_dates, reminders, week
from amdesk.services.desk import Desk
from amdesk.store import occasions as store
from amdesk.store import personal_dates as dates
from amdesk.store.occasions import Coming, Source

_MOST_RINGING = 1000  # at once; more come with the next look


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
    today, own = desk.today(), reminders.days(desk)
    days = replace(own, is_free=cache(own.is_free))
    leap_on = str(desk.settings["leap_day"])
    store.arm(
        desk.store, repr(signature), today=today,
        coming=lambda source: _coming(source, days, today=today, leap_on=leap_on),
    )  # fmt: skip


def _coming(source: Source, days: Days, *, today: date, leap_on: str) -> Coming | None:
    """The next occasion of a date, or the last one while it may still be belated."""
    try:
        next_one = next_occasion(
            source.given, on_or_after=today - timedelta(days=BELATED_DAYS), leap_on=leap_on
        )
    except (AmdeskError, ValueError, OverflowError):
        return None  # a day beyond what its calendar reaches
    on = next_one.on
    early, plain = (notices(on, early=one, is_free=days.is_free) for one in (True, False))
    rings = [("early", _rings_at(early.days[0], days)), ("told", _rings_at(on, days))]
    since = min(rings[0][1], instant(early.days[0], time(), days.zone))
    if source.snoozed_until_at is not None and source.snoozed_until_at > since:
        rings.append(("snooze", source.snoozed_until_at))
    return Coming(
        occurs_on=on,
        years=next_one.years,
        early_on=early.days[0],
        early_since_at=since,
        told_on=plain.days[0],
        told_since_at=min(rings[1][1], instant(plain.days[0], time(), days.zone)),
        until_on=plain.belated_until,
        rings=tuple(rings),
    )


def _rings_at(on: date, days: Days) -> datetime:
    """A whole day's hour, out of free days and quiet hours to before them."""
    wall = moved(datetime.combine(on, days.all_day), days, earlier=True)
    return instant(wall.date(), wall.time(), days.zone)
