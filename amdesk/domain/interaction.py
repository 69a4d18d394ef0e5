"""An interaction: one call, meeting, mail, chat or visit with a client, at a moment."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from amdesk.domain.messages import N_

# Values kept in the file with what they are called (message ids), in the order in which they are offered.
CHANNEL_NAMES = {
    "mobile": N_("Mobile call"),
    "office_phone": N_("Office phone call"),
    "video": N_("Video call"),
    "meeting": N_("Meeting"),
    "chat": N_("Chat"),
    "mail": N_("E-mail"),
    "post": N_("Post or fax"),
    "visit": N_("Visit"),
    "other": N_("Other contact"),
}
DIRECTION_NAMES = {"out": N_("We called"), "in": N_("They called")}
OUTCOME_NAMES = {"reached": N_("Reached"), "not_reached": N_("Not reached")}
CHANNELS, DIRECTIONS, OUTCOMES = tuple(CHANNEL_NAMES), tuple(DIRECTION_NAMES), tuple(OUTCOME_NAMES)
_REFERENCE = re.compile(r"[A-Z0-9]+-[0-9]{4,5}-[0-9]{3,12}")


@dataclass(frozen=True, slots=True)
class Interaction:
    """One line of the call log.

    ``started_at`` is an aware UTC moment, ``zone`` the IANA name of the zone it was entered in and
    ``minutes`` the duration. ``private_note`` is ours alone: no mail, preview, print or share may read it.
    """

    id: int
    uuid: str
    client_id: int
    reference: str
    channel: str
    direction: str
    outcome: str
    started_at: datetime
    zone: str
    minutes: int = 0
    occasion: str = ""
    participants: str = ""
    private_note: str = ""
    contact_ids: tuple[int, ...] = ()


def reference(code: str, year: int, number: int) -> str:
    """``CODE-YYYY-NNN``: what both sides name a call by; never used twice."""
    return f"{code}-{year:04}-{number:03}"


def is_reference(text: str) -> bool:
    """Whether a text has the form of a reference."""
    return _REFERENCE.fullmatch(text) is not None


@dataclass(frozen=True, slots=True)
class CallLine:
    """An interaction as a line of the call log.

    ``state`` is that of its newest summary, or ``missing`` while there is none.
    """

    id: int
    client_id: int
    client: str
    reference: str
    started_at: datetime
    channel: str
    direction: str
    outcome: str
    minutes: int
    occasion: str
    state: str
