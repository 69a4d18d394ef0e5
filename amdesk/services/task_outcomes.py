"""What comes of looking at a task: it goes well, is asked about, handed over, moved, put off."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from amdesk.domain.errors import AmdeskError, gone
from amdesk.domain.messages import N_
from amdesk.domain.reminder import snooze_until
from amdesk.domain.task import reopened
from amdesk.domain.text import is_blank
from amdesk.services import reminders, task_looks, tasks
from amdesk.services.desk import Desk
from amdesk.services.task_checks import checked
from amdesk.store import questions
from amdesk.store import tasks as store


def on_track(desk: Desk, task_id: int) -> None:
    """It was looked at and goes well."""
    task = tasks.still_open(desk, task_id)
    with desk.step(N_("Task on track")):
        store.keep(desk.store, task, replace(task, state="checked", snoozed_until_at=None))


def clarify(desk: Desk, task_id: int, text: str) -> int:
    """Something has to be found out first: the task waits, a question about it ages; the question’s id."""
    if is_blank(text):
        raise AmdeskError(N_("Say what has to be found out."), beside="text")
    task = tasks.still_open(desk, task_id)
    with desk.step(N_("Ask about task")):
        store.keep(desk.store, task, task_looks.look_again(desk, replace(task, state="waiting")))
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
            store.keep(desk.store, task, replace(task, state="open"))


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
    task = tasks.still_open(desk, task_id)
    values = {"assignee": assignee, "assignee_address": assignee_address, "side": side}
    chosen = checked({**values, "assignee_language": assignee_language})
    start_on = max(task.start_on, desk.today()) if task.start_on else None
    fresh = replace(task, state="open", agreed_on=None, start_on=start_on, checkpoint_by_hand=False)
    after = replace(fresh, **chosen)  # type: ignore[arg-type]
    with desk.step(N_("Hand over task")):
        store.keep(desk.store, task, task_looks.looked_at(desk, after, since=desk.now()))


def move(desk: Desk, task_id: int, *, due_on: date | None, told: bool = True) -> None:
    """It is due on another day; ``told`` says whether the client knows, where they were promised it."""
    if due_on is None:
        raise AmdeskError(N_("Say until when."), beside="due_on")
    if due_on < desk.today():
        raise AmdeskError(N_("That day has passed. Choose one to come."), beside="due_on")
    task = tasks.still_open(desk, task_id)
    start_on = None if task.start_on and task.start_on > due_on else task.start_on
    after = replace(task, due_on=due_on, start_on=start_on, told=told or not task.is_promised_by_us)
    checked({"due_on": due_on})
    with desk.step(N_("Move deadline")):
        store.keep(desk.store, task, task_looks.look_again(desk, replace(after, state=reopened(task.state))))


def take_over(desk: Desk, task_id: int) -> None:
    """The person does it."""
    task = tasks.still_open(desk, task_id)
    after = replace(
        task, side="us", assignee="", assignee_address="", assignee_language="", agreed_on=None, state="open",
        checkpoint_by_hand=False,
    )  # fmt: skip
    with desk.step(N_("Take over task")):
        store.keep(desk.store, task, task_looks.looked_at(desk, after))


def snooze(desk: Desk, task_id: int, *, choice: str = "minutes", until: datetime | None = None) -> None:
    """Put the look at it off: by one of the choices of snoozing, or ``until`` a moment to come."""
    tasks.still_open(desk, task_id)
    later = until or snooze_until(choice, reminders.days(desk), now=desk.now())
    if later is None or later <= desk.now():
        raise AmdeskError(N_("That moment has passed. Choose a later one."), beside="until")
    with desk.step(N_("Snooze checkpoint")):
        store.update(desk.store, task_id, {"snoozed_until_at": later})
