"""Files of versions before: not encrypted. They are moved into an encrypted one, whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from amdesk.domain.errors import CannotOpenError
from amdesk.domain.key import Key
from amdesk.domain.messages import N_
from amdesk.store import driver, opening, refusals
from amdesk.store.driver import Connection
from amdesk.store.transaction import is_damage

_HEAD = b"SQLite format 3\0"
_NEW = ".encrypted"
_BUSY_SECONDS = 2.0
_LARGE = 20_000_000  # bytes: what is smaller is done within a second
_LOOK_EVERY = 200  # of SQLite's instructions
_WORDS = ("client_search", "client_squash", "interaction_search")


def is_plain(path: Path) -> bool:
    """Whether a file is a database that is not encrypted."""
    try:
        with path.open("rb") as stream:
            return stream.read(len(_HEAD)) == _HEAD
    except OSError:
        return False


def is_large(path: Path) -> bool:
    """Whether a file is one that is not encrypted, and encrypting it would keep somebody waiting."""
    return is_plain(path) and path.stat().st_size > _LARGE


def look(path: Path) -> None:
    """Raises an AmdeskError where a plain file is not ours, from a newer amdesk, damaged or in use."""
    with _opened(path):
        pass


def written(path: Path) -> int:
    """How many bytes of the encrypted file stand beside a plain one that is being encrypted."""
    try:
        return _beside(path.resolve()).stat().st_size
    except OSError:
        return 0


def _never() -> bool:
    return False


def encrypt(path: Path, key: Key, *, stopped: Callable[[], bool] = _never) -> None:
    """Put an encrypted file in the place of a plain one, once it is found to hold the same.

    Killed at any moment, either the one or the other stands there whole. Raises an AmdeskError where it is
    not ours, in use, or there is no room, and where it is to be ``stopped``; then it stays as it is.
    """
    path = path.resolve()  # where a link leads the plain one would stay
    beside, ours = _beside(path), False
    try:
        with _opened(path, stopped) as connection:
            if not is_plain(path):  # another start was faster while this one waited, and works with its file
                return
            ours = True
            connection.execute("PRAGMA journal_mode = DELETE")  # what the log held is in the file then
            _take_away(beside)
            os.close(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            _export(connection, beside, key)
            if _shape(connection) != _checked(beside, key, stopped):
                raise refusals.damaged(path)
            if os.name == "posix":
                beside.replace(path)  # while nobody else can open the plain one
        if os.name != "posix":
            beside.replace(path)
    except (OSError, driver.DatabaseError) as error:
        if is_damage(error):
            raise refusals.damaged(path) from error
        raise CannotOpenError(
            N_("{file} could not be encrypted, and stays as it is. Make room on the disk and start again."),
            reason="not_encrypted", folder=path.parent, file=str(path),
        ) from error  # fmt: skip
    finally:
        if ours:
            _take_away(beside)


@contextmanager
def _opened(path: Path, stopped: Callable[[], bool] = _never) -> Iterator[Connection]:
    """A plain file that is ours and whole, for nobody else meanwhile; nothing of it is changed by that."""
    with closing(driver.opened(str(path), None, timeout=_BUSY_SECONDS)) as connection:
        connection.set_progress_handler(stopped, _LOOK_EVERY)
        try:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("COMMIT")
            opening.check_made_by(connection, path)
            if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                raise refusals.damaged(path)
        except driver.OperationalError as error:
            raise refusals.unopened(error, path) from error
        except driver.DatabaseError as error:
            raise refusals.damaged(path) from error
        yield connection


def _export(connection: Connection, beside: Path, key: Key) -> None:
    connection.execute(f"ATTACH DATABASE ? AS encrypted KEY {driver.literal(key)}", [str(beside)])
    try:
        connection.execute("PRAGMA encrypted.synchronous = FULL")
        connection.execute("SELECT sqlcipher_export('encrypted')").fetchone()
        for pragma in ("application_id", "user_version"):
            value = connection.execute(f"PRAGMA main.{pragma}").fetchone()[0]
            connection.execute(f"PRAGMA encrypted.{pragma} = {value}")
    finally:
        connection.execute("DETACH DATABASE encrypted")


def _checked(path: Path, key: Key, stopped: Callable[[], bool]) -> object:
    """What a file holds that was read from the first to the last byte; nothing for one that is not sound."""
    with closing(driver.opened(str(path), key)) as connection:
        connection.set_progress_handler(stopped, _LOOK_EVERY)
        if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            return None
        for table in _WORDS:
            connection.execute(f"INSERT INTO {table}({table}) VALUES ('integrity-check')")
        return _shape(connection)


def _shape(connection: Connection) -> object:
    """Tables, indexes and triggers to the letter, the rows of each table, and the marks of the file."""
    parts = connection.execute("SELECT type, name, tbl_name, sql FROM main.sqlite_schema ORDER BY type, name")
    shape = [tuple(part) for part in parts]
    tables = [name for kind, name, _table, _sql in shape if kind == "table"]
    counts = [connection.execute(f'SELECT count(*) FROM main."{name}"').fetchone()[0] for name in tables]
    marks = [
        connection.execute(f"PRAGMA main.{pragma}").fetchone()[0]
        for pragma in ("application_id", "user_version")
    ]
    return shape, counts, marks


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}{_NEW}")


def _take_away(beside: Path) -> None:
    for left in beside.parent.glob(f"{beside.name}*"):
        with suppress(OSError):
            left.unlink(missing_ok=True)
