"""The one door to SQLite: SQLCipher's build of it, made known to sqlite-utils before that is imported."""

from __future__ import annotations

import sys
from typing import Any

import sqlcipher3
from sqlcipher3 import dbapi2

from amdesk.domain.key import Key

# sqlite-utils looks for pysqlite3 first; without this its `except sqlite3.Error` would miss our exceptions.
sys.modules["pysqlite3"] = sqlcipher3
sys.modules["pysqlite3.dbapi2"] = dbapi2

Connection = dbapi2.Connection
Row = dbapi2.Row
Error = dbapi2.Error
DatabaseError = dbapi2.DatabaseError
OperationalError = dbapi2.OperationalError
IntegrityError = dbapi2.IntegrityError
connect = dbapi2.connect


def opened(path: str, key: Key | str | None, *, timeout: float = 5.0, uri: bool = False) -> Any:
    """A connection to a file that is encrypted with a key, or with words; without either, to a plain one.

    As a ``uri`` the path says how it is opened as well.
    Whether the key fits is known when something is read: SQLITE_NOTADB says that it does not.
    """
    connection = connect(path, timeout=timeout, isolation_level=None, uri=uri)
    connection.execute("PRAGMA cipher_log_level = NONE")  # it would tell of our file on stderr
    if key is not None:
        connection.execute(f"PRAGMA key = {literal(key)}")
    return connection


def literal(key: Key | str) -> str:
    """A key as SQL has it: bytes as they are, words to be stretched."""
    if isinstance(key, Key):
        return f"\"x'{key.hex}'\""
    return "'" + key.replace("'", "''") + "'"
