"""Another folder than the one that starts lead to, chosen where that one cannot be opened."""

from __future__ import annotations

from pathlib import Path

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_
from amdesk.store.naming import settle
from amdesk.system import moved, paths


def was_left(folder: Path) -> bool:
    """Whether the data of a folder were moved elsewhere, and a copy of that time is still in it."""
    return moved.follow(folder) != folder and paths.library(folder).exists()


def lead(named: Path | None, to: Path) -> None:
    """Let each start in a folder, the person's own where none is ``named``, go to another from now on.

    What lies in the folder stays. An AmdeskError where that cannot be noted in it.
    """
    start = paths.named_folder(named)
    try:
        if start == to:
            moved.forget(start)
        else:
            moved.point(start, to)
        settle(start)
    except OSError as error:
        raise AmdeskError(
            N_(
                "In {folder} it could not be noted where your data is now: the next start looks there "
                "again. Begin amdesk with --data, or let that folder be written to and choose once more."
            ),
            folder=str(start),
        ) from error


def return_to(folder: Path) -> None:
    """Open what was left in a folder from now on, instead of where its data were moved to."""
    lead(folder, folder)
