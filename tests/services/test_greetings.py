"""Congratulating: the right person, in their language, by the person's own ways; nothing private in it."""

from __future__ import annotations

import pytest

from amdesk.domain.calendars import PartialDate
from amdesk.domain.errors import AmdeskError
from amdesk.services import clients, contacts, greetings, interactions, occasions, personal_dates
from amdesk.services.desk import Desk
from amdesk.services.drafts import Draft
from tests.desks import NOON, MailBox, client_with_contact, desk

TODAY = PartialDate(NOON.month, NOON.day, 1985)


@pytest.fixture
def mail() -> MailBox:
    return MailBox()


@pytest.fixture
def at(mail: MailBox) -> Desk:
    made = desk(mail=mail)
    client, maya = client_with_contact(made, language="el", notes="CANARY of the client")
    contacts.change(made, maya, birthday=TODAY, notes="CANARY of the contact")
    call = interactions.log(made, client_id=client, started_at=NOON.replace(day=1), private_note="CANARY")
    assert call
    return made


def test_it_is_written_in_the_contacts_language_else_the_clients(at: Desk) -> None:
    assert greetings.compose(at, "contact", 1).subject == "Χρόνια πολλά!"
    contacts.change(at, 1, language="he")
    assert greetings.compose(at, "contact", 1).subject == "יום הולדת שמח!"


def test_neither_notes_nor_ages_nor_names_of_children_are_in_it(at: Desk) -> None:
    clients.change(at, 1, language="en")
    noa = personal_dates.add_relative(at, 1, name="Noa-CANARY", relation="daughter")
    row = personal_dates.add(at, relative_id=noa, given=PartialDate(NOON.month, NOON.day, 2017))
    for noun, id_ in (("contact", 1), ("personal_date", row)):
        draft = greetings.compose(at, noun, id_)
        said = draft.subject + draft.plain + draft.html
        assert "Maya Stern" in said
        assert "CANARY" not in said
        assert not any(age in draft.plain for age in ("41", "1985", "2017", " 9 "))


def test_it_is_handed_over_as_any_other_mail(at: Desk, mail: MailBox) -> None:
    assert greetings.hand_over(at, "contact", 1, way="eml", own={}) == "eml"
    ((name, eml),) = mail.drafts
    assert name == "NT-2026-12-14"
    assert b"To: maya@northwind.example" in eml
    assert greetings.hand_over(at, "contact", 1, way="mailto", own={}) == "mailto"
    assert mail.links[0].startswith("mailto:maya@northwind.example")
    copied: list[Draft] = []
    greetings.hand_over(at, "contact", 1, way="clipboard", own={"clipboard": copied.append})
    assert [one.subject for one in copied] == ["Χρόνια πολλά!"]


def test_writing_settles_nothing_and_what_is_settled_is_not_written(at: Desk) -> None:
    greetings.hand_over(at, "contact", 1, way="eml", own={})
    assert len(occasions.told(at)) == 1
    occasions.finish(at, "contact", 1)
    with pytest.raises(AmdeskError, match="no longer"):
        greetings.compose(at, "contact", 1)
