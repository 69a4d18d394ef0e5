"""All or nothing: a transaction, and a part of one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_
from amdesk.store.driver import Connection, OperationalError

# What a write may meet on the disk; any other refusal is a mistake of ours and is shown as one.
_OF_THE_DISK = ("SQLITE_FULL", "SQLITE_IOERR", "SQLITE_READONLY", "SQLITE_CANTOPEN")


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """What is written within is kept together, or not at all; an AmdeskError where the disk takes no more."""
    try:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("COMMIT")
    except BaseException as error:
        # A full disk may have ended the transaction by itself already.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        if isinstance(error, OperationalError) and error.sqlite_errorname.startswith(_OF_THE_DISK):
            raise AmdeskError(
                N_(
                    "The disk takes no more: it is full, or may not be written to. Nothing was changed. "
                    "Make room and do it again."
                )
            ) from error
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
