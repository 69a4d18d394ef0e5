"""The outbox: what is in it, what a person does with it, and what comes of asking the server.

A mail is sent once: that the server may take it is noted in the file before it is told so, and a mail of
which that is noted, and no answer, is not sent again unless the person says so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from functools import partial

from amdesk.domain.errors import AmdeskError, gone
from amdesk.domain.messages import N_
from amdesk.domain.outgoing import NEEDS_THE_PERSON, Answer, Outgoing, Parcel, again_after
from amdesk.formats.outside_html import harmless
from amdesk.services import attachments, handing, mail_account, queued, summaries, tasks
from amdesk.services.desk import Desk
from amdesk.services.drafts import Draft, Enclosed
from amdesk.store import outgoing as store
from amdesk.store import summaries as versions
from amdesk.store import tasks as task_store

_SHOWN_FOR = timedelta(days=30)


def lines(desk: Desk) -> list[Outgoing]:
    """What needs the person, what waits, and what went out of late, without the mails' own texts."""
    return store.find(desk.store, since=desk.now() - _SHOWN_FOR)


def get(desk: Desk, outgoing_id: int) -> Outgoing:
    """One mail; an AmdeskError where it is no longer there."""
    found = store.get(desk.store, outgoing_id)
    if found is None:
        raise gone("outgoing")
    return found


def draft(desk: Desk, outgoing_id: int) -> Draft:
    """The mail as it goes, or went, out: to be looked at. What came with an import is harmless first."""
    one = get(desk, outgoing_id)
    return _draft(one, html=harmless(one.html), enclosed=())


def count(desk: Desk) -> int:
    """How many are in it that did not go out."""
    return sum(store.counts(desk.store).values())


def count_wrong(desk: Desk) -> int:
    """How many of them need the person."""
    found = store.counts(desk.store)
    return sum(found.get(state, 0) for state in NEEDS_THE_PERSON)


def take_out(desk: Desk, outgoing_id: int) -> None:
    """It does not go out; a summary is a draft again. Refused with an AmdeskError while it is going out."""
    one = get(desk, outgoing_id)
    with desk.step(N_("Take out of the outbox")):
        if one.kind == "summary" and one.summary_id is not None and _state(desk, one) == "handed_over":
            summaries.take_back(desk, one.summary_id)
        queued.let_go(desk, one.message_id)


def as_draft(desk: Desk, outgoing_id: int) -> None:
    """Let the mail program have it instead; whether it sends it is asked as ever."""
    one = get(desk, outgoing_id)
    queued.refuse_on_its_way(one.state)
    whole = _draft(one, html=one.html, enclosed=_enclosed(desk, one))
    desk.mail.open_draft(handing.eml(desk, whole), one.name)
    with desk.step(N_("Hand over to the mail program")):
        if one.kind == "summary" and one.summary_id is not None and _state(desk, one) == "handed_over":
            summaries.hand_over(desk, one.summary_id, by="eml")
        queued.let_go(desk, one.message_id)


def try_again(desk: Desk, outgoing_id: int) -> None:
    """Send it at once: what waits, was not accepted, or is unclear, of which the person says so."""
    one = get(desk, outgoing_id)
    queued.refuse_on_its_way(one.state)
    if one.state != "given":
        _note(desk, one, {"state": "waiting", "next_at": desk.now(), "words": ""})


def went_out(desk: Desk, outgoing_id: int) -> None:
    """Of what was unclear the person knows that it went out."""
    one = get(desk, outgoing_id)
    if one.state == "unclear":
        answered(desk, one, Answer("given"))


# What asks the server:


def look_back(desk: Desk) -> None:
    """At a start: of what was being handed over when the program ended nobody knows what became."""
    store.look_back(desk.store)


def hurry(desk: Desk) -> None:
    """There is a network again, or another account: what could not be sent is tried at once."""
    store.hurry(desk.store, desk.now())
    desk.tell("outgoing")


def next_due(desk: Desk) -> datetime | None:
    """When the next mail is to be tried, or nothing while none waits."""
    return store.next_due(desk.store)


def due(desk: Desk) -> Outgoing | None:
    """The mail that is to be tried now, if there is one."""
    return store.due(desk.store, desk.now())


def parcel(desk: Desk, one: Outgoing) -> Parcel:
    """The mail as the server is given it; an AmdeskError where that cannot be made."""
    return packing(desk, one)()


def packing(desk: Desk, one: Outgoing) -> Callable[[], Parcel]:
    """What makes the mail as the server is given it, in any thread, for large files take a while.

    Raises an AmdeskError where a file that goes with it has vanished.
    """
    from amdesk.formats import eml

    account = mail_account.of(desk)
    if account is None:
        raise AmdeskError(N_("There is no account to send from. Set one up in Settings."))
    build = partial(
        eml.build,
        sender=account.address,
        sender_name=desk.settings["my_name"],
        to=one.addressed_to,
        subject=one.subject,
        plain=one.plain,
        html=one.html,
        message_id=one.message_id,
        date=desk.now(),
        in_reply_to=one.answers,
        enclosed=[(file.name, file.data) for file in _enclosed(desk, one)],
        is_draft=False,
    )
    to = tuple(eml.address(each) for each in one.addressed_to)
    sender = eml.address(account.address)
    copies = (sender,) if account.copies else ()
    return lambda: Parcel(build(), sender, to, copies)


def may_give(desk: Desk, one: Outgoing) -> bool:
    """Whether the server may have the mail: it is still wanted, and that it was given is in the file.

    Nothing of it happens while other work has a step under way, which would take the note back with it.
    """
    now = store.by_message_id(desk.store, one.message_id)
    if now is None or now.state != "waiting" or desk.work.is_between:
        return False
    _note(desk, one, {"state": "giving"})
    return True


def answered(desk: Desk, one: Outgoing, answer: Answer) -> None:
    """Note what came of it; once it is sent, what it leads to follows: a summary is sent, a client told.

    What a server puts off, all others wait for too, the longer the more of them it puts off. Raises an
    AmdeskError where nothing can be noted now; it can be done again.
    """
    desk.work.refuse()
    now = desk.now()
    known: dict[str, object] = {"answered_at": now, "words": answer.words, "next_at": None}
    if answer.outcome == "later":
        _put_off(desk, one, known, is_ours=answer.is_ours)
        return
    values = {**known, "state": answer.outcome, "tries": one.tries + 1}
    if answer.outcome == "given":
        _arrived(desk, one, values, at=now)
        store.hurry(desk.store, now, only_new=True)
    else:
        _note(desk, one, values)


def _put_off(desk: Desk, one: Outgoing, known: Mapping[str, object], *, is_ours: bool) -> None:
    now, tries = desk.now(), one.tries + 1
    with desk.store.aside():
        store.note(desk.store, one.message_id, {**known, "state": "waiting", "tries": tries})
        failures = 1 if is_ours else store.failures(desk.store)
        wait = again_after(1 if is_ours else max(failures, tries))
        store.note(desk.store, one.message_id, {"next_at": now + wait})
        store.put_off(desk.store, now + again_after(failures))
    desk.tell("outgoing")


def _note(desk: Desk, one: Outgoing, values: Mapping[str, object]) -> None:
    store.note(desk.store, one.message_id, values)
    desk.tell("outgoing")


def _arrived(desk: Desk, one: Outgoing, values: Mapping[str, object], *, at: datetime) -> None:
    """It is as sent as a mail can be, whatever was taken back meanwhile; all of it is noted, or none."""
    with desk.step(N_("Mail sent")):
        store.note(desk.store, one.message_id, values)
        if store.known(desk.store, one.message_id) is None:
            store.put_back(desk.store, one)
        state = _state(desk, one)
        if one.kind == "summary" and one.summary_id is not None and state in {"draft", "handed_over"}:
            sent = _draft(one, html=one.html, enclosed=())
            summaries.mark_sent(desk, one.summary_id, at=at, draft=sent)
        elif one.kind == "chase" and one.summary_id is not None and state == "sent":
            summaries.chase(desk, one.summary_id, at=at)
        elif one.kind == "new_day" and one.task_id is not None and task_store.get(desk.store, one.task_id):
            tasks.note_told(desk, one.task_id)
    desk.tell("outgoing")


def _state(desk: Desk, one: Outgoing) -> str | None:
    """How the summary stands that it is, or is about; nothing for what is about none, or one not there."""
    found = versions.get(desk.store, one.summary_id) if one.summary_id is not None else None
    return found.state if found is not None else None


def _draft(one: Outgoing, *, html: str, enclosed: tuple[Enclosed, ...]) -> Draft:
    return Draft(
        one.language, one.addressed_to, one.subject, one.plain, html, one.message_id, one.name, one.answers,
        enclosed,
    )  # fmt: skip


def _enclosed(desk: Desk, one: Outgoing) -> tuple[Enclosed, ...]:
    files = attachments.of(desk, "outgoing", one.uuid)
    return tuple(Enclosed(file.name, attachments.contents(desk, file)) for file in files)
