"""Which goals stand on Today, and why: those without a fresh measurement, and those that fall behind."""

from __future__ import annotations

from datetime import date

from amdesk.domain.agenda import Moment
from amdesk.domain.agenda_rows import Row
from amdesk.domain.goal import RHYTHM_DAYS, GoalLine
from amdesk.domain.goal_marks import figure
from amdesk.domain.goal_state import Standing, standing_of, told_behind_on
from amdesk.domain.messages import N_, Message


def to_measure(line: GoalLine, at: Moment) -> Row | None:
    """A goal whose last measurement is older than one and a half rhythms, or that was never measured; one
    that is over wants a last one. Red once it is twice as late.
    """
    goal, standing = line.goal, standing_of(line, today=at.today)
    if goal.ended_on is not None:
        return None
    if wants_last(line, standing):
        reason = Message.of(N_("“{goal}” was due on {date}: take the last measurement"),
                            goal=goal.name, date=goal.due_on)  # fmt: skip
        return _row(line, at, reason, "measure", due_on=goal.due_on, since=goal.due_on)
    if standing.state not in {"stale", "no_measurement"} or standing.stale_on > at.today:
        return None
    since = goal.start_on
    if standing.state == "stale" and line.measured_on and line.value is not None:
        since = line.measured_on
        reason = Message.of(N_("“{goal}” was last measured on {date}: {value}"),
                            goal=goal.name, date=since, value=figure(goal, line.value))  # fmt: skip
    else:
        reason = Message.of(N_("“{goal}” has not been measured since it began"), goal=goal.name)
    return _row(line, at, reason, "measure", due_on=standing.stale_on, since=since)


def to_catch_up(line: GoalLine, at: Moment) -> Row | None:
    """A goal that is behind what is expected by now, or whose time is over short of its target (red)."""
    goal, standing = line.goal, standing_of(line, today=at.today)
    if goal.ended_on is not None or line.value is None or line.measured_on is None:
        return None
    fields: dict[str, object] = {"goal": goal.name, "value": figure(goal, line.value)}
    if standing.state == "ended" and not wants_last(line, standing):
        fields |= {"date": goal.due_on, "target": figure(goal, goal.target)}
        reason = Message(
            N_("“{goal}” was due on {date}: {value} instead of {target}. Close it or move it."), fields
        )
        return _row(line, at, reason, "look", due_on=goal.due_on, since=goal.due_on, urgent=True)
    if standing.state != "behind" or told_behind_on(goal) > at.today:
        return None
    reason = Message(
        N_("“{goal}” is behind: {value}, {expected} expected by now"),
        fields | {"expected": figure(goal, standing.expected)},
    )
    return _row(line, at, reason, "look", due_on=line.measured_on, since=line.measured_on)


def wants_last(line: GoalLine, standing: Standing) -> bool:
    """Whether a goal is over and was not measured since it was due."""
    goal = line.goal
    return standing.state == "ended" and (line.measured_on is None or line.measured_on < goal.due_on)


def _row(
    line: GoalLine, at: Moment, reason: Message, action: str, *, due_on: date, since: date,
    urgent: bool | None = None,
) -> Row:  # fmt: skip
    late = (at.today - due_on).days / RHYTHM_DAYS[line.goal.rhythm]
    return Row(
        kind="goal",
        id=line.id,
        uuid=line.goal.uuid,
        client_id=line.goal.client_id,
        client=line.client,
        reason=reason,
        action=action,
        due_on=due_on,
        age_days=(at.today - since).days,
        urgent=late >= 1 if urgent is None else urgent,
        is_key=line.is_key,
        pressure=late,
    )
