"""Merging rows that speak of clients and contacts into the file: what each row adds.

Rules (PRODUCT §13): empty fields are filled; another value takes the place of ours, unless this same file has
set it in an earlier row: then it becomes a line in the notes. Addresses and notes are added where they are
missing. So a file that is imported again changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from amdesk.domain.calendars import PartialDate
from amdesk.domain.client import is_code, suggest_code
from amdesk.domain.columns import named
from amdesk.domain.contact import MEDIUM_NAMES
from amdesk.domain.incoming import CLIENT_FIELDS, CONTACT_FIELDS, Given, Incoming, language_of, name_key
from amdesk.domain.messages import N_, Message, Words
from amdesk.domain.verdict import Change, Verdict
from amdesk.i18n.languages import language
from amdesk.i18n.phones import is_mobile
from amdesk.services.import_values import in_words
from amdesk.services.matching import ALSO_CALLED, Marks, Matcher, address_key, has_person, key_of, normal
from amdesk.store.book import Book
from amdesk.store.book_rows import Held, kept

# Which of these a file has spoken of is marked by their places.
_FIELDS = {"client": CLIENT_FIELDS, "contact": CONTACT_FIELDS}
_TOLD_AS = {
    "client": {"name": "Company"},
    "contact": {"name": ALSO_CALLED, "language": "Language of the contact"},
}


class Merger:
    """Takes one row after the other into a book; ``own_language`` is for names in Latin letters."""

    def __init__(self, book: Book, *, own_language: str, now: datetime) -> None:
        self._book = book
        self._now = kept(now)
        self._marks = Marks()
        self._matcher = Matcher(book, self._marks, own_language=own_language)
        self._message: Message | None = None
        self._changes: list[Change] = []
        self._added: dict[str, Words] = {}

    def take(self, one: Incoming) -> Verdict:
        """Merge a row; what became of it."""
        if one.problem is not None:
            return Verdict(one.line, "error", one.title, one.problem, one.left_out)
        self._message = one.message
        self._changes, self._added = [], {}
        client, person = self._matcher.find(one)
        is_new = client is None or (person is None and has_person(one))
        client, changed = self._merge_client(one, client)
        holder = client
        if has_person(one):
            holder, renewed = self._merge_contact(one, client, person=person)
            changed = changed or renewed
        added = [self._add_addresses(one, client, holder=holder), self._add_notes(one, client, holder=holder)]
        if is_new or not (changed or any(added)):
            kind = "new" if is_new else "duplicate"
            return Verdict(one.line, kind, one.title, self._message, one.left_out, one.noted)
        told = tuple(self._changes), tuple(self._added.values())
        return Verdict(one.line, "update", one.title, self._message, one.left_out, one.noted, *told)

    def _merge_client(self, one: Incoming, client: Held | None) -> tuple[Held, bool]:
        if client is None:
            client = self._new_client(one)
            self._matcher.claim(client, one.client_uuid)
            return client, True
        self._matcher.claim(client, one.client_uuid)
        restored = self._restore(client)
        values = {"name": one.company, **one.client} if one.company else one.client
        return client, self._fill(one, client, values=values) or restored

    def _merge_contact(self, one: Incoming, client: Held, *, person: Held | None) -> tuple[Held, bool]:
        values = {"name": one.person, **one.contact} if one.person else one.contact
        if person is None:
            # whoever has this uuid already is a person at another client, and stays there
            is_taken = one.contact_uuid and self._book.by_uuid("contact", one.contact_uuid)
            uuid = "" if is_taken else one.contact_uuid
            person = self._book.add_contact(
                client, {"uuid": uuid, **values, "name": one.person or one.reached}
            )
            self._tell(person, values)
            self._matcher.claim(person, one.contact_uuid)
            return person, True
        self._matcher.claim(person, one.contact_uuid)
        restored = self._restore(person)
        former = person.row["name"]
        changed = self._fill(one, person, values=values) or restored
        self._rename_own(client, person, former=former)
        return person, changed

    def _rename_own(self, client: Held, person: Held, *, former: object) -> None:
        """A client of their own who was known by an address and has got a name is called by it."""
        name = str(person.row["name"])
        # only one that finds them again
        was_address = any(a.row["value"] == former and a.row["normal"] for a in person.addresses)
        if was_address and former == client.row["name"] != name and not self._book.called(name):
            self._change(client, "name", value=name)

    def _new_client(self, one: Incoming) -> Held:
        spoken = language(self._matcher.language(one))
        name = one.company or one.person or one.reached
        values: dict[str, object] = {
            "uuid": one.client_uuid, "language": spoken.code, "calendar": spoken.calendar,
            "country": None if one.exact else self._matcher.country(None, one), "created_at": self._now,
            **one.client, "name": name,
        }  # fmt: skip
        wanted = str(one.client.get("code", ""))
        free = self._usable(wanted)
        values["code"] = self._book.free_code(wanted if free else suggest_code(name, ()))
        client = self._book.add_client(values)
        self._tell(client, one.client)
        if wanted and not free:
            self._note(client, _line(one, client, name="code", value=wanted))
            self._say(
                Message.of(N_("The code {code} is taken or not 2 to 8 Latin letters or digits."), code=wanted)
            )
        return client

    def _fill(self, one: Incoming, held: Held, *, values: Mapping[str, object]) -> bool:
        """Give a record the row's single values; whether anything changed."""
        changed = False
        for name, value in values.items():
            ours, theirs = held.row.get(name), kept(value)
            is_ours = self._may_not_replace(held, name, theirs=theirs)
            self._tell(held, (name,))
            # what it had before it was merged was not chosen then
            before = (was[name] for was in held.was if name in was)
            if any(_is_same(one, name, known, theirs) for known in (ours, *before)):
                continue
            if is_ours:
                changed = self._note(held, _line(one, held, name=name, value=value)) or changed
            elif name != "created_at":
                self._change(held, name, value=value)
                changed = True
        return changed

    def _change(self, held: Held, name: str, *, value: object) -> None:
        """Another value, and a word about it: whose value goes, or what was empty before."""
        ours = held.row.get(name)
        label = named(held.table, name)
        self._book.change(held, **{name: value})
        if ours is None or ours == "":
            self._added[name] = label
        else:
            self._changes.append(Change(label, in_words(name, ours), in_words(name, held.row[name])))

    def _may_not_replace(self, held: Held, name: str, *, theirs: object) -> bool:
        """Whether our value stays: set by this file, a code others have, a name in another script."""
        ours = held.row.get(name)
        if name == "code":
            return not self._usable(str(theirs)) or self._is_told(held, name)
        if ours is None or ours == "":
            return False
        if name == "name" and not any(address.row["value"] == ours for address in held.addresses):
            return self._is_told(held, name) or language_of(str(ours)) != language_of(str(theirs))
        return self._is_told(held, name)

    def _add_addresses(self, one: Incoming, client: Held, *, holder: Held) -> bool:
        country = self._matcher.country(client, one)
        verbatim = one.exact and holder.fresh and not holder.addresses
        contact = holder if holder.table == "contact" else None
        changed = False
        for given in one.addresses:
            number = normal(given.medium, given.value, country=country)
            key = address_key(given.medium, given.value, number=number)
            same = [] if verbatim else [ours for ours in holder.addresses if key_of(ours) == key]
            label = given.label or _usual_label(given, number)
            if not same:
                record = {"medium": given.medium, "label": label, "value": given.value, "normal": number}
                self._book.add_address(client, record, contact=contact)
                self._added[given.medium] = MEDIUM_NAMES[given.medium]
                changed = True
            elif same[0].row["label"] == "other" != label and not one.exact and given.label:
                self._book.change(same[0], label=label)
                changed = True
        return changed

    def _add_notes(self, one: Incoming, client: Held, *, holder: Held) -> bool:
        return any([self._note(client, one.client_notes), self._note(holder, one.notes)])

    def _note(self, held: Held, text: str) -> bool:
        """Append to the notes what is not in them yet."""
        ours = str(held.row["notes"])
        known = (ours, *(str(was.get("notes", "")) for was in held.was))
        if not text or any(f"\n{text}\n" in f"\n{notes}\n" for notes in known):
            return False
        self._book.change(held, notes=f"{ours}\n{text}" if ours else text)
        self._added["notes"] = named("contact", "notes")
        return True

    def _restore(self, held: Held) -> bool:
        """A record in the trash that the file names by its uuid comes back."""
        if held.row.get("deleted_at") is None:
            return False
        self._book.change(held, deleted_at=None)
        return True

    def _usable(self, code: str) -> bool:
        return is_code(code) and self._book.is_free(code)

    def _is_told(self, held: Held, name: str) -> bool:
        return (held, _FIELDS[held.table].index(name)) in self._marks

    def _tell(self, held: Held, names: Iterable[str]) -> None:
        for name in names:
            self._marks.add(held, _FIELDS[held.table].index(name))

    def _say(self, message: Message) -> None:
        self._message = self._message or message


def _usual_label(given: Given, number: str | None) -> str:
    """The label of an address that came without one; a mobile number tells itself."""
    if given.medium != "phone":
        return "other"
    return "mobile" if number and is_mobile(number) else "office"


def _is_same(one: Incoming, name: str, ours: object, theirs: object) -> bool:
    """Whether a value says nothing else: others may write a name in another way."""
    return ours == theirs or (name == "name" and not one.exact and _folded(ours) == _folded(theirs))


def _folded(name: object) -> str:
    return name_key(str(name))


def _line(one: Incoming, held: Held, *, name: str, value: object) -> str:
    """A single value as a line of the notes, under the file's own word for it."""
    label = _TOLD_AS[held.table].get(name, name.replace("_", " ").capitalize())
    said = value.iso if isinstance(value, PartialDate) else value
    return one.told.get((held.table, name), f"{label}: {said}")
