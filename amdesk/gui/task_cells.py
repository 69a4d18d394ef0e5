"""What lists of tasks say of one: what, whose, by when, when it is looked at, how it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial

from amdesk.domain.messages import N_
from amdesk.domain.task import SIDE_NAMES, STATE_NAMES, Load, Task, TaskLine
from amdesk.gui import show
from amdesk.gui.column_room import days, moments, room_for
from amdesk.gui.rows import Cell, Column
from amdesk.gui.theme import ToneName
from amdesk.gui.widgets.badge import Badge
from amdesk.i18n.bidi import isolate
from amdesk.i18n.catalog import _, pgettext
from amdesk.services.desk import Desk

STATE_TONE: dict[str, ToneName] = {
    "open": "info",
    "waiting": "warn",
    "checked": "good",
    "done": "good",
    "dropped": "quiet",
}


def columns(desk: Desk) -> tuple[Column[TaskLine], ...]:
    """The columns of the list."""
    late = pgettext("task", "Overdue")
    return (
        Column("task", N_("Task"), what),
        Column("who", N_("Who"), _who, 136),
        Column("due", N_("Due"), partial(_due, desk), room_for(Cell(day, late) for day in days())),
        Column(
            "checkpoint",
            N_("Checkpoint"),
            partial(_checkpoint, desk),
            room_for(map(Cell, moments(desk))),
            yields=1,
        ),
        Column(
            "state",
            N_("State"),
            lambda line: _state(shown_state(line.task, desk.today())),
            room_for(map(_state, STATE_NAMES)),
            yields=2,
        ),
    )


def _state(state: str) -> Cell:
    """What is just open needs no mark."""
    badge = _badge(state)
    return Cell(badge.text) if state == "open" else Cell("", badges=(badge,))


def what(line: TaskLine) -> Cell:
    """The task over its client, marked where it binds us to them."""
    task = line.task
    promise = (Badge(_("Promise"), "info"),) if task.promise else ()
    whose = show.joined(isolate(line.client), isolate(line.goal))
    return Cell(task.title, whose, promise)


def card(desk: Desk, line: TaskLine) -> Cell:
    """The task as a card of the board: who has it and by when under it."""
    task = line.task
    late = (_late_badge(),) if task.is_late(desk.today()) else ()
    told = show.joined(isolate(line.client) if line.client else "", isolate(who(task)), until(task))
    return Cell(task.title, told, late)


def who(task: Task) -> str:
    """Who has it: by name where there is one."""
    return task.assignee or str(_(SIDE_NAMES[task.side]))


def until(task: Task) -> str:
    """By when; nothing where no day is agreed."""
    return _("by {date}").format(date=show.day(task.due_on)) if task.due_on else ""


def not_agreed(task: Task) -> Badge | None:
    """The mark of what somebody else is to do and has not agreed to yet; in a call both sides agreed."""
    if task.side == "us" or task.agreed_on or task.point_id is not None or not task.is_open:
        return None
    return Badge(_("Not agreed yet"), "warn", "question")


def state_badge(task: Task, today: date) -> Badge:
    """How it stands."""
    return _badge(shown_state(task, today))


def shown_state(task: Task, today: date) -> str:
    """Its state; what was found on track and is overdue is so no longer."""
    return "open" if task.state == "checked" and task.is_late(today) else task.state


def _badge(state: str) -> Badge:
    return Badge(_(STATE_NAMES[state]), STATE_TONE[state])


def _late_badge() -> Badge:
    return Badge(pgettext("task", "Overdue"), "danger")


def _who(line: TaskLine) -> Cell:
    badge = not_agreed(line.task)
    if badge is None:
        return Cell(who(line.task))
    return Cell(who(line.task), badge.text, (Badge("", badge.tone, badge.icon),))


def _due(desk: Desk, line: TaskLine) -> Cell:
    task = line.task
    if not task.is_open:
        return Cell(show.moment_day(desk, task.done_at))
    if task.is_late(desk.today()):
        return Cell(show.day(task.due_on), pgettext("task", "Overdue"), tone="danger")
    return Cell(show.day(task.due_on) or pgettext("task", "No date"))


def _checkpoint(desk: Desk, line: TaskLine) -> Cell:
    task = line.task
    at = task.rings_at
    if at is None:
        return Cell("")
    come = at <= desk.now()
    return Cell(show.clock(desk, at), _("Time to look at it") if come else "", tone="danger" if come else "")


@dataclass(frozen=True, slots=True)
class LoadLine:
    """What a colleague has to do, as a line of a list: ``id`` is its number there."""

    id: int
    load: Load


def load_columns() -> tuple[Column[LoadLine], ...]:
    """The columns of who has what."""
    wide = room_for(map(Cell, days()))
    return (
        Column("who", N_("Colleague"), lambda one: Cell(one.load.assignee or _("No name"), icon="contact")),
        Column("open", N_("Open tasks"), lambda one: Cell(show.count(one.load.open)), 104),
        Column("late", N_("Overdue"), _late, 96),
        Column("agreed", N_("Not agreed yet"), lambda one: Cell(_some(one.load.not_agreed)), 128, yields=1),
        Column("next", N_("Next due"), lambda one: Cell(show.day(one.load.next_due_on)), wide),
        Column("last", N_("Last due"), lambda one: Cell(show.day(one.load.last_due_on)), wide, yields=2),
    )


def _late(one: LoadLine) -> Cell:
    late = one.load.late
    return Cell(show.count(late), tone="danger") if late else Cell("")


def _some(count: int) -> str:
    return show.count(count) if count else ""
