"""Whether a task is put so that somebody else can do it: five ticks, advice and never a wall (row S77)."""

from __future__ import annotations

from dataclasses import dataclass

from amdesk.domain.messages import N_
from amdesk.domain.task import Task
from amdesk.domain.text import is_blank

_A_SENTENCE = 3  # words: fewer name a thing and do not say what is to be done with it


@dataclass(frozen=True, slots=True)
class Tick:
    """One of the five: what it is called (a message id), whether it is met, and what would meet it."""

    id: str
    name: str
    is_met: bool
    advice: str


def ticks(task: Task) -> tuple[Tick, ...]:
    """The five, in the order of their letters."""
    has_words = len(task.title.split()) >= _A_SENTENCE or not is_blank(task.requirements)
    has_goal = task.goal_id is not None or not is_blank(task.no_goal_reason)
    return (
        Tick("specific", N_("Specific"), has_words, N_("Say in a few words what exactly is to be done.")),
        Tick(
            "measurable", N_("Measurable"), not is_blank(task.result),
            N_("Say by what result one sees that it is done."),
        ),
        Tick(
            "achievable", N_("Achievable"), task.side == "us" or task.agreed_on is not None,
            N_("Ask whether and by when they can do it, and note the day they agreed."),
        ),
        Tick(
            "relevant", N_("Relevant"), has_goal,
            N_("Choose the goal it serves, or say why it serves none."),
        ),
        Tick("time_bound", N_("Time-bound"), task.due_on is not None, N_("Set the day it is due.")),
    )  # fmt: skip
