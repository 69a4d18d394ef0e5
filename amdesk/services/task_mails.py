"""The mails about tasks: the request to whoever is to do one, and the word to a client of a new day."""

from __future__ import annotations

from datetime import date

from amdesk.domain.contact import Contact
from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_
from amdesk.domain.outgoing import About
from amdesk.domain.task import Task, TaskLine
from amdesk.i18n import catalog
from amdesk.services import attachments, handing, tasks
from amdesk.services.desk import Desk
from amdesk.services.drafts import Draft, Enclosed
from amdesk.services.handing import NO_OWN, Own
from amdesk.store import clients, contacts, summaries
from amdesk.store import tasks as store


def compose_request(desk: Desk, task_id: int) -> Draft:
    """The mail that asks for a task, in the assignee's language, with the files that are to be filled in.

    An AmdeskError where they have no address, or a file has vanished.
    """
    from amdesk.documents.task_request import TaskRequest, render

    task = tasks.get(desk, task_id)
    (line,) = store.lines(desk.store, [task_id])
    to = _address(desk, task)
    if not to:
        raise AmdeskError(
            N_("{name} has no e-mail address. Write it into the task, or ask in another way."),
            name=task.assignee or line.client, beside="assignee_address",
        )  # fmt: skip
    files = attachments.of(desk, "task", task.uuid)
    language = _language(desk, task)
    mail = render(
        TaskRequest(
            language=language,
            calendar=catalog.calendar_in_use() if language == catalog.current() else "",
            name=task.assignee,
            title=task.title,
            client=line.client,
            goal=line.goal,
            result=task.result,
            requirements=task.requirements,
            start_on=task.start_on,
            due_on=task.due_on,
            agreed=task.agreed_on is not None,
            look_on=_look_on(desk, task),
            files=tuple(one.name for one in files),
            my_name=desk.settings["my_name"],
            my_company=desk.settings["my_company"],
            my_phone=desk.settings["my_phone"],
        )
    )
    enclosed = tuple(Enclosed(one.name, attachments.contents(desk, one)) for one in files)
    return Draft(
        language, (to,), mail.subject, mail.plain, mail.html, _message_id(desk, task, ".request"),
        f"task-{task.id}", enclosed=enclosed, about=About("request", task.client_id, task_id=task.id),
    )  # fmt: skip


def compose_new_day(desk: Desk, task_id: int) -> Draft:
    """The mail that tells the client of the day a promise is due on now, in their language."""
    from amdesk.documents.deadline_mail import DeadlineMail, render

    task = tasks.get(desk, task_id)
    client = clients.get(desk.store, task.client_id) if task.client_id is not None else None
    if client is None or task.due_on is None:
        raise AmdeskError(
            N_("This task has no client and no due date that could be written of. Add them first.")
        )
    (line,) = store.lines(desk.store, [task_id])
    people = _people(desk, line)
    emails = contacts.emails(desk.store, [one.id for one in people])
    people = [one for one in people if one.id in emails]
    if not people:
        raise AmdeskError(
            N_("Nobody at {client} has an e-mail address. Add one, or tell them in another way."),
            client=client.name,
        )
    own = {one.language for one in people}
    language = (own.pop() if len(own) == 1 else None) or client.language
    mail = render(
        DeadlineMail(
            language=language,
            calendar=client.calendar,
            greeting_names=tuple(one.name for one in people),
            title=task.title,
            reference=line.reference,
            was_on=_promised_for(desk, task),
            due_on=task.due_on,
            my_name=desk.settings["my_name"],
            my_company=desk.settings["my_company"],
            my_phone=desk.settings["my_phone"],
        )
    )
    return Draft(
        language, tuple(emails[one.id] for one in people), mail.subject, mail.plain, mail.html,
        _message_id(desk, task, f".{task.due_on}"), f"{client.code}-{task.due_on}",
        about=About("new_day", client.id, task_id=task.id),
    )  # fmt: skip


def ways(desk: Desk, draft: Draft) -> tuple[str, ...]:
    """The ways to hand such a mail over, in the person's order."""
    return handing.ways(desk, draft)


def hand_over(desk: Desk, draft: Draft, *, way: str = "", own: Own = NO_OWN) -> str:
    """Hand such a mail over by one way, or by the first of the person's that works; which one it was."""
    return handing.hand(desk, draft, way=way, own=own)


def _address(desk: Desk, task: Task) -> str:
    """Where the assignee is written to: the task's own address, else that of the person at the client."""
    if task.assignee_address or task.contact_id is None:
        return task.assignee_address
    return next(iter(contacts.emails(desk.store, [task.contact_id]).values()), "")


def _language(desk: Desk, task: Task) -> str:
    """The language of whoever is asked: theirs, that of the person at the client, of the client, or ours."""
    if task.assignee_language:
        return task.assignee_language
    contact = contacts.get(desk.store, task.contact_id) if task.contact_id is not None else None
    if contact is not None and contact.language:
        return contact.language
    client = clients.get(desk.store, task.client_id) if task.client_id is not None else None
    return client.language if client is not None and task.side == "client" else catalog.current()


def _look_on(desk: Desk, task: Task) -> date | None:
    at = task.checkpoint_at
    return at.astimezone(desk.zone).date() if at is not None and at > desk.now() else None


def _people(desk: Desk, line: TaskLine) -> list[Contact]:
    """Whom the client is told by: the person it is about, those of the call, or anybody still there."""
    task = line.task
    if task.contact_id is not None and (one := contacts.get(desk.store, task.contact_id)) is not None:
        return [one]
    if line.interaction_id is not None and (
        found := contacts.of_interaction(desk.store, line.interaction_id)
    ):
        return [one for one in found if one.left_on is None]
    there = contacts.of_client(desk.store, task.client_id or 0)
    return [one for one in there if one.left_on is None][:1]


def _promised_for(desk: Desk, task: Task) -> date | None:
    """The day the client knows of: the one that was written to them, or the last one they were told."""
    for one in reversed(store.formers(desk.store, task.id)):
        if one.told and one.due_on not in {None, task.due_on}:
            return one.due_on
    point = summaries.point(desk.store, task.point_id) if task.point_id is not None else None
    return point.due_on if point is not None and point.due_on != task.due_on else None


def _message_id(desk: Desk, task: Task, of: str) -> str:
    domain = str(desk.settings["my_email"]).rpartition("@")[2] or "amdesk.invalid"
    return f"<{task.uuid}{of}@{domain}>"
