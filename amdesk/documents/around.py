"""What stands around every letter: whom it greets, the farewell, who writes, and how it is laid out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from amdesk.documents.html import page
from amdesk.documents.plain_text import wrap
from amdesk.documents.voice import Voice, clean
from amdesk.domain.text import is_blank

# What clients have: each system's own sans serif, and for Persian one with room for its letters first. The
# last of each is ours: it shows a mail in one face where the program runs on a system that has none of them.
_FONTS = {
    "en": "'Segoe UI',Arial,'Open Sans',sans-serif",
    "he": "'Segoe UI',Arial,Heebo,sans-serif",
    "fa": "Vazirmatn,Tahoma,'Segoe UI',sans-serif",
}


@dataclass(frozen=True, slots=True)
class RenderedMail:
    """A mail ready for headers: the subject has no direction marks, both bodies say the same."""

    subject: str
    plain: str
    html: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter in its order: whom it greets, what it says, who writes."""

    title: str
    greeting: str
    said: tuple[str, ...]
    farewell: str
    signature: tuple[str, ...]


def letter(
    voice: Voice, title: str, said: Iterable[str], *, names: Iterable[str], mine: Iterable[str]
) -> Letter:
    """A letter to people by name, from whoever is ``mine``: a name, a company, a phone."""
    return Letter(title, greeting(voice, names), tuple(said), farewell(voice), signature(voice, *mine))


def paragraphs(letter: Letter, voice: Voice) -> list[list[str]]:
    """The letter as blocks of plain lines, one for each paragraph."""
    return [
        lines((letter.greeting,), voice),
        *(lines((text,), voice) for text in letter.said),
        lines((letter.farewell, *letter.signature), voice),
    ]


def greeting(voice: Voice, names: Iterable[str]) -> str:
    """The first line: these people by name, or nobody by name."""
    found = [name for name in map(clean, names) if not is_blank(name)]
    if not found:
        return voice.words.pgettext("mail", "Hello,")
    return voice.words.pgettext("mail", "Dear {names},").format(names=voice.all_of(found))


def farewell(voice: Voice) -> str:
    """The line before the names of those who write."""
    return voice.words.pgettext("mail", "Kind regards,")


def signature(voice: Voice, *mine: str) -> tuple[str, ...]:
    """Who writes: the lines that say something."""
    return tuple(voice.quote(line) for line in map(clean, mine) if not is_blank(line))


def lines(texts: Iterable[str], voice: Voice) -> list[str]:
    """Sentences of ours as plain lines, each beginning on a new one."""
    return [line for text in texts for line in wrap(text, rtl=voice.language.rtl)]


def plain(blocks: Iterable[Sequence[str]]) -> str:
    """Blocks of lines, parted by an empty one."""
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def html(template: str, voice: Voice, **values: object) -> str:
    """The page of a letter, dressed for its language."""
    return page(
        template,
        lang=voice.language.code,
        dir=voice.direction,
        align="right" if voice.language.rtl else "left",
        fonts=_FONTS.get(voice.language.code, _FONTS["en"]),
        leading="1.8" if voice.language.code == "fa" else "1.55",
        **values,
    )
