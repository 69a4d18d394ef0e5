"""The mail that asks somebody to do a task: what, for which goal and result, by when (rows S78–S81)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from amdesk.documents import around
from amdesk.documents.around import RenderedMail
from amdesk.documents.plain_text import wrap
from amdesk.documents.summary_letter import Paragraph
from amdesk.documents.voice import Voice, clean, steady, voice
from amdesk.domain.text import first_strong

__all__ = ["RenderedMail", "TaskRequest", "render"]


@dataclass(frozen=True, slots=True)
class TaskRequest:
    """What is asked of whom. ``agreed`` is whether they have said yes to the day; ``look_on`` is when we ask.

    ``files`` are the names of what is attached. Nothing private is in it: it has no field for that.
    """

    language: str
    calendar: str
    name: str
    title: str
    client: str
    goal: str
    result: str
    requirements: str
    start_on: date | None
    due_on: date | None
    agreed: bool
    look_on: date | None
    files: tuple[str, ...]
    my_name: str
    my_company: str
    my_phone: str


@dataclass(frozen=True, slots=True)
class Fact:
    """What something is called, and what is to be said of it, line by line."""

    label: str
    lines: tuple[Paragraph, ...]


def render(mail: TaskRequest) -> RenderedMail:
    """The mail as the assignee will get it."""
    speaking = voice(mail.language, mail.calendar)
    title = speaking.words.pgettext("mail", "A task for you: {task}").format(task=clean(mail.title))
    mine = (mail.my_name, mail.my_company, mail.my_phone)
    letter = around.letter(speaking, title, (_opening(mail, speaking),), names=(mail.name,), mine=mine)
    facts, asked = tuple(_facts(mail, speaking)), tuple(_asked(mail, speaking))
    page = around.html("task_mail.html.j2", speaking, letter=letter, facts=facts, asked=asked)
    greeting, opening, farewell = around.paragraphs(letter, speaking)
    plain = around.plain(
        (
            greeting,
            opening,
            *(_plain(fact, speaking) for fact in facts),
            *(around.lines((text,), speaking) for text in asked),
            farewell,
        )
    )
    return RenderedMail(letter.title, plain, page)


def _opening(mail: TaskRequest, voice: Voice) -> str:
    pgettext = voice.words.pgettext
    if not clean(mail.client):
        return pgettext("mail", "I would like to ask you for the following.")
    told = pgettext("mail", "I would like to ask you for the following, for our client {client}.")
    return told.format(client=voice.quote(mail.client))


def _facts(mail: TaskRequest, voice: Voice) -> Iterator[Fact]:
    pgettext = voice.words.pgettext
    for label, text in (
        (pgettext("mail", "What is to be done"), mail.title),
        (pgettext("mail", "The goal it serves"), mail.goal),
        (pgettext("mail", "The result I need"), mail.result),
        (pgettext("mail", "What matters about it"), mail.requirements),
        (pgettext("mail", "To be filled in, attached"), "\n".join(mail.files)),
    ):
        lines = tuple(map(clean, text.splitlines()))
        if any(lines):
            shown = (Paragraph(steady(one), first_strong(one) or voice.direction) for one in lines if one)
            yield Fact(label, tuple(shown))
    when = _when(mail, voice)
    if when:
        yield Fact(pgettext("mail", "When"), (Paragraph(when, voice.direction),))


def _when(mail: TaskRequest, voice: Voice) -> str:
    pgettext = voice.words.pgettext
    if mail.due_on is None:
        return ""
    due = voice.date(mail.due_on)
    if mail.start_on is None:
        return pgettext("mail", "By {date}").format(date=due)
    return pgettext("mail", "From {start} to {date}").format(start=voice.date(mail.start_on), date=due)


def _asked(mail: TaskRequest, voice: Voice) -> Iterator[str]:
    """Agreed first, and then looked at while there is time: nobody is taken by surprise."""
    pgettext = voice.words.pgettext
    if mail.due_on is None:
        yield pgettext("mail", "By when could you do it, and is anything unclear?")
    elif mail.agreed:
        yield pgettext("mail", "Thank you for agreeing to that day. If anything is unclear, please ask.")
    else:
        yield pgettext(
            "mail",
            "Can you do it by then? If not, please tell me by when you can, and whether anything is unclear.",
        )
    if mail.look_on is not None:
        told = pgettext("mail", "On {date} I will ask you how far it is.")
        yield told.format(date=voice.date(mail.look_on))


def _plain(fact: Fact, voice: Voice) -> list[str]:
    indented = (
        line
        for one in fact.lines
        for line in wrap(one.text, rtl=one.direction == "rtl", first="  ", rest="  ")
    )
    return [*around.lines((f"{fact.label}:",), voice), *indented]
