"""All that stands on a task's page: how it stands, its questions, files and links."""

from __future__ import annotations

from dataclasses import dataclass

from amdesk.domain.attachment import Attachment
from amdesk.domain.errors import gone
from amdesk.domain.task import Question, TaskLine
from amdesk.services.desk import Desk
from amdesk.store import attachments, questions, task_links
from amdesk.store import tasks as store


@dataclass(frozen=True, slots=True)
class TaskPage:
    """A task with what belongs to it; it waits for the tasks ``after``, and those ``before`` wait for it."""

    line: TaskLine
    questions: tuple[Question, ...]
    files: tuple[Attachment, ...]
    after: tuple[TaskLine, ...]
    before: tuple[TaskLine, ...]


def page(desk: Desk, task_id: int) -> TaskPage:
    """All about a task; an AmdeskError where there is none any more."""
    task = store.get(desk.store, task_id)
    if task is None:
        raise gone("task")
    after, before = (store.lines(desk.store, ids) for ids in task_links.of(desk.store, task_id))
    return TaskPage(
        line=store.lines(desk.store, [task_id])[0],
        questions=tuple(questions.of_task(desk.store, task_id)),
        files=tuple(attachments.of(desk.store, "task", task.uuid)),
        after=tuple(one for one in after if one.task.deleted_at is None),
        before=tuple(one for one in before if one.task.deleted_at is None),
    )
