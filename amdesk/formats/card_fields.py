"""What each property of a card means to us: a field, a line of the notes, or something left out by name.

Nothing a card says is dropped: what has no field stands in the notes as «Spouse: Jenny», in the card's own
words or in English whatever the language, so that importing the same file again finds the same notes.
Pictures, keys and what programs note for themselves are named in ``left_out``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from amdesk.formats.card_words import LABELS, MACHINE, OWN_PREFIX, PLAIN_TYPES, STRUCTURE, TYPES
from amdesk.formats.content_lines import Property, split

_APPLE = re.compile(r"_\$!<(.*)>!\$_", re.DOTALL)
_BASIC_DATE = re.compile(r"(\d{4}|--)-?(\d\d)-?(\d\d)")


@dataclass(slots=True)
class Fields:
    """A card's fields while they are gathered; ``own`` tells that amdesk wrote the card."""

    own: bool = False
    custom: Mapping[str, str] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)
    structured: tuple[str, ...] = ()
    organisations: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    phones: list[tuple[str, str]] = field(default_factory=list)
    emails: list[tuple[str, str]] = field(default_factory=list)
    addresses: list[tuple[str, str]] = field(default_factory=list)
    webs: list[tuple[str, str]] = field(default_factory=list)
    postal_labels: list[tuple[str, str]] = field(default_factory=list)
    birthday: str = ""
    calendar: str = "gregorian"
    languages: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    uid: str = ""
    kind: str = ""
    left_out: list[str] = field(default_factory=list)
    extra: list[tuple[str, str]] = field(default_factory=list)

    def note(self, label: str, value: str) -> None:
        """One line more for the notes, unless it stands there already."""
        line = f"{label}: {value.strip()}" if label else value
        if value.strip() and line not in self.lines:
            self.lines.append(line)


def gather(properties: Iterable[Property], *, nested: Iterable[Property] = ()) -> Fields:
    """What the properties of one card say; ``nested`` are those of a card inside it (AGENT)."""
    every = sorted(properties, key=_preference)
    fields = Fields(
        own=any(one.name == "PRODID" and "amdesk" in one.value for one in every),
        custom={one.group: _apple(one.text) for one in every if one.name == "X-ABLABEL" and one.group},
    )
    for one in every:
        _take(fields, one)
    agent = [one.text for one in nested if one.name in ("FN", "TEL", "EMAIL")]
    fields.note("Agent", ", ".join(agent))
    _settle(fields)
    return fields


def _preference(one: Property) -> int:
    """Preferred ones first (RFC 6350 §5.3, and the word ``pref`` of older versions), else as they stand."""
    pref = one.param("PREF")
    if pref.isdecimal():
        return int(pref[:4])
    return 1 if "pref" in one.types else 101


def _take(fields: Fields, one: Property) -> None:
    if one.name in STRUCTURE:
        return
    if one.name.startswith(OWN_PREFIX) and one.name not in _TAKERS:
        fields.extra.append((one.name.removeprefix(OWN_PREFIX).lower(), one.text))
    elif one.name in _TAKERS:
        _TAKERS[one.name](fields, one)
    elif _is_machine(one):
        if one.name not in fields.left_out:
            fields.left_out.append(one.name)
    else:
        fields.note(_label_of(fields, one), one.text)


def _is_machine(one: Property) -> bool:
    binary = one.param("ENCODING") in ("BASE64", "B") or one.value.startswith("data:")
    return binary or one.name in MACHINE or one.name.startswith(("X-MS-OL-", "X-EVOLUTION-FILE", "X-GOOGLE-"))


def _label_of(fields: Fields, one: Property) -> str:
    """How a note is introduced: the card's own label, a known word, or the property's name made readable."""
    if one.group in fields.custom:
        return fields.custom[one.group]
    if one.name == "RELATED" and one.types:
        return one.types[0].capitalize()
    if one.name in LABELS:
        return LABELS[one.name]
    words = re.sub(r"^X-(MS-|AB|EVOLUTION-)?", "", one.name).replace("-", " ").replace("_", " ").strip()
    return words.capitalize() or one.name.capitalize()


def _name(fields: Fields, one: Property) -> None:
    fields.names.append(one.text if fields.own else one.text.strip())


def _structured_name(fields: Fields, one: Property) -> None:
    family, given, middle, prefix, suffix = (*map(str.strip, one.parts[:5]), *[""] * 5)[:5]
    fields.structured = tuple(filter(None, (prefix, given, middle, family, suffix)))


def _organisation(fields: Fields, one: Property) -> None:
    if fields.own:
        fields.organisations.append(one.text)
        return
    company, *departments = [part.strip() for part in one.parts]
    if company and company not in fields.organisations:
        fields.organisations.append(company)
    fields.note("Department", ", ".join(filter(None, departments)))


def _role(fields: Fields, one: Property) -> None:
    text = one.text if fields.own else one.text.strip()
    if text and text not in fields.roles:
        fields.roles.append(text)


def _phone(fields: Fields, one: Property) -> None:
    value = one.text
    if one.param("VALUE").lower() == "uri" and value[:4].lower() == "tel:":
        number, *rest = value[4:].split(";")
        extension = [part[4:] for part in rest if part.lower().startswith("ext=")]
        value = " ext. ".join([number, *extension])
    _add(fields, fields.phones, one, value)


def _email(fields: Fields, one: Property) -> None:
    _add(fields, fields.emails, one, one.text.removeprefix("mailto:") if not fields.own else one.text)


def _web(fields: Fields, one: Property) -> None:
    _add(fields, fields.webs, one, one.text)


def _postal(fields: Fields, one: Property) -> None:
    parts = one.parts
    filled = [part for part in parts if part]
    value = filled[0] if len(filled) == 1 else _on_lines(parts)
    _add(fields, fields.addresses, one, value)
    if one.param("LABEL"):
        fields.postal_labels.append((_kind_of(fields, one), one.param("LABEL")))


def _postal_label(fields: Fields, one: Property) -> None:
    fields.postal_labels.append((_kind_of(fields, one), one.text))


def _on_lines(parts: tuple[str, ...]) -> str:
    """A postal address as one writes it: box, extended, street; town, region and code; country."""
    box, extended, street, town, region, code, country = (*map(str.strip, parts[:7]), *[""] * 7)[:7]
    place = ", ".join(filter(None, (town, " ".join(filter(None, (region, code))))))
    return "\n".join(filter(None, (box, extended, street, place, country, *parts[7:])))


def _add(fields: Fields, into: list[tuple[str, str]], one: Property, value: str) -> None:
    """A way to reach someone; what its label says beyond ours stands in the notes."""
    value = value if fields.own else value.strip()
    if not value or (not fields.own and any(value == known for _label, known in into)):
        return
    into.append((_kind_of(fields, one), value))
    custom = fields.custom.get(one.group, "")
    if custom and custom.lower() not in PLAIN_TYPES:
        fields.note(custom, value)
    for kind in one.types:
        if kind not in PLAIN_TYPES and not kind.startswith("x-"):
            fields.note(kind.capitalize(), value)


def _kind_of(fields: Fields, one: Property) -> str:
    types = {*one.types, fields.custom.get(one.group, "").lower()}
    return next((ours for theirs, ours in TYPES.items() if theirs in types), "other")


def _birthday(fields: Fields, one: Property) -> None:
    if fields.calendar != "gregorian":
        return
    value = one.text if fields.own else one.text.strip()
    if one.param("VALUE").lower() != "text":
        found = _BASIC_DATE.fullmatch(value)
        if found is not None:
            year = "-" if found[1] in ("--", one.param("X-APPLE-OMIT-YEAR")) else found[1]
            value = f"{year}-{found[2]}-{found[3]}"
    if fields.birthday and value != fields.birthday:
        fields.note("Birthday", value)
    else:
        fields.birthday = value


def _own_birthday(fields: Fields, one: Property) -> None:
    # beside it stands the same day as a Gregorian BDAY, for everyone else
    fields.birthday, fields.calendar = one.text, one.param("CALENDAR").lower()


def _language(fields: Fields, one: Property) -> None:
    if one.text not in fields.languages:
        fields.languages.append(one.text)


def _note(fields: Fields, one: Property) -> None:
    text = one.text if fields.own else one.text.replace("\r\n", "\n").replace("\r", "\n").strip()
    if text and text not in fields.notes:
        fields.notes.append(text)


def _stray(fields: Fields, one: Property) -> None:
    fields.note("", one.value)


def _uid(fields: Fields, one: Property) -> None:
    fields.uid = one.text.removeprefix("urn:uuid:")


def _kind(fields: Fields, one: Property) -> None:
    fields.kind = one.text.strip().lower()


def _shown_as(fields: Fields, one: Property) -> None:
    if one.text.strip().upper() == "COMPANY":
        fields.kind = "org"


def _listed(fields: Fields, one: Property) -> None:
    fields.note(_label_of(fields, one), ", ".join(map(str.strip, split(one.value, ","))))


_TAKERS: Mapping[str, Callable[[Fields, Property], None]] = {
    "": _stray,
    "FN": _name, "N": _structured_name, "ORG": _organisation, "TITLE": _role, "ROLE": _role,
    "TEL": _phone, "X-MS-TEL": _phone, "EMAIL": _email, "URL": _web, "ADR": _postal, "LABEL": _postal_label,
    "BDAY": _birthday, "X-AMDESK-BDAY": _own_birthday, "LANG": _language, "NOTE": _note, "UID": _uid,
    "KIND": _kind, "X-ADDRESSBOOKSERVER-KIND": _kind, "X-ABSHOWAS": _shown_as,
    "CATEGORIES": _listed, "NICKNAME": _listed, "X-NICKNAME": _listed,
}  # fmt: skip


def _settle(fields: Fields) -> None:
    """What there is only one field for: the first stays, the others go to the notes."""
    for label, values in (("Name", fields.names), ("Organization", fields.organisations),
                          ("Role", fields.roles), ("Language", fields.languages)):  # fmt: skip
        for value in values[1:]:
            fields.note(label, value)
    full = " ".join(fields.structured)
    if fields.names and not set(_words(full)) <= set(_words(fields.names[0])):
        fields.note("Full name", full)
    for kind, text in fields.postal_labels:
        _settle_label(fields, kind, text.strip())


def _settle_label(fields: Fields, kind: str, text: str) -> None:
    """A formatted address says something new only when its words are in no address of the card."""
    known = set(_words(" ".join(value for _kind, value in fields.addresses)))
    if not fields.addresses:
        fields.addresses.append((kind, text))
    elif not set(_words(text)) <= known:
        fields.note("Address", text)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _apple(text: str) -> str:
    """Apple writes its own labels as ``_$!<Spouse>!$_``."""
    found = _APPLE.fullmatch(text)
    return found[1] if found else text
