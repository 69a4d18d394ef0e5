"""The action of a summary and the task born of it: what was written to the client, and what is owed now.

A task is born with the line and follows it while the line can still be edited; what else is done with the
task is the task's own. The two are never the same fact: the line is what was agreed, word for word.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import MISSING, fields
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from amdesk.domain.points import Point
from amdesk.domain.task import Task
from amdesk.domain.text import fold, is_blank

Values = dict[str, object]

# What a task has of its own, as long as nobody has done anything with it.
_FRESH = {
    one.name: one.default
    for one in fields(Task)
    if one.default is not MISSING
    and one.name not in {"client_id", "point_id", "promise", "created_at", "checkpoint_at"}
}


def is_promise(point: Point) -> bool:
    """Whether a line of a summary says that somebody owes something."""
    return point.kind == "action" and not is_blank(point.text)


def said(point: Point, *, me: Collection[str]) -> Values:
    """What a line says of its task: an action of ours that names somebody else is a colleague's.

    ``me`` are the names of the person.
    """
    side = point.side or "us"
    if side == "us" and not _is_me(point.owner, me):
        side = "colleague"
    return {
        "title": point.text.strip(),
        "side": side,
        "assignee": point.owner.strip(),
        "due_on": point.due_on,
    }


def born(point: Point, *, client_id: int, me: Collection[str], at: datetime) -> Values:
    """The task of a line that is in the file, new: a promise, and known to the client."""
    return {
        "uuid": own_uuid(point.uuid), "client_id": client_id, "point_id": point.id, "promise": True,
        "created_at": at, **said(point, me=me),
    }  # fmt: skip


def news(before: Point, after: Point, *, me: Collection[str]) -> Values:
    """What a changed line says anew of its task; what the line says as before, the task may say otherwise."""
    had, has = said(before, me=me), said(after, me=me)
    return {name: value for name, value in has.items() if value != had[name]}


def is_untouched(task: Task, point: Point, *, me: Collection[str]) -> bool:
    """Whether a task says no more than its line: then it goes with the line."""
    return all(getattr(task, name) == value for name, value in {**_FRESH, **said(point, me=me)}.items())


def own_uuid(of: str) -> str:
    """The UUID (version 7) of what is born of a row: always the same one, wherever it is born."""
    drawn = int.from_bytes(sha256(f"task {of}".encode()).digest()[:10])
    number = UUID(of).int >> 80 << 80 | drawn
    number = number & ~(0xF << 76) | 0x7 << 76
    return str(UUID(int=number & ~(0x3 << 62) | 0x2 << 62))


def _is_me(owner: str, me: Collection[str]) -> bool:
    """Whether an owner is the person: nobody named, their name, or a part of it."""
    words = set(fold(owner).split())
    return not words or any(words <= set(fold(name).split()) for name in me)
