"""What a card says, whichever program wrote it."""

from __future__ import annotations

from dataclasses import dataclass, field

from amdesk.domain.messages import Message


@dataclass(frozen=True, slots=True)
class Card:
    """One card. Labels are those of ``domain.contact``; a problem tells why it cannot be taken over.

    ``birthday`` is ``1985-03-14`` or ``--03-14`` in ``birthday_calendar`` where the card gave it so, else
    as the card has it. ``left_out`` names properties that hold nothing a person reads. ``extra`` are our
    own ``X-AMDESK-…`` values by their small-letter names.
    """

    name: str
    organisation: str = ""
    role: str = ""
    phones: tuple[tuple[str, str], ...] = ()
    emails: tuple[tuple[str, str], ...] = ()
    addresses: tuple[tuple[str, str], ...] = ()
    webs: tuple[tuple[str, str], ...] = ()
    birthday: str = ""
    birthday_calendar: str = "gregorian"
    language: str = ""
    notes: str = ""
    uid: str = ""
    kind: str = "individual"
    extra: tuple[tuple[str, str], ...] = ()
    left_out: tuple[str, ...] = ()
    problem: Message | None = None
    line: int = field(default=0, compare=False)
