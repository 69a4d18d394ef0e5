"""Cards as somebody to be merged."""

from __future__ import annotations

from collections.abc import Iterator

from amdesk.domain import columns
from amdesk.domain.incoming import Given, Incoming
from amdesk.domain.messages import N_, Message
from amdesk.domain.text import is_blank
from amdesk.formats.vcard import Card
from amdesk.services.import_values import birthday, is_mail, uuid_of, value_of

_STANDARD = frozenset({"role", "contact_language", "birthday"})  # vCard has properties for these
# What amdesk's own cards say beyond the standard: our word in the card → field of the list.
OF_CLIENT, OF_CONTACT = (
    {columns.own_title(field).lower().replace(" ", "-"): field for field in of if field not in _STANDARD}
    for of in (columns.OF_CLIENT, columns.OF_CONTACT)
)
CLIENT_UUID, CLIENT_NOTES = "client-uuid", "client-notes"


def incoming(cards: Iterator[Card]) -> Iterator[Incoming]:
    """Every card."""
    return map(_read, cards)


def _read(card: Card) -> Incoming:
    extra = dict(card.extra)
    own = CLIENT_UUID in extra
    is_company = card.kind == "org"
    contact, lines, message = _contact(card, extra)
    given = _addresses(card)
    wrong = [] if own else [one for one in given if one.medium == "email" and not is_mail(one.value)]
    lines += [f"E-mail: {one.value}" for one in wrong]
    if wrong:
        text = N_("“{text}” is not an e-mail address and stands in the notes.")
        message = message or Message.of(text, text=wrong[0].value)
    if is_company:
        lines += [f"{name.capitalize()}: {value}" for name, value in contact.items() if name == "role"]
        contact = {}
    client = {field: value_of(field, extra[word]) for word, field in OF_CLIENT.items() if word in extra}
    uuid = uuid_of(card.uid)
    return Incoming(
        line=card.line,
        company=_company(card, is_company=is_company),
        person="" if is_company else card.name if own else _name(card),
        client={field: value for field, value in client.items() if value is not None},
        contact=contact,
        addresses=tuple(one for one in given if one not in wrong),
        client_notes=extra.get(CLIENT_NOTES, ""),
        notes="\n".join(filter(None, [card.notes, *lines])),
        client_uuid=uuid_of(extra.get(CLIENT_UUID, "")),
        contact_uuid="" if is_company else uuid,
        left_out=card.left_out,
        message=message,
        problem=card.problem,
        exact=own,
    )


def _contact(card: Card, extra: dict[str, str]) -> tuple[dict[str, object], list[str], Message | None]:
    """The contact's single fields, lines of notes for what could not be read, and a word about that."""
    values = {field: value_of(field, extra[word]) for word, field in OF_CONTACT.items() if word in extra}
    found: dict[str, object] = {field: value for field, value in values.items() if value is not None}
    lines: list[str] = []
    message = None
    if card.role:
        found["role"] = card.role
    if card.language:
        spoken = value_of("contact_language", card.language)
        if spoken is None:
            lines.append(f"Language: {card.language}")
        else:
            found["language"] = spoken
    if card.birthday:
        day = birthday(
            card.birthday, calendar=None if card.birthday_calendar == "gregorian" else card.birthday_calendar
        )
        if day is None:
            lines.append(f"Birthday: {card.birthday}")
            text = N_("The birthday “{text}” could not be read and stands in the notes.")
            message = Message.of(text, text=card.birthday)
        else:
            found["birthday"] = day
    return found, lines, message


def _company(card: Card, *, is_company: bool) -> str:
    named = card.organisation or (card.name if is_company else "")
    return "" if is_blank(named) else named


def _name(card: Card) -> str:
    """The person's name; an address that stands in for one is no name."""
    reached = {value for _label, value in (*card.emails, *card.phones)}
    return "" if card.name in reached or is_blank(card.name) else card.name


def _addresses(card: Card) -> tuple[Given, ...]:
    media = (("phone", card.phones), ("email", card.emails), ("post", card.addresses), ("web", card.webs))
    return tuple(Given(medium, label, value) for medium, given in media for label, value in given)
