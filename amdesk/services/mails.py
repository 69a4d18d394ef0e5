"""A mail dropped somewhere: whose summary it belongs to, or from which client it came."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_
from amdesk.services import proofs
from amdesk.services.desk import Desk
from amdesk.store import contacts
from amdesk.store import summaries as store


@dataclass(frozen=True, slots=True)
class Dropped:
    """Where a mail belongs: a call's summary, or else a client, with what the mail is about."""

    interaction_id: int | None
    client_id: int | None
    subject: str


def look(desk: Desk, file: Path) -> Dropped:
    """Read a mail, and find where it belongs; an AmdeskError for what is no mail."""
    from amdesk.formats import eml

    mail = eml.read(proofs.read_file(file), name=file.name)
    ids = [one for one in (mail.message_id, mail.in_reply_to, *mail.references) if one]
    found = store.by_message_id(desk.store, ids) if ids else None
    summary = store.get(desk.store, found) if found is not None else None
    if summary is not None:
        return Dropped(summary.interaction_id, None, mail.subject)
    mine = str(desk.settings["my_email"]).casefold()
    others = (one.casefold() for one in (mail.sender, *mail.recipients) if one.casefold() != mine)
    known = (contacts.client_reached_by(desk.store, one) for one in others)
    return Dropped(None, next((one for one in known if one is not None), None), mail.subject)


def nobodys() -> AmdeskError:
    """What is said of a mail that belongs nowhere."""
    return AmdeskError(
        N_("Nobody in this mail is known here. Open the client it belongs to, and drop it there.")
    )
