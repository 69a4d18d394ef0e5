"""What a task may say: its fields one by one, and what it says as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import date

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_
from amdesk.domain.moments import EARLIEST, LATEST
from amdesk.domain.task import SIDES, Task
from amdesk.domain.text import bare_name, is_blank
from amdesk.i18n.languages import LANGUAGES
from amdesk.services import clients
from amdesk.services.desk import Desk
from amdesk.store import contacts, goals

_CHANGEABLE = frozenset(f.name for f in fields(Task)) - {
    "id", "uuid", "state", "snoozed_until_at", "done_at", "created_at", "deleted_at", "point_id",
}  # fmt: skip
_DAYS = ("due_on", "start_on", "agreed_on")


def checked(values: Mapping[str, object]) -> dict[str, object]:
    """New values for fields of a task, each right by itself; an AmdeskError beside its field otherwise."""
    unknown = values.keys() - _CHANGEABLE
    if unknown:
        raise TypeError(f"not a task's fields: {', '.join(sorted(unknown))}")
    chosen = dict(values)
    if "title" in chosen:
        chosen["title"] = _title(str(chosen["title"]))
    if chosen.get("side", "us") not in SIDES:
        raise TypeError(f"not a task's side: {chosen['side']}")
    if "assignee" in chosen:
        chosen["assignee"] = bare_name(str(chosen["assignee"]))
    if "assignee_address" in chosen:
        chosen["assignee_address"] = _address(str(chosen["assignee_address"]))
    if chosen.get("assignee_language", "") not in {"", *LANGUAGES}:
        raise TypeError(f"not a language: {chosen['assignee_language']}")
    for name in _DAYS:
        _check_day(name, chosen.get(name))
    return chosen


def fitting(desk: Desk, task: Task, *, was: Task | None = None) -> None:
    """An AmdeskError where what a task says anew does not go together, or speaks of what is not there."""
    if task.due_on and task.start_on and task.due_on < task.start_on:
        raise AmdeskError(
            N_("It would be due before it starts. Choose a later due date or an earlier start."),
            beside="due_on",
        )
    was = was or Task(0, "", "")
    moved = task.client_id != was.client_id
    if task.client_id is not None and moved:
        clients.get(desk, task.client_id)
    if task.goal_id is not None and (moved or task.goal_id != was.goal_id):
        goal = goals.get(desk.store, task.goal_id)
        if goal is None or goal.client_id != task.client_id:
            raise AmdeskError(N_("That goal is not one of this client’s. Choose another."), beside="goal_id")
    if task.contact_id is not None and (moved or task.contact_id != was.contact_id):
        contact = contacts.get(desk.store, task.contact_id)
        if contact is None or contact.client_id != task.client_id:
            raise AmdeskError(N_("That person is not at this client. Choose another."), beside="contact_id")


def _title(text: str) -> str:
    if is_blank(text):
        raise AmdeskError(N_("Say what is to be done."), beside="title")
    return text.strip()


def _address(text: str) -> str:
    plain = bare_name(text)
    name, at, domain = plain.rpartition("@")
    if plain and not (name and at and domain and " " not in plain):
        raise AmdeskError(
            N_("“{address}” is no e-mail address. Write it as name@example.org."), address=plain,
            beside="assignee_address",
        )  # fmt: skip
    return plain


def _check_day(name: str, day: object) -> None:
    if isinstance(day, date) and not EARLIEST.date() <= day < LATEST.date():
        raise AmdeskError(
            N_("The date must be between {first} and {last}."), beside=name,
            first=EARLIEST.date(), last=LATEST.date(),
        )  # fmt: skip
