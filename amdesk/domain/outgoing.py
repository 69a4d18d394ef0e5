"""A mail that waits in the outbox, and what is known of its way to the server."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, TypeAlias

from amdesk.domain.messages import N_, Message, Words

# What kind of mail it is: what it leads to, once it is sent, depends on that.
KIND_NAMES: Mapping[str, Words] = {
    "summary": N_("Summary"),
    "chase": N_("Reminder of a summary"),
    "request": N_("Request"),
    "new_day": N_("News of a new day"),
    "greeting": N_("Greeting"),
}
# Values kept in the file with what they are called. On "giving" the server was told that it may have the
# mail: from then until it answers nobody can know.
STATE_NAMES: Mapping[str, Words] = {
    "waiting": N_("Waits to be sent"),
    "giving": N_("Being sent"),
    "given": Message.named("mail", "Sent"),
    "refused": N_("Not accepted"),
    "unclear": N_("May have been sent"),
}
NEEDS_THE_PERSON = frozenset({"refused", "unclear"})
# Time to think better of it; what is taken back after that may have gone.
HELD_FOR = timedelta(seconds=10)
_AGAIN_AFTER = tuple(timedelta(minutes=n) for n in (1, 2, 5, 15, 30, 60))
LONGEST_WAIT = _AGAIN_AFTER[-1]

Outcome: TypeAlias = Literal["given", "later", "refused", "unclear"]


@dataclass(frozen=True, slots=True)
class About:
    """What a mail is, and of whom: at most one of the three records says what it is about."""

    kind: str
    client_id: int | None = None
    summary_id: int | None = None
    task_id: int | None = None
    contact_id: int | None = None


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One mail, to the letter. ``addressed_to`` are bare addresses, ``answers`` is the Message-ID of the mail
    it reminds of; at most one of ``summary_id``, ``task_id`` and ``contact_id`` says what it is about.

    ``state`` and what follows it are known of its way: how often the server was asked (``tries``), when it is
    asked next, when it last answered and in which ``words``.
    """

    id: int
    uuid: str
    kind: str
    message_id: str
    addressed_to: tuple[str, ...]
    subject: str
    plain: str
    html: str
    language: str
    name: str
    queued_at: datetime
    answers: str = ""
    client_id: int | None = None
    client: str = ""
    summary_id: int | None = None
    task_id: int | None = None
    contact_id: int | None = None
    state: str = "unclear"
    tries: int = 0
    next_at: datetime | None = None
    answered_at: datetime | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of asking a server to take a mail: "given" and "refused" are its last word; "later" what is
    tried again; "unclear" that the connection broke after all of it was handed over and before it answered.

    ``words`` are the server's own, empty where there were none. ``of_account``: it concerns not this mail but
    the account, and each mail after this one. ``is_ours``: no server was asked, the words are our own.
    """

    outcome: Outcome
    words: str = ""
    of_account: bool = False
    is_ours: bool = False


@dataclass(frozen=True, slots=True)
class Parcel:
    """A mail as a server is given it; ``copies_to`` get it without being named in it."""

    mail: bytes
    sender: str
    recipients: tuple[str, ...]
    copies_to: tuple[str, ...] = ()


def again_after(tries: int) -> timedelta:
    """How long to wait before the server is asked once more, after so many times."""
    return _AGAIN_AFTER[min(max(tries, 1), len(_AGAIN_AFTER)) - 1]
