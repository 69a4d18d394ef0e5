"""A goal as its client reads it: the values that may stand on a page, and the parts made of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from amdesk.documents import drawing
from amdesk.documents.leaf import (
    Bar,
    Block,
    Cell,
    Column,
    Facts,
    Said,
    Section,
    Table,
    Words,
    cell,
    ours,
    own,
)
from amdesk.documents.voice import Voice
from amdesk.domain.goal import Goal, Measurement, Milestone, PlannedAction, by_day
from amdesk.domain.goal_marks import figure
from amdesk.domain.goal_picture import course, timeline
from amdesk.domain.goal_state import STATE_NAMES, Standing
from amdesk.domain.messages import Message
from amdesk.domain.text import fold
from amdesk.i18n.bidi import LRM, isolate
from amdesk.i18n.catalog import sentence
from amdesk.i18n.format import number_text
from amdesk.i18n.reader import reader

READINGS = 12  # the last ones stand in the table; all of them are in the picture
_SIZE = (760.0, 280.0)
_TONES = {
    "on_track": "plain", "reached": "good", "at_risk": "warn", "behind": "bad", "stale": "warn",
    "no_measurement": "warn",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class SharedGoal:
    """A goal with how it stands and what belongs to it. ``shared`` makes it: nothing private is in it."""

    goal: Goal
    standing: Standing
    measurements: tuple[Measurement, ...]
    milestones: tuple[Milestone, ...]
    actions: tuple[PlannedAction, ...]


def shared(
    goal: Goal,
    standing: Standing,
    *,
    measurements: Sequence[Measurement],
    milestones: Sequence[Milestone],
    actions: Sequence[PlannedAction],
    until: date,
) -> SharedGoal:
    """A goal without the notes on it and on its measurements, and without what was measured later."""
    counted = by_day(one for one in measurements if one.taken_on <= until)
    bare = tuple(replace(one, note="") for one in counted)
    return SharedGoal(replace(goal, notes=""), standing, bare, tuple(milestones), tuple(actions))


def section(one: SharedGoal, voice: Voice, *, today: date) -> Section:
    """Everything a client sees of a goal."""
    blocks: list[Block] = [_facts(one, voice)]
    if (bar := _bar(one, voice)) is not None:
        blocks.append(bar)
    if (told := _outlook(one, voice)) is not None:
        blocks.append(Said((ours(told),)))
    if one.measurements:
        blocks.append(_picture(one, voice, today=today))
    return Section(own(one.goal.name, voice), tuple(blocks), badge=state(one, voice), tone=tone(one))


def state(one: SharedGoal, voice: Voice) -> str:
    """The state in a word or two."""
    return voice.words.template(STATE_NAMES[one.standing.state])


def tone(one: SharedGoal) -> str:
    """How the state is drawn: its edge tells it as well, where there is no colour."""
    return _TONES.get(one.standing.state, "quiet")


def details(one: SharedGoal, voice: Voice, *, today: date) -> list[Section]:
    """The measurements, milestones and planned actions of a goal, those there are."""
    pgettext = voice.words.pgettext
    found = (
        (pgettext("sheet", "Measurements"), measurements(one, voice) if one.measurements else None),
        (pgettext("sheet", "Milestones"), milestones(one, voice, today=today) if one.milestones else None),
        (pgettext("sheet", "Planned actions"), actions(one.actions, voice) if one.actions else None),
    )
    return [Section(ours(title), (table,), level=3) for title, table in found if table is not None]


def value(goal: Goal, number: Decimal, voice: Voice) -> str:
    """A value with its unit, as the reader writes numbers."""
    told = figure(goal, number)
    if isinstance(told, Message):
        return say(told, voice)
    return number_text(told, voice.language.code)


def say(message: Message, voice: Voice) -> str:
    """A sentence in the reader's language and calendar."""
    return sentence(message, language=voice.language.code, calendar=voice.calendar)


def kpi(goal: Goal) -> str:
    """What is measured, where that says more than the goal's name."""
    return "" if fold(goal.kpi) == fold(goal.name) else goal.kpi


def _facts(one: SharedGoal, voice: Voice) -> Facts:
    """What is measured; where it began, where it is and where it is to be, each with its day."""
    goal, standing, pgettext = one.goal, one.standing, voice.words.pgettext
    dated = [
        (pgettext("sheet", "At the start, {date}"), goal.start_on, value(goal, goal.baseline, voice)),
        (pgettext("sheet", "Target, {date}"), goal.due_on, value(goal, goal.target, voice)),
    ]
    if standing.value is not None and standing.measured_on is not None:
        now = (pgettext("sheet", "Now, {date}"), standing.measured_on, value(goal, standing.value, voice))
        dated.insert(1, now)
    pairs = [(name.format(date=voice.date(day)), ours(told)) for name, day, told in dated]
    if measured_by := kpi(goal):
        pairs.insert(0, (pgettext("sheet", "Measured by"), own(measured_by, voice)))
    return Facts(tuple(pairs))


def _bar(one: SharedGoal, voice: Voice) -> Bar | None:
    """How much of the way is done; the mark stands where the pace agreed would be."""
    percent = one.standing.percent
    if percent is None:
        return None
    expected = round(one.standing.elapsed * 100)
    pgettext = voice.words.pgettext
    done = pgettext(
        "sheet", "{percent} of the way to the target; by now {expected} would be the pace agreed."
    )
    if one.standing.is_settled:
        done = pgettext("sheet", "{percent} of the way to the target.")
    told = done.format(percent=_percent(percent, voice), expected=_percent(expected, voice))
    return Bar(min(max(percent, 0), 100), expected, told)


def _percent(number: int, voice: Voice) -> str:
    shown = number_text(number, voice.language.code)
    told = voice.words.pgettext("share", "{n}%").format(n=shown)
    return isolate(told) if voice.language.rtl else told


def _outlook(one: SharedGoal, voice: Voice) -> str | None:
    """What is to come at the present pace."""
    standing, pgettext = one.standing, voice.words.pgettext
    if standing.state == "reached":
        return pgettext("sheet", "The target is reached.")
    if standing.is_settled or standing.value is None:
        return None
    if standing.forecast_on is None:
        return pgettext("sheet", "At the present pace the target will not be reached.") if (
            standing.state in {"behind", "at_risk"}
        ) else None  # fmt: skip
    pattern = (
        pgettext("sheet", "At the present pace the target will be reached on {date}, in time.")
        if standing.forecast_on <= one.goal.due_on
        else pgettext("sheet", "At the present pace the target will be reached on {date}, later than agreed.")
    )
    return pattern.format(date=voice.date(standing.forecast_on))


def _picture(one: SharedGoal, voice: Voice, *, today: date) -> Block:
    """The timeline, as the reader reads it."""
    reads = reader(voice.language.code, voice.calendar)
    shown = course(one.goal, one.measurements, one.milestones, today=today)
    made = timeline(shown, reads, today=today, size=_SIZE)
    return drawing.block(made.mirrored() if voice.language.rtl else made, reads, code=voice.language.code)


def measurements(one: SharedGoal, voice: Voice) -> Table:
    """The last measurements, the newest first, each with what it changed."""
    pgettext, goal = voice.words.pgettext, one.goal
    columns = (
        Column(pgettext("sheet", "Date"), 34),
        Column(pgettext("sheet", "Value"), 33, figures=True),
        Column(pgettext("sheet", "Change"), 33, figures=True),
    )
    before = (None, *one.measurements)
    rows = tuple(
        (
            cell(ours(voice.date(now.taken_on))),
            cell(ours(value(goal, now.value, voice))),
            cell(ours(change(then.value, now.value, voice) if then else "")),
        )
        for then, now in zip(before, one.measurements, strict=False)
    )
    return Table(pgettext("sheet", "Measurements"), columns, rows[::-1][:READINGS])


def change(before: Decimal, after: Decimal, voice: Voice) -> str:
    """By how much a value changed, with its sign."""
    difference = after - before
    if not difference:
        return voice.words.pgettext("change of a value", "unchanged")
    sign = "+" if difference > 0 else "−"
    mark = LRM if voice.language.rtl else ""
    return f"{mark}{sign}{number_text(abs(difference), voice.language.code)}"


def milestones(one: SharedGoal, voice: Voice, *, today: date) -> Table:
    """What is to be there on the way."""
    pgettext = voice.words.pgettext
    columns = (
        Column(pgettext("sheet", "What"), 44),
        Column(pgettext("sheet", "By when"), 28),
        Column(pgettext("sheet", "State"), 28),
    )
    rows = tuple(
        (
            cell(own(stone.title, voice), *_at(one.goal, stone, voice)),
            cell(ours(voice.date(stone.due_on))),
            cell(_reached(stone, voice, today=today)),
        )
        for stone in one.milestones
    )
    return Table(pgettext("sheet", "Milestones"), columns, rows)


def _at(goal: Goal, stone: Milestone, voice: Voice) -> list[Words]:
    return [] if stone.value is None else [ours(value(goal, stone.value, voice), "muted")]


def _reached(stone: Milestone, voice: Voice, *, today: date) -> Words:
    pgettext = voice.words.pgettext
    if stone.reached_on is not None:
        told = pgettext("sheet", "Reached on {date}").format(date=voice.date(stone.reached_on))
        return ours(told, "strong")
    late = stone.due_on < today
    return ours(pgettext("sheet", "Not reached yet") if late else pgettext("sheet", "Still to come"))


def actions(found: Sequence[PlannedAction], voice: Voice, *, goals: Sequence[str] = ()) -> Table:
    """What is going to be done, by whom, until when; ``goals`` says for which, where several are mixed."""
    pgettext = voice.words.pgettext
    columns = (
        Column(pgettext("sheet", "What"), 42),
        Column(pgettext("sheet", "Who"), 18),
        Column(pgettext("sheet", "By when"), 20),
        Column(pgettext("sheet", "State"), 20),
    )
    names = [own(name, voice, "muted") for name in goals] or [ours("")] * len(found)
    rows = tuple(
        (
            cell(own(one.title, voice), name),
            who(one.side, one.owner, voice),
            cell(ours(voice.date(one.due_on)) if one.due_on else _open_still(voice)),
            cell(_done(one, voice)),
        )
        for one, name in zip(found, names, strict=True)
    )
    return Table(pgettext("sheet", "Planned actions"), columns, rows)


def _done(one: PlannedAction, voice: Voice) -> Words:
    if one.done_on is None:
        return ours(voice.words.pgettext("sheet", "Planned"))
    told = voice.words.pgettext("sheet", "Done on {date}").format(date=voice.date(one.done_on))
    return ours(told, "strong")


def who(side: str | None, owner: str, voice: Voice) -> Cell:
    """Who does something: by name where one is known, else which side."""
    pgettext = voice.words.pgettext
    sides = {
        "us": pgettext("mail", "We"),
        "client": pgettext("mail", "You"),
        "third": pgettext("mail", "A third party"),
    }
    named = own(owner, voice)
    return cell(named if named.text else ours(sides.get(side or "", "")))


def _open_still(voice: Voice) -> Words:
    return ours(voice.words.pgettext("mail", "to be agreed"), "muted")
