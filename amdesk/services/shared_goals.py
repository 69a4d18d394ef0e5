"""What of a client's goals, promises and questions may be shown to them: only what is shared or was sent."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from amdesk.domain import goal_state
from amdesk.domain.goal import Goal
from amdesk.domain.task import OURS, Task
from amdesk.domain.timeline import OpenPoint
from amdesk.services import goals
from amdesk.services.desk import Desk
from amdesk.store import shares, summaries, tasks

if TYPE_CHECKING:
    from amdesk.documents.goal_parts import SharedGoal
    from amdesk.documents.promise_parts import OpenQuestion, Promise

_CLOSED_FOR = timedelta(days=90)  # a goal that was closed stays on the sheet for a while


def of_client(
    desk: Desk, client_id: int, *, until: date, since: date | None = None
) -> tuple[SharedGoal, ...]:
    """The goals a client may see, as they stood at the end of ``until``; those closed before ``since``, or
    more than three months ago, and those that had not begun are left out.
    """
    from amdesk.documents.goal_parts import shared

    first = since or until - _CLOSED_FOR
    found = []
    for line in goals.of_client(desk, client_id):
        if line.goal.shared and not _is_over(line.goal, first):
            page = goals.get(desk, line.id)
            stands = goal_state.standing(page.goal, page.measurements, today=until)
            found.append(
                shared(
                    page.goal,
                    stands,
                    measurements=page.measurements,
                    milestones=page.milestones,
                    actions=page.actions,
                    until=until,
                )
            )
    return tuple(found)


def _is_over(goal: Goal, first: date) -> bool:
    return goal.ended_on is not None and goal.ended_on < first


def promises(desk: Desk, client_id: int) -> tuple[Promise, ...]:
    """What is promised and known to the client: the open ones, as they fall due.

    What was written to them is told in the words of that summary, and not before it was sent; a new day is
    told only when they know of it. What is asked for, expected and noted of a task stays with us.
    """
    told = _told(desk, client_id)
    found = tasks.lines(desk.store, tasks.promises(desk.store, client_id=client_id))
    return tuple(
        _promise(line.task, told.get(line.task.point_id))
        for line in found
        if line.task.point_id is None or line.task.point_id in told
    )


def kept(desk: Desk, client_id: int, *, first: date, last: date) -> tuple[tuple[Promise, date], ...]:
    """The promises kept from one day to another, with the day of each."""
    told = _told(desk, client_id)
    begins = datetime.combine(first, time(), desk.zone)
    ends = datetime.combine(last + timedelta(days=1), time(), desk.zone)
    found = tasks.lines(
        desk.store, tasks.kept_promises(desk.store, client_id=client_id, begins=begins, ends=ends)
    )
    return tuple(
        (_promise(line.task, told.get(line.task.point_id)), line.task.done_at.astimezone(desk.zone).date())
        for line in found
        if line.task.done_at and (line.task.point_id is None or line.task.point_id in told)
    )


def _told(desk: Desk, client_id: int) -> dict[int | None, OpenPoint]:
    """The actions that were written to the client, by the id of the point."""
    return {one.point.id: one for one in shares.told_actions(desk.store, client_id=client_id)}


def _promise(task: Task, told: OpenPoint | None) -> Promise:
    from amdesk.documents.promise_parts import Promise

    side = "us" if task.side in OURS else task.side
    due_on = task.due_on if task.told else None
    if told is None:
        return Promise(task.uuid, task.title, side, task.assignee, due_on)
    point = told.point
    owner = point.owner or task.assignee
    return Promise(task.uuid, point.text, point.side or side, owner, due_on or point.due_on, told.reference)


def questions(desk: Desk, client_id: int) -> tuple[OpenQuestion, ...]:
    """The questions without an answer that were written to the client, the oldest first."""
    found = summaries.open_questions(desk.store, client_id=client_id, sent=True)
    return tuple(asked(desk, one) for one in found)


def asked(desk: Desk, one: OpenPoint) -> OpenQuestion:
    """A question as it stands on a page."""
    from amdesk.documents.promise_parts import OpenQuestion

    return OpenQuestion(one.point.text, one.said_at.astimezone(desk.zone).date(), one.reference)
