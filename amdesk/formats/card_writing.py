"""A card as content lines of version 4.0 (RFC 6350), with our own ``X-AMDESK-…`` for what vCard lacks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from uuid import UUID

from amdesk.domain.errors import AmdeskError
from amdesk.formats.card import Card
from amdesk.formats.card_words import OWN_PREFIX
from amdesk.formats.content_lines import escape, escape_breaks, fold

_TYPES = {"mobile": ";TYPE=cell", "office": ";TYPE=work", "home": ";TYPE=home", "fax": ";TYPE=fax"}
_ISO = re.compile(r"(?:\d{4}|-)-\d\d-\d\d")


def write(cards: Iterable[Card]) -> Iterator[bytes]:
    """The cards, one piece each; reading gives them back. Problems and what was left out are not written."""
    for card in cards:
        yield b"".join(map(fold, _lines_of(card)))


def _lines_of(card: Card) -> Iterator[str]:
    """The content lines of one card, not yet folded."""
    yield from ("BEGIN:VCARD", "VERSION:4.0", "PRODID:-//amdesk//amdesk//EN", f"KIND:{card.kind}")
    if card.uid:
        yield f"UID:{_urn(card.uid)}"
    yield f"FN:{escape(card.name)}"
    for name, value in (("ORG", card.organisation), ("TITLE", card.role)):
        if value:
            yield f"{name}:{escape(value)}"
    for label, value in card.phones:
        yield f"TEL{_TYPES.get(label, '')}:{escape(value)}"
    for label, value in card.emails:
        yield f"EMAIL{_TYPES.get(label, '')}:{escape(value)}"
    for label, value in card.addresses:
        yield f"ADR{_TYPES.get(label, '')}:;;{escape(value)};;;;"
    for label, value in card.webs:
        yield f"URL{_TYPES.get(label, '')}:{escape_breaks(value)}"
    yield from _birthday_lines(card)
    for name, value in (("LANG", card.language), ("NOTE", card.notes)):
        if value:
            yield f"{name}:{escape(value)}"
    for name, value in card.extra:
        yield f"{OWN_PREFIX}{name.upper()}:{escape(value)}"
    yield "END:VCARD"


def _urn(uid: str) -> str:
    try:
        UUID(uid)
    except ValueError:
        return escape(uid)
    return f"urn:uuid:{uid}"


def _birthday_lines(card: Card) -> Iterator[str]:
    """BDAY as RFC 6350 has it; a day of another calendar beside it as our own property, with its calendar."""
    if not card.birthday:
        return
    if card.birthday_calendar == "gregorian":
        dated = _ISO.fullmatch(card.birthday)
        yield f"BDAY:{_basic(card.birthday)}" if dated else f"BDAY;VALUE=text:{escape(card.birthday)}"
        return
    day = _gregorian(card.birthday, card.birthday_calendar)
    if day is not None:
        yield f"BDAY:{day:%Y%m%d}"
    yield f"{OWN_PREFIX}BDAY;CALENDAR={card.birthday_calendar}:{escape(card.birthday)}"


def _basic(iso: str) -> str:
    """``19850314`` or ``--0314``, the only forms that version 4.0 knows."""
    return "--" + iso[2:].replace("-", "") if iso.startswith("--") else iso.replace("-", "")


def _gregorian(birthday: str, calendar: str) -> date | None:
    """The Gregorian day, where the year is known and the day exists in its calendar."""
    from amdesk.domain.calendars import PartialDate

    if not _ISO.fullmatch(birthday) or birthday.startswith("--"):
        return None
    year, month, day = map(int, birthday.split("-"))
    try:
        return PartialDate(month, day, year, calendar).to_gregorian()
    except AmdeskError:
        return None
