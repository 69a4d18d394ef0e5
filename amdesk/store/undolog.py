"""The undo log: temporary triggers note the inverse of every write (sqlite.org, “Automatic Undo/Redo”)."""

from __future__ import annotations

from dataclasses import dataclass, replace

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
}


    "reminder": "NULL",
@dataclass(frozen=True, slots=True)
class Entry:
    """One step that can be taken back: the span of its inverses in the log, first to last."""

    label: str
    first: int
    last: int
    merge: str | None = None


class UndoLog:
    """Two stacks of entries over one temporary table of inverses.

    Taking a step back is itself a set of writes, so the same triggers note how to do it again.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._done: list[Entry] = []
        self._undone: list[Entry] = []
        connection.execute(
            "CREATE TEMP TABLE undolog "
            "(seq INTEGER PRIMARY KEY, noun TEXT NOT NULL, owner INTEGER, sql TEXT NOT NULL)"
        )
        for noun in NOUNS:
            for statement in _triggers(noun, columns(connection, noun)):
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

    def changed(self, since: int) -> dict[str, list[int]]:
        """What was written after ``since``: for each noun the clients or calls its rows belong to."""
        found: dict[str, list[int]] = {}
        rows = self._connection.execute("SELECT DISTINCT noun, owner FROM undolog WHERE seq > ?", [since])
        for noun, owner in rows:
            found.setdefault(noun, []).append(owner)
        return found

    def push(self, label: str, since: int, merge: str | None = None) -> None:
        """Close a step that wrote after ``since``; one with the same ``merge`` key joins the one before."""
        now = self.mark()
        if now == since:
            return
        self._undone.clear()
        top = self._done[-1] if self._done else None
        if top and merge is not None and top.merge == merge:
            self._done[-1] = replace(top, last=now)
        else:
            self._done.append(Entry(label, since + 1, now, merge))

    def play(self, entry: Entry) -> None:
        """Run the inverses of a step, newest first."""
        inverses = self._connection.execute(
            "SELECT sql FROM undolog WHERE seq BETWEEN ? AND ? ORDER BY seq DESC", [entry.first, entry.last]
        ).fetchall()
        for (sql,) in inverses:
            self._connection.execute(sql)

    def undone(self, since: int) -> None:
        """The top step was taken back by what was written after ``since``, and that is kept: move it over."""
        self._undone.append(Entry(self._done.pop().label, since + 1, self.mark()))

    def redone(self, since: int) -> None:
        """The top undone step was done again: move it back."""
        self._done.append(Entry(self._undone.pop().label, since + 1, self.mark()))


def _triggers(noun: str, names: list[str]) -> list[str]:
    def note(row: str, sql: str) -> str:
        owner = _OWNER[noun].format(row=row)
        return f"BEGIN INSERT INTO undolog(noun, owner, sql) VALUES ('{noun}', {owner}, {sql}); END"

    assignments = "||','||".join(f"'{n}='||quote(old.{n})" for n in names)
    values = "||','||".join(f"quote(old.{n})" for n in names)
    return [
        f"CREATE TEMP TRIGGER undo_{noun}_insert AFTER INSERT ON main.{noun} "
        + note("new", f"'DELETE FROM {noun} WHERE id='||new.id"),
        f"CREATE TEMP TRIGGER undo_{noun}_update AFTER UPDATE ON main.{noun} "
        + note("new", f"'UPDATE {noun} SET '||{assignments}||' WHERE id='||new.id"),
        f"CREATE TEMP TRIGGER undo_{noun}_delete AFTER DELETE ON main.{noun} "
        + note("old", f"'INSERT INTO {noun}({','.join(names)}) VALUES('||{values}||')'"),
    ]
