"""Rows of a list as somebody to be merged, by the mapping of its columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from amdesk.domain.columns import OF_CLIENT, OF_CONTACT, PHONES, group_of
from amdesk.domain.incoming import Given, Incoming
from amdesk.domain.messages import N_, Message
from amdesk.domain.text import is_blank
from amdesk.formats.delimited import Row
from amdesk.formats.listing import Listing
from amdesk.services.import_values import (
    birthday,
    is_mail,
    is_month_first,
    is_nothing,
    swap_day_and_month,
    uuid_of,
    value_of,
)

_NAME_PARTS = ("prefix", "first_name", "middle_name", "last_name", "suffix")
_MEDIA = {**dict.fromkeys(PHONES, "phone"), "email": "email", "post": "post", "web": "web"}
_LABELS = {"mobile": "mobile", "office_phone": "office", "home_phone": "home", "fax": "fax"}
_LABEL_FIELDS = {"phone_label": "phone", "email_label": "email", "post_label": "post", "web_label": "web"}
# Words that say what kind of phone or address it is, in other programs; anything else is told in the notes.
_KINDS = {
    **dict.fromkeys("mobile cell cellular iphone".split(), "mobile"),
    **dict.fromkeys("work office business main company".split(), "office"),
    "home": "home",
    **dict.fromkeys(("fax", "workfax", "homefax", "businessfax", "otherfax"), "fax"),
    **dict.fromkeys("other internet smtp pref voice custom".split(), "other"),
}
_ADDRESS_GROUPS = {"business": "office", "home": "home"}
_GOOGLE = re.compile(r"\s*:::\s*")
_MAIL_GAP = re.compile(r"\s*:::\s*|[;,\s]+")
_NUMBER_GAP = re.compile(r"\s*(?::::|[;\n])\s*")
_IN_ANGLES = re.compile(r"<([^<>\s]+@[^<>\s]+)>")
_SAMPLE = 200


def incoming(sheet: Listing, mapping: Sequence[str | None]) -> Iterator[Incoming]:
    """Every row of the list."""
    sample = [row.cells for row in islice(sheet.rows(), _SAMPLE)]
    swapped = frozenset(
        place
        for place, field in enumerate(mapping)
        if field in {"birthday", "next_contact_on", "left_on"}
        and is_month_first([row[place] for row in sample])
    )
    for row in sheet.rows():
        yield _Reading(sheet, mapping, swapped=swapped).read(row)


class _Reading:
    """One row while its cells are being understood."""

    def __init__(self, sheet: Listing, mapping: Sequence[str | None], *, swapped: frozenset[int]) -> None:
        self._sheet = sheet
        self._mapping = mapping
        self._swapped = swapped
        self._named: dict[str, str] = {}
        self._client: dict[str, object] = {}
        self._contact: dict[str, object] = {}
        self._told: dict[tuple[str, str], str] = {}
        self._addresses: list[Given] = []
        self._labels: dict[str, str] = {}
        self._parts: dict[str, list[str]] = {}
        self._notes: list[str] = []
        self._lines: list[str] = []
        self._of_client: list[str] = []
        self._left_out: list[str] = []
        self._noted: list[str] = []
        self._message: Message | None = None

    def read(self, row: Row) -> Incoming:
        """The row as somebody to be merged."""
        self._message = row.notice
        for place, cell in enumerate(row.cells):
            if cell and (self._sheet.own or not is_nothing(cell)):
                self._take(place, cell)
        self._take_birthday()
        self._join_addresses()
        person = self._person()
        company = self._text("company")
        if company and not person:
            self._give_to_company()
        notes = "\n".join([*self._notes, *self._lines])
        one = Incoming(
            line=row.line,
            company=company,
            person=person,
            client=self._client,
            contact=self._contact,
            addresses=tuple(self._addresses),
            client_notes="\n".join(self._of_client),
            notes=notes,
            client_uuid=uuid_of(self._named.get("client_uuid", "")),
            contact_uuid=uuid_of(self._named.get("contact_uuid", "")),
            told=self._told,
            left_out=tuple(self._left_out),
            noted=tuple(self._noted),
            message=self._message,
            problem=row.problem,
            exact=self._sheet.own,
        )
        return one if one.problem or one.title else _nameless(one)

    def _take(self, place: int, cell: str) -> None:
        field, title = self._mapping[place], self._sheet.header[place].strip()
        text = cell if self._sheet.own else cell.replace("\r\n", "\n").strip()
        if place in self._swapped:
            text = swap_day_and_month(text)
        if field is None:
            self._left_out.append(title)
        elif field in _LABEL_FIELDS:
            self._label(_LABEL_FIELDS[field], text)
        elif field in _MEDIA:
            self._reach(field, text, title=title)
        elif field == "post_part":
            self._parts.setdefault(group_of(title), []).append(text)
        elif field in OF_CLIENT or field in OF_CONTACT:
            self._single(field, text, title=title)
        elif field == "notes":
            self._notes.append(text)
        elif field == "client_notes":
            self._of_client.append(text)
        elif field == "note_line":
            self._line(title, text)
        else:
            self._named[field] = text

    def _line(self, title: str, text: str) -> None:
        """A line of the notes; of Google's labels those that people gave (``* myContacts ::: Clients``)."""
        if text.startswith("* ") and not self._sheet.own:
            text = ", ".join(one for one in _GOOGLE.split(text) if not one.startswith("* "))
        if text:
            self._lines.append(f"{title}: {text}" if title else text)
            self._noted.append(title)

    def _single(self, field: str, text: str, *, title: str) -> None:
        """A field of which there is one; what is not one of its values stands in the notes."""
        line = f"{title}: {text}"
        if field == "birthday":
            self._named["birthday"], self._named["birthday_line"] = text, line
            return
        value = value_of(field, text)
        if value is None:
            (self._of_client if field in OF_CLIENT else self._lines).append(line)
            self._say(
                N_("“{text}” could not be read as {field} and stands in the notes."), text=text, field=title
            )
        elif field in OF_CLIENT:
            self._client[field] = value
            self._told["client", field] = line
        else:
            self._contact[OF_CONTACT[field]] = value
            self._told["contact", OF_CONTACT[field]] = line

    def _take_birthday(self) -> None:
        text = self._named.get("birthday")
        if text is None:
            return
        line = self._named["birthday_line"]
        calendar = value_of("calendar", self._named.get("birthday_calendar", ""))
        found = birthday(text, calendar=str(calendar) if calendar else None)
        if found is None:
            self._lines.append(line)
            self._say(N_("The birthday “{text}” could not be read and stands in the notes."), text=text)
        else:
            self._contact["birthday"] = found
            self._told["contact", "birthday"] = line

    def _label(self, medium: str, text: str) -> None:
        self._labels[medium] = text

    def _reach(self, field: str, text: str, *, title: str) -> None:
        medium = _MEDIA[field]
        label = self._kind(medium, text) or _LABELS.get(field, "")
        for value in [text] if self._sheet.own else _several(medium, text):
            if medium == "email" and not is_mail(value):
                self._lines.append(f"{title}: {value}")
                self._say(N_("“{text}” is not an e-mail address and stands in the notes."), text=value)
            else:
                self._addresses.append(Given(medium, label, value))

    def _kind(self, medium: str, text: str) -> str:
        """What the column beside it says of a phone or address; a word that is not ours goes to the notes."""
        said = self._labels.pop(medium, "")
        if not said:
            return ""
        word = _GOOGLE.split(said)[0].lstrip("* ").strip()
        kind = _KINDS.get(re.sub(r"[\s\-_]", "", word.lower()))
        if kind is None:
            self._lines.append(f"{word}: {text}")
        return kind or "other"

    def _join_addresses(self) -> None:
        """Street, town and country of one address on lines of their own, unless it is there as a whole."""
        if any(given.medium == "post" for given in self._addresses):
            return
        for group, parts in self._parts.items():
            label = _ADDRESS_GROUPS.get(group) or self._kind("post", "\n".join(parts)) or "other"
            self._addresses.append(Given("post", label, "\n".join(parts)))

    def _person(self) -> str:
        whole = self._text("person")
        return whole or " ".join(self._named[part] for part in _NAME_PARTS if part in self._named)

    def _text(self, field: str) -> str:
        text = self._named.get(field, "")
        return "" if is_blank(text) else text

    def _give_to_company(self) -> None:
        """What is said of a person where there is none becomes notes on the company."""
        self._lines += [self._told.pop(("contact", name)) for name in self._contact]
        self._contact = {}

    def _say(self, sentence: str, **fields: str) -> None:
        self._message = self._message or Message(sentence, fields)


def _several(medium: str, text: str) -> list[str]:
    """The values of one cell: Google writes ``a ::: b``, people write ``a; b``."""
    if medium == "email" and is_mail(text) and ":" not in text:
        return [text]
    if medium == "email":
        values = _IN_ANGLES.findall(text) or _MAIL_GAP.split(text)
        values = values if all("@" in value for value in values if value) else [text]
    elif medium == "phone":
        values = _NUMBER_GAP.split(text)
        if len(values) == 1 and "," in text:
            parts = [part.strip() for part in text.split(",")]
            values = parts if all(sum(map(str.isdecimal, part)) >= 6 for part in parts) else values
    else:
        values = _GOOGLE.split(text)
    return [value.strip() for value in values if value.strip()]


def _nameless(one: Incoming) -> Incoming:
    from dataclasses import replace

    text = N_(
        "Line {line} names neither a company nor a person and has no e-mail or phone. "
        "Fill one of them in, or choose the columns they stand in."
    )
    return replace(one, problem=Message.of(text, line=one.line))
