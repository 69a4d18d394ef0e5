"""A mail dropped in as proof: our own shows that we sent or reminded, an answer who answered and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_
from amdesk.domain.summary import is_editable
from amdesk.services import drafts, summaries
from amdesk.services.desk import Desk
from amdesk.store import contacts, interactions
from amdesk.store import summaries as store

if TYPE_CHECKING:
    from amdesk.formats.eml import Mail


@dataclass(frozen=True, slots=True)
class Proof:
    """What a mail proves: ``kind`` is sent or chased (now marked so), or reply (offered only)."""

    kind: str
    who: str
    at: datetime | None


def take_file(desk: Desk, summary_id: int, file: Path) -> Proof:
    """The same from a file that was dropped in."""
    return take(desk, summary_id, read_file(file), name=file.name)


def read_file(file: Path) -> bytes:
    """What stands in a mail's file; an AmdeskError when it cannot be read."""
    from amdesk.formats import limits

    try:
        with file.open("rb") as stream:
            return stream.read(limits.MAIL + 1)  # a byte more than what is too large, so that it shows
    except OSError as error:
        raise AmdeskError(
            N_("The file {file} cannot be read. Check that it is there and that you may open it."),
            file=file.name,
        ) from error


def take(desk: Desk, summary_id: int, data: bytes, *, name: str = "mail.eml") -> Proof:
    """Read a mail against a summary. The sent mail marks it sent, with the text that really went out.

    Raises an AmdeskError for a mail that belongs to another summary or to none; ``name`` is for sentences.
    """
    from amdesk.formats import eml

    mail = eml.read(data, name=name)
    summary = summaries.get(desk, summary_id)
    ours = drafts.compose(desk, summary_id).message_id
    if mail.message_id and mail.message_id == ours:
        if is_editable(summary):
            _mark_sent(desk, summary_id, mail)
        return Proof("sent", "", mail.date)
    if (number := drafts.chase_of(summary, mail.message_id)) > 0:
        if number > summary.chases:
            summaries.chase(desk, summary_id, at=mail.date)
        return Proof("chased", "", mail.date)
    answered = (mail.in_reply_to, *mail.references)
    if ours in answered or any(drafts.chase_of(summary, one) for one in answered):
        _refuse_own(desk, mail)
        if is_editable(summary):
            summaries.mark_sent(desk, summary_id)
        who = _name_of(desk, summary.interaction_id, mail.sender) or mail.sender_name or mail.sender
        return Proof("reply", who, mail.date)
    raise _refusal(desk, [one for one in (mail.message_id, *answered) if one])


def _refuse_own(desk: Desk, mail: Mail) -> None:
    """Mail programs may give a mail another Message-ID: one from ourselves is no answer all the same."""
    mine = str(desk.settings["my_email"]).strip().casefold()
    if mine and mail.sender.strip().casefold() == mine:
        raise AmdeskError(
            N_("This mail is from you, so it is no answer. If it reminded the client, say so by “Chase”.")
        )


def _name_of(desk: Desk, interaction_id: int, address: str) -> str:
    """The contact whose address this is, or nothing."""
    call = interactions.get(desk.store, interaction_id)
    for one in contacts.addresses(desk.store, call.client_id) if call else ():
        if one.contact_id is not None and one.value.strip().casefold() == address.strip().casefold():
            found = contacts.get(desk.store, one.contact_id)
            return found.name if found else ""
    return ""


def _mark_sent(desk: Desk, summary_id: int, mail: Mail) -> None:
    """Sent, and kept as it went out: it may have been edited in the mail program."""
    with desk.step(N_("Summary sent")):
        summaries.mark_sent(desk, summary_id, at=mail.date)
        kept = summaries.get(desk, summary_id)
        if mail.plain and _bare(mail.plain) != _bare(kept.sent_plain):
            values = {"sent_plain": mail.plain, "sent_html": "", "subject": mail.subject}
            desk.store.update("summary", summary_id, values)


def _bare(text: str) -> str:
    return " ".join(text.split())


def _refusal(desk: Desk, message_ids: list[str]) -> AmdeskError:
    other = store.by_message_id(desk.store, message_ids) if message_ids else None
    found = store.get(desk.store, other) if other is not None else None
    call = interactions.get(desk.store, found.interaction_id) if found else None
    if call is not None:
        return AmdeskError(N_("This mail belongs to {reference}. Drop it there."), reference=call.reference)
    return AmdeskError(
        N_("This mail is neither the summary nor an answer to it. If it is an answer, confirm it by hand.")
    )
