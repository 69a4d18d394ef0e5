"""The page to read before a meeting: for the person themself, in their own language, on one sheet or two."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from amdesk.documents import goal_parts, promise_parts
from amdesk.documents.goal_parts import say
from amdesk.documents.leaf import (
    Block,
    Cell,
    Column,
    Facts,
    Leaf,
    Said,
    Section,
    Table,
    Words,
    cell,
    ours,
    own,
)
from amdesk.documents.promise_parts import OpenQuestion, Promise
from amdesk.documents.voice import Voice, voice
from amdesk.domain.client import STAGE_NAMES
from amdesk.domain.goal import Goal
from amdesk.domain.goal_state import STATE_NAMES, Standing
from amdesk.domain.interaction import CHANNEL_NAMES
from amdesk.domain.messages import N_, Message, as_message
from amdesk.domain.messages import Words as MessageId
from amdesk.domain.points import POINT_KIND_NAMES, Point
from amdesk.domain.summary import STATE_NAMES as SUMMARY_STATE_NAMES
from amdesk.i18n.format import unbroken

_LACKING = {
    "contact": N_("No contact yet"),
    "mobile": N_("Ask for the mobile number"),
    "email": N_("Ask for the e-mail"),
    "birthday": N_("Ask for the birthday"),
    "language": N_("Ask for the language"),
}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody at the client: what they do, how they are reached, what is noted of them (taste, nuances)."""

    name: str
    role: str
    reached: tuple[str, ...]
    hours: str
    notes: str


@dataclass(frozen=True, slots=True)
class Talk:
    """A call or meeting and what was agreed in it."""

    on: date
    channel: str
    reference: str
    occasion: str
    people: tuple[str, ...]
    state: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Prepare:
    """All that is worth knowing before a meeting. The private notes on calls stay where they are: paper lies
    about.
    """

    language: str
    calendar: str
    today: date
    client_name: str
    code: str
    stage: str
    tier: str
    last_contact_on: date | None
    next_contact_on: date | None
    next_step: str
    notes: str
    people: tuple[Person, ...]
    lacking: tuple[str, ...]
    promises: tuple[Promise, ...]
    questions: tuple[OpenQuestion, ...]
    goals: tuple[tuple[Goal, Standing], ...]
    talks: tuple[Talk, ...]
    dates: tuple[Message, ...]


def render(page: Prepare) -> Leaf:
    """The page."""
    speaking = voice(page.language, page.calendar)
    pgettext = speaking.words.pgettext
    sections = (
        _next(page, speaking),
        promise_parts.section(page.promises, speaking),
        promise_parts.questions(page.questions, speaking, today=page.today),
        _goals(page, speaking),
        *_talks(page, speaking),
        *_people(page, speaking),
        *_dates(page, speaking),
        *_lacking(page, speaking),
    )
    return Leaf(
        language=speaking.language.code,
        direction=speaking.direction,
        title=pgettext("prepare", "Prepare: {client}").format(client=speaking.quote(page.client_name)),
        above=ours(pgettext("prepare", "For yourself: this page is not for the client."), "muted"),
        below=(ours(speaking.date(page.today)),),
        sections=sections,
        foot=(),
    )


def _next(page: Prepare, voice: Voice) -> Section:
    """What kind of client, when one last spoke, and what was to be the next step."""
    pgettext = voice.words.pgettext
    pairs: list[tuple[str, Words]] = [
        (pgettext("prepare", "Code"), ours(page.code)),
        (pgettext("prepare", "Stage"), _named(STAGE_NAMES.get(page.stage, page.stage), voice)),
    ]
    if page.tier:
        pairs.append((pgettext("prepare", "Tier"), ours(page.tier)))
    if page.last_contact_on:
        pairs.append((pgettext("prepare", "Last contact"), ours(voice.date(page.last_contact_on))))
    if page.next_contact_on:
        pairs.append((pgettext("prepare", "Next contact"), ours(voice.date(page.next_contact_on))))
    blocks: list[Block] = [Facts(tuple(pairs))]
    written = ((N_("Next step"), page.next_step), (N_("Notes"), page.notes))
    blocks += [
        Said((_named(name, voice, "muted"), *_lines(text, voice))) for name, text in written if text.strip()
    ]
    return Section(ours(pgettext("prepare", "At a glance")), tuple(blocks))


def _goals(page: Prepare, voice: Voice) -> Section:
    pgettext = voice.words.pgettext
    title = pgettext("prepare", "KPIs now")
    if not page.goals:
        return Section(ours(title), (Said((ours(pgettext("sheet", "No goals have been agreed yet.")),)),))
    columns = (
        Column(pgettext("sheet", "Goal"), 32),
        Column(pgettext("prepare", "Now"), 24),
        Column(pgettext("sheet", "Target"), 24),
        Column(pgettext("sheet", "State"), 20),
    )
    return Section(ours(title), (Table(title, columns, tuple(_goal(*one, voice) for one in page.goals)),))


def _goal(goal: Goal, standing: Standing, voice: Voice) -> tuple[Cell, ...]:
    pgettext = voice.words.pgettext
    by = pgettext("sheet", "by {date}").format(date=unbroken(voice.date(goal.due_on)))
    shown = "" if goal.shared else pgettext("prepare", "The client does not see this goal.")
    now = [ours(pgettext("sheet", "not measured"), "muted")]
    if standing.value is not None and standing.measured_on is not None:
        now = [
            ours(goal_parts.value(goal, standing.value, voice), "strong"),
            ours(voice.date(standing.measured_on), "muted"),
        ]
    return (
        cell(
            own(goal.name, voice, "strong"), own(goal_parts.kpi(goal), voice, "muted"), ours(shown, "muted")
        ),
        cell(*now),
        cell(ours(goal_parts.value(goal, goal.target, voice)), ours(by, "muted")),
        cell(_named(STATE_NAMES[standing.state], voice, "strong")),
    )


def _talks(page: Prepare, voice: Voice) -> list[Section]:
    """The last summaries, the newest first."""
    if not page.talks:
        return []
    pgettext = voice.words.pgettext
    title = pgettext("prepare", "Last summaries")
    return [Section(ours(title), ()), *(_talk(one, voice) for one in page.talks)]


def _talk(talk: Talk, voice: Voice) -> Section:
    channel = voice.words.gettext(CHANNEL_NAMES.get(talk.channel, talk.channel))
    pattern = voice.words.pgettext("prepare", "{date}, {channel}")
    head = pattern.format(date=voice.date(talk.on), channel=channel)
    about = [own(talk.occasion, voice)] if talk.occasion else []
    told = [voice.quote(talk.reference), *([voice.all_of(talk.people)] if talk.people else [])]
    blocks: list[Block] = [Said((*about, ours(" · ".join(told), "muted")))]
    if talk.points:
        blocks.append(Said(tuple(_point(one, voice) for one in talk.points), listed=True))
    state = voice.words.template(as_message(SUMMARY_STATE_NAMES[talk.state])) if talk.state else ""
    return Section(ours(head), tuple(blocks), badge=state, tone="quiet", level=3)


def _point(point: Point, voice: Voice) -> Words:
    kind = voice.words.template(as_message(POINT_KIND_NAMES.get(point.kind, point.kind)))
    pattern = voice.words.pgettext("prepare", "{kind}: {text}")
    return ours(pattern.format(kind=kind, text=voice.quote(point.text)))


def _people(page: Prepare, voice: Voice) -> list[Section]:
    if not page.people:
        return []
    pgettext = voice.words.pgettext
    title = pgettext("prepare", "People, and what they like")
    columns = (
        Column(pgettext("prepare", "Who"), 26),
        Column(pgettext("prepare", "How to reach them"), 30),
        Column(pgettext("prepare", "Notes"), 44),
    )
    rows = tuple(
        (
            cell(own(one.name, voice, "strong"), own(one.role, voice, "muted")),
            cell(*(own(text, voice) for text in one.reached), own(one.hours, voice, "muted")),
            cell(*_lines(one.notes, voice)),
        )
        for one in page.people
    )
    return [Section(ours(title), (Table(title, columns, rows),))]


def _dates(page: Prepare, voice: Voice) -> list[Section]:
    """Personal days of thirty days back and thirty on."""
    if not page.dates:
        return []
    title = voice.words.pgettext("prepare", "Personal dates around now")
    told = tuple(ours(say(one, voice)) for one in page.dates)
    return [Section(ours(title), (Said(told, listed=True),))]


def _lacking(page: Prepare, voice: Voice) -> list[Section]:
    if not page.lacking:
        return []
    title = voice.words.pgettext("prepare", "Still to be asked")
    asked = tuple(ours(voice.words.gettext(_LACKING[one])) for one in page.lacking if one in _LACKING)
    return [Section(ours(title), (Said(asked, listed=True),))]


def _lines(text: str, voice: Voice) -> tuple[Words, ...]:
    """A note as its paragraphs."""
    return tuple(own(line, voice) for line in text.splitlines() if line.strip())


def _named(words: MessageId, voice: Voice, kind: str = "") -> Words:
    return ours(voice.words.template(as_message(words)), kind)
