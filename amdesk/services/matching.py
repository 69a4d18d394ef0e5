"""Whose row it is: the client and the person in the file that a row of a list speaks of."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from amdesk.domain.incoming import Given, Incoming, language_of, may_be_same, may_share_mail
from amdesk.domain.text import fold
from amdesk.i18n.languages import language
from amdesk.i18n.phones import country_of
from amdesk.services import contacts
from amdesk.store.book import Book, is_called
from amdesk.store.book_rows import Held

# How the notes introduce another name that a file had for somebody; who has it there is known by it.
ALSO_CALLED = "Contact"
_CLAIMED = 15
_Found = tuple[Held | None, Held | None]


class Marks:
    """Sixteen bits for each record a list has touched: for a million rows they stay small."""

    def __init__(self) -> None:
        self._bits = {"client": array("H"), "contact": array("H")}

    def __contains__(self, place: tuple[Held, int]) -> bool:
        held, bit = place
        bits = self._bits[held.table]
        return held.id < len(bits) and bool(bits[held.id] >> bit & 1)

    def add(self, held: Held, bit: int) -> None:
        """Set a bit of a record."""
        bits = self._bits[held.table]
        if held.id >= len(bits):
            bits.frombytes(bytes(bits.itemsize * (held.id + 1000 - len(bits))))
        bits[held.id] |= 1 << bit


class Matcher:
    """Finds clients and people by uuid, by folded name, by e-mail and by phone, in this order.

    Two uuids of one file are two records, however alike their names are. ``own_language`` is for names in
    Latin letters.
    """

    def __init__(self, book: Book, marks: Marks, *, own_language: str) -> None:
        self._book = book
        self._marks = marks
        self._own_language = own_language
        self._known_as: dict[str, int] = {}  # uuid in the file → the record that is known by another here

    def find(self, one: Incoming) -> _Found:
        """The client and the person there whom the row is about, where they are in the file already."""
        client, person = self._by_uuid(one)
        if client is None and not one.company:
            client, person = self._by_reach(one, [given for given in _reach(one) if _is_sure(given)])
        if client is None:
            client = self._by_company(one)
        if client is None and not one.company:
            client, person = self._by_reach(one, _reach(one))
        if client is None:
            return None, None
        return client, person or (self._person_at(client, one) if has_person(one) else None)

    def claim(self, held: Held, uuid: str) -> None:
        """The record is who the file knows by this uuid."""
        if uuid:
            self._marks.add(held, _CLAIMED)
            if held.row.get("uuid") != uuid:
                self._known_as[uuid] = held.id

    def language(self, one: Incoming) -> str:
        """The language of a client, said or guessed from the script of its names."""
        said = one.client.get("language") or language_of(f"{one.company} {one.person}")
        return str(said or self._own_language)

    def country(self, client: Held | None, one: Incoming) -> str:
        """In whose habit the row's numbers are read: the client's country, or the one its names speak of.

        Latin letters speak of none; there an international number does, where the row has one.
        """
        if client is not None:
            return str(client.row["country"] or language(str(client.row["language"])).country)
        if one.client.get("country"):
            return str(one.client["country"])
        own = language(self.language(one)).country
        latin = language_of(f"{one.company} {one.person}") is None
        return (_country_of_numbers(one) if latin else None) or own

    def _by_uuid(self, one: Incoming) -> _Found:
        if one.client_uuid:
            place = self._book.by_uuid("client", one.client_uuid)
            known = place[0] if place else self._known_as.get(one.client_uuid)
            if known is not None:
                return self._book.client(known), None
        place = self._book.by_uuid("contact", one.contact_uuid) if one.contact_uuid else None
        if place is None:
            return None, None
        client = self._book.client(place[0])
        if one.company and not is_called(client, one.company):
            return None, None
        return client, _person(client, place[1])

    def _named(self, people: Sequence[Held], one: Incoming, client: Held) -> Held | None:
        """Who has the name; of several, as after a merge, the one who is reached as the row says."""
        named = [person for person in people if is_called(person, one.person or one.reached)]
        if len(named) > 1:
            keys = set(self._keys(one, client))
            named.sort(key=lambda person: keys.isdisjoint(map(key_of, person.addresses)))
        return named[0] if named else None

    def _keys(self, one: Incoming, client: Held) -> Iterator[tuple[str, str]]:
        country = self.country(client, one)
        for given in _reach(one):
            number = normal(given.medium, given.value, country=country)
            yield address_key(given.medium, given.value, number=number)

    def _by_company(self, one: Incoming) -> Held | None:
        """By the company's name; who comes without a company is a client of their own."""
        for client_id in self._book.called(one.company or one.person or one.reached):
            client = self._book.client(client_id)
            if self._is_free(client, one.client_uuid):
                return client
        return None

    def _by_reach(self, one: Incoming, addresses: Iterable[Given]) -> _Found:
        """By e-mail or phone anywhere in the file.

        Who has had the address longest is meant: so a file that is read again means the same people, whoever
        got the address from one of its later rows.
        """
        country = self.country(None, one)
        for given in addresses:
            number = normal(given.medium, given.value, country=country)
            for client_id, contact_id in self._book.reached(number) if number else ():
                client = self._book.client(client_id)
                person = _person(client, contact_id)
                if _fits(person, one, medium=given.medium):
                    return client, self._person_at(client, one) or person  # another may bear this very name
        return None, None

    def _person_at(self, client: Held, one: Incoming) -> Held | None:
        """The person at a client by uuid, name, e-mail or phone."""
        known_as = self._known_as.get(one.contact_uuid)
        for person in client.people:
            if one.contact_uuid and (person.row.get("uuid") == one.contact_uuid or person.id == known_as):
                return person
        people = [
            person
            for person in client.people
            if person.row.get("deleted_at") is None and self._is_free(person, one.contact_uuid)
        ]
        named = self._named(people, one, client)
        if named is not None:
            return named
        for person in people:
            if f"{ALSO_CALLED}: {one.person}" in str(person.row["notes"]).splitlines():
                return person
        country = self.country(client, one)
        for given in _reach(one):
            key = address_key(
                given.medium, given.value, number=normal(given.medium, given.value, country=country)
            )
            holders = [
                (address.id, person)
                for person in people
                for address in person.addresses
                if key_of(address) == key and _fits(person, one, medium=given.medium)
            ]
            if holders:
                return min(holders, key=lambda held: held[0])[1]
        return None

    def _is_free(self, held: Held, uuid: str) -> bool:
        """Whether the file does not speak of this record under another uuid."""
        return not uuid or (held, _CLAIMED) not in self._marks


def normal(medium: str, value: str, *, country: str) -> str | None:
    """What machines compare of an address."""
    return _number(value, country) if medium == "phone" else contacts.normal(medium, value, country)


@lru_cache(maxsize=1 << 15)
def _number(value: str, country: str) -> str | None:
    """Remembered, for a list is read twice and has its switchboards."""
    return contacts.normal("phone", value, country)


def address_key(medium: str, value: str, *, number: str | None) -> tuple[str, str]:
    """By what two addresses are the same: the form machines compare, or the folded one."""
    return medium, number or fold(value) or value


def key_of(address: Held) -> tuple[str, str]:
    """The same of an address in the file."""
    row = address.row
    return address_key(str(row["medium"]), str(row["value"]), number=str(row["normal"] or "") or None)


def has_person(one: Incoming) -> bool:
    """Whether the row speaks of a person, and not of a company alone."""
    return bool(one.person or not one.company)


def _person(client: Held, contact_id: int) -> Held:
    return next(person for person in client.people if person.id == contact_id)


def _reach(one: Incoming) -> list[Given]:
    """The row's e-mails and phones."""
    return [given for medium in ("email", "phone") for given in one.addresses if given.medium == medium]


def _is_sure(given: Given) -> bool:
    """Whether an address is the same everywhere: a number without a country may be read in another one."""
    return given.medium == "email" or given.value.strip().startswith("+")


def _fits(person: Held, one: Incoming, *, medium: str) -> bool:
    """Whether who is reached like this can be the one the row names."""
    ours = str(person.row["name"])
    if not one.person or any(address.row["value"] == ours for address in person.addresses):
        return True
    return may_share_mail(ours, one.person) if medium == "email" else may_be_same(ours, one.person)


def _country_of_numbers(one: Incoming) -> str | None:
    typed = (given.value.strip() for given in one.addresses if given.medium == "phone")
    abroad = (number for number in typed if number.startswith(("+", "00")))
    return next(filter(None, map(country_of, abroad)), None)
