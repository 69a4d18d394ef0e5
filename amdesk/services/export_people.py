"""Clients and their people as they leave: rows for a spreadsheet, cards for an address book."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from amdesk.domain import columns
from amdesk.domain.contact import MEDIA
from amdesk.formats.vcard import Card
from amdesk.services.import_cards import CLIENT_NOTES, CLIENT_UUID, OF_CLIENT, OF_CONTACT
from amdesk.store.book_rows import Held

# Headers of the list, with the columns of the file they show; our own import knows every one of them.
_CLIENT: Mapping[str, str] = {
    "Company": "name", "Company UUID": "uuid", "Company notes": "notes",
    **{columns.own_title(field): kept_as for field, kept_as in columns.OF_CLIENT.items()},
}  # fmt: skip
_CONTACT: Mapping[str, str] = {
    "Contact": "name", "Contact UUID": "uuid", "Notes": "notes",
    **{columns.own_title(field): of for field, of in columns.OF_CONTACT.items() if field != "birthday"},
}  # fmt: skip
_BIRTHDAY = ("Birthday", "Birthday calendar")
_ADDRESSES = {"phone": "Phone", "email": "E-mail", "post": "Postal address", "web": "Web address"}


@dataclass(frozen=True, slots=True)
class Width:
    """How many addresses of each medium the richest row has."""

    most: Mapping[str, int]

    @property
    def header(self) -> list[str]:
        """The titles of a list this wide."""
        numbered = [
            title
            for medium in MEDIA
            for number in range(1, self.most[medium] + 1)
            for title in (f"{_ADDRESSES[medium]} {number} kind", f"{_ADDRESSES[medium]} {number}")
        ]
        return [*_CLIENT, *_CONTACT, *_BIRTHDAY, *numbered]

    @property
    def kinds(self) -> list[str]:
        """What each column holds: a day, or text. A birthday is in a calendar of its own."""
        kept_as = [*_CLIENT.values(), *_CONTACT.values()]
        known = ["day" if name in {"next_contact_on", "left_on"} else "text" for name in kept_as]
        return known + ["text"] * (len(self.header) - len(known))


def rows(client: Held, width: Width) -> Iterator[list[str]]:
    """A row for each person, and one for the company where it has addresses of its own or nobody."""
    company = [_cell(client.row[name]) for name in _CLIENT.values()]
    if client.addresses or not client.people:
        yield [*company, *[""] * (len(_CONTACT) + len(_BIRTHDAY)), *_numbered(client.addresses, width)]
    for person in client.people:
        own = [_cell(person.row[name]) for name in _CONTACT.values()]
        yield [*company, *own, *_birthday(person.row["birthday"]), *_numbered(person.addresses, width)]


def cards(client: Held) -> Iterator[Card]:
    """A card for each person, and one for the company where it has addresses of its own or nobody."""
    row = client.row
    extra = [
        (word, _cell(row[field])) for word, field in OF_CLIENT.items() if row.get(field) not in {None, ""}
    ]
    extra += [(CLIENT_UUID, str(row["uuid"]))]
    extra += [(CLIENT_NOTES, str(row["notes"]))] if row["notes"] else []
    name = str(row["name"])
    if client.addresses or not client.people:
        card = Card(name, organisation=name, kind="org", extra=tuple(extra))
        yield _with_addresses(card, client.addresses)
    for person in client.people:
        yield _card(person, name, extra=extra)


def _card(person: Held, company: str, *, extra: Sequence[tuple[str, str]]) -> Card:
    row = person.row
    own = [
        (word, _cell(row[field])) for word, field in OF_CONTACT.items() if row.get(field) not in {None, ""}
    ]
    day, calendar = _birthday(row["birthday"])
    card = Card(
        name=str(row["name"]),
        organisation=company,
        role=str(row["role"]),
        birthday=day,
        birthday_calendar=calendar or "gregorian",
        language=str(row["language"] or ""),
        notes=str(row["notes"]),
        uid=str(row["uuid"]),
        extra=(*extra, *own),
    )
    return _with_addresses(card, person.addresses)


def _with_addresses(card: Card, addresses: Sequence[Held]) -> Card:
    def of(medium: str) -> tuple[tuple[str, str], ...]:
        rows = [address.row for address in addresses if address.row["medium"] == medium]
        return tuple((str(row["label"]), str(row["value"])) for row in rows)

    return replace(card, phones=of("phone"), emails=of("email"), addresses=of("post"), webs=of("web"))


def _numbered(addresses: Sequence[Held], width: Width) -> list[str]:
    cells: list[str] = []
    for medium in MEDIA:
        of = [a.row for a in addresses if a.row["medium"] == medium]
        cells += [_cell(row[name]) for row in of for name in ("label", "value")]
        cells += [""] * 2 * (width.most[medium] - len(of))
    return cells


def _birthday(birthday: object) -> tuple[str, str]:
    """The day in its own calendar, ``--`` for a year that is not known, and that calendar."""
    if not isinstance(birthday, tuple):
        return "", ""
    month, day, year, calendar = birthday
    return f"{f'{year:04}' if year else '-'}-{month:02}-{day:02}", calendar


def _cell(value: object) -> str:
    return "" if value is None else str(value)
