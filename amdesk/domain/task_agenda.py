"""Which tasks stand on Today, and why: late promises, checkpoints, what is due, questions (rows S82–S85)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from amdesk.domain.agenda import Moment
from amdesk.domain.agenda_rows import Row
from amdesk.domain.messages import N_, Message
from amdesk.domain.task import Question, TaskLine


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about a task that waits for its answer."""

    question: Question
    line: TaskLine


def to_keep(line: TaskLine, at: Moment) -> Row | None:
    """A promise of ours whose day has passed, or whose new day the client does not know of yet."""
    task = line.task
    if task.is_late(at.today):
        text = N_("Promised by {date}: {task} ({who})") if task.assignee else N_("Promised by {date}: {task}")
        return _row(line, at, text, "done" if task.side == "us" else "check", urgent=True)
    if task.told or task.due_on is None:
        return None
    text = N_("Due on {date} now, and the client does not know it yet: {task}")
    return _row(line, at, text, "tell", due_on=at.today)


def to_look_at(line: TaskLine, at: Moment) -> Row | None:
    """A delegated task whose checkpoint has come: there is still time (row S82)."""
    task = line.task
    if task.rings_at is None:
        return None
    on = at.local(task.rings_at)
    return _row(line, at, asked(line), "check", due_on=on, ring=True)


def asked(line: TaskLine) -> Message:
    """What one is told at the checkpoint of a task."""
    task = line.task
    if task.state == "waiting":
        text = N_("Cleared up? {task} ({who})") if task.assignee else N_("Cleared up? {task}")
    else:
        text = N_("How far is it? {task} ({who})") if task.assignee else N_("How far is it? {task}")
    return Message.of(text, task=task.title, who=task.assignee)


def to_do(line: TaskLine, at: Moment) -> Row | None:
    """A task of ours that is due, or will be, and is no late promise: that one stands above."""
    task = line.task
    late = task.is_late(at.today)
    if task.due_on is None or (late and task.promise and task.client_id is not None):
        return None
    action = "done" if task.side == "us" else "check"
    if late:
        text = N_("Was due on {date}: {task} ({who})") if task.assignee else N_("Was due on {date}: {task}")
    else:
        text = N_("Due: {task} ({who})") if task.assignee else N_("Due: {task}")
    return _row(line, at, text, action, urgent=late)


def to_claim(line: TaskLine, at: Moment) -> Row | None:
    """What a client, or somebody of theirs, has promised and not done (row S96)."""
    if not line.task.is_late(at.today):
        return None
    text = (
        N_("They promised by {date}: {task} ({who})")
        if line.task.assignee
        else N_("They promised by {date}: {task}")
    )
    return _row(line, at, text, "log", urgent=False)


def to_find_out(found: Asked, at: Moment) -> Row:
    """A question about a task that waits for its answer (row S84)."""
    one, line = found.question, found.line
    on = at.local(one.asked_at)
    return Row(
        kind="question",
        id=one.id,
        uuid=one.uuid,
        client_id=line.task.client_id,
        client=line.client,
        reason=Message.of(N_("Open question: {question}"), question=one.text),
        action="answer",
        due_on=on,
        age_days=(at.today - on).days,
        is_key=line.is_key,
        pressure=(at.today - on).days,
    )


def _row(
    line: TaskLine, at: Moment, reason: str | Message, action: str, *, due_on: date | None = None,
    urgent: bool = False, ring: bool = False,
) -> Row:  # fmt: skip
    task = line.task
    if isinstance(reason, str):
        reason = Message.of(reason, task=task.title, who=task.assignee, date=task.due_on)
    on = due_on or task.due_on or at.today
    return Row(
        kind="task",
        id=task.id,
        uuid=task.uuid,
        client_id=task.client_id,
        client=line.client,
        reason=reason,
        action=action,
        due_on=on,
        age_days=max((at.today - on).days, 0),
        urgent=urgent,
        is_key=line.is_key,
        pressure=(at.today - on).days,
        at=task.rings_at if ring else None,
    )
