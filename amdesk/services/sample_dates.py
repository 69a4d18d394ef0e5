"""Personal dates and relatives of the sample: days that come round near today, whichever day that is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from amdesk.domain.calendars import PartialDate, parts
from amdesk.domain.contact import Contact
from amdesk.domain.errors import AmdeskError
from amdesk.services import contacts, personal_dates
from amdesk.services.desk import Desk
from amdesk.services.sample_calls import Story


def tell_dates(desk: Desk, people: Sequence[Contact], told: Sequence[Story]) -> None:
    """The days of a client's people, and of those close to them."""
    for person, story in zip(people, told, strict=True):
        if "birthday_in" in story:
            contacts.change(desk, person.id, birthday=_day(desk, _of_birthday(story)))
        for one in story.get("dates", ()):
            personal_dates.add(
                desk, contact_id=person.id, given=_day(desk, one), kind=one["kind"],
                label=one.get("label", ""), early=one.get("early", "vip"),
            )  # fmt: skip
        for one in story.get("relatives", ()):
            _relative(desk, person, people, one)


def _relative(desk: Desk, of: Contact, people: Sequence[Contact], told: Story) -> None:
    other = people[told["also"]].id if "also" in told else None
    relative_id = personal_dates.add_relative(
        desk, of.id, name=told["name"], relation=told["relation"], other_contact_id=other
    )
    personal_dates.add(desk, relative_id=relative_id, given=_day(desk, told), early=told.get("early", "vip"))


def _of_birthday(story: Story) -> Story:
    return {key.removeprefix("birthday_"): value for key, value in story.items()}


def _day(desk: Desk, told: Story) -> PartialDate:
    """The day that comes round ``in`` some days, since so many ``years`` where that is known."""
    calendar = told.get("calendar", "gregorian")
    year, month, day = parts(desk.today() + timedelta(days=told["in"]), calendar)
    try:
        return PartialDate(month, day, year - told["years"] if "years" in told else None, calendar)
    except AmdeskError:
        return PartialDate(month, day, None, calendar)  # that year had no such day
