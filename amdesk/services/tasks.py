"""Tasks: setting them, looking at them, handing them over, settling them (rows S75–S89)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date, datetime
from typing import Any

from amdesk.domain.checkpoint import Checkpoint
from amdesk.domain.eisenhower import Quadrant, quadrant
from amdesk.domain.errors import AmdeskError, gone
from amdesk.domain.messages import N_
from amdesk.domain.reminder import snooze_until
from amdesk.domain.task import OURS, Load, Person, Task, TaskLine
from amdesk.domain.text import is_blank
from amdesk.services import reminders, task_looks, task_page
from amdesk.services.desk import Desk
from amdesk.services.task_checks import checked, fitting
from amdesk.services.task_page import TaskPage
from amdesk.store import questions
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


def add(desk: Desk, *, title: str, **values: Any) -> int:
    """A new task; its id.

    What a client or a third party owes in a client's matter is a promise of theirs unless said otherwise.
    """
    chosen = checked({"title": title, **values})
    theirs = chosen.get("side") in {"client", "third"} and chosen.get("client_id") is not None
    task = Task(0, "", created_at=desk.now(), **{"promise": theirs, **chosen})  # type: ignore[arg-type]
    fitting(desk, task)
    with desk.step(N_("New task")):
        return store.insert(desk.store, _kept(_looked_at(desk, task)))


def change(desk: Desk, task_id: int, **values: Any) -> None:
    """New values for some fields.

    Another due date moves the checkpoint unless it was set by hand; the client, who was promised the day
    before, does not know of it until somebody says so.
    """
    before = get(desk, task_id)
    after = replace(before, **checked(values))  # type: ignore[arg-type]
    fitting(desk, after, was=before)
    if after.due_on != before.due_on and _is_promised(before) and "told" not in values:
        after = replace(after, told=False)
    if any(getattr(after, name) != getattr(before, name) for name in _MOVING):
        after = _looked_at(desk, replace(after, state=_reopened(after.state)))
    elif after.checkpoint_at != before.checkpoint_at:
        after = replace(after, snoozed_until_at=None, state=_reopened(after.state))
    with desk.step(N_("Change task")):
        _keep(desk, before, after)


def finish(desk: Desk, task_id: int) -> None:
    """Done; the promise it serves is kept."""
    task = _open(desk, task_id)
    with desk.step(N_("Task done")):
        _keep(desk, task, _settled(desk, task, "done"))


def drop(desk: Desk, task_id: int) -> None:
    """It will not be done."""
    task = _open(desk, task_id)
    with desk.step(N_("Drop task")):
        _keep(desk, task, _settled(desk, task, "dropped"))


def reopen(desk: Desk, task_id: int) -> None:
    """It was settled too early; it is looked at again as if it began now."""
    task = get(desk, task_id)
    with desk.step(N_("Reopen task")):
        opened = replace(task, state="open", done_at=None)
        _keep(desk, task, _looked_at(desk, opened, since=desk.now()))


def remove(desk: Desk, task_id: int) -> None:
    """Put a task into the trash."""
    get(desk, task_id)
    with desk.step(N_("Delete task")):
        store.update(desk.store, task_id, {"deleted_at": desk.now()})


def on_track(desk: Desk, task_id: int) -> None:
    """It was looked at and goes well."""
    task = _open(desk, task_id)
    with desk.step(N_("Task on track")):
        _keep(desk, task, replace(task, state="checked", snoozed_until_at=None))


def clarify(desk: Desk, task_id: int, text: str) -> int:
    """Something has to be found out first: the task waits, a question about it ages; the question’s id."""
    if is_blank(text):
        raise AmdeskError(N_("Say what has to be found out."), beside="text")
    task = _open(desk, task_id)
    with desk.step(N_("Ask about task")):
        _keep(desk, task, _look_again(desk, replace(task, state="waiting")))
        return questions.insert(desk.store, task_id=task_id, text=text.strip(), asked_at=desk.now())


def answer(desk: Desk, question_id: int, text: str, *, on: date | None = None) -> None:
    """A question about a task was answered; with the last one it goes on."""
    one = questions.get(desk.store, question_id)
    if one is None:
        raise gone("question")
    with desk.step(N_("Answer question")):
        questions.answer(desk.store, question_id, text.strip(), on=on or desk.today())
        task = store.get(desk.store, one.task_id)
        if task is not None and task.state == "waiting" and not questions.waits(desk.store, task.id):
            _keep(desk, task, replace(task, state="open"))


def asked_about(desk: Desk, question_id: int) -> int:
    """The task that a question is about."""
    one = questions.get(desk.store, question_id)
    if one is None:
        raise gone("question")
    return one.task_id


def hand_over(
    desk: Desk, task_id: int, *, assignee: str, assignee_address: str = "", assignee_language: str = "",
    side: str = "colleague",
) -> None:  # fmt: skip
    """Somebody else does it, beginning now, and has to agree anew; who had it before stays in the history."""
    if is_blank(assignee):
        raise AmdeskError(N_("Say who takes it over."), beside="assignee")
    task = _open(desk, task_id)
    values = {"assignee": assignee, "assignee_address": assignee_address, "side": side}
    chosen = checked({**values, "assignee_language": assignee_language})
    start_on = max(task.start_on, desk.today()) if task.start_on else None
    fresh = replace(task, state="open", agreed_on=None, start_on=start_on, checkpoint_by_hand=False)
    after = replace(fresh, **chosen)  # type: ignore[arg-type]
    with desk.step(N_("Hand over task")):
        _keep(desk, task, _looked_at(desk, after, since=desk.now()))


def move(desk: Desk, task_id: int, *, due_on: date | None, told: bool = True) -> None:
    """It is due on another day; ``told`` says whether the client knows, where they were promised it."""
    if due_on is None:
        raise AmdeskError(N_("Say until when."), beside="due_on")
    if due_on < desk.today():
        raise AmdeskError(N_("That day has passed. Choose one to come."), beside="due_on")
    task = _open(desk, task_id)
    start_on = None if task.start_on and task.start_on > due_on else task.start_on
    after = replace(task, due_on=due_on, start_on=start_on, told=told or not _is_promised(task))
    checked({"due_on": due_on})
    with desk.step(N_("Move deadline")):
        _keep(desk, task, _look_again(desk, replace(after, state=_reopened(task.state))))


def note_told(desk: Desk, task_id: int) -> None:
    """The client knows of the new day."""
    get(desk, task_id)
    with desk.step(N_("Client told")):
        store.update(desk.store, task_id, {"told": True})


def take_over(desk: Desk, task_id: int) -> None:
    """The person does it."""
    task = _open(desk, task_id)
    after = replace(
        task, side="us", assignee="", assignee_address="", assignee_language="", agreed_on=None, state="open",
        checkpoint_by_hand=False,
    )  # fmt: skip
    with desk.step(N_("Take over task")):
        _keep(desk, task, _looked_at(desk, after))


def snooze(desk: Desk, task_id: int, *, choice: str = "minutes", until: datetime | None = None) -> None:
    """Put the look at it off: by one of the choices of snoozing, or ``until`` a moment to come."""
    _open(desk, task_id)
    later = until or snooze_until(choice, reminders.days(desk), now=desk.now())
    if later is None or later <= desk.now():
        raise AmdeskError(N_("That moment has passed. Choose a later one."), beside="until")
    with desk.step(N_("Snooze checkpoint")):
        store.update(desk.store, task_id, {"snoozed_until_at": later})


def would_look(desk: Desk, task: Task) -> Checkpoint:
    """When a task would be looked at, were it kept as it stands here."""
    return task_looks.would_look(desk, task)


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


def _open(desk: Desk, task_id: int) -> Task:
    task = get(desk, task_id)
    if not task.is_open:
        raise AmdeskError(N_("This task is settled already. Open it again first."))
    return task


def _settled(desk: Desk, task: Task, state: str) -> Task:
    return replace(task, state=state, done_at=desk.now(), snoozed_until_at=None, told=True)


def _is_promised(task: Task) -> bool:
    return task.promise and task.side in OURS and task.client_id is not None


def _reopened(state: str) -> str:
    """A task that was found on track wants to be looked at again."""
    return "open" if state == "checked" else state


def _looked_at(desk: Desk, task: Task, *, since: datetime | None = None) -> Task:
    """The task with its checkpoint by the rule, unless that was set by hand."""
    if task.checkpoint_by_hand:
        return task
    found = task_looks.would_look(desk, task, since=since)
    return replace(task, checkpoint_at=found.at, snoozed_until_at=None)


def _look_again(desk: Desk, task: Task) -> Task:
    """The task with a checkpoint in what time is left; one set by hand stays while it is still to come."""
    at = task.checkpoint_at
    if task.checkpoint_by_hand and at is not None and at > desk.now():
        return replace(task, snoozed_until_at=None)
    return _looked_at(desk, replace(task, checkpoint_by_hand=False), since=desk.now())


def _keep(desk: Desk, before: Task, after: Task) -> None:
    was, now = asdict(before), asdict(after)
    store.update(desk.store, before.id, {name: now[name] for name in now if now[name] != was[name]})


def _kept(task: Task) -> dict[str, object]:
    return {name: value for name, value in asdict(task).items() if name not in {"id", "uuid"}}
