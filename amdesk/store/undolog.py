"""The undo log: temporary triggers note the inverse of every write (sqlite.org, “Automatic Undo/Redo”)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import groupby, islice
from operator import itemgetter

from amdesk.store.driver import Connection
from amdesk.store.history import columns
from amdesk.store.migrations import NOUNS

# The client (client, contact, address) or the call (the rest) a row belongs to: what the index is made of.
_OWNER = {
    "client": "{row}.id",
    "contact": "{row}.client_id",
    "address": "{row}.client_id",
    "interaction": "{row}.id",
    "interaction_contact": "{row}.interaction_id",
    "summary": "{row}.interaction_id",
    "point": "(SELECT interaction_id FROM summary WHERE id = {row}.summary_id)",
    "reminder": "NULL",
    "relative": "NULL",
    "personal_date": "NULL",
    "goal": "NULL",
    "measurement": "NULL",
    "milestone": "NULL",
    "planned_action": "NULL",
    "client_share": "NULL",
    "task": "NULL",
    "task_link": "NULL",
    "question": "NULL",
    "outgoing": "NULL",
    "attachment": "NULL",
    "apart": "NULL",
    "merged": "(SELECT id FROM client WHERE uuid = {row}.stays)",
}
_PLAYED_AT_ONCE = 10_000
# Statements about one row that can be one about many: to understand one, with all its triggers, takes SQLite
# longer than to carry it out.
_JOINABLE = re.compile(
    r"(INSERT INTO \w+\([^)]*\) VALUES|DELETE FROM \w+ WHERE id=|UPDATE \w+ SET .+ WHERE id=)(.+)", re.DOTALL
)
_MOST = 500  # rows of one


@dataclass(frozen=True, slots=True)
class Entry:
    """One step that can be taken back: the span of its inverses in the log, first to last."""

    label: str
    first: int
    last: int
    merge: str | None = None


class UndoLog:
    """Two stacks of entries over one temporary table of inverses.

    Taking a step back is itself a set of writes, so the same triggers note how to do it again. A line of the
    table is about one row and whom it belongs to, or about a span of new rows, ``first`` to ``last``; of one
    row that is new, ``last`` is its id.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._done: list[Entry] = []
        self._undone: list[Entry] = []
        connection.execute(
            "CREATE TEMP TABLE undolog "
            "(seq INTEGER PRIMARY KEY, noun TEXT NOT NULL, owner INTEGER, first INTEGER, last INTEGER, "
            "sql TEXT NOT NULL)"
        )
        for noun in NOUNS:
            for statement in (_on_insert(noun), *_on_change(noun, columns(connection, noun))):
                connection.execute(statement)

    @property
    def to_undo(self) -> Entry | None:
        """The step that undo would take back."""
        return self._done[-1] if self._done else None

    @property
    def to_redo(self) -> Entry | None:
        """The step that redo would do again."""
        return self._undone[-1] if self._undone else None

    def mark(self) -> int:
        """Where the log stands now."""
        row = self._connection.execute("SELECT coalesce(max(seq), 0) FROM undolog").fetchone()
        return int(row[0])

    def nouns(self, since: int) -> frozenset[str]:
        """Which nouns were written after ``since``."""
        rows = self._connection.execute("SELECT DISTINCT noun FROM undolog WHERE seq > ?", [since])
        return frozenset(row[0] for row in rows)

    def owners(self, nouns: Iterable[str], since: int) -> Iterator[int]:
        """To which clients or calls the rows of some nouns belong that were written after ``since``."""
        chosen = ",".join(f"'{noun}'" for noun in nouns)
        singles = f"SELECT owner FROM undolog WHERE seq > :since AND owner IS NOT NULL AND noun IN ({chosen})"
        spans = [
            f"SELECT {_OWNER[noun].format(row='r')} FROM undolog u CROSS JOIN {noun} r "
            f"ON r.id BETWEEN u.first AND u.last WHERE u.seq > :since AND u.noun = '{noun}' "
            f"AND {_OWNER[noun].format(row='r')} IS NOT NULL"
            for noun in nouns
        ]
        sql = " UNION ".join([singles, *spans])
        return (row[0] for row in self._connection.execute(f"{sql} ORDER BY 1", {"since": since}))

    def note_births(self, since: int) -> None:
        """Note for good which rows are new that were written after ``since``: the spans of their ids."""
        self._connection.execute(
            "WITH new AS (SELECT noun, first, last FROM undolog WHERE seq > ? AND last IS NOT NULL), "
            "one AS (SELECT noun, last AS id, last - dense_rank() OVER (PARTITION BY noun ORDER BY last) AS "
            "island FROM new WHERE first IS NULL) "
            "INSERT INTO born(step_id, noun, first, last) SELECT (SELECT max(id) FROM step), found.* FROM ("
            "SELECT noun, min(id), max(id) FROM one GROUP BY noun, island UNION ALL "
            "SELECT noun, first, last FROM new WHERE first IS NOT NULL) found",
            [since],
        )

    @contextmanager
    def spans(self, new: Mapping[str, tuple[int, int]]) -> Iterator[None]:
        """What is inserted within are rows with these ids, first to last: noted at once, not row by row.

        What others hang on is taken back first, so that nothing is reckoned for a row that goes as well.
        """
        for noun, (first, last) in reversed(list(new.items())):
            self._connection.execute(
                "INSERT INTO undolog(noun, first, last, sql) VALUES (?, ?, ?, ?)",
                [noun, first, last, f"DELETE FROM {noun} WHERE id BETWEEN {first} AND {last}"],
            )
            self._connection.execute(f"DROP TRIGGER temp.undo_{noun}_insert")
        try:
            yield
        finally:
            for noun in new:
                self._connection.execute(_on_insert(noun))

    def push(self, label: str, since: int, merge: str | None = None) -> None:
        """Close a step that wrote after ``since``; one with the same ``merge`` key joins the one before."""
        now = self.mark()
        if now == since:
            return
        for forgotten in self._undone:
            self._forget(forgotten)
        self._undone.clear()
        top = self._done[-1] if self._done else None
        if top and merge is not None and top.merge == merge:
            self._done[-1] = replace(top, last=now)
        else:
            self._done.append(Entry(label, since + 1, now, merge))

    def play(self, entry: Entry) -> None:
        """Run the inverses of a step, newest first."""
        last = entry.last
        while last >= entry.first:
            inverses = self._connection.execute(
                "SELECT seq, sql FROM undolog WHERE seq BETWEEN ? AND ? ORDER BY seq DESC LIMIT ?",
                [entry.first, last, _PLAYED_AT_ONCE],
            ).fetchall()
            for sql in _joined(sql for _seq, sql in inverses):
                self._connection.execute(sql)
            last = inverses[-1][0] - 1

    def undone(self, since: int) -> None:
        """The top step was taken back by what was written after ``since``, and that is kept: move it over."""
        played = self._done.pop()
        self._undone.append(Entry(played.label, since + 1, self.mark()))
        self._forget(played)

    def redone(self, since: int) -> None:
        """The top undone step was done again: move it back."""
        played = self._undone.pop()
        self._done.append(Entry(played.label, since + 1, self.mark()))
        self._forget(played)

    def _forget(self, entry: Entry) -> None:
        """Nobody asks for these inverses any more; those of a long import would fill the memory."""
        self._connection.execute("DELETE FROM undolog WHERE seq BETWEEN ? AND ?", [entry.first, entry.last])


def _joined(statements: Iterable[str]) -> Iterator[str]:
    """The same work in fewer statements: of rows of a noun, one right after another, that are put back, go,
    or become the same in something.
    """
    parts = ((found[1], found[2]) if (found := _JOINABLE.fullmatch(sql)) else ("", sql) for sql in statements)
    for head, group in groupby(parts, key=itemgetter(0)):
        own = (values for _head, values in group)
        if not head:
            yield from own
        while many := list(islice(own, _MOST)):
            told = ",".join(many)
            yield f"{head[:-1]} IN ({told})" if head.endswith("=") else head + told


def _on_insert(noun: str) -> str:
    return f"CREATE TEMP TRIGGER IF NOT EXISTS undo_{noun}_insert AFTER INSERT ON main.{noun} " + _note(
        noun, "new", f"'DELETE FROM {noun} WHERE id='||new.id", born="new.id"
    )


def _on_change(noun: str, names: list[str]) -> Iterator[str]:
    changed = "||".join(f"iif(old.{n} IS new.{n}, '', ',{n}='||quote(old.{n}))" for n in names)
    differs = " OR ".join(f"old.{n} IS NOT new.{n}" for n in names)
    values = "||','||".join(f"quote(old.{n})" for n in names)
    yield f"CREATE TEMP TRIGGER undo_{noun}_update AFTER UPDATE ON main.{noun} WHEN {differs} " + _note(
        noun, "new", f"'UPDATE {noun} SET '||substr({changed}, 2)||' WHERE id='||new.id"
    )
    yield f"CREATE TEMP TRIGGER undo_{noun}_delete AFTER DELETE ON main.{noun} " + _note(
        noun, "old", f"'INSERT INTO {noun}({','.join(names)}) VALUES('||{values}||')'"
    )


def _note(noun: str, row: str, sql: str, *, born: str = "NULL") -> str:
    owner = _OWNER[noun].format(row=row)
    return f"BEGIN INSERT INTO undolog(noun, owner, last, sql) VALUES ('{noun}', {owner}, {born}, {sql}); END"
