"""A notice of an occasion: whose day it is, when it comes, and the sentences that tell of it (rows S30, S31).

An age is said only where the year is known; whose child somebody is, is said with the name.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from amdesk.domain.messages import N_, Message

_NEAR = 6  # days within which a day of the week says which day is meant
_ON_WEEKDAY = (
    Message.named("occasion", "is on Monday"),
    Message.named("occasion", "is on Tuesday"),
    Message.named("occasion", "is on Wednesday"),
    Message.named("occasion", "is on Thursday"),
    Message.named("occasion", "is on Friday"),
    Message.named("occasion", "is on Saturday"),
    Message.named("occasion", "is on Sunday"),
)
_NEAR_DAYS = {
    -1: Message.named("occasion", "was yesterday"),
    0: Message.named("occasion", "is today"),
    1: Message.named("occasion", "is tomorrow"),
}
_TOLD = {
    "birthday": N_("{name}’s birthday {when}"),
    "work": N_("{name}’s work anniversary {when}"),
    "client_since": N_("{name}’s anniversary as a client {when}"),
    "promotion": N_("The anniversary of {name}’s promotion {when}"),
    "name_day": N_("{name}’s name day {when}"),
}
_RELATED = {
    "child": N_("{contact}’s child {name}"),
    "daughter": N_("{contact}’s daughter {name}"),
    "son": N_("{contact}’s son {name}"),
    "spouse": N_("{contact}’s spouse {name}"),
    "wife": N_("{contact}’s wife {name}"),
    "husband": N_("{contact}’s husband {name}"),
    "assistant": N_("{contact}’s assistant {name}"),
}
_CLOSE = N_("{name}, close to {contact}")


@dataclass(frozen=True, slots=True)
class Notice:
    """An occasion one is told of from ``told_on`` until it is settled or no longer worth a word.

    ``noun`` and ``id`` name where its date is kept: ``contact`` for a contact's own birthday, else
    ``personal_date``. ``contacts`` are the names of the person called, and of the other parent of a child;
    ``relative`` and ``relation`` are empty for a day of the contact's own. ``is_key`` are VIP and tier A
    clients. ``rings_at`` is when this notice rings, or rang, where one was asked for.
    """

    noun: str
    id: int
    uuid: str
    kind: str
    label: str
    occurs_on: date
    told_on: date
    until_on: date
    years: int | None
    client_id: int
    client: str
    is_key: bool
    contact_id: int
    contacts: tuple[str, ...]
    relative: str = ""
    relation: str = ""
    last_contact_at: datetime | None = None
    has_mobile: bool = False
    rings_at: datetime | None = None
    rang: bool = False


def told(notice: Notice, *, today: date) -> Message:
    """“Maya Stern’s birthday is on Thursday, 41 years old”."""
    when = _when(notice.occurs_on, today)
    if notice.kind in _TOLD:
        said = Message.of(_TOLD[notice.kind], name=_name(notice), when=when)
    else:
        said = Message.of(N_("{name}: {label} {when}"), name=_name(notice), label=notice.label, when=when)
    years = _years(notice, is_past=notice.occurs_on < today)
    return said if years is None else Message.of(N_("{told}, {years}"), told=said, years=years)


def advised(notice: Notice, *, today: date, last_on: date | None) -> Message:
    """The same, with when one last spoke to the client, and how to reach the person."""
    said = told(notice, today=today)
    advice = _advice(notice, last_on)
    return said if advice is None else Message.of(N_("{told}. {advice}"), told=said, advice=advice)


def _advice(notice: Notice, last_on: date | None) -> Message | None:
    if last_on is None:
        return Message.of(N_("Call the personal mobile.")) if notice.has_mobile else None
    if notice.has_mobile:
        return Message.of(N_("Last contact: {date}; call the personal mobile."), date=last_on)
    return Message.of(N_("Last contact: {date}."), date=last_on)


def _name(notice: Notice) -> Message | str:
    if not notice.relative:
        return notice.contacts[0]
    pattern = _RELATED.get(notice.relation, _CLOSE)
    return Message.of(pattern, contact=_parents(notice.contacts), name=notice.relative)


def _parents(contacts: tuple[str, ...]) -> Message | tuple[str, ...]:
    if len(contacts) != 2:
        return contacts
    one, other = contacts
    return Message.of(N_("{one} and {other}"), one=one, other=other)


def _when(on: date, today: date) -> Message:
    days = (on - today).days
    if days in _NEAR_DAYS:
        return _NEAR_DAYS[days]
    if days < 0:
        return Message.count("was {n} day ago", "was {n} days ago", -days)
    if days <= _NEAR:
        return _ON_WEEKDAY[on.weekday()]
    return Message.of(N_("is on {date}"), date=on)


def _years(notice: Notice, *, is_past: bool) -> Message | None:
    n = notice.years
    if n is None or notice.kind == "name_day":
        return None
    if notice.kind != "birthday":
        return Message.count("{n} year", "{n} years", n)
    if is_past:
        return Message.count("now {n} year old", "now {n} years old", n)
    return Message.count("{n} year old", "{n} years old", n)
