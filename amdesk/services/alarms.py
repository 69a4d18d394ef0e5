"""Everything that rings: reminders; in their form, occasions of personal dates and checkpoints of tasks."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import datetime
from functools import partial

from amdesk.domain.notice import Notice
from amdesk.domain.reminder import Armed, Key, Reminder
from amdesk.i18n.catalog import sentence
from amdesk.services import damage, occasions, reminders, task_looks, task_outcomes, tasks
from amdesk.services.desk import Desk


def due(desk: Desk) -> list[Armed]:
    """What should have rung by now and did not: a digest where there are many."""
    return _of_all(
        desk, lambda: reminders.due(desk), lambda: _as_reminders(desk, occasions.due(desk)),
        lambda: task_looks.due(desk),
    )  # fmt: skip


def come(desk: Desk) -> list[Armed]:
    """What should have rung by now, whether it did or not, and waits to be settled, the oldest first."""
    return _of_all(
        desk, lambda: reminders.come(desk), lambda: _as_reminders(desk, occasions.come(desk)),
        lambda: task_looks.come(desk),
    )  # fmt: skip


def count_come(desk: Desk) -> int:
    """How many those are."""
    counts: tuple[Callable[[], int], ...] = (
        lambda: reminders.count_come(desk), lambda: len(occasions.come(desk)),
        lambda: task_looks.count_come(desk),
    )  # fmt: skip
    return sum(damage.apart(desk, one, 0) for one in counts)


def still_come(desk: Desk, keys: Collection[Key]) -> dict[Key, Armed]:
    """Those of some that have come and wait to be settled."""
    found = reminders.still_come(desk, [id_ for noun, id_ in keys if noun == "reminder"])
    there = {one.key: one for one in found.values()}
    if any(noun != "reminder" for noun, _id in keys):
        others = [*_as_reminders(desk, occasions.come(desk)), *task_looks.come(desk)]
        there |= {one.key: one for one in others if one.key in keys}
    return there


def coming(desk: Desk, *, limit: int) -> list[Armed]:
    """The next ones to ring."""
    return _of_all(
        desk,
        lambda: reminders.coming(desk, limit=limit),
        lambda: _as_reminders(desk, occasions.coming(desk, limit=limit)),
        lambda: task_looks.coming(desk, limit=limit),
    )[:limit]


def next_rings_at(desk: Desk) -> datetime | None:
    """When the next one rings; a moment that has passed when one should have rung already."""
    asked = (reminders.next_rings_at, occasions.next_rings_at, task_looks.next_rings_at)
    soonest = [damage.apart(desk, partial(one, desk), None) for one in asked]
    return min((moment for moment in soonest if moment is not None), default=None)


def between(desk: Desk, begins: datetime, ends: datetime) -> list[Armed]:
    """What would ring after one moment and up to another."""
    told = _as_reminders(desk, occasions.between(desk, begins, ends))
    looks = task_looks.between(desk, begins, ends)
    return _in_order([*reminders.between(desk, begins, ends), *told, *looks])


def note_rung(desk: Desk, found: Sequence[Armed]) -> None:
    """These were shown to the person: they do not ring again, whatever is undone."""
    reminders.note_rung(desk, [one.reminder for one in found if one.noun == "reminder"])
    told = [
        (one.reminder.uuid, one.rings_at)
        for one in found
        if one.noun not in {"reminder", "task"} and one.rings_at is not None
    ]
    occasions.note_rung(desk, told)
    task_looks.note_rung(desk, [one for one in found if one.noun == "task"])


def finish(desk: Desk, one: Armed) -> None:
    """Done: of a personal date until it comes again; a task that was looked at is on track."""
    if one.noun == "reminder":
        reminders.finish(desk, one.id)
    elif one.noun == "task":
        task_outcomes.on_track(desk, one.id)
    else:
        occasions.finish(desk, *one.key)


def drop(desk: Desk, one: Armed) -> None:
    """Not to be done any more: of a personal date for this year."""
    if one.noun == "reminder":
        reminders.drop(desk, one.id)
    elif one.noun == "task":
        tasks.drop(desk, one.id)
    else:
        occasions.drop(desk, *one.key)


def snooze(desk: Desk, one: Armed, *, choice: str) -> None:
    """Put off by one of the choices of snoozing."""
    if one.noun == "reminder":
        reminders.snooze(desk, one.id, choice=choice)
    elif one.noun == "task":
        task_outcomes.snooze(desk, one.id, choice=choice)
    else:
        occasions.snooze(desk, *one.key, choice=choice)


def contact_of(desk: Desk, one: Armed) -> int | None:
    """The person to be called about the occasion of a personal date; nobody for a reminder or a task."""
    return None if one.noun in {"reminder", "task"} else occasions.get(desk, *one.key).contact_id


def _as_reminders(desk: Desk, found: Iterable[Notice]) -> list[Armed]:
    return [_as_reminder(desk, one) for one in found]


def _as_reminder(desk: Desk, one: Notice) -> Armed:
    told = Reminder(
        one.id, one.uuid, sentence(occasions.sentence_of(desk, one)), one.occurs_on,
        client_id=one.client_id, kind="personal",
    )  # fmt: skip
    return Armed(told, one.client, one.is_key, one.rings_at, one.rang, one.noun)


def _of_all(desk: Desk, *asked: Callable[[], Iterable[Armed]]) -> list[Armed]:
    """What each of those gives, in order; where a part of the file is damaged the others are there."""
    nothing: Iterable[Armed] = ()
    return _in_order([armed for one in asked for armed in damage.apart(desk, one, nothing)])


def _in_order(found: list[Armed]) -> list[Armed]:
    return sorted(found, key=lambda one: (one.rings_at is None, one.rings_at, one.noun, one.id))
