"""Personal dates as the person meets them: told in time, once, and not after one has called."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from amdesk.domain.calendars import PartialDate
from amdesk.domain.errors import AmdeskError
from amdesk.i18n.catalog import sentence
from amdesk.services import clients, contacts, interactions, occasions, personal_dates
from amdesk.services.desk import Desk
from tests.desks import NOON, Clock, client_with_contact, desk

TODAY = NOON.date()  # Monday, 14 December 2026
FRIDAY, SATURDAY, SUNDAY = (TODAY + timedelta(days=count) for count in (4, 5, 6))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def at(clock: Clock) -> Desk:
    made = desk(clock)
    made.settings.choose("country", "GB")
    return made


def born(on: date, year: int | None = 1985) -> PartialDate:
    return PartialDate(on.month, on.day, year)


def maya(at: Desk, on: date, *, year: int | None = 1985, **values: object) -> tuple[int, int]:
    """Maya Stern, whose birthday is on a day."""
    client, contact = client_with_contact(at, **values)
    contacts.change(at, contact, birthday=born(on, year))
    return client, contact


def said(at: Desk) -> list[str]:
    """What is told of today."""
    return [sentence(occasions.sentence_of(at, one)) for one in occasions.told(at)]


def ring(at: Desk) -> list[str]:
    """What rings now, as the alarm does it: shown, then noted."""
    found = occasions.due(at)
    occasions.note_rung(at, [(one.uuid, one.rings_at) for one in found if one.rings_at])
    return [one.relative or one.contacts[0] for one in found]


def call(at: Desk, client: int, contact: int, **values: object) -> None:
    interactions.log(at, client_id=client, contact_ids=[contact], started_at=at.now(), minutes=5, **values)  # type: ignore[arg-type]


def test_a_birthday_is_told_on_its_day_with_the_age_and_how_to_call(at: Desk) -> None:
    maya(at, TODAY)
    assert said(at) == ["Maya Stern’s birthday is today, 41 years old. Call the personal mobile."]


def test_an_age_is_never_guessed(at: Desk) -> None:
    maya(at, TODAY, year=None)
    assert said(at) == ["Maya Stern’s birthday is today. Call the personal mobile."]


def test_a_vip_is_told_of_three_working_days_before_and_others_on_the_day(at: Desk) -> None:
    maya(at, TODAY + timedelta(days=3), vip=True)
    other = clients.add(at, name="Other")
    contacts.add(at, other, name="Ben", birthday=born(TODAY + timedelta(days=3)))
    assert said(at) == ["Maya Stern’s birthday is on Thursday, 41 years old. Call the personal mobile."]


def test_whether_one_is_told_early_can_be_chosen_for_each_date(at: Desk) -> None:
    _client, vip = maya(at, TODAY + timedelta(days=3), vip=True)
    other = clients.add(at, name="Other")
    ben = contacts.add(at, other, name="Ben", birthday=born(TODAY + timedelta(days=3)))
    personal_dates.tell_birthday_early(at, vip, "off")
    personal_dates.tell_birthday_early(at, ben, "on")
    assert [one.contacts[0] for one in occasions.told(at)] == ["Ben"]


def test_it_rings_early_and_on_the_day_and_each_time_once(at: Desk, clock: Clock) -> None:
    maya(at, TODAY + timedelta(days=3), vip=True)
    assert ring(at) == ["Maya Stern"]
    assert ring(at) == []
    clock.move(days=2)
    assert ring(at) == []
    clock.move(days=1)
    assert ring(at) == ["Maya Stern"]
    clock.move(days=1)
    assert ring(at) == []


def test_both_notices_missed_ring_as_one(at: Desk, clock: Clock) -> None:
    maya(at, TODAY + timedelta(days=3), vip=True)
    clock.move(days=5)
    assert ring(at) == ["Maya Stern"]
    assert ring(at) == []


@pytest.mark.parametrize("day", [SATURDAY, SUNDAY])
def test_on_a_free_day_the_last_working_day_before_tells_of_it(at: Desk, clock: Clock, day: date) -> None:
    maya(at, day)
    clock.move(days=3)
    assert said(at) == ring(at) == []
    clock.move(days=1)  # Friday
    assert occasions.told(at)[0].occurs_on == day
    assert ring(at) == ["Maya Stern"]
    clock.move(days=1)
    assert said(at)
    assert ring(at) == []


def test_it_rings_at_the_hour_of_whole_days_and_before_quiet_hours(at: Desk) -> None:
    maya(at, FRIDAY)
    assert occasions.coming(at, limit=1)[0].rings_at == datetime(2026, 12, 18, 9, tzinfo=UTC)
    at.settings.choose("all_day_at", "06:00")
    assert occasions.coming(at, limit=1)[0].rings_at == datetime(2026, 12, 17, 21, tzinfo=UTC)


def test_a_public_holiday_is_a_free_day(at: Desk) -> None:
    maya(at, date(2026, 12, 25))
    assert occasions.coming(at, limit=1)[0].rings_at == datetime(2026, 12, 24, 9, tzinfo=UTC)


def test_missed_it_is_belated_for_seven_days_and_then_gone(at: Desk, clock: Clock) -> None:
    maya(at, TODAY)
    clock.move(days=1)
    assert said(at) == ["Maya Stern’s birthday was yesterday, now 41 years old. Call the personal mobile."]
    clock.move(days=6)
    assert said(at) == ["Maya Stern’s birthday was 7 days ago, now 41 years old. Call the personal mobile."]
    clock.move(days=1)
    assert said(at) == ring(at) == []
    clock.move(days=357)
    assert said(at) == ["Maya Stern’s birthday is today, 42 years old. Call the personal mobile."]


def test_a_call_with_the_person_settles_it_and_its_undo_brings_it_back(at: Desk) -> None:
    client, contact = maya(at, TODAY)
    call(at, client, contact)
    assert said(at) == ring(at) == []
    at.undo()
    assert ring(at) == ["Maya Stern"]


def test_a_call_before_the_first_notice_settles_nothing(at: Desk, clock: Clock) -> None:
    client, contact = maya(at, TODAY + timedelta(days=1))
    call(at, client, contact)
    clock.move(days=1)
    assert said(at) == [
        "Maya Stern’s birthday is today, 41 years old. Last contact: 14 Dec 2026; call the personal mobile."
    ]


@pytest.mark.parametrize("unlike", ["not_reached", "somebody_else"])
def test_a_call_that_did_not_reach_the_person_settles_nothing(at: Desk, unlike: str) -> None:
    client, contact = maya(at, TODAY)
    if unlike == "not_reached":
        call(at, client, contact, outcome="not_reached")
    else:
        call(at, client, contacts.add(at, client, name="Ben"))
    assert said(at)


@pytest.mark.parametrize("verb", [occasions.finish, occasions.drop])
def test_settled_by_hand_it_is_gone_until_next_year_and_undo_brings_it_back(
    at: Desk, clock: Clock, verb: object
) -> None:
    _client, contact = maya(at, TODAY)
    verb(at, "contact", contact)  # type: ignore[operator]
    assert said(at) == ring(at) == []
    at.undo()
    assert len(said(at)) == 1
    at.redo()
    assert said(at) == []
    clock.move(days=365)
    assert len(said(at)) == 1


def test_what_rang_does_not_ring_again_after_an_undo(at: Desk) -> None:
    _client, contact = maya(at, TODAY)
    assert ring(at) == ["Maya Stern"]
    occasions.finish(at, "contact", contact)
    at.undo()
    assert ring(at) == []
    assert len(occasions.come(at)) == 1


def test_snoozed_it_rings_again(at: Desk, clock: Clock) -> None:
    _client, contact = maya(at, TODAY)
    ring(at)
    occasions.snooze(at, "contact", contact, choice="hour")
    assert occasions.come(at) == []
    clock.move(hours=1)
    assert ring(at) == ["Maya Stern"]
    assert ring(at) == []
    assert len(occasions.come(at)) == 1
    clock.move(days=365)
    assert ring(at) == ["Maya Stern"]


def test_snoozed_before_the_day_it_still_rings_on_the_day(at: Desk, clock: Clock) -> None:
    _client, contact = maya(at, TODAY + timedelta(days=3), vip=True)
    ring(at)
    occasions.snooze(at, "contact", contact, choice="tomorrow")
    clock.move(days=1)
    assert ring(at) == ["Maya Stern"]
    clock.move(days=2)
    assert ring(at) == ["Maya Stern"]


def test_a_child_of_two_contacts_is_told_once_and_settled_by_a_call_with_either(
    at: Desk, clock: Clock
) -> None:
    client, mother = client_with_contact(at)
    father = contacts.add(at, client, name="Ben Stern")
    noa = personal_dates.add_relative(at, mother, name="Noa", relation="daughter", other_contact_id=father)
    personal_dates.add(at, relative_id=noa, given=born(TODAY, 2017))
    assert said(at) == [
        "Maya Stern and Ben Stern’s daughter Noa’s birthday is today, 9 years old. Call the personal mobile."
    ]
    assert ring(at) == ["Noa"]
    assert ring(at) == []
    for parent in (mother, father):
        assert [one.relative.name for one in personal_dates.of_contact(at, parent).relatives] == ["Noa"]
    call(at, client, father)
    assert said(at) == []


def test_where_one_parent_has_left_the_other_is_called(at: Desk) -> None:
    client, mother = client_with_contact(at)
    father = contacts.add(at, client, name="Ben Stern")
    noa = personal_dates.add_relative(at, mother, name="Noa", other_contact_id=father)
    personal_dates.add(at, relative_id=noa, given=born(TODAY, None))
    contacts.mark_left(at, mother)
    assert said(at) == ["Ben Stern’s child Noa’s birthday is today"]
    contacts.remove(at, father)
    assert said(at) == ring(at) == []


def test_other_days_are_told_in_their_own_words(at: Desk) -> None:
    _client, contact = client_with_contact(at)
    for kind, year in (("work", 2016), ("client_since", 2025), ("promotion", None), ("name_day", 1985)):
        personal_dates.add(at, contact_id=contact, given=born(TODAY, year), kind=kind)
    personal_dates.add(at, contact_id=contact, given=born(TODAY, 2020), kind="other", label="The first shop")
    assert [one.partition(". ")[0] for one in said(at)] == [
        "Maya Stern’s work anniversary is today, 10 years",
        "Maya Stern’s anniversary as a client is today, 1 year",
        "The anniversary of Maya Stern’s promotion is today",
        "Maya Stern’s name day is today",
        "Maya Stern: The first shop is today, 6 years",
    ]


@pytest.mark.parametrize(
    ("given", "leap_day", "on"),
    [
        (PartialDate(2, 29, 1992), "february", date(2027, 2, 28)),
        (PartialDate(2, 29, 1992), "march", date(2027, 3, 1)),
        (PartialDate(12, 30, 1399, "jalali"), "february", date(2027, 3, 20)),
        (PartialDate(8, 30, None, "hebrew"), "february", date(2027, 11, 30)),
        (PartialDate(12, 14, 5783, "hebrew"), "february", date(2027, 3, 23)),
    ],
)
def test_days_that_not_every_year_has_are_told_on_their_stand_ins(
    at: Desk, given: PartialDate, leap_day: str, on: date
) -> None:
    _client, contact = client_with_contact(at)
    at.settings.choose("leap_day", leap_day)
    contacts.change(at, contact, birthday=given)
    (found,) = occasions.told(at, first=TODAY, last=TODAY + timedelta(days=364))
    assert found.occurs_on == on


def test_a_clock_set_back_a_year_rings_nothing_twice(at: Desk, clock: Clock) -> None:
    maya(at, TODAY)
    assert ring(at) == ["Maya Stern"]
    clock.move(days=-365)
    assert ring(at) == ["Maya Stern"]  # last year's: nobody was told of that one
    clock.move(days=365)
    assert ring(at) == []


def test_a_date_in_the_trash_or_changed_is_told_no_more(at: Desk) -> None:
    _client, contact = maya(at, TODAY)
    contacts.change(at, contact, birthday=born(FRIDAY))
    assert said(at) == []
    contacts.change(at, contact, birthday=None)
    assert occasions.told(at, last=TODAY + timedelta(days=30)) == []


def test_a_free_day_needs_a_name_and_a_relative_too(at: Desk) -> None:
    _client, contact = client_with_contact(at)
    with pytest.raises(AmdeskError, match="what this day is"):
        personal_dates.add(at, contact_id=contact, given=born(TODAY), kind="other")
    with pytest.raises(AmdeskError, match="needs a name"):
        personal_dates.add_relative(at, contact, name=" ")


def test_a_relative_taken_out_takes_the_dates_along_and_undo_brings_both(at: Desk) -> None:
    _client, contact = client_with_contact(at)
    noa = personal_dates.add_relative(at, contact, name="Noa", relation="child")
    personal_dates.add(at, relative_id=noa, given=born(TODAY, None))
    personal_dates.remove_relative(at, noa)
    assert said(at) == []
    at.undo()
    assert len(said(at)) == 1
