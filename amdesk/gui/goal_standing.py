"""How a goal stands, at the head of its page: its state, its figures side by side, and what they mean."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from amdesk.gui import goal_words, show
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.badge import BadgeLabel
from amdesk.gui.widgets.flow import Flow
from amdesk.gui.widgets.labels import label
from amdesk.gui.widgets.layout import empty, fill
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
        high = max(one.sizeHint().height() for one in figures)
        for one in figures:  # as high as each other, so that their names stand in one line
            one.setFixedHeight(high)
        self._rows.addWidget(Flow(figures, name="goal-figures", gap=SPACE.xl))
        said = " ".join(goal_words.stands(page))
        self._rows.addWidget(label(said, "body", name="goal-stands", wrap=True))
        self.setAccessibleName(said)


def _figures(page: GoalPage) -> Iterator[QWidget]:
    goal, its = page.goal, page.standing
    state = BadgeLabel(goal_words.badge(its.state), name="goal-state")
    yield _at_top(label(_("State"), "caption", name="figure-name"), state, gap=SPACE.xs)
    figures = (
        ("now", _("Now"), goal_words.value(goal, its.value)),
        ("expected", _("Expected today"), goal_words.value(goal, its.expected)),
        ("target", _("Target"), goal_words.value(goal, goal.target)),
        ("due", _("Due"), show.day(goal.due_on)),
    )
    for name, title, text in figures:
        if text:
            yield _at_top(
                label(title, "caption", name="figure-name"),
                label(text, "title", name=f"figure-{name}-value"),
                gap=0,
            )  # fmt: skip


def _at_top(name: QWidget, figure: QWidget, *, gap: int) -> QWidget:
    """A figure under its name; what is left of a line's height is below."""
    made = QWidget()
    made.setObjectName(f"{figure.objectName()}-named")
    down = QVBoxLayout(made)
    fill(down, (name, figure), gap=gap, margin=0)
    down.addStretch()
    return made
