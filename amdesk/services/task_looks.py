"""When a delegated task is looked at, by the person's working hours; and what rings then."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, time

from amdesk.domain.checkpoint import Checkpoint, Hours, checkpoint
from amdesk.domain.reminder import Armed, Reminder
from amdesk.domain.task import Task, TaskLine
from amdesk.domain.task_agenda import asked
from amdesk.domain.wall_clock import instant
from amdesk.i18n.catalog import sentence
from amdesk.services import reminders
from amdesk.services.desk import Desk
from amdesk.store import tasks as store

_MOST_RINGING = 1000  # at once; more come with the next look
_BEGINS, _ENDS = "09:00", "18:00"  # where nobody says when


def hours(desk: Desk) -> Hours:
    """The person's working hours."""
    begins, ends = (
        time.fromisoformat(str(desk.settings[key]) or usual)
        for key, usual in (("work_from", _BEGINS), ("work_until", _ENDS))
    )
    return Hours(desk.zone, reminders.days(desk).is_free, begins, ends)


def would_look(desk: Desk, task: Task, *, since: datetime | None = None) -> Checkpoint:
    """When a task would be looked at, were it kept as it stands here; counted from ``since``, if later."""
    if not task.is_delegated:
        return Checkpoint(None, "own")
    at, now = hours(desk), desk.now()
    start = instant(task.start_on, at.begins, desk.zone) if task.start_on else task.created_at or now
    return checkpoint(
        task.due_on, at, start_at=max(start, since or start), now=now, rule=str(desk.settings["checkpoint"])
    )


def looked_at(desk: Desk, task: Task, *, since: datetime | None = None) -> Task:
    """The task with its checkpoint by the rule, unless that was set by hand."""
    if task.checkpoint_by_hand:
        return task
    found = would_look(desk, task, since=since)
    return replace(task, checkpoint_at=found.at, snoozed_until_at=None)


def look_again(desk: Desk, task: Task) -> Task:
    """The task with a checkpoint in what time is left; one set by hand stays while it is still to come."""
    at = task.checkpoint_at
    if task.checkpoint_by_hand and at is not None and at > desk.now():
        return replace(task, snoozed_until_at=None)
    return looked_at(desk, replace(task, checkpoint_by_hand=False), since=desk.now())


def due(desk: Desk) -> list[Armed]:
    """Checkpoints that should have rung by now and did not."""
    return _armed(desk, store.ringing(desk.store, until=desk.now(), unrung=True, limit=_MOST_RINGING))


def come(desk: Desk) -> list[Armed]:
    """Checkpoints that have come, rung or not, and wait to be looked at, the oldest first."""
    return _armed(desk, store.ringing(desk.store, until=desk.now(), limit=_MOST_RINGING))


def count_come(desk: Desk) -> int:
    """How many those are."""
    return len(store.ringing(desk.store, until=desk.now(), limit=_MOST_RINGING))


def coming(desk: Desk, *, limit: int) -> list[Armed]:
    """The next ones to ring."""
    return _armed(desk, store.ringing(desk.store, after=desk.now(), unrung=True, limit=limit))


def between(desk: Desk, begins: datetime, ends: datetime) -> list[Armed]:
    """What would ring after one moment and up to another."""
    return _armed(desk, store.ringing(desk.store, after=begins, until=ends))


def next_rings_at(desk: Desk) -> datetime | None:
    """When the next one rings; a moment that has passed when one should have rung already."""
    found = _armed(desk, store.ringing(desk.store, unrung=True, limit=1))
    return found[0].rings_at if found else None


def note_rung(desk: Desk, rung: Sequence[Armed]) -> None:
    """These were shown to the person: they do not ring again, whatever is undone."""
    told = [(one.reminder.uuid, one.rings_at) for one in rung if one.rings_at is not None]
    store.note_rung(desk.store, told, at=desk.now())


def _armed(desk: Desk, found: Iterable[tuple[int, bool]]) -> list[Armed]:
    rang = dict(found)
    return [
        Armed(_as_reminder(desk, line), line.client, line.is_key, line.task.rings_at, rang[line.id], "task")
        for line in store.lines(desk.store, list(rang))
    ]


def _as_reminder(desk: Desk, line: TaskLine) -> Reminder:
    task = line.task
    at = task.rings_at or desk.now()
    return Reminder(
        task.id, task.uuid, sentence(asked(line)), at.astimezone(desk.zone).date(),
        client_id=task.client_id, noun="task", about=task.uuid, kind="deadline",
    )  # fmt: skip
