"""Tasks that wait for each other, never round in a circle."""

from __future__ import annotations

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_
from amdesk.domain.task import TaskLine
from amdesk.services import tasks
from amdesk.services.desk import Desk
from amdesk.store import task_links as store

# Looked through for the one meant: nobody reads on.
_MOST = 50


def free(desk: Desk, task_id: int, text: str = "") -> list[TaskLine]:
    """The open tasks that one could wait for, of its client and of none, by some letters of them."""
    return tasks.lines(desk, store.free(desk.store, task_id, text, most=_MOST))


def link(desk: Desk, task_id: int, *, after: int) -> None:
    """One task waits for another; an AmdeskError where the other waits for it already."""
    one, other = tasks.get(desk, task_id), tasks.get(desk, after)
    if task_id == after:
        raise AmdeskError(N_("A task cannot wait for itself. Choose another."), beside="after")
    if store.way(desk.store, after, to=task_id):
        raise AmdeskError(
            N_(
                "“{other}” waits for “{task}” already. "
                "They cannot wait for each other: take that link out first."
            ),
            task=one.title, other=other.title, beside="after",
        )  # fmt: skip
    if store.find(desk.store, task_id, after) is not None:
        return
    with desk.step(N_("Link tasks")):
        desk.store.insert("task_link", {"task_id": task_id, "after_id": after})


def unlink(desk: Desk, task_id: int, *, after: int) -> None:
    """One task no longer waits for another."""
    found = store.find(desk.store, task_id, after)
    if found is not None:
        with desk.step(N_("Unlink tasks")):
            desk.store.delete("task_link", found)
