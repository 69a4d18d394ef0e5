"""What is being written, kept in the file until it is done: a crash must not lose the place."""

from __future__ import annotations

from collections.abc import Mapping

from amdesk.gui.place import Place
from amdesk.services import unfinished
from amdesk.services.desk import Desk

_OPEN = "open"


def keep_open(desk: Desk, place: Place, **memory: object) -> None:
    """Something is being written here; ``memory`` is what its page recalls."""
    body: dict[str, object] = {"page": place.page, "id": place.id, "about": place.about, "memory": memory}
    unfinished.keep(desk, _OPEN, body)


def forget_open(desk: Desk) -> None:
    """It was finished, or left on purpose."""
    unfinished.forget(desk, _OPEN)


def read(desk: Desk) -> Mapping[str, object] | None:
    """The page, record and memory of what was being written, or nothing."""
    return unfinished.read(desk, _OPEN)
