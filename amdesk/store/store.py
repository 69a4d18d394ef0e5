"""The one connection: reading rows, writing them inside steps, taking steps back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any
from weakref import finalize

from amdesk.domain.errors import gone
from amdesk.domain.touched import Touched
from amdesk.store import search
from amdesk.store.driver import Connection, Row
from amdesk.store.table import encode, encoded
from amdesk.store.transaction import nested, transaction
from amdesk.store.undolog import Entry, UndoLog

if TYPE_CHECKING:
    from sqlite_utils import Database


class Store:
    """Rows of one file. Writing outside a step is refused: there is no other way to write."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.indexed_to = 0  # how far into the log the index of words has come

    @cached_property
    def log(self) -> UndoLog:
        """What can be taken back; its triggers are made when it is first asked, after the first paint."""
        return UndoLog(self.connection)

    @cached_property
    def db(self) -> Database:
        """sqlite-utils on the same connection; imported at the first write, for the start must be fast."""
        from sqlite_utils import Database

        return Database(self.connection, execute_plugins=False)

    @cached_property
    def file(self) -> IO[bytes] | None:
        """The bytes of the file as they lie on the disk; nothing for one in memory.

        They stay open until the end: on POSIX a program that closes a file anywhere loses its locks on it.
        """
        place = self.connection.execute("PRAGMA database_list").fetchone()[2]
        if not place:
            return None
        found = Path(place).open("rb", buffering=0)  # noqa: SIM115 - it stays open
        finalize(self, found.close)
        return found

    # reading

    def rows(self, sql: str, parameters: Sequence[object] | Mapping[str, object] = ()) -> list[Row]:
        """All rows of a query."""
        return self.connection.execute(sql, parameters).fetchall()  # type: ignore[no-any-return]

    def row(self, sql: str, parameters: Sequence[object] | Mapping[str, object] = ()) -> Row | None:
        """The first row of a query, or nothing."""
        return self.connection.execute(sql, parameters).fetchone()

    def value(self, sql: str, parameters: Sequence[object] | Mapping[str, object] = ()) -> Any:
        """The first column of the first row, or nothing."""
        row = self.row(sql, parameters)
        return None if row is None else row[0]

    def column(self, sql: str, parameters: Sequence[object] | Mapping[str, object] = ()) -> list[Any]:
        """The first column of every row."""
        return [row[0] for row in self.connection.execute(sql, parameters)]

    # writing

    def insert(self, table: str, values: Mapping[str, object]) -> int:
        """A new row with a uuid of its own unless it brings one; its id."""
        from uuid6 import uuid7

        _must_be_in_step(self.connection)
        record = encoded({"uuid": str(uuid7()), **values})
        return int(str(self.db.table(table).insert(record).last_pk))

    @contextmanager
    def spans(self, new: Mapping[str, tuple[int, int]]) -> Iterator[None]:
        """Insert many rows: those whose ids are named here, table by table the first and the last."""
        _must_be_in_step(self.connection)
        with self.log.spans(new):
            yield

    def update(self, table: str, row_id: int, values: Mapping[str, object]) -> None:
        """New values in some columns of a row; a row that would stay as it is is not written.

        Raises an AmdeskError where there is no such row any more, as ``delete`` does.
        """
        _must_be_in_step(self.connection)
        record = encoded(values)
        if not record:
            return
        same = " AND ".join(f"{name} IS ?" for name in record)
        if self.value(f"SELECT 1 FROM {table} WHERE id = ? AND {same}", [row_id, *record.values()]):
            return
        with _there(table):
            self.db.table(table).update(row_id, record)

    def delete(self, table: str, row_id: int) -> None:
        """Remove a row and what hangs on it."""
        _must_be_in_step(self.connection)
        with _there(table):
            self.db.table(table).delete(row_id)

    def execute(self, sql: str, parameters: Sequence[object] | Mapping[str, object] = ()) -> None:
        """One writing statement in SQL, for what rows by id cannot say."""
        _must_be_in_step(self.connection)
        self.connection.execute(sql, parameters)

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Write what no undo takes back and no list shows (unfinished forms, remembered mappings)."""
        with nested(self.connection) if self.connection.in_transaction else transaction(self.connection):
            yield

    # steps

    @contextmanager
    def step(self, label: str, *, at: datetime, merge: str | None = None) -> Iterator[list[Touched]]:
        """All or nothing: one undoable change. The list given holds, once it ended, what was touched."""
        touched: list[Touched] = []
        if self.connection.in_transaction:
            indexed = self.indexed_to
            try:
                with nested(self.connection):
                    yield touched
            except BaseException:
                self.indexed_to = indexed  # what was indexed since then has been taken back with the rest
                raise
            return
        log = self.log  # made before the step, to outlive one that fails
        with transaction(self.connection):
            since = self.indexed_to = _begin(self.connection, log, label=label, at=at)
            yield touched
            touched += _finished(self, label, since)
        log.push(label, since, merge)

    def index(self) -> Iterator[tuple[int, int]]:
        """Index the words of what the step has written so far; yields how much is done, and of how much.

        The step does so at its end by itself: ask before only to see it move.
        """
        _must_be_in_step(self.connection)
        now = self.log.mark()
        yield from search.reindex(self.connection, self.log, self.indexed_to)
        self.indexed_to = now

    def undo(self, *, at: datetime) -> Touched | None:
        """Take the last step back; nothing when there is none."""
        return _replay(self, self.log.to_undo, moved=self.log.undone, at=at, way="undone")

    def redo(self, *, at: datetime) -> Touched | None:
        """Do the last undone step again; nothing when there is none."""
        return _replay(self, self.log.to_redo, moved=self.log.redone, at=at, way="redone")

    def close(self) -> None:
        """Write the log back into the file and let go of it."""
        self.connection.close()
        if self.__dict__.get("file") is not None:
            self.__dict__["file"].close()


def _begin(connection: Connection, log: UndoLog, *, label: str, at: datetime, way: str = "done") -> int:
    """Note a step, or how one was taken back or done again; where the log stands before it."""
    connection.execute("INSERT INTO step(at, label, way) VALUES (?, ?, ?)", [encode(at), label, way])
    return log.mark()


def _replay(
    store: Store, entry: Entry | None, *, moved: Callable[[int], None], at: datetime, way: str
) -> Touched | None:
    """Run the inverses of a step; what was touched, or nothing where there is none."""
    if entry is None:
        return None
    # The log has every row that a deletion takes along. Looking for them again would read whole tables
    # for each row, and cannot be switched off within a transaction.
    store.connection.execute("PRAGMA foreign_keys = OFF")
    try:
        with transaction(store.connection):
            since = store.indexed_to = _begin(store.connection, store.log, label=entry.label, at=at, way=way)
            store.log.play(entry)
            touched = _finished(store, entry.label, since)
    finally:
        store.connection.execute("PRAGMA foreign_keys = ON")
    moved(since)
    return touched[0] if touched else Touched(entry.label, frozenset())


def _finished(store: Store, label: str, since: int) -> list[Touched]:
    """What a step touched, its births noted and its words indexed; one that wrote nothing is forgotten."""
    nouns = store.log.nouns(since)
    if not nouns:
        store.connection.execute("DELETE FROM step WHERE id = (SELECT max(id) FROM step)")
        return []
    store.log.note_births(since)
    for _progress in store.index():
        pass
    return [Touched(label, nouns)]


def _must_be_in_step(connection: Connection) -> None:
    if not connection.in_transaction:
        raise RuntimeError("a write outside of a step")


@contextmanager
def _there(table: str) -> Iterator[None]:
    """What is written to is there; who writes to what was undone meanwhile is told so."""
    from sqlite_utils.db import NotFoundError

    try:
        yield
    except NotFoundError as error:
        raise gone(table) from error
