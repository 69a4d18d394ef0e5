"""Interactions: logging a call and changing what was logged."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from amdesk.domain.client import Client
from amdesk.domain.errors import AmdeskError, gone
from amdesk.domain.interaction import CHANNELS, DIRECTIONS, OUTCOMES, CallLine, Interaction, reference
from amdesk.domain.messages import N_
from amdesk.domain.moments import EARLIEST, LATEST, is_in_reach
from amdesk.services import clients
from amdesk.services.desk import Desk
from amdesk.store import clients as store_clients
from amdesk.store import contacts
from amdesk.store import interactions as store

_ALLOWED = {"channel": CHANNELS, "direction": DIRECTIONS, "outcome": OUTCOMES}
_CHANGEABLE = frozenset({"started_at", "minutes", "occasion", "participants", *_ALLOWED})


def log(
    desk: Desk,
    *,
    client_id: int,
    occasion: str = "",
    contact_ids: Sequence[int] = (),
    channel: str = "mobile",
    direction: str = "out",
    outcome: str = "reached",
    started_at: datetime | None = None,
    minutes: int = 0,
    next_contact_on: date | None = None,
    participants: str | None = None,
    private_note: str = "",
) -> int:
    """Log a call or any other interaction; its id.

    Without ``started_at`` it began ``minutes`` ago. ``next_contact_on`` becomes the client's; where none is
    named, one that has come by today is cleared when the client was reached, for it has just taken place.
    Our own ``participants`` are the person alone where nobody is named.
    """
    client = _client_of_call(desk, client_id, contact_ids)
    began = started_at or desk.now() - timedelta(minutes=minutes)
    values = _checked(
        {"channel": channel, "direction": direction, "outcome": outcome, "minutes": minutes,
         "started_at": began}
    )  # fmt: skip
    year = began.astimezone(desk.zone).year
    with desk.step(N_("Log call")):
        values |= {
            "client_id": client_id,
            "reference": reference(client.code, year, store.next_number(desk.store, client.code, year)),
            "zone": str(desk.zone),
            "occasion": occasion.strip(),
            "participants": (desk.settings["my_name"] if participants is None else participants).strip(),
            "private_note": private_note,
        }
        has_come = client.next_contact_on is not None and client.next_contact_on <= desk.today()
        if next_contact_on is not None or (outcome == "reached" and has_come):
            store_clients.update(desk.store, client_id, {"next_contact_on": next_contact_on})
        return store.insert(desk.store, values, contact_ids)


def _client_of_call(desk: Desk, client_id: int, contact_ids: Sequence[int]) -> Client:
    """The client a call may be logged for, with these people; a mail would go to nobody else's."""
    client = clients.get(desk, client_id)
    if store_clients.is_in_trash(desk.store, client_id):
        raise AmdeskError(N_("{client} was deleted. Undo that first, then log the call."), client=client.name)
    _check_people(desk, client, contact_ids)
    return client


def _check_people(desk: Desk, client: Client, contact_ids: Sequence[int]) -> None:
    for contact_id in contact_ids:
        person = contacts.get(desk.store, contact_id)
        if person is None:
            raise gone("contact")
        if person.client_id != client.id:
            told = N_("{name} is nobody at {client}. Choose one of their own people, or add them there.")
            raise AmdeskError(told, name=person.name, client=client.name)


def get(desk: Desk, interaction_id: int) -> Interaction:
    """The interaction; an AmdeskError where there is none any more."""
    found = store.get(desk.store, interaction_id)
    if found is None:
        raise gone("interaction")
    return found


def by_reference(desk: Desk, reference: str) -> int:
    """The call with this reference, in capitals or not; an AmdeskError where there is none."""
    found = store.by_reference(desk.store, reference.strip().upper())
    if found is None:
        raise AmdeskError(
            N_("No call has the reference {reference}. “amdesk search” finds calls by their words."),
            reference=reference.strip(),
        )
    return found


def change(
    desk: Desk, interaction_id: int, *, contact_ids: Sequence[int] | None = None, **values: object
) -> None:
    """New values for what was logged."""
    unknown = values.keys() - _CHANGEABLE
    if unknown:
        raise TypeError(f"not an interaction's fields: {', '.join(sorted(unknown))}")
    chosen = _checked(values)
    client = clients.get(desk, get(desk, interaction_id).client_id)
    _check_people(desk, client, contact_ids or ())
    with desk.step(N_("Change call")):
        desk.store.update("interaction", interaction_id, chosen)
        if contact_ids is not None:
            store.set_contacts(desk.store, interaction_id, contact_ids)


def set_private_note(desk: Desk, interaction_id: int, text: str) -> None:
    """Our own note: it reaches nothing that is meant for the client. Typing is one step."""
    with desk.step(N_("Write private note"), merge=f"private note {interaction_id}"):
        desk.store.update("interaction", interaction_id, {"private_note": text})


def remove(desk: Desk, interaction_id: int) -> None:
    """Put a call into the trash."""
    with desk.step(N_("Delete call")):
        desk.store.update("interaction", interaction_id, {"deleted_at": desk.now()})


def find(
    desk: Desk,
    text: str = "",
    *,
    states: Sequence[str] = (),
    client_id: int | None = None,
    before: int | None = None,
    limit: int = 1000,
) -> list[int]:
    """Ids of calls that match, newest first: at most ``limit``, those older than the call ``before``.

    ``states`` are those of the newest summary, ``missing`` among them.
    """
    return store.find(desk.store, text, states=states, client_id=client_id, before=before, limit=limit)


def lines(desk: Desk, ids: Sequence[int]) -> list[CallLine]:
    """The list's lines of these calls, in their order."""
    return store.lines(desk.store, ids)


def _checked(values: dict[str, object]) -> dict[str, object]:
    for name, allowed in _ALLOWED.items():
        if name in values and values[name] not in allowed:
            raise TypeError(f"not a {name}: {values[name]}")
    began = values.get("started_at")
    if isinstance(began, datetime) and not is_in_reach(began):
        told = N_("A call begins between the years {first} and {last}. Mend its date.")
        years = {"first": str(EARLIEST.year), "last": str(LATEST.year - 1)}
        raise AmdeskError(told, beside="started_at", **years)
    minutes = values.get("minutes", 0)
    if not isinstance(minutes, int) or not 0 <= minutes <= 24 * 60:
        raise AmdeskError(N_("A call lasts from 0 minutes to a day."), beside="minutes")
    return values
