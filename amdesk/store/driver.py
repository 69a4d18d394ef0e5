"""The one door to SQLite: SQLCipher's build of it, made known to sqlite-utils before that is imported."""

from __future__ import annotations

import sys

import sqlcipher3
from sqlcipher3 import dbapi2

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
