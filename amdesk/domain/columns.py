"""Which column of a list means what: guessed from the words of its header, in five languages."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from amdesk.domain.column_words import CONTEXT, WORDS
from amdesk.domain.messages import N_, Message, Words
from amdesk.domain.text import squash

# What a column can be said to mean, in the order in which a person is offered it.
FIELDS: Mapping[str, Words] = {
    "company": N_("Company"),
    "person": Message.named("column", "Contact"),
    "first_name": N_("First name"),
    "middle_name": N_("Middle name"),
    "last_name": N_("Last name"),
    "prefix": N_("Name prefix"),
    "suffix": N_("Name suffix"),
    "role": N_("Role"),
    "mobile": N_("Mobile phone"),
    "office_phone": N_("Office phone"),
    "home_phone": N_("Home phone"),
    "fax": N_("Fax"),
    "phone": N_("Phone"),
    "phone_label": N_("Kind of the phone"),
    "email": N_("E-mail"),
    "email_label": N_("Kind of the e-mail"),
    "post": N_("Postal address"),
    "post_part": N_("Part of a postal address"),
    "post_label": N_("Kind of the postal address"),
    "web": N_("Web address"),
    "web_label": N_("Kind of the web address"),
    "birthday": N_("Birthday"),
    "birthday_calendar": N_("Calendar of the birthday"),
    "notes": N_("Notes"),
    "note_line": N_("A line in the notes"),
    "contact_language": N_("Language of the contact"),
    "preferred_channel": N_("Preferred channel"),
    "preferred_hours": N_("Preferred hours"),
    "left_on": N_("No longer there since"),
    "client_notes": N_("Notes on the company"),
    "code": N_("Code"),
    "stage": N_("Stage"),
    "tier": N_("Tier"),
    "vip": N_("VIP"),
    "language": N_("Language"),
    "calendar": N_("Calendar"),
    "country": N_("Country"),
    "next_step": N_("Next step"),
    "next_contact_on": N_("Next contact on"),
    "asking": N_("Ask next time"),
    "created_at": N_("Added at"),
    "client_uuid": N_("UUID of the company"),
    "contact_uuid": N_("UUID of the contact"),
}
# Fields of which a client or a contact has one → the column of the file that keeps it.
_SAME = "code stage tier vip language calendar country next_step next_contact_on asking created_at"
OF_CLIENT: Mapping[str, str] = {one: one for one in _SAME.split()}
OF_CONTACT: Mapping[str, str] = {
    "role": "role", "contact_language": "language", "preferred_channel": "preferred_channel",
    "preferred_hours": "preferred_hours", "left_on": "left_on", "birthday": "birthday",
}  # fmt: skip
# Fields that several columns may have at once; of any other the first column counts.
REPEATED = frozenset(
    "mobile office_phone home_phone fax phone phone_label email email_label post post_part post_label web "
    "web_label notes note_line client_notes".split()
)
PHONES = frozenset({"mobile", "office_phone", "home_phone", "fax", "phone"})

# By which fields names, notes and uuids come, which are more than a column of one row.
_NAMED = {
    "client": {"name": "company", "notes": "client_notes", "uuid": "client_uuid"},
    "contact": {"name": "person", "notes": "notes", "uuid": "contact_uuid"},
}
_OF = {"client": OF_CLIENT, "contact": OF_CONTACT}

_DIGITS = re.compile(r"\d+")
_GROUP = re.compile(r"(\d+)\W+\w|(business|home|other)\b", re.IGNORECASE)
_MAIL = re.compile(r"[^@\s]+@[^@\s]+")
_NUMBER = re.compile(r"[+0(][\d\s().\-–/]{6,}")


def own_title(field: str) -> str:
    """The title under which amdesk itself writes a column with this field, and knows it again."""
    return WORDS[field].partition(",")[0]


@cache
def named(noun: str, column: str) -> Words:
    """What a column of the file is called where a list is spoken of."""
    fields = {kept_as: field for field, kept_as in _OF.get(noun, {}).items()} | _NAMED.get(noun, {})
    return FIELDS[fields[column]] if column in fields else column


def guess(header: Sequence[str], sample: Sequence[Sequence[str]] = ()) -> tuple[str | None, ...]:
    """The field of each column; nothing for what programs note for themselves.

    What no word tells is told by the cells of ``sample`` where they are e-mails or phones, and else becomes a
    line in the notes under the column's own name.
    """
    meant = [_by_words(title, header) for title in header]
    for place, field in enumerate(meant):
        if field == "":
            meant[place] = _by_cells([row[place] for row in sample if place < len(row)])
    return _settled(meant)


def _by_words(title: str, header: Sequence[str]) -> str | None:
    """The field a title means, nothing for what is to be left out, "" for a title that is not known."""
    key = column_key(title)
    if key in CONTEXT:
        beside, there, otherwise = CONTEXT[key]
        return there if any(column_key(other) in beside for other in header) else otherwise
    return _known().get(key, "")


def column_key(title: str) -> str:
    """A title as it is compared: folded, without spaces and numbers (“Phone 2 - Value” is “phonevalue”)."""
    return _DIGITS.sub("", squash(title))


def group_of(title: str) -> str:
    """What parts of one address have in common: “1” of “Address 1 - City”, “business” of “Business City”."""
    found = _GROUP.search(title)
    return (found[1] or found[2].lower()) if found else ""


@cache
def _known() -> Mapping[str, str | None]:
    found: dict[str, str | None] = {}
    for field, words in WORDS.items():
        for word in words.split(","):
            found.setdefault(column_key(word), field or None)
    return found


def _by_cells(cells: Sequence[str]) -> str:
    filled = [cell.strip() for cell in cells if cell.strip()]
    for field, shape in (("email", _MAIL), ("phone", _NUMBER)):
        if filled and sum(shape.fullmatch(cell) is not None for cell in filled) >= 0.8 * len(filled):
            return field
    return "note_line"


def _settled(meant: list[str | None]) -> tuple[str | None, ...]:
    """Every field of which there can be one has one column; the others of that meaning go to the notes."""
    if "company" not in meant and meant.count("person") > 1:
        meant[meant.index("person")] = "company"  # “Name, Contact, …”
    if "post_part" in meant and "client_uuid" not in meant:
        meant = ["post_part" if field == "country" else field for field in meant]
    taken: set[str] = set()
    found: list[str | None] = []
    for field in meant:
        found.append("note_line" if field in taken else field)
        if field is not None and field not in REPEATED:
            taken.add(field)
    return tuple(found)
