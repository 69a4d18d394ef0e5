"""Opening the file: found and whole, made when there is none, refused with a sentence otherwise."""

from __future__ import annotations

import os
from contextlib import closing, suppress
from itertools import count
from pathlib import Path

from amdesk.domain.errors import CannotOpenError
from amdesk.domain.key import Key
from amdesk.domain.messages import N_, Message
from amdesk.store import copying, driver, history, kept, migrations, refusals, soundness, write_log
from amdesk.store.driver import Connection
from amdesk.store.naming import place_new
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
    "trusted_schema = OFF",  # what stands in the file may call no more than it could do by itself
    "temp_store = MEMORY",
    "secure_delete = FAST",  # within pages; whole ones are overwritten where it matters (forgetting)
    "cache_size = -65536",  # pages in it are decrypted already: with half of it a search takes twice as long
)
_BUSY_SECONDS = 2.0


def open_file(path: Path, key: Key | None, *, notes: list[Message] | None = None) -> Connection:
    """The connection to the file at ``path``, encrypted with a ``key``, made and migrated where needed.

    A new file is made beside its place and moved there whole, so that no half-made file is ever found. A
    wrong key cannot be told from a damaged file here: both are refused as damage. Into ``notes`` goes what
    the person should know of a file that was opened all the same.
    """
    left_open = soundness.was_left_open(path)
    if not path.exists():
        _make(path, key)
    refusals.refuse_empty(path)
    if left_open and write_log.is_broken(path):  # SQLite would forget what is behind that
        raise refusals.damaged(path)
    connection = connect(path, key)
    try:
        check_made_by(connection, path)
        if left_open:
            _refuse_unsound(connection, path)
        told = _without_foreign_parts(connection, path, key)
        _bring_up(connection, path, key)
    except driver.DatabaseError as error:
        connection.close()
        raise refusals.damaged(path) from error
    except BaseException:
        connection.close()
        raise
    if notes is not None:
        notes += told
    return connection


def look_through(path: Path, key: Key | None) -> None:
    """Read all of a file that was left open, and close it as it should be; refused where it is not sound."""
    if write_log.is_broken(path):
        raise refusals.damaged(path)
    with closing(connect(path, key)) as connection:
        _refuse_unsound(connection, path)
    with suppress(OSError):
        path.with_name(f"{path.name}-shm").unlink()  # of whoever asked whether the file is free


def open_memory() -> Connection:
    """A file that lives in memory, for tests and trials."""
    connection = connect(Path(":memory:"), None)
    _migrate(connection)
    return connection


def _make(path: Path, key: Key | None) -> None:
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        connection = connect(beside, key)
        _migrate(connection)
        connection.close()
        with suppress(FileExistsError):  # another start was faster, with the same key
            place_new(beside, path)
    except (OSError, driver.OperationalError) as error:
        raise CannotOpenError(
            N_("No file could be made in {folder}. Choose a folder that can be written to and has room."),
            reason="no_place",
            folder=path.parent,
        ) from error
    finally:
        for left in path.parent.glob(f"{beside.name}*"):
            left.unlink()


def connect(path: Path, key: Key | None) -> Connection:
    """A connection as ours are; an AmdeskError where the file is damaged, in use, or not to be written to."""
    old = os.umask(0o077)
    try:
        connection = driver.opened(str(path), key, timeout=_BUSY_SECONDS)
        try:
            _make_ours(connection)
        except BaseException:
            connection.close()  # whoever keeps the error would keep the file locked as well
            raise
    except driver.OperationalError as error:
        raise refusals.unopened(error, path) from error
    except driver.DatabaseError as error:
        raise refusals.damaged(path) from error
    finally:
        os.umask(old)
    return connection


def _make_ours(connection: Connection) -> None:
    connection.row_factory = driver.Row
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()


def check_made_by(connection: Connection, path: Path) -> None:
    """Raises an AmdeskError where a file is not ours, or from a newer amdesk."""
    made_by = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if made_by != migrations.APPLICATION_ID:
        raise CannotOpenError(
            N_("The file {file} was not made by amdesk. Choose another folder with --data."),
            reason="not_ours",
            folder=path.parent,
            file=str(path),
        )
    if version > migrations.LATEST or (version == migrations.LATEST and soundness.is_of_later(connection)):
        raise CannotOpenError(
            N_("The file {file} was made by a newer amdesk. Install the newest version to open it."),
            reason="newer",
            folder=path.parent,
            file=str(path),
        )


def _refuse_unsound(connection: Connection, path: Path) -> None:
    """A machine that stopped in the middle may have left pages that do not fit together."""
    if not soundness.is_whole(connection):
        connection.close()
        soundness.say_left_open(path)  # closed, it has no log any more; the next try is to look as well
        raise refusals.damaged(path)


def _bring_up(connection: Connection, path: Path, key: Key | None) -> None:
    """Give a file of before its latest shape."""
    if connection.execute("PRAGMA user_version").fetchone()[0] < migrations.LATEST:
        _keep_as_it_was(connection, path, key)
        _migrate(connection)
    there = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    if not there.issuperset(migrations.NOUNS):
        raise refusals.damaged(path)
    soundness.put_right(connection)


def _without_foreign_parts(connection: Connection, path: Path, key: Key | None) -> list[Message]:
    """Take out what is not ours and could be run, before anything is written; what to say of it."""
    foreign = soundness.foreign_parts(connection)
    if not foreign:
        return []
    names = (path.parent / "backups" / f"{path.stem}-as-found-{n}{path.suffix}" for n in count(1))
    aside = next(one for one in names if not one.exists())
    copying.copy(connection, aside, key)
    soundness.take_out(connection, foreign)
    return [
        Message.of(
            N_(
                "The file held instructions that are not amdesk’s. They were taken out before anything ran; "
                "as it was found it is kept in {file}."
            ),
            file=str(aside),
        )
    ]


def _keep_as_it_was(connection: Connection, path: Path, key: Key | None) -> None:
    """A file keeps its former shape in a copy beside it: whoever goes back to an older amdesk needs it."""
    kept = path.parent / "backups" / f"{path.stem}-before-version-{migrations.LATEST}{path.suffix}"
    if not kept.exists():
        copying.copy(connection, kept, key)


def _migrate(connection: Connection) -> None:
    from sqlite_utils import Database

    migrations.apply(Database(connection, execute_plugins=False))
    with transaction(connection):
        for statement in (*history.triggers(connection), *kept.triggers()):
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {migrations.APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {migrations.LATEST}")
