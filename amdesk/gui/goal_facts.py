"""The leading side of a goal's page: whose it is, what is measured, from where to where, notes."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amdesk.domain.goal import RHYTHM_NAMES, Goal
from amdesk.domain.messages import inside
from amdesk.gui import goal_words, show
from amdesk.gui.place import Place
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.data_button import DataButton
from amdesk.gui.widgets.labels import data_label, label, paragraph
from amdesk.gui.widgets.layout import column, empty, row
from amdesk.gui.widgets.picture import Picture
from amdesk.i18n.catalog import _
from amdesk.services.goals import GoalPage


class GoalFacts(QWidget):
    """Facts that change seldom; the client's name leads to the client."""

    place_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("goal-facts")
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(SPACE.l)

    def show_page(self, page: GoalPage) -> None:
        """Show these facts."""
        empty(self._rows)
        goal, place = page.goal, Place("client", page.client.id)
        client = DataButton(
            page.client.name, "name", name="goal-client-open", icon="client",
            run=lambda: self.place_requested.emit(place),
        )  # fmt: skip
        self._rows.addWidget(client)
        self._rows.addWidget(column(*_facts(goal), name="goal-lines", gap=SPACE.xs))
        if goal.notes:
            note = paragraph(goal.notes, "muted", name="goal-private")
            self._rows.addWidget(
                column(
                    row(Picture("private", _("Never shown to the client")),
                        label(_("Private notes"), "section", name="goal-private-title"),
                        name="goal-private-head", gap=SPACE.xs),
                    note, name="goal-notes-read", gap=SPACE.xs,
                )
            )  # fmt: skip


def _facts(goal: Goal) -> Iterator[QWidget]:
    if goal.kpi:
        yield data_label(goal.kpi, "body", name="goal-kpi-read", wrap=True)
    told = [
        _("From {baseline} to {target}").format(
            baseline=goal_words.value(goal, goal.baseline), target=goal_words.value(goal, goal.target)
        ),
        _("From {start} to {due}").format(start=show.day(goal.start_on), due=show.day(goal.due_on)),
        _("Measured: {rhythm}").format(rhythm=_(inside(RHYTHM_NAMES[goal.rhythm]))),
        _("Shared with the client") if goal.shared else _("Not shared with the client"),
    ]
    if goal.ended_on:
        told.append(_("Closed on {date}").format(date=show.day(goal.ended_on)))
    for text in told:
        yield label(text, "muted", name="goal-fact", wrap=True)
