"""The mails of a summary, composed in the client's language: the summary itself, and the reminder of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from amdesk.domain.client import Client
from amdesk.domain.contact import Contact
from amdesk.domain.errors import AmdeskError, gone
from amdesk.domain.interaction import Interaction
from amdesk.domain.outgoing import About
from amdesk.domain.summary import Guard, Summary, next_state, recipient_guards
from amdesk.domain.summary import guards as domain_guards
from amdesk.formats.outside_html import harmless
from amdesk.services.desk import Desk
from amdesk.store import clients, contacts, interactions, summaries

if TYPE_CHECKING:
    from amdesk.documents.around import RenderedMail


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file that goes with a mail: its name, and what it holds."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Draft:
    """A mail as the client will see it. ``to`` are bare addresses; ``message_id`` stays once handed over.

    ``name`` is what a file of it is called; ``in_reply_to`` the Message-ID of the mail it reminds of;
    ``enclosed`` are files that go with it; ``about`` says what it is a mail of.
    """

    language: str
    to: tuple[str, ...]
    subject: str
    plain: str
    html: str
    message_id: str
    name: str
    in_reply_to: str = ""
    enclosed: tuple[Enclosed, ...] = ()
    about: About | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class _About:
    summary: Summary
    interaction: Interaction
    client: Client
    people: tuple[Contact, ...]
    emails: dict[int, str]

    @property
    def addresses(self) -> tuple[str, ...]:
        return tuple(self.emails[person.id] for person in self.people if person.id in self.emails)

    @property
    def nameless(self) -> list[str]:
        """The people without an address."""
        return [person.name for person in self.people if person.id not in self.emails]

    @property
    def gone(self) -> list[str]:
        """The people who are no longer there."""
        return [person.name for person in self.people if person.left_on is not None]


def client_of(desk: Desk, summary_id: int) -> Client:
    """The client whom a summary is for."""
    return _about(desk, summary_id).client


def compose(desk: Desk, summary_id: int) -> Draft:
    """The mail as it would go out now; once it was sent, the mail as it went out."""
    about = _about(desk, summary_id)
    summary, language, name = about.summary, _language(about), _name(about)
    if summary.sent_plain:
        return Draft(
            language, summary.sent_to, summary.subject, summary.sent_plain, harmless(summary.sent_html),
            summary.message_id or "", name,
        )  # fmt: skip
    mail = _render(desk, about)
    message_id = summary.message_id or _message_id(desk, summary)
    return Draft(
        language, about.addresses, mail.subject, mail.plain, mail.html, message_id, name,
        about=About("summary", about.client.id, summary_id=summary.id),
    )  # fmt: skip


def compose_chase(desk: Desk, summary_id: int) -> Draft:
    """The mail that reminds the client of a summary they have not answered, as an answer to that summary.

    It goes to the addresses their contacts have now, or, where they have none any more, to those of then.
    """
    about = _about(desk, summary_id)
    summary = about.summary
    next_state(summary.state, "chase")
    mail = _render_chase(desk, about)
    number = summary.chases + 1
    return Draft(
        _language(about), about.addresses or summary.sent_to, mail.subject, mail.plain, mail.html,
        _message_id(desk, summary, of=f".chase{number}"), f"{_name(about)}-chase{number}",
        summary.message_id or "", about=About("chase", about.client.id, summary_id=summary.id),
    )  # fmt: skip


def chase_of(summary: Summary, message_id: str) -> int:
    """Which reminder of a summary a mail is, by its Message-ID: the first, the second …; 0 for none."""
    begins = f"<{summary.uuid}.chase"
    number = message_id.removeprefix(begins).partition("@")[0]
    return int(number) if message_id.startswith(begins) and number.isdecimal() else 0


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
        nameless=about.nameless,
        gone=about.gone,
        private_note=about.interaction.private_note,
        body=draft.plain,
    )


def refuse_leaks(desk: Desk, summary_id: int) -> None:
    """Raise an AmdeskError while something in the mail must not go out."""
    for guard in guards(desk, summary_id):
        if guard.blocks:
            raise AmdeskError(guard.message)


def chase_guards(desk: Desk, summary_id: int) -> tuple[Guard, ...]:
    """What to look at before a reminder goes out: it says nothing that has not been sent before."""
    about = _about(desk, summary_id)
    return recipient_guards(
        recipients=compose_chase(desk, summary_id).to, nameless=about.nameless, gone=about.gone
    )


def _about(desk: Desk, summary_id: int) -> _About:
    summary = summaries.get(desk.store, summary_id)
    interaction = interactions.get(desk.store, summary.interaction_id) if summary else None
    client = clients.get(desk.store, interaction.client_id) if interaction else None
    if summary is None or interaction is None or client is None:
        raise gone("summary")
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


def _render_chase(desk: Desk, about: _About) -> RenderedMail:
    from amdesk.documents.chase_mail import ChaseMail, render

    summary = about.summary
    sent_at = summary.sent_at or desk.now()
    return render(
        ChaseMail(
            language=_language(about),
            calendar=about.client.calendar,
            reference=about.interaction.reference,
            sent_on=sent_at.astimezone(desk.zone).date(),
            chases=summary.chases,
            greeting_names=tuple(person.name for person in about.people),
            subject=summary.subject,
            sent_plain=summary.sent_plain,
            sent_html=harmless(summary.sent_html),
            my_name=desk.settings["my_name"],
            my_company=desk.settings["my_company"],
            my_phone=desk.settings["my_phone"],
        )
    )


def _name(about: _About) -> str:
    return f"{about.interaction.reference}-v{about.summary.version}"


def _message_id(desk: Desk, summary: Summary, *, of: str = "") -> str:
    """Known before sending, so that a reply can be matched: the version's uuid at the person's domain."""
    domain = str(desk.settings["my_email"]).rpartition("@")[2] or "amdesk.invalid"
    return f"<{summary.uuid}{of}@{domain}>"
