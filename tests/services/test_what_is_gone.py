"""Whoever writes to what is no longer there is told so in a sentence, and nothing is written by halves."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from amdesk.domain.errors import AmdeskError
from amdesk.domain.points import Point
from amdesk.services import clients, contacts, drafts, interactions, proofs, reminders, summaries
from amdesk.services.desk import Desk
from tests.desks import client_with_contact, desk, dump

GONE = 987_654
Verb = Callable[[Desk], object]
ADDRESS: dict[str, Any] = {"medium": "phone", "value": "+44 7700 900124", "label": "mobile"}

VERBS: dict[str, Verb] = {
    "clients.get": lambda at: clients.get(at, GONE),
    "clients.page": lambda at: clients.page(at, GONE),
    "clients.change": lambda at: clients.change(at, GONE, name="Other"),
    "clients.change code": lambda at: clients.change(at, GONE, code="OTH"),
    "clients.remove": lambda at: clients.remove(at, GONE),
    "contacts.get": lambda at: contacts.get(at, GONE),
    "contacts.add": lambda at: contacts.add(at, GONE, name="Maya"),
    "contacts.named": lambda at: contacts.named(at, GONE, "Maya"),
    "contacts.change": lambda at: contacts.change(at, GONE, name="Maya"),
    "contacts.mark_left": lambda at: contacts.mark_left(at, GONE),
    "contacts.remove": lambda at: contacts.remove(at, GONE),
    "contacts.add_address": lambda at: contacts.add_address(at, GONE, **ADDRESS),
    "contacts.add_address of nobody": lambda at: contacts.add_address(at, 1, contact_id=GONE, **ADDRESS),
    "contacts.change_address": lambda at: contacts.change_address(at, GONE, client_id=1, **ADDRESS),
    "contacts.remove_address": lambda at: contacts.remove_address(at, GONE),
    "contacts.country_of": lambda at: contacts.country_of(at, GONE),
    "interactions.log": lambda at: interactions.log(at, client_id=GONE),
    "interactions.log with nobody": lambda at: interactions.log(at, client_id=1, contact_ids=[GONE]),
    "interactions.get": lambda at: interactions.get(at, GONE),
    "interactions.change": lambda at: interactions.change(at, GONE, occasion="Rates"),
    "interactions.change people": lambda at: interactions.change(at, 1, contact_ids=[GONE]),
    "interactions.set_private_note": lambda at: interactions.set_private_note(at, GONE, "Doubts"),
    "interactions.remove": lambda at: interactions.remove(at, GONE),
    "summaries.start": lambda at: summaries.start(at, GONE),
    "summaries.get": lambda at: summaries.get(at, GONE),
    "summaries.write": lambda at: summaries.write(at, GONE, [Point("decision", "Yes")]),
    "summaries.set_closing": lambda at: summaries.set_closing(at, GONE, "Bye"),
    "summaries.offers": lambda at: summaries.offers(at, GONE, "tomorrow"),
    "summaries.hand_over": lambda at: summaries.hand_over(at, GONE, by="eml"),
    "summaries.hand_over_by": lambda at: summaries.hand_over_by(at, GONE),
    "summaries.take_back": lambda at: summaries.take_back(at, GONE),
    "summaries.mark_sent": lambda at: summaries.mark_sent(at, GONE),
    "summaries.confirm": lambda at: summaries.confirm(at, GONE, who="Maya", how="phone"),
    "summaries.correct": lambda at: summaries.correct(at, GONE),
    "summaries.chase": lambda at: summaries.chase(at, GONE),
    "summaries.hand_over_chase_by": lambda at: summaries.hand_over_chase_by(at, GONE),
    "summaries.chase_due_on": lambda at: summaries.chase_due_on(at, GONE),
    "summaries.give_up": lambda at: summaries.give_up(at, GONE),
    "summaries.accept_silently": lambda at: summaries.accept_silently(at, GONE),
    "summaries.not_needed": lambda at: summaries.not_needed(at, GONE, reason="Hello"),
    "summaries.not_needed_for": lambda at: summaries.not_needed_for(at, GONE, reason="Hello"),
    "summaries.needed": lambda at: summaries.needed(at, GONE),
    "summaries.answer": lambda at: summaries.answer(at, GONE, text="Maya"),
    "summaries.difference": lambda at: summaries.difference(at, GONE),
    "drafts.client_of": lambda at: drafts.client_of(at, GONE),
    "drafts.compose": lambda at: drafts.compose(at, GONE),
    "drafts.compose_chase": lambda at: drafts.compose_chase(at, GONE),
    "drafts.standard_closing": lambda at: drafts.standard_closing(at, GONE),
    "drafts.guards": lambda at: drafts.guards(at, GONE),
    "drafts.chase_guards": lambda at: drafts.chase_guards(at, GONE),
    "proofs.take": lambda at: proofs.take(at, GONE, b"Message-ID: <1@x.example>\n\nHello"),
    "reminders.get": lambda at: reminders.get(at, GONE),
    "reminders.change": lambda at: reminders.change(at, GONE, due_on=date(2027, 1, 1)),
    "reminders.finish": lambda at: reminders.finish(at, GONE),
    "reminders.drop": lambda at: reminders.drop(at, GONE),
    "reminders.snooze": lambda at: reminders.snooze(at, GONE),
    "reminders.reschedule": lambda at: reminders.reschedule(at, GONE, due_on=date(2027, 1, 1)),
    "reminders.remove": lambda at: reminders.remove(at, GONE),
}


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
def test_what_is_gone_is_said_in_a_sentence(verb: Verb) -> None:
    at = desk()
    at.settings.choose("silence_accepts", value=True)
    client, maya = client_with_contact(at)
    interactions.log(at, client_id=client, contact_ids=[maya])
    before, label = dump(at), at.undo_label
    with pytest.raises(AmdeskError, match="no longer in the file"):
        verb(at)
    assert dump(at) == before
    assert at.undo_label == label


def test_somebody_of_another_client_cannot_be_put_into_a_call() -> None:
    at = desk()
    client, _maya = client_with_contact(at)
    other, _ = client_with_contact(at, name="Oren")
    stranger = contacts.add(at, other, name="Dana Oren")
    call = interactions.log(at, client_id=client)
    with pytest.raises(AmdeskError, match="Dana Oren is nobody at Northwind Traders"):
        interactions.change(at, call, contact_ids=[stranger])


@pytest.mark.parametrize(
    ("field", "value"),
    [("stage", "maybe"), ("tier", "D"), ("language", "fr"), ("calendar", "julian"), ("country", "Greece"),
     ("country", "il")],
)  # fmt: skip
def test_a_value_that_no_client_can_have_is_refused_beside_its_field(field: str, value: str) -> None:
    at = desk()
    client, _ = client_with_contact(at)
    for change in (lambda: clients.change(at, client, **{field: value}),
                   lambda: clients.add(at, name="Another", **{field: value})):  # fmt: skip
        with pytest.raises(AmdeskError, match=f"“{value}”") as refused:
            change()
        assert refused.value.beside == field
