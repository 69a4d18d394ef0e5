"""How a goal is shown: its values with their unit, its state with a tone and a picture, how it stands."""

from __future__ import annotations

from decimal import Decimal

from amdesk.domain.goal import Goal
from amdesk.domain.goal_marks import figure
from amdesk.domain.goal_state import STATE_NAMES
from amdesk.domain.goal_told import told
from amdesk.domain.messages import Message
from amdesk.gui import show
from amdesk.gui.theme import ToneName
from amdesk.gui.widgets.badge import Badge
from amdesk.i18n.catalog import _, current, sentence
from amdesk.i18n.format import number_text
from amdesk.services.goals import GoalPage

# A tone and a picture for each state: never a colour alone.
LOOK: dict[str, tuple[ToneName, str]] = {
    "behind": ("danger", "alert"),
    "at_risk": ("warn", "warning"),
    "stale": ("warn", "history"),
    "no_measurement": ("warn", "lacking"),
    "no_span": ("warn", "question"),
    "on_track": ("good", "done"),
    "not_started": ("quiet", "calendar"),
    "reached": ("good", "confirmed"),
    "ended": ("quiet", "milestone"),
}


def badge(state: str) -> Badge:
    """A state as a badge."""
    tone, icon = LOOK[state]
    return Badge(_(STATE_NAMES[state]), tone, icon)


def value(goal: Goal, amount: Decimal | None) -> str:
    """A value with its unit, as the language writes numbers; nothing for none."""
    if amount is None:
        return ""
    found = figure(goal, amount)
    return sentence(found) if isinstance(found, Message) else number_text(amount, current())


def stands(page: GoalPage) -> tuple[str, ...]:
    """How it stands, in sentences: first the state, then the forecast."""
    return tuple(map(show.said, told(page.goal, page.standing)))
