"""The mail that reminds a client of a summary they have not answered; below it the summary as it was sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from amdesk.documents import around, summary_words
from amdesk.documents.around import RenderedMail
from amdesk.documents.html import has_body
from amdesk.documents.summary_letter import Paragraph
from amdesk.documents.voice import Voice, clean, voice
from amdesk.domain.text import first_strong

__all__ = ["ChaseMail", "RenderedMail", "render"]


@dataclass(frozen=True, slots=True)
class ChaseMail:
    """What the client is reminded of: nothing private is in it, there is no field it could stand in.

    ``language`` and ``calendar`` are the client's, ``sent_on`` is the local date, ``chases`` how often they
    were reminded before. ``subject``, ``sent_plain`` and ``sent_html`` are what went out, to the letter.
    """

    language: str
    calendar: str
    reference: str
    sent_on: date
    chases: int
    greeting_names: tuple[str, ...]
    subject: str
    sent_plain: str
    sent_html: str
    my_name: str
    my_company: str
    my_phone: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """The mail that was sent. ``page`` is its HTML; where that is empty, its lines stand for it."""

    heading: str
    lines: tuple[Paragraph, ...]
    page: str


def render(mail: ChaseMail) -> RenderedMail:
    """The mail as the client will get it."""
    speaking = voice(mail.language, mail.calendar)
    said = _again(mail, speaking) if mail.chases else _first(mail, speaking)
    mine = (mail.my_name, mail.my_company, mail.my_phone)
    letter = around.letter(speaking, _subject(mail), said, names=mail.greeting_names, mine=mine)
    quoted = _quoted(mail, speaking)
    page = around.html("chase_mail.html.j2", speaking, letter=letter, quoted=quoted)
    plain = around.plain(
        (
            *around.paragraphs(letter, speaking),
            around.lines((quoted.heading,), speaking),
            [f"> {line}".rstrip() for line in mail.sent_plain.rstrip().splitlines()],
        )
    )
    return RenderedMail(letter.title, plain, page)


def _subject(mail: ChaseMail) -> str:
    """The first mail's own, as an answer to it: so mail programs keep both together (RFC 5322, 3.6.5)."""
    said = clean(mail.subject) or clean(mail.reference)
    return said if said.casefold().startswith("re:") else f"Re: {said}"


def _first(mail: ChaseMail, voice: Voice) -> tuple[str, ...]:
    told = voice.words.pgettext(
        "mail", "On {date} I sent you the summary {reference}, which stands again below."
    )
    return _about(told, mail, voice), summary_words.standard_closing(voice)


def _again(mail: ChaseMail, voice: Voice) -> tuple[str, ...]:
    pgettext = voice.words.pgettext
    told = pgettext(
        "mail",
        "I am coming back to the summary {reference} of {date}, to which I have no answer from you yet.",
    )
    asked = pgettext("mail", "Could you tell me in a line whether it is right as it stands below?")
    mending = pgettext(
        "mail", "If something is missing or should read differently, a word is enough and I will correct it."
    )
    return _about(told, mail, voice), f"{asked} {mending}"


def _about(told: str, mail: ChaseMail, voice: Voice) -> str:
    return told.format(date=voice.date(mail.sent_on), reference=voice.quote(mail.reference))


def _quoted(mail: ChaseMail, voice: Voice) -> Quoted:
    """The mail that was sent, its lines in the direction of each."""
    sent = voice.words.pgettext("mail", "The summary as it was sent on {date}:")
    rows = (line.rstrip() for line in mail.sent_plain.splitlines())
    return Quoted(
        heading=sent.format(date=voice.date(mail.sent_on)),
        lines=tuple(Paragraph(row, first_strong(row) or voice.direction) for row in rows if row),
        page=mail.sent_html if has_body(mail.sent_html) else "",
    )
