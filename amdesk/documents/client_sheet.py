"""The client sheet: goals, measurements, plans and promises of both sides, as the client sees them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from amdesk.documents import goal_parts, promise_parts
from amdesk.documents.goal_parts import SharedGoal, say
from amdesk.documents.leaf import Leaf, Said, Section, Words, ours, own
from amdesk.documents.promise_parts import Promise
from amdesk.documents.voice import Voice, voice
from amdesk.domain.messages import Message


@dataclass(frozen=True, slots=True)
class ClientSheet:
    """All that a client is shown: nothing private is in it, there is no field it could stand in.

    ``language`` and ``calendar`` are the client's. ``changes`` is what is new since ``last_on``, the day of
    the sheet before, or nothing where there was none.
    """

    language: str
    calendar: str
    client_name: str
    today: date
    goals: tuple[SharedGoal, ...]
    promises: tuple[Promise, ...]
    last_on: date | None
    changes: tuple[Message, ...]
    my_name: str
    my_company: str
    my_phone: str


def render(sheet: ClientSheet) -> Leaf:
    """The sheet as a page."""
    speaking = voice(sheet.language, sheet.calendar)
    pgettext = speaking.words.pgettext
    sections = [*_news(sheet, speaking), *_goals(sheet, speaking)]
    sections.append(promise_parts.section(sheet.promises, speaking))
    return Leaf(
        language=speaking.language.code,
        direction=speaking.direction,
        title=pgettext("sheet", "Goals and plan: {client}").format(client=speaking.quote(sheet.client_name)),
        above=own(sheet.my_company or sheet.my_name, speaking, "muted"),
        below=(ours(pgettext("sheet", "As of {date}").format(date=speaking.date(sheet.today))),),
        sections=tuple(sections),
        foot=signature(speaking, sheet.my_name, sheet.my_company, sheet.my_phone),
    )


def signature(speaking: Voice, *lines: str) -> tuple[Words, ...]:
    """Who made it: the lines that say something."""
    found = (own(line, speaking) for line in lines)
    return tuple(line for line in found if line.text)


def _news(sheet: ClientSheet, speaking: Voice) -> list[Section]:
    """What changed since the sheet before."""
    if sheet.last_on is None:
        return []
    pgettext = speaking.words.pgettext
    title = pgettext("sheet", "New since {date}").format(date=speaking.date(sheet.last_on))
    told = tuple(ours(say(one, speaking)) for one in sheet.changes)
    if told:
        return [Section(ours(title), (Said(told, listed=True),))]
    nothing = pgettext("sheet", "Nothing has changed since the last sheet.")
    return [Section(ours(title), (Said((ours(nothing),)),))]


def _goals(sheet: ClientSheet, speaking: Voice) -> list[Section]:
    if not sheet.goals:
        nothing = speaking.words.pgettext("sheet", "No goals have been agreed yet.")
        title = speaking.words.pgettext("sheet", "Goals")
        return [Section(ours(title), (Said((ours(nothing),)),))]
    return [
        part
        for one in sheet.goals
        for part in (
            goal_parts.section(one, speaking, today=sheet.today),
            *goal_parts.details(one, speaking, today=sheet.today),
        )
    ]
