"""The mail that congratulates: composed in the contact's language, handed over as a draft."""

from __future__ import annotations

from amdesk.domain.errors import gone
from amdesk.domain.notice import Notice
from amdesk.domain.outgoing import About
from amdesk.services import handing, occasions
from amdesk.services.desk import Desk
from amdesk.services.drafts import Draft
from amdesk.services.handing import Own
from amdesk.store import clients, contacts


def compose(desk: Desk, noun: str, row_id: int) -> Draft:
    """The mail for the occasion of a date that waits to be settled, to the person who is to be called."""
    from amdesk.documents.greeting_mail import GreetingMail, render

    one = occasions.get(desk, noun, row_id)
    client, contact = clients.get(desk.store, one.client_id), contacts.get(desk.store, one.contact_id)
    if client is None or contact is None:
        raise gone("contact")
    language = contact.language or client.language
    mail = render(
        GreetingMail(
            language=language,
            calendar=client.calendar,
            kind=one.kind,
            relation=one.relation,
            is_belated=one.occurs_on < desk.today(),
            greeting_name=contact.name,
            my_name=desk.settings["my_name"],
            my_company=desk.settings["my_company"],
            my_phone=desk.settings["my_phone"],
        )
    )
    to = contacts.emails(desk.store, [contact.id])
    return Draft(
        language, tuple(to.values()), mail.subject, mail.plain, mail.html, _message_id(desk, one),
        f"{client.code}-{one.occurs_on}", about=About("greeting", client.id, contact_id=contact.id),
    )  # fmt: skip


def ways(desk: Desk, noun: str, row_id: int) -> tuple[str, ...]:
    """The ways to hand the mail over, in the person's order."""
    return handing.ways(desk, compose(desk, noun, row_id))


def hand_over(desk: Desk, noun: str, row_id: int, *, way: str = "", own: Own) -> str:
    """Hand the mail over by one way, or by the first of the person's that works; which one it was."""
    return handing.hand(desk, compose(desk, noun, row_id), way=way, own=own)


def _message_id(desk: Desk, one: Notice) -> str:
    domain = str(desk.settings["my_email"]).rpartition("@")[2] or "amdesk.invalid"
    return f"<{one.uuid}.{one.occurs_on}@{domain}>"
