"""The mail of a summary: subject, plain text and HTML, in the client's language whatever ours is."""

from __future__ import annotations

from collections.abc import Iterator

from amdesk.documents import around
from amdesk.documents.around import RenderedMail
from amdesk.documents.plain_text import wrap
from amdesk.documents.summary_letter import Item, Letter, Section, SummaryMail, closing_words, write
from amdesk.documents.voice import Voice, clean, voice
from amdesk.i18n.bidi import isolate

__all__ = ["RenderedMail", "SummaryMail", "render", "standard_closing"]


def render(mail: SummaryMail) -> RenderedMail:
    """The mail as the client will get it."""
    speaking = voice(mail.language, mail.calendar)
    letter = write(mail, speaking)
    return RenderedMail(_subject(mail, letter), _plain(letter, speaking), _html(letter, speaking))


def standard_closing(language: str, *, silence_accepts: bool = False) -> str:
    """The closing words that stand in a mail until the person writes others; one paragraph a line."""
    return closing_words(voice(language, ""), silence_accepts=silence_accepts)


def _subject(mail: SummaryMail, letter: Letter) -> str:
    return f"{letter.title} [{clean(mail.reference)}]"


def _html(letter: Letter, speaking: Voice) -> str:
    pgettext = speaking.words.pgettext
    columns = (
        pgettext("mail", "No."),
        pgettext("mail", "Who"),
        pgettext("mail", "What"),
        pgettext("mail", "By when"),
    )
    return around.html("summary_mail.html.j2", speaking, letter=letter, columns=columns)


def _plain(letter: Letter, speaking: Voice) -> str:
    return around.plain(
        (
            around.lines((letter.greeting,), speaking),
            around.lines((letter.opening,), speaking),
            around.lines(letter.facts, speaking),
            *(list(_section(section, speaking)) for section in letter.sections),
            *(wrap(paragraph.text, rtl=paragraph.direction == "rtl") for paragraph in letter.closing),
            around.lines((letter.farewell, *letter.signature), speaking),
        )
    )


def _section(section: Section, speaking: Voice) -> Iterator[str]:
    yield from wrap(section.heading, rtl=speaking.language.rtl)
    for item in section.items:
        yield from _item(item, speaking)


def _item(item: Item, speaking: Voice) -> Iterator[str]:
    """A point with a hanging indent; words that run against the letter are isolated."""
    rtl = speaking.language.rtl
    indent = " " * (len(item.number) + 1)
    text = item.text if item.direction == speaking.direction else isolate(item.text)
    yield from wrap(text, rtl=rtl, first=f"{item.number} ", rest=indent)
    pgettext = speaking.words.pgettext
    details = list(item.details)
    if item.who:
        details.append(pgettext("mail", "Who: {who}").format(who=item.who))
    if item.by_when:
        details.append(pgettext("mail", "By when: {date}").format(date=item.by_when))
    for detail in details:
        yield from wrap(detail, rtl=rtl, first=indent, rest=f"{indent}  ")
