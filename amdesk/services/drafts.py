"""The mail of a summary: composed in the client's language, looked over, handed to a mail program."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from amdesk.domain.client import Client
from amdesk.domain.contact import Contact
from amdesk.domain.errors import AmdeskError
from amdesk.domain.interaction import Interaction
from amdesk.domain.messages import N_
from amdesk.domain.summary import Guard, Summary
from amdesk.domain.summary import guards as domain_guards
from amdesk.services.desk import Desk
from amdesk.store import clients, contacts, interactions, summaries

if TYPE_CHECKING:
    from amdesk.documents.summary_mail import RenderedMail

MAILTO_LIMIT = 1900  # bytes: longer links are cut off by some mail programs without a word


@dataclass(frozen=True, slots=True)
class Draft:
    """A mail as the client will see it. ``to`` are bare addresses; ``message_id`` stays once handed over."""

    language: str
    to: tuple[str, ...]
    subject: str
    plain: str
    html: str
    message_id: str


@dataclass(frozen=True, slots=True)
class _About:
    summary: Summary
    interaction: Interaction
    client: Client
    people: tuple[Contact, ...]
    emails: dict[int, str]


def client_of(desk: Desk, summary_id: int) -> Client:
    """The client whom a summary is for."""
    return _about(desk, summary_id).client


def compose(desk: Desk, summary_id: int) -> Draft:
    """The mail as it would go out now; once it was sent, the mail as it went out."""
    about = _about(desk, summary_id)
    summary, language = about.summary, _language(about)
    if summary.sent_plain:
        return Draft(
            language, summary.sent_to, summary.subject, summary.sent_plain, summary.sent_html,
            summary.message_id or "",
        )  # fmt: skip
    mail = _render(desk, about)
    to = tuple(about.emails[person.id] for person in about.people if person.id in about.emails)
    message_id = summary.message_id or _message_id(desk, summary)
    return Draft(language, to, mail.subject, mail.plain, mail.html, message_id)


def standard_closing(desk: Desk, summary_id: int) -> str:
    """The closing words that stand in the mail until the person writes others, in the client's language."""
    from amdesk.documents import summary_mail

    language = _language(_about(desk, summary_id))
    return summary_mail.standard_closing(language, silence_accepts=desk.settings["silence_accepts"])


def guards(desk: Desk, summary_id: int) -> tuple[Guard, ...]:
    """What to look at before the mail goes out."""
    about = _about(desk, summary_id)
    draft = compose(desk, summary_id)
    return domain_guards(
        points=summaries.points(desk.store, summary_id),
        recipients=draft.to,
        nameless=[person.name for person in about.people if person.id not in about.emails],
        gone=[person.name for person in about.people if person.left_on is not None],
        private_note=about.interaction.private_note,
        body=draft.plain,
    )


def refuse_leaks(desk: Desk, summary_id: int) -> None:
    """Raise an AmdeskError while something in the mail must not go out."""
    for guard in guards(desk, summary_id):
        if guard.blocks:
            raise AmdeskError(guard.message)


def eml(desk: Desk, summary_id: int) -> bytes:
    """The mail as an ``.eml`` draft that a mail program opens for editing."""
    from amdesk.formats import eml as format_eml

    draft = compose(desk, summary_id)
    return format_eml.build(
        sender=desk.settings["my_email"],
        to=draft.to,
        subject=draft.subject,
        plain=draft.plain,
        html=draft.html,
        message_id=draft.message_id,
        date=desk.now(),
    )


def mailto(desk: Desk, summary_id: int) -> str | None:
    """The mail as a ``mailto:`` link, or nothing where the link would be too long to be safe."""
    from amdesk.formats import eml as format_eml

    draft = compose(desk, summary_id)
    link = format_eml.mailto(draft.to, draft.subject, draft.plain)
    return link if len(link.encode()) <= MAILTO_LIMIT else None


def ways(desk: Desk, summary_id: int) -> tuple[str, ...]:
    """The ways to hand this mail over, in the person's order; a link that would be too long is left out."""
    return tuple(
        way for way in desk.settings["hand_over"] if way != "mailto" or mailto(desk, summary_id) is not None
    )


def open_in_mail_program(desk: Desk, summary_id: int, *, by: str) -> None:
    """Hand the mail to the person's mail program as a draft (``eml``) or a link (``mailto``)."""
    refuse_leaks(desk, summary_id)
    if by == "mailto" and (link := mailto(desk, summary_id)):
        desk.mail.open_link(link)
        return
    about = _about(desk, summary_id)
    desk.mail.open_draft(eml(desk, summary_id), f"{about.interaction.reference}-v{about.summary.version}")


def _about(desk: Desk, summary_id: int) -> _About:
    summary = summaries.get(desk.store, summary_id)
    interaction = interactions.get(desk.store, summary.interaction_id) if summary else None
    client = clients.get(desk.store, interaction.client_id) if interaction else None
    if summary is None or interaction is None or client is None:
        raise AmdeskError(N_("This summary is no longer in the file."))
    people = tuple(contacts.of_interaction(desk.store, interaction.id))
    emails = contacts.emails(desk.store, [person.id for person in people])
    return _About(summary, interaction, client, people, emails)


def _language(about: _About) -> str:
    """The language of the one person written to, where they have one of their own, else the client's."""
    own = {person.language for person in about.people}
    only = own.pop() if len(own) == 1 else None
    return only or about.client.language


def _render(desk: Desk, about: _About) -> RenderedMail:
    from amdesk.documents.summary_mail import SummaryMail, render

    return render(
        SummaryMail(
            language=_language(about),
            calendar=about.client.calendar,
            reference=about.interaction.reference,
            version=about.summary.version,
            started_on=about.interaction.started_at.astimezone(desk.zone).date(),
            channel=about.interaction.channel,
            occasion=about.interaction.occasion,
            greeting_names=tuple(person.name for person in about.people),
            points=tuple(summaries.points(desk.store, about.summary.id)),
            closing=about.summary.closing,
            silence_accepts=desk.settings["silence_accepts"],
            my_name=desk.settings["my_name"],
            my_company=desk.settings["my_company"],
            my_phone=desk.settings["my_phone"],
            client_name=about.client.name,
        )
    )


def _message_id(desk: Desk, summary: Summary) -> str:
    """Known before sending, so that a reply can be matched: the version's uuid at the person's domain."""
    domain = str(desk.settings["my_email"]).rpartition("@")[2] or "amdesk.invalid"
    return f"<{summary.uuid}@{domain}>"
