"""Dates, moments and counts as the window shows them: in its language, where the person is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from amdesk.domain.calendars import PartialDate
from amdesk.domain.client import Client, ClientLine
from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import Message
from amdesk.domain.points import MONEY_CHANGES, Point
from amdesk.domain.recurrence import REPEAT_NAMES, days_apart
from amdesk.i18n import format as formats
from amdesk.i18n.bidi import isolate, isolate_within
from amdesk.i18n.catalog import _, calendar_in_use, current, ngettext, sentence, toman_in_use
from amdesk.i18n.format import unbroken
from amdesk.i18n.languages import language
from amdesk.services import agenda
from amdesk.services.desk import Desk

RECENT = 31


def said(message: Message | AmdeskError) -> str:
    """A sentence in the language in use, each of its dates on one line."""
    return sentence(message, whole_dates=True)


def day(on: date | None) -> str:
    """A date, or nothing."""
    return unbroken(formats.date_text(on, current(), calendar=calendar_in_use())) if on else ""


def given_day(on: PartialDate | None) -> str:
    """A date of a person's life as it was given, perhaps without a year; or nothing."""
    return unbroken(formats.partial_text(on, current())) if on else ""


def overdue(since: date) -> str:
    """That something is late, and since when: red alone says nothing to who does not see red."""
    return _("overdue since {date}").format(date=day(since))


def turn(desk: Desk, client: Client | ClientLine) -> str:
    """Since when a client should have heard from one, by its tier; nothing before that day."""
    due = agenda.due_on(desk, client)
    return _("due since {date}").format(date=day(due)) if due is not None and due <= desk.today() else ""


def moment(desk: Desk, at: datetime | None) -> str:
    """A date and the time of day, or nothing."""
    if at is None:
        return ""
    return unbroken(formats.moment_text(at.astimezone(desk.zone), current(), calendar=calendar_in_use()))


def moment_near(desk: Desk, at: datetime) -> str:
    """The same where the newest come first: of today and yesterday by those names."""
    local = at.astimezone(desk.zone)
    near = {0: _("Today"), 1: _("Yesterday")}.get((desk.today() - local.date()).days)
    return unbroken(formats.on_day(near, local, current())) if near else moment(desk, at)


def clock(desk: Desk, at: datetime | None) -> str:
    """The time of day of a moment of today, else its date as well."""
    if at is None:
        return ""
    local = at.astimezone(desk.zone)
    return formats.time_text(local, current()) if local.date() == desk.today() else moment(desk, at)


def time_of_day(desk: Desk, at: datetime | None) -> str:
    """The time of day of a moment, where the day is said elsewhere."""
    return formats.time_text(at.astimezone(desk.zone), current()) if at else ""


def wall_clock(typed: str) -> str:
    """A time of day kept as 14:30, in the language's digits."""
    return formats.digits(typed, current())


def span(desk: Desk, at: datetime, minutes: int) -> str:
    """A date and the times from a moment to some minutes later, or its time where none are known."""
    began, ended = (one.astimezone(desk.zone) for one in (at, at + timedelta(minutes=minutes)))
    until = ended if minutes else None
    return unbroken(formats.moment_text(began, current(), until=until, calendar=calendar_in_use()))


def day_and_span(desk: Desk, at: datetime, minutes: int) -> str:
    """The same under the name of its month: today, yesterday, or the day of the week with its number."""
    began, ended = (one.astimezone(desk.zone) for one in (at, at + timedelta(minutes=minutes)))
    near = {0: _("Today"), 1: _("Yesterday")}.get((desk.today() - began.date()).days)
    on = near or formats.date_text(began.date(), current(), calendar=calendar_in_use(), style="day")
    on = on[:1].upper() + on[1:]  # it begins a line
    return unbroken(formats.on_day(on, began, current(), until=ended if minutes else None))


def day_named(desk: Desk, on: date) -> str:
    """Today, yesterday, or a date with the day of the week: the heading over what belongs to it."""
    near = {0: _("Today"), 1: _("Yesterday")}.get((desk.today() - on).days)
    return near or unbroken(formats.date_text(on, current(), calendar=calendar_in_use(), style="full"))


def moment_day(desk: Desk, at: datetime | None) -> str:
    """The date of a moment where the person is, or nothing."""
    return day(at.astimezone(desk.zone).date()) if at else ""


def ago(desk: Desk, at: datetime | None) -> str:
    """How long since a moment, in days; further back than a month its date; nothing when it never was."""
    if at is None:
        return ""
    on = at.astimezone(desk.zone).date()
    days = (desk.today() - on).days
    return age(days) if 0 <= days < RECENT else day(on)


def age(days: int) -> str:
    """How long ago something was that is not far back."""
    return formats.age_text(days, current())


def count(n: int) -> str:
    """A count in the language's digits."""
    return formats.number_text(n, current())


def clients_count(n: int) -> str:
    """How many clients a list shows."""
    return ngettext("{n} client", "{n} clients", n).format(n=count(n))


def calls_count(n: int) -> str:
    """How many calls a list shows."""
    return ngettext("{n} call", "{n} calls", n).format(n=count(n))


def minutes(n: int) -> str:
    """A duration, or nothing."""
    return formats.duration_text(n, current()) if n else ""


def size(bytes_: int) -> str:
    """How large a file is, in whole kilobytes or megabytes."""
    kilobytes = max(round(bytes_ / 1000), 1)
    if kilobytes < 1000:
        return _("{n} KB").format(n=count(kilobytes))
    return _("{n} MB").format(n=count(round(kilobytes / 1000)))


def changed_values(point: Point) -> tuple[str, str]:
    """From what to what something changes, isolated; clear amounts of money as the language writes them."""
    before, after = (_value(point, typed) for typed in (point.from_value, point.to_value))
    return isolate(before or "–"), isolate(after or "–")


def _value(point: Point, typed: str) -> str:
    if point.change_kind not in MONEY_CHANGES:
        return typed
    from amdesk.i18n.money import as_written  # a start need not know what currencies are called

    return as_written(typed, current(), toman=toman_in_use())


def repeat(rule: str) -> str:
    """How often a reminder comes: by its name where it has one, with how many days are left out or added."""
    if not rule:
        return ""
    bare, without, also = days_apart(rule)
    out, more = len(without), len(also)
    return joined(
        _(REPEAT_NAMES[bare]) if bare in REPEAT_NAMES else bare,
        ngettext("without {n} day", "without {n} days", out).format(n=count(out)) if out else "",
        ngettext("on {n} more day", "on {n} more days", more).format(n=count(more)) if more else "",
    )


def own(words: str) -> str:
    """The person's own words in a sentence, isolated where they could disturb it: no bundled font has the
    marks, and those of another one make a line higher.
    """
    return isolate_within(words, rtl=language(current()).rtl)


def listed(items: Iterable[str]) -> str:
    """The person's own words as a list, each isolated."""
    return formats.listed(map(isolate, items), current())


JOINT = " · "


def joined(*parts: str) -> str:
    """Several short facts in one line."""
    return JOINT.join(part for part in parts if part)


def apart(names: str) -> str:
    """Names that were joined so, each isolated: two of the other direction do not change places."""
    return joined(*map(isolate, names.split(JOINT)))
