"""Contacts and addresses: the people at a client and how they are reached."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

from amdesk.domain.contact import LABELS, MEDIA, Contact
from amdesk.domain.errors import AmdeskError, gone
from amdesk.domain.messages import N_
from amdesk.domain.text import bare_name, fold, is_blank
from amdesk.i18n.languages import country_for
from amdesk.i18n.phones import e164
from amdesk.services import clients
from amdesk.services.desk import Desk
from amdesk.store import contacts as store

_CHANGEABLE = frozenset(f.name for f in fields(Contact)) - {"id", "uuid", "client_id"}


def get(desk: Desk, contact_id: int) -> Contact:
    """The contact; an AmdeskError where there is none any more."""
    found = store.get(desk.store, contact_id)
    if found is None:
        raise gone("contact")
    return found


def named(desk: Desk, client_id: int, name: str) -> int:
    """The one person at a client whose name is this, or holds it; an AmdeskError for none or several."""
    people = store.of_client(desk.store, clients.get(desk, client_id).id)
    wanted = fold(name)
    found = [one for one in people if fold(one.name) == wanted]
    found = found or [one for one in people if wanted and wanted in fold(one.name)]
    if len(found) == 1:
        return found[0].id
    names = tuple(one.name for one in found or people)
    raise AmdeskError(_not_one(several=bool(found), any_there=bool(people)), name=name, names=names)


def add(desk: Desk, client_id: int, *, name: str, **values: object) -> int:
    """A new person at a client; its id."""
    chosen = _checked({"name": name, **values})
    clients.get(desk, client_id)
    with desk.step(N_("New contact")):
        return store.insert(desk.store, {**chosen, "client_id": client_id})


def change(desk: Desk, contact_id: int, **values: object) -> None:
    """New values for some of a contact's fields."""
    chosen = _checked(values)
    with desk.step(N_("Change contact")):
        store.update(desk.store, contact_id, chosen)


def mark_left(desk: Desk, contact_id: int, *, on: date | None = None) -> None:
    """The person is no longer at this client; what was said with them stays."""
    with desk.step(N_("Contact left")):
        store.update(desk.store, contact_id, {"left_on": on or desk.today()})


def remove(desk: Desk, contact_id: int) -> None:
    """Put a contact into the trash."""
    with desk.step(N_("Delete contact")):
        store.update(desk.store, contact_id, {"deleted_at": desk.now()})


def add_address(
    desk: Desk,
    client_id: int,
    *,
    medium: str,
    value: str,
    label: str = "other",
    contact_id: int | None = None,
) -> int:
    """A phone number, e-mail, postal or web address of a contact, or of the client itself; its id."""
    record = _address(desk, client_id, medium, label, value)
    if contact_id is not None:
        get(desk, contact_id)
    with desk.step(N_("New address")):
        return desk.store.insert("address", {**record, "client_id": client_id, "contact_id": contact_id})


def change_address(
    desk: Desk, address_id: int, *, client_id: int, medium: str, value: str, label: str
) -> None:
    """Another value or label for an address."""
    record = _address(desk, client_id, medium, label, value)
    with desk.step(N_("Change address")):
        desk.store.update("address", address_id, record)


def remove_address(desk: Desk, address_id: int) -> None:
    """Delete an address."""
    with desk.step(N_("Delete address")):
        desk.store.delete("address", address_id)


def normal(medium: str, value: str, country: str | None) -> str | None:
    """What machines compare of an address: E.164 for a phone, the folded address for e-mail."""
    if medium == "phone":
        return e164(value, country)
    return value.strip().casefold() if medium == "email" else None


def country_of(desk: Desk, client_id: int) -> str:
    """The country in whose habit a client's numbers are read."""
    client = clients.get(desk, client_id)
    return country_for(client.country, client.language)


def _address(desk: Desk, client_id: int, medium: str, label: str, value: str) -> dict[str, object]:
    if medium not in MEDIA or label not in LABELS:
        raise TypeError(f"not an address: {medium} {label}")
    typed = value.strip()
    if not typed:
        raise AmdeskError(N_("An address cannot be empty. Write it, or remove the line."), beside="value")
    if medium == "email":
        _refuse_no_mail_address(typed)
    number = normal(medium, typed, country_of(desk, client_id))
    return {"medium": medium, "label": label, "value": typed, "normal": number}


def _refuse_no_mail_address(typed: str) -> None:
    """What could not be written to later is refused when it is typed."""
    from amdesk.formats import eml

    try:
        eml.address(typed)
    except AmdeskError as error:
        raise AmdeskError(error.message, beside="value") from error


def _not_one(*, several: bool, any_there: bool) -> str:
    if several:
        return N_("Several contacts there match “{name}”: {names}. Write the whole name.")
    if any_there:
        return N_("No contact there is called “{name}”. There are: {names}.")
    return N_("This client has no contacts yet, so “{name}” cannot be named. Log it without a name.")


def _checked(values: dict[str, object]) -> dict[str, object]:
    unknown = values.keys() - _CHANGEABLE
    if unknown:
        raise TypeError(f"not a contact's fields: {', '.join(sorted(unknown))}")
    if "name" in values and is_blank(str(values["name"])):
        raise AmdeskError(N_("A contact needs a name."), beside="name")
    return {
        name: bare_name(value) if name == "name" and isinstance(value, str) else value
        for name, value in values.items()
    }
