"""What is said of a file that is there and is not opened."""

from __future__ import annotations

from pathlib import Path

from amdesk.domain.errors import AlreadyOpenError, AmdeskError, CannotOpenError
from amdesk.domain.messages import N_

_LEAST = 512  # bytes of the smallest page


def damaged(path: Path) -> CannotOpenError:
    """What is said of a file that cannot be made out."""
    return CannotOpenError(
        N_(
            "The file {file} is damaged or not made by amdesk. Put a backup in its place."
        ),
        reason="damaged", folder=path.parent, file=str(path),
    )  # fmt: skip


def unopened(error: Exception, path: Path) -> AmdeskError:
    """What is said of a file that is there and does not open: in use, or not to be written to."""
    if "locked" in str(error):
        return AlreadyOpenError(
            N_("amdesk is already open with {file}. Close the other window or wait for the other command."),
            folder=path.parent,
            file=str(path),
        )
    return CannotOpenError(
        N_("The file {file} cannot be opened or written to. Check the folder’s rights."),
        reason="read_only", folder=path.parent, file=str(path),
    )  # fmt: skip


def refuse_empty(path: Path) -> None:
    """What has no page would open as an empty database: an AmdeskError says that it is cut off."""
    size = path.stat().st_size
    if 0 < size < _LEAST:
        raise damaged(path)
    if size == 0:
        raise CannotOpenError(
            N_("The file {file} is empty: something has cut it off. Put a backup in its place."),
            reason="empty",
            folder=path.parent,
            file=str(path),
        )
