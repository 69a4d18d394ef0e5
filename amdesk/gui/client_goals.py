"""How a client's goals stand: a strip of the client's page, one line a goal."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amdesk.domain.goal import GoalLine
from amdesk.gui import goal_words, show
from amdesk.gui.place import Place
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.badge import BadgeLabel
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.data_button import DataButton
from amdesk.gui.widgets.labels import label
from amdesk.gui.widgets.layout import column, empty
from amdesk.i18n.catalog import _
from amdesk.services import goals
from amdesk.services.desk import Desk

_MOST = 6


class ClientGoals(QWidget):
    """Nothing to be seen while there is none."""

    place_requested = Signal(object)

    def __init__(self, desk: Desk, client_id: int) -> None:
        super().__init__()
        self._desk, self._id = desk, client_id
        self.setObjectName("client-goals")
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(SPACE.m)

    def turn_to(self, client_id: int) -> None:
        """Show those of another client at the next refresh."""
        self._id = client_id

    def refresh(self) -> None:
        """Ask again how they stand."""
        empty(self._rows)
        known = goals.of_client(self._desk, self._id)
        self.setVisible(bool(known))
        if not known:
            return
        self._rows.addWidget(label(_("Goals"), "section", name="client-goals-title"))
        for line in known[:_MOST]:
            self._rows.addWidget(self._row(line))
        if len(known) > _MOST:
            self._rows.addWidget(
                button(_("Show every goal"), "link", name="client-goals-all",
                       run=lambda: self.place_requested.emit(Place("goals")))
            )  # fmt: skip

        board = Place("goals_board", about=self._id)
        over_time = button(
            _("Goals over time"), "link", name="client-goals-board", icon="board",
            run=lambda: self.place_requested.emit(board),
        )  # fmt: skip
        self._rows.addWidget(over_time, 0, Qt.AlignmentFlag.AlignLeading)

    def _row(self, line: GoalLine) -> QWidget:
        goal, place = line.goal, Place("goal", line.id, self._id)
        name = DataButton(
            goal.name, "name", name=f"client-goal-{line.id}", run=lambda: self.place_requested.emit(place)
        )
        its = goals.standing(self._desk, line)
        target = goal_words.value(goal, goal.target)
        if line.value is None:
            told = _("to {target} by {date}").format(target=target, date=show.day(goal.due_on))
        else:
            told = _("{value} of {target} by {date}").format(
                value=goal_words.value(goal, line.value), target=target, date=show.day(goal.due_on)
            )
        facts = label(told, "caption", name="client-goal-told", wrap=True)
        badge = BadgeLabel(goal_words.badge(its.state), name="client-goal-state")
        made = column(name, facts, name="client-goal", gap=0)
        made.layout().setSpacing(SPACE.xs // 2)  # type: ignore[union-attr]
        made.layout().addWidget(badge)  # type: ignore[union-attr]
        made.layout().setAlignment(badge, Qt.AlignmentFlag.AlignLeading)  # type: ignore[union-attr]
        return made
