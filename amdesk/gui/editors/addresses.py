"""Keeping what an addresses field holds: new ones, changed ones, those taken out."""

from __future__ import annotations

from collections.abc import Sequence

from amdesk.domain.contact import Address
from amdesk.domain.errors import AmdeskError
from amdesk.gui.editors.sheet import ToldError
from amdesk.gui.widgets.addresses import AddressesField, Typed
from amdesk.services import contacts
from amdesk.services.desk import Desk


def keep(
    desk: Desk,
    field: AddressesField,
    before: Sequence[Address],
    *,
    client_id: int,
    contact_id: int | None = None,
) -> None:
    """Write the differences; a ToldError once an error is shown beside its line."""
    known = {address.id: address for address in before}
    for number, typed in enumerate(field.typed()):
        try:
            _keep_one(desk, typed, known.get(typed.id or 0), client_id=client_id, contact_id=contact_id)
        except AmdeskError as error:
            field.say(number, error)
            raise ToldError(error.message) from error


def _keep_one(
    desk: Desk, typed: Typed, before: Address | None, *, client_id: int, contact_id: int | None
) -> None:
    if before is None:
        if typed.value:
            contacts.add_address(
                desk,
                client_id,
                medium=typed.medium,
                value=typed.value,
                label=typed.label,
                contact_id=contact_id,
            )
    elif not typed.value:
        contacts.remove_address(desk, before.id)
    elif (typed.value, typed.label) != (before.value, before.label):
        contacts.change_address(
            desk, before.id, client_id=client_id, medium=typed.medium, value=typed.value, label=typed.label
        )
