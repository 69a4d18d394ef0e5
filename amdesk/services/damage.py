"""Going on after damage was met in the middle of work: the rest of the file works over a new connection."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from amdesk.domain.errors import CannotOpenError, DamagedError
from amdesk.services.desk import Desk
from amdesk.store import driver, reconnecting, refusals, soundness
from amdesk.store.transaction import is_damage
from amdesk.system import paths

_Answer = TypeVar("_Answer")
_Line = TypeVar("_Line")


def told(error: BaseException) -> DamagedError | None:
    """What to say where an error comes from damage in the file; nothing where it does not."""
    if isinstance(error, DamagedError):
        return error
    return DamagedError() if is_damage(error) else None


def refuse_damaged(desk: Desk) -> None:
    """Raises a DamagedError where the file itself is not whole; it takes as long as reading all of it."""
    if not soundness.is_whole(desk.store.connection):
        go_on(desk)
        raise DamagedError


def refusal(folder: Path) -> CannotOpenError:
    """What is said of a file that was closed because of damage in it."""
    return refusals.damaged(paths.library(folder))


def apart(desk: Desk, ask: Callable[[], _Answer], otherwise: _Answer) -> _Answer:
    """The answer to a question about a part of the file, or another where that part cannot be read: for what
    must go on with what is whole, as ringing must.
    """
    try:
        return ask()
    except driver.DatabaseError as error:
        if not is_damage(error):
            raise
        go_on(desk)
        return otherwise


def each(
    desk: Desk, ids: Sequence[int], lines: Callable[[Sequence[int]], Sequence[_Line]]
) -> tuple[list[_Line], list[int]]:
    """The lines of some ids, and those ids of which they cannot be read, looked for by halves."""
    try:
        return list(lines(ids)), []
    except driver.DatabaseError as error:
        if not is_damage(error):
            raise
    go_on(desk)
    if len(ids) < 2:
        return [], list(ids)
    middle = len(ids) // 2
    first, second = (each(desk, half, lines) for half in (ids[:middle], ids[middle:]))
    return first[0] + second[0], first[1] + second[1]


def go_on(desk: Desk) -> None:
    """Let the rest of the file be worked with: over a connection that met damage nothing more is read."""
    if desk.folder is None:
        return
    reconnecting.go_on(desk.store, paths.library(desk.folder), desk.key)
