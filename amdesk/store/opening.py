"""Opening the file: found and whole, made when there is none, refused with a sentence otherwise."""

from __future__ import annotations

import os
from pathlib import Path

from amdesk.domain.errors import AlreadyOpenError, AmdeskError, CannotOpenError
from amdesk.domain.messages import N_
from amdesk.store import copying, driver, history, kept, migrations
from amdesk.store.driver import Connection
from amdesk.store.transaction import transaction

# FULL lost nothing in simulated power failures where NORMAL lost acknowledged commits; EXCLUSIVE keeps a full
# disk from breaking reads. The undo log holds people's words, so temporary tables never reach the disk.
PRAGMAS = (
    "locking_mode = EXCLUSIVE",
    "journal_mode = WAL",
    "synchronous = FULL",
    "checkpoint_fullfsync = ON",
    "foreign_keys = ON",
    "recursive_triggers = ON",
    "temp_store = MEMORY",
    "cache_size = -32768",
)
_BUSY_SECONDS = 2.0


def open_file(path: Path) -> Connection:
    """The connection to the file at ``path``, made and migrated where needed.

    A new file is made beside its place and moved there whole, so that no half-made file is ever found.
    """
    if not path.exists():
        _make(path)
    if path.stat().st_size == 0:
        raise CannotOpenError(
            N_("The file {file} is empty: something has cut it off. Put a backup in its place."),
            reason="empty",
            folder=path.parent,
            file=str(path),
        )
    connection = _connect(path)
    try:
        _check_version(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def open_memory() -> Connection:
    """A file that lives in memory, for tests and trials."""
    connection = _connect(Path(":memory:"))
    _migrate(connection)
    return connection


def _make(path: Path) -> None:
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        connection = _connect(beside)
        _migrate(connection)
        connection.close()
        beside.replace(path)
    except (OSError, driver.OperationalError) as error:
        raise CannotOpenError(
            N_("No file could be made in {folder}. Choose a folder that can be written to and has room."),
            reason="no_place",
            folder=path.parent,
        ) from error
    finally:
        for left in path.parent.glob(f"{beside.name}*"):
            left.unlink()


def _connect(path: Path) -> Connection:
    old = os.umask(0o077)
    try:
        connection = driver.connect(str(path), timeout=_BUSY_SECONDS, isolation_level=None)
        connection.row_factory = driver.Row
        connection.execute("PRAGMA cipher_log_level = NONE")
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except driver.OperationalError as error:
        raise _refusal(error, path) from error
    except driver.DatabaseError as error:
        raise _damaged(path) from error
    finally:
        os.umask(old)
    return connection


def _refusal(error: Exception, path: Path) -> AmdeskError:
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


def _damaged(path: Path) -> CannotOpenError:
    return CannotOpenError(
        N_(
            "The file {file} is damaged or not made by amdesk, and stays as it is. Put a backup in its place."
        ),
        reason="damaged", folder=path.parent, file=str(path),
    )  # fmt: skip


def _check_version(connection: Connection, path: Path) -> None:
    made_by = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if made_by != migrations.APPLICATION_ID:
        raise CannotOpenError(
            N_(
                "The file {file} was not made by amdesk, and stays as it is. "
                "Choose another folder with --data."
            ),
            reason="not_ours",
            folder=path.parent,
            file=str(path),
        )
    if version > migrations.LATEST:
        raise CannotOpenError(
            N_("The file {file} was made by a newer amdesk. Install the newest version to open it."),
            reason="newer",
            folder=path.parent,
            file=str(path),
        )
    if version < migrations.LATEST:
        _keep_as_it_was(connection, path)
        _migrate(connection)
    there = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    if not there.issuperset(migrations.NOUNS):
        raise _damaged(path)


def _keep_as_it_was(connection: Connection, path: Path) -> None:
    """A file keeps its former shape in a copy beside it: whoever goes back to an older amdesk needs it."""
    kept = path.parent / "backups" / f"{path.stem}-before-version-{migrations.LATEST}{path.suffix}"
    if not kept.exists():
        copying.copy(connection, kept)


def _migrate(connection: Connection) -> None:
    from sqlite_utils import Database

    migrations.apply(Database(connection, execute_plugins=False))
    with transaction(connection):
        for statement in (*history.triggers(connection), *kept.triggers()):
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {migrations.APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {migrations.LATEST}")
