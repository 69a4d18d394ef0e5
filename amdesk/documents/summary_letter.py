"""The mail of a summary as a letter: what stands in it and in which order, before it is laid out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import count

from amdesk.documents import around
from amdesk.documents import summary_words as words
from amdesk.documents.voice import Voice, clean, steady
from amdesk.domain.points import POINT_KINDS, Point
from amdesk.domain.text import first_strong, fold


@dataclass(frozen=True, slots=True)
class SummaryMail:
    """What the client will read: nothing private is in it, there is no field it could stand in.

    ``language`` and ``calendar`` are the client's, ``started_on`` is the local date. ``closing`` is nothing
    for the standard words and empty when they were deleted on purpose.
    """

    language: str
    calendar: str
    reference: str
    version: int
    started_on: date
    channel: str
    occasion: str
    greeting_names: tuple[str, ...]
    points: tuple[Point, ...]
    closing: str | None
    silence_accepts: bool
    my_name: str
    my_company: str
    my_phone: str
    client_name: str


@dataclass(frozen=True, slots=True)
class Item:
    """A point: its ``number`` with the full stop, its own words, their direction, and what belongs to it."""

    number: str
    text: str
    direction: str
    details: tuple[str, ...] = ()
    who: str = ""
    by_when: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """The points of one kind under their heading."""

    kind: str
    heading: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph and its direction, "ltr" or "rtl"."""

    text: str
    direction: str


@dataclass(frozen=True, slots=True)
class Letter:
    """Everything that is written, in order; the user's words inside our sentences are isolated (FSI…PDI)."""

    title: str
    greeting: str
    opening: str
    facts: tuple[str, ...]
    sections: tuple[Section, ...]
    closing: tuple[Paragraph, ...]
    farewell: str
    signature: tuple[str, ...]


def write(mail: SummaryMail, voice: Voice) -> Letter:
    """The letter of a mail, as its language says it."""
    return Letter(
        title=words.title(voice, mail.started_on, channel=mail.channel, version=mail.version),
        greeting=around.greeting(voice, mail.greeting_names),
        opening=words.opening(voice, mail.started_on, channel=mail.channel, version=mail.version),
        facts=tuple(_facts(mail, voice)),
        sections=tuple(_sections(mail, voice)),
        closing=tuple(_closing(mail, voice)),
        farewell=around.farewell(voice),
        signature=around.signature(voice, mail.my_name, mail.my_company, mail.my_phone),
    )


def closing_words(voice: Voice, *, silence_accepts: bool) -> str:
    """The closing as we would write it, each paragraph on a line."""
    standard = words.standard_closing(voice)
    return f"{standard}\n{words.silence(voice)}" if silence_accepts else standard


def _facts(mail: SummaryMail, voice: Voice) -> Iterator[str]:
    if occasion := clean(mail.occasion):
        yield voice.words.pgettext("mail", "Topic: {occasion}").format(occasion=voice.quote(occasion))
    yield voice.words.pgettext("mail", "Reference: {reference}").format(reference=voice.quote(mail.reference))


def _sections(mail: SummaryMail, voice: Voice) -> Iterator[Section]:
    """Kinds that have points, in their order; numbers run on, so that “point 4” is one point."""
    numbers = count(1)
    for kind in POINT_KINDS:
        points = [point for point in mail.points if point.kind == kind]
        if points:
            items = tuple(_item(mail, voice, point=point, number=next(numbers)) for point in points)
            yield Section(kind, words.heading(voice, kind), items)


def _item(mail: SummaryMail, voice: Voice, *, point: Point, number: int) -> Item:
    text = steady(clean(point.text))
    item = Item(f"{voice.number(number)}.", text, _direction(text, voice), tuple(_details(voice, point)))
    if point.kind != "action":
        return item
    due = voice.date(point.due_on) if point.due_on else words.open_still(voice)
    return replace(item, who=_who(mail, voice, point=point), by_when=due)


def _details(voice: Voice, point: Point) -> Iterator[str]:
    pgettext = voice.words.pgettext
    if point.kind == "change" and (change := words.change(voice, point)):
        yield change
    if point.kind == "change" and point.effective_on:
        yield pgettext("mail", "Effective from {date}").format(date=voice.date(point.effective_on))
    if point.kind == "question" and (answer := clean(point.answer)):
        yield pgettext("mail", "Answer: {answer}").format(answer=voice.quote(answer))


def _who(mail: SummaryMail, voice: Voice, *, point: Point) -> str:
    """The owner and their company, or whichever of the two is known, or the side they sit on."""
    companies = {"us": clean(mail.my_company or mail.my_name), "client": clean(mail.client_name)}
    company, owner = companies.get(point.side or "", ""), clean(point.owner)
    if owner and company and fold(owner) != fold(company):
        return f"{voice.quote(owner)} ({voice.quote(company)})"
    return voice.quote(owner or company) or words.side(voice, point.side)


def _closing(mail: SummaryMail, voice: Voice) -> Iterator[Paragraph]:
    text = words.standard_closing(voice) if mail.closing is None else mail.closing
    silence = words.silence(voice)
    if mail.silence_accepts and fold(silence) not in fold(text):
        text = f"{text}\n{silence}"
    for line in map(clean, text.splitlines()):
        if line:
            yield Paragraph(steady(line), _direction(line, voice))


def _direction(text: str, voice: Voice) -> str:
    return first_strong(text) or voice.direction
