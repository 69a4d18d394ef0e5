"""Saving what can still be read of a damaged file: row by row, table by table, into a new file.

Where a page is damaged the rows on it are lost, and reading goes on behind them. SQLCipher reads nothing more
over a connection that met damage, so after each stumble there is a new one.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from amdesk.domain.key import Key
from amdesk.store import driver, history, in_sight, opening, search, soundness
from amdesk.store.driver import Connection
from amdesk.store.transaction import transaction

# What is made anew from the rest, or is of the file itself.
_MADE_ANEW = (
    "_sqlite_migrations",
    "sqlite_",
    "client_search",
    "client_squash",
    "interaction_search",
    "alike",
)
_LAST = 1 << 62
_AT_ONCE = 500
_TABLES_OF_CLIENTS = ("contact", "address", "interaction", "reminder", "goal", "task")


@dataclass(frozen=True, slots=True)
class Saved:
    """How many records there are in the new file, and the tables of which some rows could not be read."""

    counts: Mapping[str, int]
    gaps: tuple[str, ...]


class _Reader:
    """Reads rows of a damaged file, each behind the last that could be read."""

    def __init__(self, path: Path, key: Key | None) -> None:
        self._path, self._key = path, key
        self._connection = self._opened()

    def close(self) -> None:
        self._connection.close()

    def columns(self, table: str) -> list[str]:
        try:
            return history.columns(self._connection, table)
        except driver.DatabaseError:
            self._again()
            return []

    def rows(self, table: str, columns: Sequence[str]) -> Iterator[Sequence[Any] | None]:
        """The rows, and nothing in the place of some that cannot be read."""
        if not self._has_ids(table):
            yield from self._rows_in_order(table, columns)
            return
        places = ", ".join(columns)
        query = f"SELECT rowid, {places} FROM {table} NOT INDEXED WHERE rowid >= ? ORDER BY rowid"
        after = 0
        while True:
            try:
                for row in self._connection.execute(query, [after]):
                    after = row[0] + 1
                    yield row[1:]
            except driver.DatabaseError:
                self._again()
                yield None
                found = self._next(table, after)
            else:
                found = None
            if found is None:
                return
            after = found

    def _rows_in_order(self, table: str, columns: Sequence[str]) -> Iterator[Sequence[Any] | None]:
        """Of a table without ids what comes before the first damaged page."""
        try:
            yield from self._connection.execute(f"SELECT {', '.join(columns)} FROM {table}")
        except driver.DatabaseError:
            self._again()
            yield None

    def _has_ids(self, table: str) -> bool:
        try:
            found = self._connection.execute("SELECT wr FROM pragma_table_list WHERE name = ?", [table])
            return not found.fetchone()[0]
        except driver.DatabaseError:
            self._again()
            return True

    def _next(self, table: str, bad: int) -> int | None:
        """From where on rows can be read again, behind one that cannot; nothing where there are none."""
        step = 1
        while not self._reads(table, bad + step):
            step *= 2
            if bad + step > _LAST:
                return None
        low, high = bad + step // 2, bad + step
        while low + 1 < high:
            middle = (low + high) // 2
            low, high = (low, middle) if self._reads(table, middle) else (middle, high)
        return high

    def _reads(self, table: str, rowid: int) -> bool:
        query = f"SELECT * FROM {table} NOT INDEXED WHERE rowid >= ? ORDER BY rowid LIMIT 1"
        try:
            self._connection.execute(query, [rowid]).fetchall()
        except driver.DatabaseError:
            self._again()
            return False
        return True

    def _again(self) -> None:
        self._connection.close()
        self._connection = self._opened()

    def _opened(self) -> Connection:
        made: Connection = driver.opened(str(self._path), self._key)
        made.execute("PRAGMA locking_mode = EXCLUSIVE")
        made.execute("PRAGMA writable_schema = ON")  # else a file that was cut off is not read at all
        return made


def save_readable(source: Path, target: Path, key: Key | None) -> Generator[None, None, Saved]:
    """Read what can be read of ``source`` into a new file at ``target``; what that was."""
    with closing(opening.open_file(target, key)) as made:
        gaps: list[str] = []
        made.execute("PRAGMA foreign_keys = OFF")
        for name in soundness.our_triggers(made):
            made.execute(f"DROP TRIGGER {name}")
        with closing(_Reader(source, key)) as reader:
            for table in _tables(made):
                yield from _copied(reader, made, table, gaps)
        with transaction(made):
            _give_clients(made)
            _let_go_of_orphans(made)
        soundness.put_right(made)
        for _progress in search.reindex(made, _Everything(made), 0):
            yield
        return Saved(in_sight.counts(made), tuple(gaps))


def _tables(connection: Connection) -> list[str]:
    names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid")
    return [name for (name,) in names if not name.startswith(_MADE_ANEW)]


def _copied(reader: _Reader, made: Connection, table: str, gaps: list[str]) -> Iterator[None]:
    there = set(reader.columns(table))
    columns = [one for one in history.columns(made, table) if one in there]
    if not columns:
        gaps.append(table)
        return
    put = f"INSERT OR IGNORE INTO {table}({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
    found: list[Sequence[Any]] = []
    for row in reader.rows(table, columns):
        if row is None:
            if table not in gaps:
                gaps.append(table)
            continue
        found.append(row)
        if len(found) >= _AT_ONCE:
            _write(made, put, found)
            yield
    _write(made, put, found)


def _write(made: Connection, put: str, rows: list[Sequence[Any]]) -> None:
    """Keep some rows; one that could be read and makes no sense is left out."""
    with transaction(made):
        for row in rows:
            try:
                made.execute(put, tuple(row))
            except driver.IntegrityError:
                continue
    rows.clear()


def _give_clients(made: Connection) -> None:
    """A client whose own row is lost comes back nameless, for the sake of the calls with it."""
    for table in _TABLES_OF_CLIENTS:
        made.execute(
            f"""INSERT OR IGNORE INTO client(id, uuid, code, name, sort_name, created_at)
            SELECT DISTINCT client_id, lower(hex(randomblob(16))), '?' || client_id, '? ' || client_id, '',
            strftime('%Y-%m-%dT%H:%M:%SZ') FROM {table}
            WHERE client_id IS NOT NULL AND client_id NOT IN (SELECT id FROM client)"""
        )


def _let_go_of_orphans(made: Connection) -> None:
    """What hangs on something that is lost cannot be shown anywhere: it stays in the damaged file alone."""
    while lost := made.execute("PRAGMA foreign_key_check").fetchall():
        for table, rowid, _parent, _key in lost:
            made.execute(f"DELETE FROM {table} WHERE rowid = ?", [rowid])


class _Everything:
    """As if all had been written just now: each client and call is indexed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def owners(self, nouns: Iterable[str], since: int) -> Iterator[int]:  # noqa: ARG002 - a log knows since when
        table = "client" if "client" in nouns else "interaction"
        return (row[0] for row in self._connection.execute(f"SELECT id FROM {table}").fetchall())
