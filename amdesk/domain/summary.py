"""The summary of an interaction: its states, and the rules by which it moves from one to the next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_, Message, Words
from amdesk.domain.points import Point
from amdesk.domain.text import fold
from amdesk.domain.workdays import WorkWeek, workdays_later

# Values kept in the file with what they are called (message ids), in the order in which they are offered. A
# call whose summary has not been begun is "missing" one; no summary is.
STATE_NAMES: Mapping[str, Words] = {
    "missing": N_("To summarise"),
    "draft": N_("Draft"),
    "handed_over": N_("Handed over"),
    "sent": N_("Awaiting confirmation"),
    "confirmed": Message.named("summary", "Confirmed"),
    "corrected": N_("Corrected"),
    "no_answer": Message.named("summary", "No answer"),
    "silent": Message.named("summary", "Accepted by silence"),
    "not_needed": N_("No summary needed"),
}
STATES = tuple(state for state in STATE_NAMES if state != "missing")
CONFIRMED_HOW_NAMES = {"reply": N_("By a reply"), "phone": N_("By phone"), "typed": N_("In another way")}
CONFIRMED_HOW = tuple(CONFIRMED_HOW_NAMES)
CHASE_AFTER = (2, 4)
OVERDUE_AFTER = timedelta(hours=24)

_AWAITING = frozenset({"sent", "no_answer"})
# verb → the states it may start from, and the state it ends in
_MOVES: dict[str, tuple[frozenset[str], str]] = {
    "hand_over": (frozenset({"draft", "handed_over"}), "handed_over"),
    "send": (frozenset({"draft", "handed_over"}), "sent"),
    "take_back": (frozenset({"handed_over"}), "draft"),
    "confirm": (_AWAITING | {"silent"}, "confirmed"),
    "correct": (_AWAITING | {"silent", "confirmed"}, "corrected"),
    "chase": (frozenset({"sent"}), "sent"),
    "give_up": (frozenset({"sent"}), "no_answer"),
    "accept_silently": (_AWAITING, "silent"),
    "not_needed": (frozenset({"draft"}), "not_needed"),
    "needed": (frozenset({"not_needed"}), "draft"),
}


@dataclass(frozen=True, slots=True)
class Summary:
    """One version of what we wrote of an interaction.

    ``closing`` is nothing while the standard words stand, the person's own words when edited, and empty when
    they deleted it on purpose. ``sent_plain`` and ``sent_html`` are what went out, to the letter.
    """

    id: int
    uuid: str
    interaction_id: int
    version: int
    state: str = "draft"
    closing: str | None = None
    handed_over_at: datetime | None = None
    handed_over_by: str | None = None
    sent_at: datetime | None = None
    sent_to: tuple[str, ...] = ()
    subject: str = ""
    sent_plain: str = ""
    sent_html: str = ""
    message_id: str | None = None
    chases: int = 0
    chased_at: datetime | None = None
    confirmed_by: str | None = None
    confirmed_at: datetime | None = None
    confirmed_how: str | None = None
    reason: str = ""
    created_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Guard:
    """Something to look at before sending; one that ``blocks`` must be mended, the others may be passed."""

    kind: str
    message: Message
    blocks: bool = False


def next_state(state: str, verb: str) -> str:
    """The state after ``verb``; refused with a sentence where the order of things forbids it."""
    allowed, after = _MOVES[verb]
    if state not in allowed:
        refusal = _REFUSALS_IN.get((state, verb)) or _REFUSALS.get(verb)
        raise AmdeskError(
            refusal
            or N_("This summary cannot go that way from where it is. Look at what can be done with it now.")
        )
    return after


_REFUSALS = {
    "hand_over": N_(
        "This summary has been sent already. To change it, correct it: that makes a new version."
    ),
    "send": N_("This summary has been sent already. To change it, correct it: that makes a new version."),
    "confirm": N_("Only a summary that was sent can be confirmed. Say “Sent” first."),
    "correct": N_("Only a summary that was sent can be corrected. This one can still be edited."),
    "chase": N_(
        "Only a summary that was sent and is still unanswered can be chased. Look at what has become of it."
    ),
    "give_up": N_("Only a summary that was sent can be left without an answer. Say “Sent” first."),
    "accept_silently": N_("Only a summary that was sent can be accepted by silence. Say “Sent” first."),
    "not_needed": N_(
        "A summary that left the desk cannot be marked as not needed. Bring it back to draft, or correct it."
    ),
}
_TAKEN_OVER = N_("This version was corrected. Open the newest one: it stands for it now.")
_NOT_SENT = N_("Only a summary that was sent can be chased. Say “Sent” first.")
_REFUSALS_IN = {
    ("draft", "chase"): _NOT_SENT,
    ("handed_over", "chase"): _NOT_SENT,
    ("confirmed", "confirm"): N_(
        "This summary is confirmed already. If something has changed since, correct it."
    ),
    ("corrected", "confirm"): _TAKEN_OVER,
    ("corrected", "correct"): _TAKEN_OVER,
    ("not_needed", "send"): N_("This summary was marked as not needed. Say that it is needed first."),
    ("not_needed", "hand_over"): N_("This summary was marked as not needed. Say that it is needed first."),
}


def is_editable(summary: Summary) -> bool:
    """Sent text is kept verbatim and read-only; a draft that was only handed over may still change."""
    return summary.state in {"draft", "handed_over"}


def check_confirmation(who: str, how: str) -> None:
    """Confirmed needs a who and a how: a confirmation nobody gave proves nothing."""
    if not who.strip():
        raise AmdeskError(N_("Say who confirmed it: a confirmation needs a name."))
    if how not in CONFIRMED_HOW:
        raise AmdeskError(N_("Say how it was confirmed: by a reply, by phone, or typed in."))


def check_not_needed(reason: str, points: Iterable[Point]) -> None:
    """“Not needed” needs a reason, and a change always forces a mail (row S7)."""
    if not reason.strip():
        raise AmdeskError(N_("Say why no summary is needed: one line is enough."))
    if any(point.kind == "change" for point in points):
        raise AmdeskError(N_("A change was agreed, and a change always goes out by mail. Send the summary."))


def guards(
    *, points: Sequence[Point], recipients: Sequence[str], nameless: Sequence[str], gone: Sequence[str],
    private_note: str, body: str,
) -> tuple[Guard, ...]:  # fmt: skip
    """What to look at before ``body`` goes out; a private line of at least four letters in it blocks."""
    found = list(recipient_guards(recipients=recipients, nameless=nameless, gone=gone))
    if not any(p.kind in {"decision", "action", "change"} for p in points):
        found.append(Guard("nothing_agreed", Message.of(N_("There is no decision and no action in it."))))
    if _leaks(private_note, body):
        found.append(
            Guard("private", Message.of(N_("Text of the private note stands in the mail.")), blocks=True)
        )
    return tuple(found)


def recipient_guards(
    *, recipients: Sequence[str], nameless: Sequence[str], gone: Sequence[str]
) -> tuple[Guard, ...]:
    """Whether it reaches those it is meant for.

    ``recipients`` are the addresses found, ``nameless`` the names of contacts that have none, ``gone`` the
    names of contacts who left the client.
    """
    found = [Guard("no_address", Message.of(N_("{name} has no e-mail address."), name=n)) for n in nameless]
    if not recipients and not nameless:
        found.append(Guard("no_address", Message.of(N_("Nobody is named to send this to."))))
    found += [Guard("gone", Message.of(N_("{name} is no longer there."), name=n)) for n in gone]
    return tuple(found)


def _leaks(private_note: str, body: str) -> bool:
    told = fold(body)
    lines = (fold(line) for line in private_note.splitlines())
    return any(len(line) > 3 and line in told for line in lines)


def chase_due_on(sent_on: date, chases: int, week: WorkWeek, *, chased_on: date | None = None) -> date | None:
    """The day on which a sent, unanswered summary wants its next chase; nothing after the second one.

    Counted in working days of the client's week from the day it was sent: after 2 and after 4. Where the
    last chase came late, the next one leaves the client as many days as there are between the two.
    """
    if chases >= len(CHASE_AFTER):
        return None
    due = workdays_later(sent_on, CHASE_AFTER[chases], week)
    if chased_on is None or not chases:
        return due
    return max(due, workdays_later(chased_on, CHASE_AFTER[chases] - CHASE_AFTER[chases - 1], week))


def is_overdue_to_write(ended_at: datetime, now: datetime) -> bool:
    """A call without a summary is red after 24 hours."""
    return now - ended_at >= OVERDUE_AFTER
