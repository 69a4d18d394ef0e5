"""What is known of a summary, in sentences, and what can be done about it now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from amdesk.domain.messages import N_, Message, Words
from amdesk.domain.outgoing import Outgoing
from amdesk.domain.summary import CHASE_AFTER, Summary
from amdesk.gui import show
from amdesk.i18n.catalog import _
from amdesk.services import queued, summaries
from amdesk.services.desk import Desk

HANDED = {
    "eml": N_("as a draft in the mail program"),
    "mailto": N_("as a mail link"),
    "clipboard": N_("through the clipboard"),
    "smtp": N_("to be sent from here"),
}


@dataclass(frozen=True, slots=True)
class Act:
    """Something that can be done: its verb, its words, a picture; the main one stands out."""

    verb: str
    label: Words
    icon: str = ""
    main: bool = False


SEND = Act("send", N_("Send for confirmation"), "send", main=True)
_COPY = Act("copy", N_("Copy the mail"), "copy")
_TAKE_BACK = Act("take_back", N_("Back to draft"), "undo")
OUTBOX = Act("outbox", N_("Outbox"), "send", main=True)
_ACTS = {
    "missing": (),
    "draft": (SEND,),
    "handed_over": (
        Act("sent", Message.named("button", "Sent"), "done", main=True),
        Act("send", N_("Hand over again"), "send"),
    ),
    "sent": (
        Act("confirm", N_("Confirm…"), "confirmed", main=True),
        Act("correct", N_("Correct"), "edit"),
        Act("chase", N_("Chase…"), "history"),
    ),
    "no_answer": (
        Act("confirm", N_("Confirm…"), "confirmed", main=True),
        Act("correct", N_("Correct"), "edit"),
    ),
    "silent": (Act("confirm", N_("Confirm…"), "confirmed"), Act("correct", N_("Correct"), "edit")),
    "confirmed": (Act("correct", N_("Correct"), "edit"),),
    "corrected": (),
    "not_needed": (Act("needed", N_("Needed after all"), "undo"),),
}


def acts(summary: Summary | None, posted: Outgoing | None = None) -> tuple[Act, ...]:
    """What stands as buttons; ``posted`` is its mail in the outbox, where it is handed over to that."""
    if posted is not None and posted.state in {"waiting", "giving", "refused"}:
        return (OUTBOX, _TAKE_BACK)
    return _ACTS[summary.state if summary else "missing"]


def posted(desk: Desk, summary: Summary | None) -> Outgoing | None:
    """The mail of a summary that is handed over, where it is in the outbox."""
    is_there = summary is not None and summary.state == "handed_over" and summary.handed_over_by == "smtp"
    return queued.waits(desk, summary.message_id) if summary is not None and is_there else None


def further(summary: Summary | None, *, silence: bool) -> tuple[Act, ...]:
    """What stands in the menu behind the buttons."""
    state = summary.state if summary else "missing"
    if state in {"missing", "draft"}:
        return (Act("not_needed", N_("Not needed…")),)
    if state == "handed_over":
        return (_TAKE_BACK, _COPY)
    found = [_COPY]
    if state == "sent":
        found.insert(0, Act("give_up", Message.named("button", "No answer")))
    if silence and state in {"sent", "no_answer"}:
        found.insert(0, Act("accept_silently", Message.named("button", "Accepted by silence")))
    return tuple(found)


def known(desk: Desk, summary: Summary) -> str:
    """What is known of a version, in one or two sentences."""
    return " ".join(show.said(message) for message in _known(desk, summary))


def _known(desk: Desk, summary: Summary) -> Iterator[Message]:
    if (one := posted(desk, summary)) is not None:
        yield _way_of(desk, one)
    elif summary.state == "handed_over":
        by = Message.of(HANDED[summary.handed_over_by or "eml"])
        at = show.moment(desk, summary.handed_over_at)
        yield Message.of(N_("Handed over {by}, {moment}. Not known to be sent."), by=by, moment=at)
    elif summary.state == "not_needed":
        yield Message.of(N_("No summary needed: {reason}"), reason=summary.reason)
    elif summary.sent_at is not None:
        yield from _since_sent(desk, summary)


def _way_of(desk: Desk, one: Outgoing) -> Message:
    """Where its mail is."""
    if one.state == "refused":
        return Message.of(N_("The mail was not accepted. The server says: {words}"), words=one.words)
    if one.state == "unclear":
        return Message.of(N_("The mail may have gone out: nobody knows what the server made of it."))
    if one.state == "given":
        return Message.of(N_("The mail went out {moment}."), moment=show.moment(desk, one.answered_at))
    return Message.of(N_("In the outbox since {moment}."), moment=show.moment(desk, one.queued_at))


def _since_sent(desk: Desk, summary: Summary) -> Iterator[Message]:
    sent, to = show.moment(desk, summary.sent_at), summary.sent_to
    if to:
        yield Message.of(N_("Sent {moment} to {people}."), moment=sent, people=to)
    else:
        yield Message.of(N_("Sent {moment}."), moment=sent)
    if summary.state == "confirmed":
        at = show.moment(desk, summary.confirmed_at)
        how = Message.of(_HOW_SAID[summary.confirmed_how or "typed"])
        yield Message.of(
            N_("Confirmed by {name} {how}, {moment}."), name=summary.confirmed_by or "", how=how, moment=at
        )
    elif summary.state == "silent":
        yield Message.of(N_("Nobody answered; by what the mail says, that counts as accepted."))
    elif summary.state == "corrected":
        yield Message.of(N_("A later version takes its place."))
    elif summary.state == "sent":
        yield from _chasing(desk, summary)


def _chasing(desk: Desk, summary: Summary) -> Iterator[Message]:
    if summary.chases:
        at = show.moment(desk, summary.chased_at)
        most = len(CHASE_AFTER)
        yield Message.of(
            N_("Reminded {n} of {most} times, last {moment}."), n=summary.chases, most=most, moment=at
        )
    due = summaries.chase_due_on(desk, summary.id)
    if due is not None and due > desk.today():
        yield Message.of(N_("Without an answer it comes back to Today on {day}."), day=due)


_HOW_SAID = {"reply": N_("by a reply"), "phone": N_("by phone"), "typed": N_("in another way")}


def version_words(summary: Summary) -> str:
    """The name of a version."""
    return _("Version {n}").format(n=show.count(summary.version))
