"""The way to a goal: its milestones and the actions planned for it, each done with one button, or changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from amdesk.domain.goal import SIDE_NAMES, Goal, Milestone, PlannedAction
from amdesk.gui import goal_words, show
from amdesk.gui.place import Place
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.buttons import button, icon_button
from amdesk.gui.widgets.data_button import DataButton
from amdesk.gui.widgets.labels import label
from amdesk.gui.widgets.layout import column, empty
from amdesk.i18n.bidi import isolate
from amdesk.i18n.catalog import _
from amdesk.services import goals
from amdesk.services.desk import Desk
from amdesk.services.goals import GoalPage


class GoalPlan(QWidget):
    """Milestones, then planned actions; those behind one stand with their day, quietly."""

    place_requested = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setObjectName("goal-plan")
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(SPACE.xl)

    def show_page(self, page: GoalPage) -> None:
        """Show these."""
        empty(self._rows)
        goal = page.goal
        self._rows.addWidget(
            self._section(
                _("Milestones"), _("Add a milestone"), "milestone", goal,
                (self._milestone(goal, one) for one in page.milestones),
            )
        )  # fmt: skip
        self._rows.addWidget(
            self._section(
                _("Planned actions"), _("Plan an action"), "action", goal,
                (self._action(goal, one) for one in page.actions),
            )
        )  # fmt: skip

    def _section(self, title: str, more: str, kind: str, goal: Goal, parts: Iterable[QWidget]) -> QWidget:
        place = Place(f"edit_{kind}", about=goal.client_id, within=goal.id)
        heading = label(title, "section", name=f"{kind}-title", wrap=True)
        add = button(
            more, "link", name=f"add-{kind}", icon="add", run=lambda: self.place_requested.emit(place)
        )  # fmt: skip
        return column(heading, *parts, add, name=f"{kind}-section", gap=SPACE.m)

    def _milestone(self, goal: Goal, one: Milestone) -> QWidget:
        told = show.joined(
            _("reached on {date}").format(date=show.day(one.reached_on))
            if one.reached_on
            else self._until(one.due_on),
            goal_words.value(goal, one.value),
        )
        return self._row(
            "milestone", one.id, one.title, told, goal=goal, done=one.reached_on is not None,
            late=one.reached_on is None and one.due_on < self._desk.today(),
            settle=lambda done: goals.reach(self._desk, one.id, on=self._desk.today() if done else None),
        )  # fmt: skip

    def _action(self, goal: Goal, one: PlannedAction) -> QWidget:
        who = isolate(one.owner) if one.owner else _(SIDE_NAMES[one.side])
        if one.done_on:
            when = _("done on {date}").format(date=show.day(one.done_on))
        elif one.due_on:
            when = self._until(one.due_on)
        else:
            when = _("from {date}").format(date=show.day(one.start_on)) if one.start_on else ""
        return self._row(
            "action", one.id, one.title, show.joined(who, when), goal=goal, done=one.done_on is not None,
            late=one.done_on is None and one.due_on is not None and one.due_on < self._desk.today(),
            settle=lambda done: goals.do_action(self._desk, one.id, on=self._desk.today() if done else None),
        )  # fmt: skip

    def _until(self, due_on: date) -> str:
        late = due_on < self._desk.today()
        return show.overdue(due_on) if late else _("by {date}").format(date=show.day(due_on))

    def _row(
        self, kind: str, id_: int, title: str, told: str, *, goal: Goal, done: bool, late: bool,
        settle: Callable[[bool], object],
    ) -> QWidget:  # fmt: skip
        place = Place(f"edit_{kind}", id_, goal.client_id, within=goal.id)
        name = DataButton(title, "name", name=f"{kind}-{id_}", run=lambda: self.place_requested.emit(place))
        facts = label(told, "error" if late else "caption", name=f"{kind}-told", wrap=True)
        words = _("Not done yet: {text}") if done else _("Done: {text}")
        tick = icon_button(
            words.format(text=title), name=f"{kind}-done-{id_}", icon="confirmed" if done else "done",
            run=lambda: settle(not done),
        )  # fmt: skip
        made = QWidget()
        made.setObjectName(f"{kind}-row")
        across = QHBoxLayout(made)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(SPACE.s)
        across.addWidget(column(name, facts, name=f"{kind}-words", gap=0), 1)
        across.addWidget(tick, 0, Qt.AlignmentFlag.AlignTop)
        return made
