"""The mail that tells a client of a new day for what they were promised, and asks whether it suits them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from amdesk.documents import around
from amdesk.documents.around import RenderedMail
from amdesk.documents.voice import Voice, clean, voice

__all__ = ["DeadlineMail", "RenderedMail", "render"]


@dataclass(frozen=True, slots=True)
class DeadlineMail:
    """What was promised for which day, in which call, and for which day it is now.

    ``reference`` is empty for what was promised in no call, ``was_on`` nothing where no day was. Nothing
    private is in it: there is no field it could stand in.
    """

    language: str
    calendar: str
    greeting_names: tuple[str, ...]
    title: str
    reference: str
    was_on: date | None
    due_on: date
    my_name: str
    my_company: str
    my_phone: str


def render(mail: DeadlineMail) -> RenderedMail:
    """The mail as the client will get it."""
    speaking = voice(mail.language, mail.calendar)
    pgettext = speaking.words.pgettext
    title = pgettext("mail", "A new date: {task}").format(task=clean(mail.title))
    said = (
        _told(mail, speaking),
        pgettext("mail", "I am sorry for the change. Please answer in a line whether this date suits you."),
    )
    mine = (mail.my_name, mail.my_company, mail.my_phone)
    letter = around.letter(speaking, title, said, names=mail.greeting_names, mine=mine)
    page = around.html("task_mail.html.j2", speaking, letter=letter, facts=(), asked=())
    return RenderedMail(letter.title, around.plain(around.paragraphs(letter, speaking)), page)


def _told(mail: DeadlineMail, voice: Voice) -> str:
    pgettext = voice.words.pgettext
    if mail.reference and mail.was_on:
        text = pgettext(
            "mail",
            "In {reference} we agreed on “{task}” by {was}. It will be ready by {date} instead.",
        )
    elif mail.was_on:
        text = pgettext("mail", "We agreed on “{task}” by {was}. It will be ready by {date} instead.")
    else:
        text = pgettext("mail", "We agreed on “{task}”. It will be ready by {date}.")
    return text.format(
        reference=voice.quote(mail.reference),
        task=voice.quote(mail.title),
        was=voice.date(mail.was_on) if mail.was_on else "",
        date=voice.date(mail.due_on),
    )
