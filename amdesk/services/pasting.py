"""People pasted from a mail program: new contacts, or an address for those who are there already."""

from __future__ import annotations

from collections.abc import Sequence

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_
from amdesk.domain.text import fold
from amdesk.formats.pasted import Person, people
from amdesk.services import clients, contacts
from amdesk.services.desk import Desk
from amdesk.store import contacts as store

__all__ = ["Person", "client_of", "named", "people", "take"]

_EXAMPLE = "Name <name@company.example>"


def take(desk: Desk, client_id: int, found: Sequence[Person]) -> tuple[int, ...]:
    """Make these people contacts of a client, as one step; ids of those who are new or have an address more.

    Who is known by name gets the address; whose address is known stays as they are.
    """
    if not found:
        told = N_("Nobody is on the clipboard. Copy people as a mail program writes them: {example}.")
        raise AmdeskError(told, example=_EXAMPLE)
    changed = []
    with desk.step(N_("Paste people")):
        for person in found:
            cards, own = clients.people(desk, client_id)
            addresses = [*own, *(address for card in cards for address in card.addresses)]
            if any(fold(one.value) == fold(person.email) for one in addresses):
                continue
            known = (card.contact.id for card in cards if fold(card.contact.name) == fold(named(person)))
            contact_id = next(known, None) or contacts.add(desk, client_id, name=named(person))
            contacts.add_address(
                desk, client_id, contact_id=contact_id, medium="email", label="office", value=person.email
            )
            changed.append(contact_id)
    return tuple(changed)


def named(person: Person) -> str:
    """What somebody is called: their name, else what stands before the @, as a name is written."""
    if person.name:
        return person.name
    return person.email.partition("@")[0].replace(".", " ").replace("_", " ").title()


def client_of(desk: Desk, person: Person) -> int | None:
    """The client at whom somebody with this address is known."""
    return store.client_reached_by(desk.store, person.email.strip().casefold())
