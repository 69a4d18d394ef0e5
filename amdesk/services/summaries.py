"""Summaries: writing, handing over, sending, chasing, confirming and correcting them."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime

from amdesk.domain.difference import Difference, compare
from amdesk.domain.errors import AmdeskError, gone
from amdesk.domain.hand_over import HANDED_OVER_BY
from amdesk.domain.messages import N_
from amdesk.domain.points import Point
from amdesk.domain.summary import (
    Summary,
    check_confirmation,
    check_not_needed,
    is_editable,
    next_state,
)
from amdesk.domain.summary import chase_due_on as rule_of_chases
from amdesk.i18n import catalog
from amdesk.i18n.languages import country_for
from amdesk.services import drafts, handing, promises, queued
from amdesk.services.desk import Desk
from amdesk.services.handing import NO_OWN, Own
from amdesk.services.week import work_week
from amdesk.store import interactions
from amdesk.store import summaries as store


def start(desk: Desk, interaction_id: int) -> int:
    """The summary to write for a call: its newest version, or a new draft where there is none."""
    found = store.newest(desk.store, interaction_id)
    if found is not None:
        return found.id
    if interactions.get(desk.store, interaction_id) is None:
        raise gone("interaction")
    with desk.step(N_("Begin summary")):
        return desk.store.insert("summary", {"interaction_id": interaction_id, "created_at": desk.now()})


def newest(desk: Desk, interaction_id: int) -> Summary | None:
    """The newest version of a call's summary, or nothing while there is none."""
    return store.newest(desk.store, interaction_id)


def get(desk: Desk, summary_id: int) -> Summary:
    """One version; an AmdeskError where there is none any more."""
    found = store.get(desk.store, summary_id)
    if found is None:
        raise gone("summary")
    return found


def points(desk: Desk, summary_id: int) -> tuple[Point, ...]:
    """The points of a version, in order."""
    return tuple(store.points(desk.store, summary_id))


def versions(desk: Desk, interaction_id: int) -> tuple[Summary, ...]:
    """All versions of a call's summary, the oldest first."""
    return tuple(store.versions(desk.store, interaction_id))


def write(desk: Desk, summary_id: int, points: Sequence[Point], *, typing: str = "") -> None:
    """Make the points be these, in this order; those without an id are new.

    Typing on is one step; ``typing`` names what is typed in (a point), so that each is a step of its own.
    """
    merge = f"summary {summary_id} {typing}"
    with (
        _editing(desk, summary_id, N_("Write summary"), merge=merge),
        promises.following(desk, summary_id),
    ):
        store.write_points(desk.store, summary_id, points)


def set_closing(desk: Desk, summary_id: int, text: str | None) -> None:
    """The closing words: the person's own, the standard ones (nothing), or none at all (empty)."""
    with _editing(desk, summary_id, N_("Change closing"), merge=f"closing {summary_id}"):
        desk.store.update("summary", summary_id, {"closing": text})


def prepare_offers() -> Generator[None, None, None]:
    """Make ready bit by bit what ``offers`` reads with: the first letter typed would have to wait for it."""
    from amdesk.i18n.parse import prepare

    yield
    yield from prepare()


def offers(desk: Desk, summary_id: int, text: str) -> tuple[date, int, int] | None:
    """A date found in a typed line, offered as due date: the date and where in the line it stands."""
    from amdesk.i18n.parse import find_date

    client = drafts.client_of(desk, summary_id)
    mine, ours = catalog.current(), catalog.calendar_in_use()
    calendars = {"en": ours, client.language: client.calendar, mine: ours}
    for code in dict.fromkeys((mine, client.language, "en")):
        found = find_date(text, language=code, calendar=calendars[code], today=desk.today())
        if found:
            return found
    return None


def hand_over(desk: Desk, summary_id: int, *, by: str) -> None:
    """The draft went to a mail program or the clipboard. That is not sending."""
    if by not in HANDED_OVER_BY:
        raise TypeError(f"not a way to hand over: {by}")
    summary = get(desk, summary_id)
    message_id = summary.message_id or drafts.compose(desk, summary_id).message_id
    values = {
        "state": next_state(summary.state, "hand_over"),
        "handed_over_at": desk.now(),
        "handed_over_by": by,
        "message_id": message_id,
    }
    with desk.step(N_("Hand over summary"), merge=queued.merge_of(message_id)):
        if by != "smtp":
            queued.let_go(desk, message_id)
        desk.store.update("summary", summary_id, values)


def hand_over_by(desk: Desk, summary_id: int, *, way: str = "", own: Own = NO_OWN) -> str:
    """Hand the mail over by one way, or the first of the person's that works, and remember which it was.

    ``own`` are the ways that only the caller knows. Refused while something in it must not go out. It gives
    the way: what goes out from here is sent by itself, of all else one has to ask whether it was.
    """
    drafts.refuse_leaks(desk, summary_id)
    found = handing.hand(desk, drafts.compose(desk, summary_id), way=way, own=own)
    hand_over(desk, summary_id, by=found)
    return found


def take_back(desk: Desk, summary_id: int) -> None:
    """It was handed over and not sent after all: a draft again, and out of the outbox."""
    with desk.step(N_("Back to draft")):
        queued.let_go(desk, get(desk, summary_id).message_id)
        _move(desk, summary_id, "take_back", N_("Back to draft"), handed_over_at=None, handed_over_by=None)


def mark_sent(
    desk: Desk, summary_id: int, *, at: datetime | None = None, draft: drafts.Draft | None = None
) -> None:
    """The person says it was sent, or a sent mail proves it: its text is kept to the letter from now on.

    ``draft`` is what a server took, where it went out from here; else it is the mail as it is now, and one
    that waits in the outbox does not go out as well.
    """
    with desk.step(N_("Summary sent")):
        if draft is None:
            draft = _as_handed_over(desk, summary_id)
        _move(
            desk, summary_id, "send", N_("Summary sent"),
            sent_at=at or desk.now(), sent_to=draft.to, subject=draft.subject,
            sent_plain=draft.plain, sent_html=draft.html, message_id=draft.message_id,
        )  # fmt: skip


def _as_handed_over(desk: Desk, summary_id: int) -> drafts.Draft:
    """The mail as the person has sent it."""
    drafts.refuse_leaks(desk, summary_id)
    draft = drafts.compose(desk, summary_id)
    queued.let_go(desk, draft.message_id)
    return draft


def confirm(desk: Desk, summary_id: int, *, who: str, how: str, at: datetime | None = None) -> None:
    """The client confirmed: who, when, and how (a reply, by phone, or typed in)."""
    check_confirmation(who, how)
    _move(
        desk, summary_id, "confirm", N_("Summary confirmed"),
        confirmed_by=who.strip(), confirmed_how=how, confirmed_at=at or desk.now(),
    )  # fmt: skip


def correct(desk: Desk, summary_id: int) -> int:
    """The client corrected it: a new version to edit and send; the old one stays as it was sent. Its id."""
    summary = get(desk, summary_id)
    state = next_state(summary.state, "correct")
    record = {
        "interaction_id": summary.interaction_id,
        "version": summary.version + 1,
        "closing": summary.closing,
    }
    with desk.step(N_("Correct summary")):
        desk.store.update("summary", summary_id, {"state": state})
        new_id = desk.store.insert("summary", {**record, "created_at": desk.now()})
        before = store.points(desk.store, summary_id)
        store.write_points(desk.store, new_id, [replace(point, id=None) for point in before])
        promises.hand_on(desk, before, store.points(desk.store, new_id))
        return new_id


def chase(desk: Desk, summary_id: int, *, at: datetime | None = None) -> None:
    """The client was reminded of a summary they have not answered."""
    summary = get(desk, summary_id)
    next_state(summary.state, "chase")
    with desk.step(N_("Chase confirmation")):
        values = {"chases": summary.chases + 1, "chased_at": at or desk.now()}
        desk.store.update("summary", summary_id, values)


def hand_over_chase_by(desk: Desk, summary_id: int, *, way: str = "", own: Own = NO_OWN) -> str:
    """Hand the reminder over as a summary is; the way. That is not sending: ``chase`` says that they were
    reminded, once it was sent.
    """
    return handing.hand(desk, drafts.compose_chase(desk, summary_id), way=way, own=own)


def chase_due_on(desk: Desk, summary_id: int) -> date | None:
    """The day on which an unanswered summary wants its next chase, by the working days of the client."""
    summary, client = get(desk, summary_id), drafts.client_of(desk, summary_id)
    if summary.state != "sent" or summary.sent_at is None:
        return None
    sent_on = summary.sent_at.astimezone(desk.zone).date()
    chased_on = summary.chased_at.astimezone(desk.zone).date() if summary.chased_at else None
    week = work_week(country_for(client.country, client.language))
    return rule_of_chases(sent_on, summary.chases, week, chased_on=chased_on)


def is_chase_due(desk: Desk, summary_id: int) -> bool:
    """Whether the day of the next chase has come."""
    due_on = chase_due_on(desk, summary_id)
    return due_on is not None and due_on <= desk.today()


def give_up(desk: Desk, summary_id: int) -> None:
    """No answer came: listed quietly from now on; a late answer still confirms or corrects it."""
    _move(desk, summary_id, "give_up", N_("No answer"))


def accept_silently(desk: Desk, summary_id: int) -> None:
    """Accepted by silence: only where the setting is on, which also makes the mail say so."""
    if not desk.settings["silence_accepts"]:
        raise AmdeskError(
            N_("Acceptance by silence is off. It can be switched on in Settings; the mails then say so.")
        )
    _move(desk, summary_id, "accept_silently", N_("Accepted by silence"))


def not_needed(desk: Desk, summary_id: int, *, reason: str) -> None:
    """No summary is needed, for a reason; refused where a change was agreed."""
    next_state(get(desk, summary_id).state, "not_needed")
    check_not_needed(reason, store.points(desk.store, summary_id))
    with desk.step(N_("Summary not needed")):
        _move(desk, summary_id, "not_needed", N_("Summary not needed"), reason=reason.strip())
        promises.let_go(desk, summary_id)


def not_needed_for(desk: Desk, interaction_id: int, *, reason: str) -> int:
    """The same for a call, also where no summary was begun; the id of what says so."""
    with desk.step(N_("Summary not needed")):
        summary_id = start(desk, interaction_id)
        not_needed(desk, summary_id, reason=reason)
        return summary_id


def needed(desk: Desk, summary_id: int) -> None:
    """A summary is needed after all."""
    with desk.step(N_("Summary needed")):
        _move(desk, summary_id, "needed", N_("Summary needed"), reason="")
        promises.bear(desk, summary_id)


def answer(desk: Desk, point_id: int, *, text: str, on: date | None = None) -> None:
    """An open question was answered."""
    with desk.step(N_("Answer question")):
        desk.store.update("point", point_id, {"answer": text.strip(), "answered_on": on or desk.today()})


def difference(desk: Desk, summary_id: int) -> tuple[Difference, ...]:
    """What this version says against the one before it; nothing for the first."""
    summary = get(desk, summary_id)
    versions = store.versions(desk.store, summary.interaction_id)
    earlier = next((one for one in versions if one.version == summary.version - 1), None)
    if earlier is None:
        return ()
    return compare(store.points(desk.store, earlier.id), store.points(desk.store, summary_id))


def _move(desk: Desk, summary_id: int, verb: str, label: str, **values: object) -> None:
    state = next_state(get(desk, summary_id).state, verb)
    with desk.step(label):
        desk.store.update("summary", summary_id, {"state": state, **values})


@contextmanager
def _editing(desk: Desk, summary_id: int, label: str, *, merge: str) -> Iterator[None]:
    """A step that edits a draft. One handed over is a draft again: what lies elsewhere no longer holds."""
    summary = get(desk, summary_id)
    if not is_editable(summary):
        raise AmdeskError(N_("Sent text is kept as it was sent. Correct it: that makes a new version."))
    with desk.step(label, merge=merge):
        yield
        if summary.state == "handed_over":
            take_back(desk, summary_id)
