"""Tasks: setting them, looking at them, handing them over, settling them (rows S75–S89)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any

from amdesk.domain.eisenhower import Quadrant, quadrant
from amdesk.domain.errors import AmdeskError, gone
from amdesk.domain.messages import N_
from amdesk.domain.task import Load, Person, Task, TaskLine, reopened
from amdesk.services import task_looks, task_page
from amdesk.services.desk import Desk
from amdesk.services.task_checks import checked, fitting
from amdesk.services.task_page import TaskPage
from amdesk.store import tasks as store

# What sets the checkpoint anew when it changes.
_MOVING = ("due_on", "start_on", "side", "checkpoint_by_hand")


def get(desk: Desk, task_id: int) -> Task:
    """The task; an AmdeskError where there is none any more."""
    found = store.get(desk.store, task_id)
    if found is None:
        raise gone("task")
    return found


def named(desk: Desk, text: str) -> int:
    """The task with a number or a UUID; an AmdeskError where there is none."""
    found = store.get(desk.store, int(text)) if text.isdecimal() and len(text) < 19 else None
    known = found.id if found is not None else store.by_uuid(desk.store, text.strip())
    if known is None:
        raise AmdeskError(N_("There is no task “{text}”. Name it by its number or its UUID."), text=text)
    return known


def still_open(desk: Desk, task_id: int) -> Task:
    """The task; an AmdeskError where it is settled, or there is none any more."""
    task = get(desk, task_id)
    if not task.is_open:
        raise AmdeskError(N_("This task is settled already. Open it again first."))
    return task


def add(desk: Desk, *, title: str, **values: Any) -> int:
    """A new task; its id.

    What a client or a third party owes in a client's matter is a promise of theirs unless said otherwise.
    """
    chosen = checked({"title": title, **values})
    theirs = chosen.get("side") in {"client", "third"} and chosen.get("client_id") is not None
    task = Task(0, "", created_at=desk.now(), **{"promise": theirs, **chosen})  # type: ignore[arg-type]
    fitting(desk, task)
    with desk.step(N_("New task")):
        return store.insert(desk.store, _kept(task_looks.looked_at(desk, task)))


def change(desk: Desk, task_id: int, **values: Any) -> None:
    """New values for some fields.

    Another due date moves the checkpoint unless it was set by hand; the client, who was promised the day
    before, does not know of it until somebody says so.
    """
    before = get(desk, task_id)
    after = replace(before, **checked(values))  # type: ignore[arg-type]
    fitting(desk, after, was=before)
    if after.due_on != before.due_on and before.is_promised_by_us and "told" not in values:
        after = replace(after, told=False)
    if any(getattr(after, name) != getattr(before, name) for name in _MOVING):
        after = task_looks.looked_at(desk, replace(after, state=reopened(after.state)))
    elif after.checkpoint_at != before.checkpoint_at:
        after = replace(after, snoozed_until_at=None, state=reopened(after.state))
    with desk.step(N_("Change task")):
        store.keep(desk.store, before, after)


def finish(desk: Desk, task_id: int) -> None:
    """Done; the promise it serves is kept."""
    task = still_open(desk, task_id)
    with desk.step(N_("Task done")):
        store.keep(desk.store, task, _settled(desk, task, "done"))


def drop(desk: Desk, task_id: int) -> None:
    """It will not be done."""
    task = still_open(desk, task_id)
    with desk.step(N_("Drop task")):
        store.keep(desk.store, task, _settled(desk, task, "dropped"))


def reopen(desk: Desk, task_id: int) -> None:
    """It was settled too early; it is looked at again as if it began now."""
    task = get(desk, task_id)
    with desk.step(N_("Reopen task")):
        opened = replace(task, state="open", done_at=None)
        store.keep(desk.store, task, task_looks.looked_at(desk, opened, since=desk.now()))


def remove(desk: Desk, task_id: int) -> None:
    """Put a task into the trash."""
    get(desk, task_id)
    with desk.step(N_("Delete task")):
        store.update(desk.store, task_id, {"deleted_at": desk.now()})


def note_told(desk: Desk, task_id: int) -> None:
    """The client knows of the new day."""
    get(desk, task_id)
    with desk.step(N_("Client told")):
        store.update(desk.store, task_id, {"told": True})


def find(desk: Desk, text: str = "", *, settled: bool = False, **narrowed: Any) -> list[int]:
    """Ids of open tasks as they fall due, or of settled ones, newest first.

    Narrowed by ``client_id``, ``goal_id``, ``sides``, ``assignee``, or ``quadrant`` (important, urgent).
    """
    return store.find(desk.store, text=text, settled=settled, **narrowed)


def board(desk: Desk) -> Mapping[Quadrant, list[int]]:
    """Ids of open tasks by the fields of the matrix."""
    found = store.board(desk.store)
    return {quadrant(important=flags[0], urgent=flags[1]): ids for flags, ids in found.items()}


def lines(desk: Desk, ids: Sequence[int]) -> list[TaskLine]:
    """Tasks with their clients, goals and calls, in the order asked for."""
    return store.lines(desk.store, ids)


def page(desk: Desk, task_id: int) -> TaskPage:
    """All that stands on a task's page."""
    return task_page.page(desk, task_id)


def promises(desk: Desk, client_id: int) -> list[TaskLine]:
    """The open promises between us and a client, as they fall due."""
    return lines(desk, store.promises(desk.store, client_id=client_id))


def of_client(desk: Desk, client_id: int) -> list[Task]:
    """All that is open with a client, as it falls due."""
    return store.of_client(desk.store, client_id)


def people(desk: Desk) -> list[Person]:
    """Whoever had a task before, the latest first, with how they are written to."""
    return [
        Person(row["assignee"], row["assignee_address"], row["assignee_language"], row["side"])
        for row in store.assignees(desk.store)
    ]


def load(desk: Desk) -> list[Load]:
    """What each colleague has to do, who has most first."""
    return store.load(desk.store, today=desk.today())


def _settled(desk: Desk, task: Task, state: str) -> Task:
    return replace(task, state=state, done_at=desk.now(), snoozed_until_at=None, told=True)


def _kept(task: Task) -> dict[str, object]:
    return {name: value for name, value in asdict(task).items() if name not in {"id", "uuid"}}
