"""A copy of the file, made while it is open and looked through before it counts."""

from __future__ import annotations

import os
from contextlib import closing, suppress
from pathlib import Path

from amdesk.domain.errors import AmdeskError, DamagedError
from amdesk.domain.key import Key
from amdesk.domain.messages import N_
from amdesk.store import driver
from amdesk.store.driver import Connection
from amdesk.store.transaction import is_damage


def copy(connection: Connection, path: Path, key: Key | None) -> None:
    """Write the file, as it stands now, to a ``path`` that is not there yet; sound, or not at all.

    It is encrypted with the ``key`` of the file itself. Its folder is made if it is not there. Raises an
    AmdeskError where there is no room, or where what was written cannot be read back.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        found = _written(connection, path, key)
    except (OSError, driver.DatabaseError) as error:
        _take_away(path)
        if is_damage(error):
            raise DamagedError from error
        raise AmdeskError(
            N_("No backup could be written in {folder}: the disk is full, or may not be written to."),
            folder=str(path.parent),
        ) from error
    if found != "ok":
        _take_away(path)
        raise AmdeskError(N_("The backup is not sound and was not kept: {reason}."), reason=found)


def _written(connection: Connection, path: Path, key: Key | None) -> str:
    """Copy, and say what is wrong with the copy: ok where nothing is."""
    with closing(driver.opened(str(path), key)) as target:
        connection.backup(target)
        target.execute("PRAGMA journal_mode = DELETE")  # one file, with nothing beside it
        return str(target.execute("PRAGMA quick_check(1)").fetchone()[0])


def _take_away(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)
