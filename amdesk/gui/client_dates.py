"""The days to remember around a contact, and those close to them, as lines of the client's page."""

from __future__ import annotations

from collections.abc import Iterator

from amdesk.domain.personal_date import KIND_NAMES, RELATION_NAMES, PersonalDate
from amdesk.gui import show
from amdesk.i18n.bidi import isolate
from amdesk.i18n.catalog import _
from amdesk.services.personal_dates import DatesOf, RelativeCard


def lines(known: DatesOf) -> Iterator[str]:
    """A line for each day of the contact's own but the birthday, and for each relative."""
    yield from map(_date, known.dates)
    yield from map(_relative, known.relatives)


def _date(one: PersonalDate) -> str:
    what = isolate(one.label) if one.label else _(KIND_NAMES[one.kind])
    return _("{what}: {date}").format(what=what, date=_day(one))


def _relative(card: RelativeCard) -> str:
    """“Daughter: Noa · 14 December 2017”."""
    who = _("{what}: {name}").format(
        what=_(RELATION_NAMES[card.relative.relation]), name=isolate(card.relative.name)
    )
    days = [_day(one) if one.kind == "birthday" else _date(one) for one in card.dates]
    return show.joined(who, *days)


def _day(one: PersonalDate) -> str:
    return show.given_day(one.given)
