"""Putting a mail in the outbox, and letting go of it while it can still be had back."""

from __future__ import annotations

from dataclasses import asdict, replace

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_
from amdesk.domain.outgoing import HELD_FOR, Outgoing
from amdesk.services import attachments
from amdesk.services.desk import Desk
from amdesk.services.drafts import Draft
from amdesk.store import outgoing as store

# Nothing says of these which of two that are alike was meant: each time one is asked for, it is another.
_MANY = frozenset({"request", "new_day", "greeting"})


def put(desk: Desk, draft: Draft) -> int:
    """It goes out from here as soon as it can, to the letter as it is now; its id.

    One that may have gone out, and was taken out of the outbox since, is only put back there: whether it is
    sent again the person decides who sees so. Raises an AmdeskError for one that went out already, or is
    going out at this moment, and for what is no address.
    """
    from amdesk.formats import eml

    about = draft.about
    if about is None:
        raise _went_out()
    if not draft.to:
        raise TypeError("nothing that goes out from here")
    for one in draft.to:
        eml.address(one)
    draft = _as_new(desk, draft) if about.kind in _MANY else draft
    known = store.state(desk.store, draft.message_id)
    if known == "given":
        raise _went_out()
    refuse_on_its_way(known)
    if about.kind == "chase" and waits(desk, draft.message_id) is not None:
        raise AmdeskError(N_("This mail waits in the outbox already. Look there why it was not sent yet."))
    now, is_doubtful = desk.now(), known == "unclear" and waits(desk, draft.message_id) is None
    with desk.step(N_("Put into the outbox"), merge=merge_of(draft.message_id)):
        _remove(desk, draft.message_id)
        id_ = store.insert(
            desk.store,
            {
                **asdict(about), "message_id": draft.message_id, "answers": draft.in_reply_to,
                "addressed_to": draft.to, "subject": draft.subject, "plain": draft.plain, "html": draft.html,
                "language": draft.language, "name": draft.name, "queued_at": now,
            },
        )  # fmt: skip
        made = store.get(desk.store, id_)
        uuid = made.uuid if made is not None else ""
        for file in draft.enclosed:
            attachments.keep(desk, "outgoing", uuid, name=file.name, data=file.data)
        if not is_doubtful:
            store.note(desk.store, draft.message_id, {**_NEW, "next_at": now + HELD_FOR})
    return id_


_NEW = {"state": "waiting", "tries": 0, "answered_at": None, "words": ""}


def merge_of(message_id: str) -> str:
    """Handing a mail over and putting it here are one step to whoever takes it back."""
    return f"outbox {message_id}"


def let_go(desk: Desk, message_id: str | None) -> None:
    """It does not go out from here after all; nothing where it is not here. Within a step.

    Raises an AmdeskError while it is going out.
    """
    if message_id is not None and store.known(desk.store, message_id) is not None:
        known = store.state(desk.store, message_id)
        refuse_on_its_way(known)
        if known != "given":
            _remove(desk, message_id)


def waits(desk: Desk, message_id: str | None) -> Outgoing | None:
    """The mail of a Message-ID, where it is in the outbox."""
    return store.by_message_id(desk.store, message_id) if message_id is not None else None


def _remove(desk: Desk, message_id: str) -> None:
    found = store.known(desk.store, message_id)
    if found is not None:
        id_, uuid = found
        for one in attachments.of(desk, "outgoing", uuid):
            desk.store.delete("attachment", one.id)
        desk.store.delete("outgoing", id_)


def refuse_on_its_way(state: str | None) -> None:
    """Raise an AmdeskError for what is going out at this moment."""
    if state == "giving":
        raise AmdeskError(N_("This mail is going out at this moment. Wait until the server has answered."))


def _went_out() -> AmdeskError:
    return AmdeskError(
        N_("This mail went out already. To change what it says, correct it: that makes a new version.")
    )


def _as_new(desk: Desk, draft: Draft) -> Draft:
    """The same words may go out once more: as another mail, or servers would take it for the one before."""
    left, _at, domain = draft.message_id.partition("@")
    number, message_id = 2, draft.message_id
    while store.state(desk.store, message_id) in {"given", "giving", "unclear"}:
        message_id, number = f"{left}.{number}@{domain}", number + 1
    return replace(draft, message_id=message_id)
