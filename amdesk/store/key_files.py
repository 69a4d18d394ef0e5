"""Writing the small files about the key: whole beside their place, moved there, safe from a power failure.

No moment may come at which the large file stands there without what opens it.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_
from amdesk.store import driver
from amdesk.store.naming import place_new, settle


def put(path: Path, write: Callable[[Path], None], *, is_new: bool = False) -> None:
    """Have a file written, and put it in the place of the one that is there.

    Where it ``is_new`` a FileExistsError says that another was faster. Raises an AmdeskError where it cannot
    be written.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(beside, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600))
        write(beside)
        _flush(beside)
        if is_new:
            place_new(beside, path)
        else:
            beside.replace(path)
        settle(path.parent)
    except FileExistsError:
        raise
    except (OSError, driver.DatabaseError) as error:
        raise AmdeskError(
            N_("The key could not be kept in {folder}. Check its rights and the room on the disk."),
            folder=str(path.parent),
        ) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def copy(source: Path, path: Path) -> None:
    """Put a copy of such a file somewhere else."""

    def write(beside: Path) -> None:
        beside.write_bytes(source.read_bytes())

    put(path, write)


def _flush(path: Path) -> None:
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())
