"""The mail of a summary: subject, plain text and HTML, in the client's language whatever ours is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from amdesk.documents.html import page
from amdesk.documents.plain_text import wrap
from amdesk.documents.summary_letter import Item, Letter, Section, SummaryMail, closing_words, write
from amdesk.documents.voice import Voice, clean, voice
from amdesk.i18n.bidi import isolate

__all__ = ["RenderedMail", "SummaryMail", "render", "standard_closing"]

# What clients have: each system's own sans serif, and for Persian one with room for its letters first.
_FONTS = {"en": "'Segoe UI',Arial,sans-serif", "fa": "Vazirmatn,Tahoma,'Segoe UI',sans-serif"}


@dataclass(frozen=True, slots=True)
class RenderedMail:
    """A mail ready for headers: the subject has no direction marks, both bodies say the same."""

    subject: str
    plain: str
    html: str


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
    return page(
        "summary_mail.html.j2",
        letter=letter,
        lang=speaking.language.code,
        dir=speaking.direction,
        align="right" if speaking.language.rtl else "left",
        fonts=_FONTS.get(speaking.language.code, _FONTS["en"]),
        leading="1.8" if speaking.language.code == "fa" else "1.55",
        columns=(
            pgettext("mail", "No."),
            pgettext("mail", "Who"),
            pgettext("mail", "What"),
            pgettext("mail", "By when"),
        ),
    )


def _plain(letter: Letter, speaking: Voice) -> str:
    blocks = [
        _lines((letter.greeting,), speaking),
        _lines((letter.opening,), speaking),
        _lines(letter.facts, speaking),
        *(list(_section(section, speaking)) for section in letter.sections),
        *(wrap(paragraph.text, rtl=paragraph.direction == "rtl") for paragraph in letter.closing),
        _lines((letter.farewell, *letter.signature), speaking),
    ]
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _lines(texts: tuple[str, ...], speaking: Voice) -> list[str]:
    return [line for text in texts for line in wrap(text, rtl=speaking.language.rtl)]


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
