"""Tasks as the command line tells them: a table for people, records for scripts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from amdesk.cli.output import moment, table
from amdesk.domain.eisenhower import quadrant
from amdesk.domain.messages import as_message
from amdesk.domain.task import SIDE_NAMES, STATE_NAMES, Task, TaskLine
from amdesk.i18n.catalog import _, calendar_in_use, current, pgettext, sentence
from amdesk.i18n.format import date_text, moment_text
from amdesk.services.desk import Desk


def show(desk: Desk, lines: Sequence[TaskLine]) -> None:
    """Print one line for each."""
    head = (
        pgettext("column", "No."), _("Client"), pgettext("column", "Task"), pgettext("column", "Who"),
        _("Due"), _("Checkpoint"), _("State"),
    )  # fmt: skip
    table(head, [_row(desk, line) for line in lines])


def _row(desk: Desk, line: TaskLine) -> tuple[str, ...]:
    task = line.task
    look = task.rings_at.astimezone(desk.zone) if task.rings_at is not None else None
    return (
        str(task.id), line.client, task.title, task.assignee or sentence(as_message(SIDE_NAMES[task.side])),
        date_text(task.due_on, current(), calendar=calendar_in_use(), style="short") if task.due_on else "",
        moment_text(look, current(), calendar=calendar_in_use()) if look is not None else "",
        sentence(as_message(STATE_NAMES[task.state])),
    )  # fmt: skip


def record(line: TaskLine) -> dict[str, object]:
    """A task as it leaves in JSON."""
    task = line.task
    return {
        "id": task.id,
        "uuid": task.uuid,
        "client": line.client,
        "title": task.title,
        "side": task.side,
        "assignee": task.assignee,
        "goal": line.goal,
        "reference": line.reference or None,
        "result": task.result,
        "requirements": task.requirements,
        "start_on": _iso(task.start_on),
        "due_on": _iso(task.due_on),
        "agreed_on": _iso(task.agreed_on),
        "quadrant": quadrant(important=task.important, urgent=task.urgent),
        "state": task.state,
        "promise": task.promise,
        "told": task.told,
        **_looked_at(task),
    }


def _looked_at(task: Task) -> dict[str, object]:
    return {
        "checkpoint_at": moment(task.checkpoint_at),
        "checkpoint_by_hand": task.checkpoint_by_hand,
        "done_at": moment(task.done_at),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
