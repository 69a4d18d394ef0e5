"""A copy of the file as it was at one moment, taken piece by piece while other things are written.

What is written goes to SQLite's log first. Once the log has been brought into the file and is kept out of it
for a while, the bytes of the file stand still, encrypted as they are, and are copied like those of any other.
"""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import IO

from amdesk.domain.errors import AmdeskError
from amdesk.domain.key import Key
from amdesk.domain.messages import N_
from amdesk.store import copying, driver
from amdesk.store.driver import Connection
from amdesk.store.store import Store

_PIECE = 1 << 20
_PAGES_IN_LOG = 1000  # how many SQLite lets it grow by before it brings them into the file


def take(store: Store, path: Path, key: Key | None) -> Iterator[tuple[int, int]]:
    """Copy the file to a ``path`` that is not there yet; yields how many bytes are done, and of how many.

    Where the bytes cannot be copied (in memory, or somebody else keeps the log in use) SQLite does it in one
    go. Whether the copy is sound is for ``faults`` to say.
    """
    if store.connection.in_transaction:
        raise AmdeskError(
            N_("A list is just being read. Wait until that is done, or stop it, and do this again.")
        )
    copied = yield from _bytes(store, path)
    if not copied:
        path.unlink(missing_ok=True)
        copying.copy(store.connection, path, key)


def faults(path: Path, key: Key | None) -> str:
    """What is wrong with a copy, or nothing. It can be asked in a thread: nobody else has that file."""
    try:
        with closing(driver.opened(str(path), key)) as copy:
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, with nothing beside it
            found = str(copy.execute("PRAGMA quick_check(1)").fetchone()[0])
    except driver.DatabaseError as error:
        return str(error)
    return "" if found == "ok" else found


def _bytes(store: Store, path: Path) -> Generator[tuple[int, int], None, bool]:
    """Copy the bytes; returns whether that could be done."""
    source = store.file
    if source is None:
        return False
    with _standing_still(store.connection) as still:
        before = os.fstat(source.fileno())
        if still:
            yield from _pieces(source, path, before.st_size)
            after = os.fstat(source.fileno())
            return (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
    return False


def _pieces(source: IO[bytes], path: Path, size: int) -> Iterator[tuple[int, int]]:
    with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as target:
        for start in range(0, size, _PIECE):
            source.seek(start)
            target.write(source.read(_PIECE))
            yield min(start + _PIECE, size), size


@contextmanager
def _standing_still(connection: Connection) -> Iterator[bool]:
    """Within, whatever is written stays in the log; gives whether that could be had."""
    connection.execute("PRAGMA wal_autocheckpoint = 0")
    try:
        try:
            busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        except driver.OperationalError:  # a query is being read to its end
            busy = 1
        yield not busy
    finally:
        connection.execute(f"PRAGMA wal_autocheckpoint = {_PAGES_IN_LOG}")
