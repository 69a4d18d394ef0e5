"""The columns of the list of goals."""

from __future__ import annotations

from collections.abc import Callable

from amdesk.domain.goal import GoalLine
from amdesk.domain.goal_state import STATE_NAMES
from amdesk.domain.messages import N_
from amdesk.gui import goal_words, show
from amdesk.gui.column_room import days, room_for
from amdesk.gui.rows import Cell, Column
from amdesk.i18n.catalog import current
from amdesk.i18n.format import number_text
from amdesk.services import goals
from amdesk.services.desk import Desk

Shows = Callable[[str], bool]


def columns(desk: Desk, shows: Shows) -> tuple[Column[GoalLine], ...]:
    """Every column; ``shows`` tells whether another one is shown, which then need not be said twice."""
    return (
        Column("name", N_("Goal"), lambda line: _name(line, shows), sort="name", share=3),
        Column("client", N_("Client"), lambda line: Cell(line.client), sort="client", share=2, yields=1),
        Column(
            "state", N_("State"), lambda line: _state(desk, line), sort="state",
            width=room_for(Cell("", badges=(goal_words.badge(one),)) for one in STATE_NAMES),
        ),
        Column("now", N_("Now"), _now, 132, align="figures"),
        Column(
            "expected", N_("Expected"), lambda line: _expected(desk, line, shows), 116, align="figures",
            yields=2,
        ),
        Column(
            "target", N_("Target"), lambda line: Cell(goal_words.value(line.goal, line.goal.target)), 116,
            align="figures", usual=False,
        ),
        Column("due", N_("Due"), lambda line: Cell(show.day(line.goal.due_on)), room_for(map(Cell, days())),
               sort="due"),
    )  # fmt: skip


def _name(line: GoalLine, shows: Shows) -> Cell:
    told = line.goal.kpi if shows("client") else line.client
    return Cell(line.goal.name, told, icon="goal", tip=line.goal.name)


def _state(desk: Desk, line: GoalLine) -> Cell:
    return Cell("", badges=(goal_words.badge(goals.standing(desk, line).state),))


def _now(line: GoalLine) -> Cell:
    said = goal_words.value(line.goal, line.value)
    return Cell(said, show.day(line.measured_on), tip=said)


def _expected(desk: Desk, line: GoalLine, shows: Shows) -> Cell:
    """Without the unit where it stands beside it already."""
    expected = goals.standing(desk, line).expected
    if line.value is not None and shows("now"):
        return Cell(number_text(expected, current()))
    said = goal_words.value(line.goal, expected)
    return Cell(said, tip=said)
