"""Calling a client: which number, and what can be agreed instead of a call now."""

from __future__ import annotations

from datetime import date, timedelta

from amdesk.domain.contact import Address
from amdesk.domain.messages import N_
from amdesk.services import clients, reminders
from amdesk.services.desk import Desk

# What a contact that is due is put off to, with what each is called, in the order offered.
LATER_NAMES = {
    "tomorrow": N_("Contact tomorrow"),
    "workday": N_("Contact on the next working day"),
    "week": N_("Contact in a week"),
}


def number_of(desk: Desk, client_id: int, *, contact_id: int | None = None) -> Address | None:
    """The number to call: a mobile of somebody still there before other numbers, the client's own last; of
    one person before all others where it is about one.
    """
    cards, own = clients.people(desk, client_id)
    theirs = [one for card in cards if card.contact.left_on is None for one in card.addresses]
    phones = [one for one in (*theirs, *own) if one.medium == "phone" and one.label != "fax"]
    return min(
        phones,
        key=lambda one: (one.contact_id != (contact_id or one.contact_id), one.contact_id is None,
                         one.label != "mobile"),
        default=None,
    )  # fmt: skip


def put_off(desk: Desk, client_id: int, choice: str) -> date:
    """Agree with oneself on another day for the next contact: that day."""
    day = _day(desk, choice)
    with desk.step(N_("Put off the contact")):
        clients.change(desk, client_id, next_contact_on=day)
    return day


def _day(desk: Desk, choice: str) -> date:
    if choice == "workday":
        return reminders.next_workday(desk)
    return desk.today() + timedelta(days={"tomorrow": 1, "week": 7}[choice])
