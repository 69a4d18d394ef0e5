"""The monthly report: KPIs against the month before, what was done, what is promised, what is next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from amdesk.documents import goal_parts, promise_parts
from amdesk.documents.client_sheet import signature
from amdesk.documents.goal_parts import SharedGoal
from amdesk.documents.leaf import Cell, Column, Leaf, Said, Section, Table, Words, cell, ours, own
from amdesk.documents.promise_parts import OpenQuestion, Promise
from amdesk.documents.voice import Voice, voice
from amdesk.domain.goal import PlannedAction
from amdesk.i18n.format import unbroken
from amdesk.i18n.months import month_title


@dataclass(frozen=True, slots=True)
class GoalMonth:
    """A goal as it stood at the end of the month, and its last value at the end of the month before."""

    shared: SharedGoal
    before: Decimal | None


@dataclass(frozen=True, slots=True)
class Done:
    """Something done in the month: a planned action, a milestone, a promise; ``of`` is the goal it is for."""

    text: str
    on: date
    side: str
    owner: str = ""
    of: str = ""


@dataclass(frozen=True, slots=True)
class MonthlyReport:
    """All that a client is told of a month of their calendar: there is no field for anything private.

    ``last`` is the last day told of: that of the month, or today while it lasts. ``planned`` are the actions
    still to be done then, each with the name of its goal.
    """

    language: str
    calendar: str
    client_name: str
    first: date
    last: date
    today: date
    goals: tuple[GoalMonth, ...]
    done: tuple[Done, ...]
    promises: tuple[Promise, ...]
    questions: tuple[OpenQuestion, ...]
    planned: tuple[tuple[PlannedAction, str], ...]
    my_name: str
    my_company: str
    my_phone: str


def render(report: MonthlyReport) -> Leaf:
    """The report as a page."""
    speaking = voice(report.language, report.calendar)
    pgettext = speaking.words.pgettext
    month = month_title(report.first, speaking.language.code, calendar=speaking.calendar)
    title = pgettext("sheet", "{month}: report for {client}")
    span = pgettext("sheet", "From {first} to {last}").format(
        first=speaking.date(report.first), last=speaking.date(report.last)
    )
    return Leaf(
        language=speaking.language.code,
        direction=speaking.direction,
        title=title.format(month=month, client=speaking.quote(report.client_name)),
        above=own(report.my_company or report.my_name, speaking, "muted"),
        below=(ours(span),),
        sections=(
            _goals(report, speaking),
            _done(report.done, speaking),
            promise_parts.section(report.promises, speaking),
            promise_parts.questions(report.questions, speaking, today=report.today),
            _planned(report.planned, speaking),
        ),
        foot=signature(speaking, report.my_name, report.my_company, report.my_phone),
    )


def _goals(report: MonthlyReport, voice: Voice) -> Section:
    """Each goal in a row: before, now, by how much, the target, the state."""
    pgettext = voice.words.pgettext
    title = ours(pgettext("sheet", "Goals"))
    if not report.goals:
        return Section(title, (Said((ours(pgettext("sheet", "No goals have been agreed yet.")),)),))
    columns = (
        Column(pgettext("sheet", "Goal"), 27),
        Column(pgettext("sheet", "Month before"), 14, figures=True),
        Column(pgettext("sheet", "This month"), 14, figures=True),
        Column(pgettext("sheet", "Change"), 11, figures=True),
        Column(pgettext("sheet", "Target"), 19, figures=True),
        Column(pgettext("sheet", "State"), 15),
    )
    table = Table(pgettext("sheet", "Goals"), columns, tuple(_row(one, voice) for one in report.goals))
    return Section(title, (table,))


def _row(one: GoalMonth, voice: Voice) -> tuple[Cell, ...]:
    goal, standing = one.shared.goal, one.shared.standing
    now = standing.value
    difference = goal_parts.change(one.before, now, voice) if None not in {one.before, now} else ""  # type: ignore[arg-type]
    due = voice.words.pgettext("sheet", "by {date}").format(date=unbroken(voice.date(goal.due_on)))
    return (
        cell(own(goal.name, voice, "strong"), own(goal_parts.kpi(goal), voice, "muted")),
        cell(_value(one, one.before, voice)),
        cell(_value(one, now, voice, "strong")),
        cell(ours(difference)),
        cell(ours(goal_parts.value(goal, goal.target, voice)), ours(due, "muted")),
        cell(ours(goal_parts.state(one.shared, voice), "strong")),
    )


def _value(one: GoalMonth, number: Decimal | None, voice: Voice, kind: str = "") -> Words:
    if number is None:
        return ours(voice.words.pgettext("sheet", "not measured"), "muted")
    return ours(goal_parts.value(one.shared.goal, number, voice), kind)


def _done(found: Sequence[Done], voice: Voice) -> Section:
    pgettext = voice.words.pgettext
    title = pgettext("sheet", "Done this month")
    if not found:
        return Section(ours(title), (Said((ours(pgettext("sheet", "Nothing was finished this month.")),)),))
    columns = (
        Column(pgettext("sheet", "What"), 52),
        Column(pgettext("sheet", "Who"), 22),
        Column(pgettext("sheet", "Date"), 26),
    )
    rows = tuple(
        (
            cell(own(one.text, voice), own(one.of, voice, "muted")),
            goal_parts.who(one.side, one.owner, voice),
            cell(ours(voice.date(one.on))),
        )
        for one in sorted(found, key=lambda one: one.on)
    )
    return Section(ours(title), (Table(title, columns, rows),))


def _planned(found: Sequence[tuple[PlannedAction, str]], voice: Voice) -> Section:
    pgettext = voice.words.pgettext
    title = ours(pgettext("sheet", "Next actions"))
    if not found:
        return Section(title, (Said((ours(pgettext("sheet", "No next action is planned.")),)),))
    steps = [one for one, _goal in found]
    return Section(title, (goal_parts.actions(steps, voice, goals=[goal for _one, goal in found]),))
