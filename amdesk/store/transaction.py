"""All or nothing: a transaction, and a part of one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from amdesk.domain.errors import DamagedError, DiskError
from amdesk.domain.messages import N_
from amdesk.store.driver import Connection, DatabaseError, OperationalError

# What a write may meet on the disk; any other refusal is a mistake of ours and is shown as one.
_OF_THE_DISK = ("SQLITE_FULL", "SQLITE_IOERR", "SQLITE_READONLY", "SQLITE_CANTOPEN")
_OF_DAMAGE = ("SQLITE_CORRUPT", "SQLITE_NOTADB")


def is_damage(error: BaseException) -> bool:
    """Whether an error means that a part of the file cannot be read."""
    return isinstance(error, DatabaseError) and error.sqlite_errorname.startswith(_OF_DAMAGE)


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """What is written within is kept together, or not at all; a DiskError where the disk takes no more, a
    DamagedError where a part of the file cannot be read."""
    try:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("COMMIT")
    except BaseException as error:
        # A full disk may have ended the transaction by itself already.
        if connection.in_transaction:
            with suppress(DatabaseError):  # over a connection that met damage nothing goes any more
                connection.execute("ROLLBACK")
        if isinstance(error, OperationalError) and error.sqlite_errorname.startswith(_OF_THE_DISK):
            raise DiskError(
                N_(
                    "The disk takes no more: it is full, or may not be written to. Nothing was changed. "
                    "Make room and do it again."
                )
            ) from error
        if is_damage(error):
            raise DamagedError from error
        raise


@contextmanager
def nested(connection: Connection) -> Iterator[None]:
    """A part of a transaction that fails by itself."""
    connection.execute("SAVEPOINT inner")
    try:
        yield
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK TO inner")
            connection.execute("RELEASE inner")
        raise
    connection.execute("RELEASE inner")
