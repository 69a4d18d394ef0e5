"""How a goal stands, at the head of its page: its state, its figures side by side, and what they mean."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from amdesk.gui import goal_words, show
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.badge import BadgeLabel
from amdesk.gui.widgets.flow import Flow
from amdesk.gui.widgets.labels import label
from amdesk.gui.widgets.layout import column, empty
from amdesk.i18n.catalog import _
from amdesk.services.goals import GoalPage


class GoalStanding(QWidget):
    """The state is a badge and a sentence; the forecast is the sentence after it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("goal-standing")
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(SPACE.s)

    def show_page(self, page: GoalPage) -> None:
        """Show how it stands today."""
        empty(self._rows)
        figures = [*_figures(page)]
        for one in figures:  # as high as each other, so that their names stand in one line
            one.setFixedHeight(max(other.sizeHint().height() for other in figures))
        self._rows.addWidget(Flow(figures, name="goal-figures", gap=SPACE.xl))
        said = " ".join(goal_words.stands(page))
        self._rows.addWidget(label(said, "body", name="goal-stands", wrap=True))
        self.setAccessibleName(said)


def _figures(page: GoalPage) -> Iterator[QWidget]:
    goal, its = page.goal, page.standing
    state = BadgeLabel(goal_words.badge(its.state), name="goal-state")
    yield column(label(_("State"), "caption", name="figure-name"), state, name="figure-state", gap=SPACE.xs)
    figures = (
        ("now", _("Now"), goal_words.value(goal, its.value)),
        ("expected", _("Expected today"), goal_words.value(goal, its.expected)),
        ("target", _("Target"), goal_words.value(goal, goal.target)),
        ("due", _("Due"), show.day(goal.due_on)),
    )
    for name, title, text in figures:
        if text:
            yield column(
                label(title, "caption", name="figure-name"),
                label(text, "title", name=f"figure-{name}-value"),
                name=f"figure-{name}", gap=0,
            )  # fmt: skip
