"""An entry of a calendar, whichever program wrote it: an event or something to do."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from amdesk.domain.messages import Message

# No line of a calendar can hold these, or not everywhere in it; line breaks of every kind become one kind.
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufeff]")
_WRAPPED = "json:"


@dataclass(frozen=True, slots=True)
class Entry:
    """One VEVENT or VTODO.

    ``starts`` and ``due`` are a day, an aware moment, or a naive one: a time on the wall wherever one is.
    ``rule`` is that by which it comes round, as ``recurrence`` keeps it. ``alarms`` are before (negative) or
    after its start, or moments. ``own`` are our ``X-AMDESK-…`` values by their small-letter names. ``doubts``
    are worth knowing, a ``problem`` tells why it cannot be taken over.
    """

    kind: str
    uid: str
    title: str = ""
    starts: date | datetime | None = None
    due: date | datetime | None = None
    lasts: timedelta | None = None
    rule: str = ""
    text: str = ""
    place: str = ""
    status: str = ""
    categories: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    alarms: tuple[timedelta | datetime, ...] = ()
    priority: int = 0
    done_at: datetime | None = None
    created_at: datetime | None = None
    changed_at: datetime | None = None
    related_to: str = ""
    instance: str = ""
    own: Mapping[str, str] = field(default_factory=dict)
    doubts: tuple[Message, ...] = ()
    problem: Message | None = None
    line: int = field(default=0, compare=False)


def fit(text: str) -> str:
    """The text as a calendar can hold it."""
    return _UNFIT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def wrapped(text: str) -> str:
    """A text of our own so that it comes back to the letter."""
    if fit(text).strip() == text and not text.startswith(_WRAPPED):
        return text
    return _WRAPPED + json.dumps(text)


def unwrapped(text: str) -> str:
    """What ``wrapped`` was given; as it is where somebody else has written it."""
    if not text.startswith(_WRAPPED):
        return text
    try:
        found = json.loads(text.removeprefix(_WRAPPED))
    except (ValueError, RecursionError):
        return text
    return found if isinstance(found, str) else text
