"""Tasks of the sample beside those agreed in calls: for colleagues, for others, with what became of them."""

from __future__ import annotations

from datetime import time
from typing import Any

from amdesk.services import goals, task_outcomes, tasks
from amdesk.services.sample_calls import Story
from amdesk.services.sample_days import Days

_OWN = (
    "title", "side", "assignee", "assignee_address", "assignee_language", "result", "requirements",
    "important", "urgent", "promise", "no_goal_reason",
)  # fmt: skip
_MORNING = time(9, 10)


def tell_tasks(days: Days, client_id: int, story: Story) -> None:
    """The tasks of a client, with days counted from today."""
    for told in story.get("tasks", ()):
        _tell(days, client_id, told)


def _tell(days: Days, client_id: int, told: Story) -> None:
    then = days.at(days.moment(days.day(told["set"]), _MORNING))
    goal_id = goals.named(then, client_id, told["goal"]) if "goal" in told else None
    own: dict[str, Any] = {name: told[name] for name in _OWN if name in told}
    own |= {f"{name}_on": days.day(told[name]) for name in ("start", "due", "agreed") if name in told}
    made = tasks.add(then, client_id=client_id, goal_id=goal_id, **own)
    if "question" in told:
        task_outcomes.clarify(days.at(days.moment(days.day(told["asked"]), _MORNING)), made, told["question"])
    if told.get("on_track"):
        task_outcomes.on_track(then, made)
