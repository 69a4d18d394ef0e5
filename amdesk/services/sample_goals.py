"""Goals of the sample: where a client began, what is wanted, and what was measured on the way."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from amdesk.services import goals
from amdesk.services.desk import Desk
from amdesk.services.sample_calls import Story

_OWN = ("name", "kpi", "unit", "direction", "rhythm", "notes", "shared")
_NOON = time(12)


def tell_goals(desk: Desk, client_id: int, story: Story) -> None:
    """The goals of a client, with days counted from today."""
    for told in story.get("goals", ()):
        _tell(desk, client_id, told)


def _tell(desk: Desk, client_id: int, told: Story) -> None:
    start_on = _day(desk, told["start"])
    goal_id = goals.add(
        _then(desk, start_on), client_id=client_id, baseline=Decimal(told["baseline"]),
        target=Decimal(told["target"]), start_on=start_on, due_on=_day(desk, told["due"]),
        **{"shared": True, **{key: told[key] for key in _OWN if key in told}},
    )  # fmt: skip
    values = told.get("values", ())
    for place, value in enumerate(values):
        taken_on = _day(desk, told["last"] - told["every"] * (len(values) - 1 - place))
        goals.measure(desk, goal_id, taken_on, Decimal(value))
    for one in told.get("milestones", ()):
        reached_on = _day(desk, one["reached"]) if "reached" in one else None
        value = Decimal(one["value"]) if "value" in one else None
        goals.add_milestone(
            desk, goal_id, title=one["title"], due_on=_day(desk, one["due"]), value=value,
            reached_on=reached_on,
        )  # fmt: skip
    for one in told.get("actions", ()):
        days = {f"{key}_on": _day(desk, one[key]) for key in ("start", "due", "done") if key in one}
        goals.plan_action(
            desk, goal_id, title=one["title"], side=one["side"], owner=one.get("owner", ""), **days
        )
    if "ended" in told:
        goals.end(desk, goal_id, on=_day(desk, told["ended"]))


def _day(desk: Desk, count: int) -> date:
    return desk.today() + timedelta(days=count)


def _then(desk: Desk, day: date) -> Desk:
    """The desk at noon of a day that has passed."""
    moment = min(datetime.combine(day, _NOON, desk.zone), desk.now())
    return replace(desk, clock=lambda: moment)
