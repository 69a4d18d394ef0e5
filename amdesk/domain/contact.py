"""A contact: a person at a client, and the addresses by which people and companies are reached."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from amdesk.domain.calendars import PartialDate
from amdesk.domain.messages import N_, Message, Words

# Values kept in the file with what they are called (message ids), in the order in which they are offered.
MEDIUM_NAMES = {
    "phone": N_("Phone"),
    "email": N_("E-mail"),
    "post": N_("Postal address"),
    "web": N_("Web page"),
}
LABEL_NAMES: Mapping[str, Words] = {
    "mobile": N_("Mobile"),
    "office": Message.named("address", "Office"),
    "home": Message.named("address", "Home"),
    "fax": N_("Fax"),
    "other": Message.named("address", "Other"),
}
MEDIA, LABELS = tuple(MEDIUM_NAMES), tuple(LABEL_NAMES)


@dataclass(frozen=True, slots=True)
class Address:
    """A phone number, e-mail, postal or web address: a contact's, or without ``contact_id`` the client's.

    ``value`` is as typed; ``normal`` is what machines compare: E.164 for a phone that is a possible number,
    the folded address for e-mail, nothing else.
    """

    id: int
    uuid: str
    client_id: int
    contact_id: int | None
    medium: str
    label: str
    value: str
    normal: str | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """A person at a client; ``left_on`` is the day they were no longer there."""

    id: int
    uuid: str
    client_id: int
    name: str
    role: str = ""
    language: str | None = None
    preferred_channel: str | None = None
    preferred_hours: str = ""
    notes: str = ""
    left_on: date | None = None
    birthday: PartialDate | None = None
