"""All or nothing: a transaction, and a part of one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from amdesk.store.driver import Connection


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """What is written within is kept together, or not at all."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # A full disk may have ended the transaction by itself already.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
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
