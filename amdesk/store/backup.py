"""What a copy of the file holds, and putting it in the place of what is here, as one step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

from amdesk.domain.errors import AmdeskError
from amdesk.domain.key import Key
from amdesk.domain.messages import N_
from amdesk.store import driver, history, opening, outgoing, plain
from amdesk.store.driver import Connection
from amdesk.store.migrations import NOUNS
from amdesk.store.store import Store

_ROWS_AT_ONCE = 2_000


def counts(connection: Connection) -> dict[str, int]:
    """How many rows of each noun there are, the trash among them."""
    return {noun: connection.execute(f"SELECT count(*) FROM {noun}").fetchone()[0] for noun in NOUNS}


def opened(path: Path, key: Key | None) -> Connection:
    """A copy taken out of a backup, looked through and brought to the latest shape.

    It is encrypted with the ``key``, unless it is from a version that did not encrypt.

    What somebody else may have put into it does nothing: its triggers go before anything is written, and a
    view has no place in it. Raises an AmdeskError where it is damaged, not ours, or from a newer amdesk.
    """
    key = None if plain.is_plain(path) else key
    try:
        with closing(driver.opened(str(path), key)) as found:
            sound = found.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
            parts = found.execute("SELECT type, name FROM sqlite_schema WHERE type IN ('trigger', 'view')")
            for kind, name in parts.fetchall():
                quoted = '"' + name.replace('"', '""') + '"'
                found.execute(f"DROP {kind} {quoted}")
    except driver.DatabaseError:
        sound = False
    if not sound:
        raise AmdeskError(N_("The records in this backup are damaged. Take another backup."))
    return opening.open_file(path, key)


def replace_all(store: Store, copy: Connection) -> Iterator[tuple[int, int]]:
    """Within a step, all records give way to those of a ``copy``; yields how many are there, and of how many.

    Numbers once given stay given, what rang has rung, and what was sent was sent, whichever of the two knows
    of it.
    """
    total, done = sum(counts(copy).values()), 0
    for noun in reversed(NOUNS):
        store.execute(f"DELETE FROM {noun}")
        yield done, total
    with store.spans(_spans(copy)):
        for noun in NOUNS:
            for _rows in _carried(store, copy, noun):
                done += _rows
                yield done, total
    _merge(store, copy)
    yield from store.index()


def _spans(copy: Connection) -> Mapping[str, tuple[int, int]]:
    found = {
        noun: copy.execute(f"SELECT min(id), max(id) FROM {noun}").fetchone() for noun in NOUNS
    }  # fmt: skip
    return {noun: (first, last) for noun, (first, last) in found.items() if first is not None}


def _carried(store: Store, copy: Connection, noun: str) -> Iterator[int]:
    names = history.columns(copy, noun)
    places = ", ".join(names)
    insert = f"INSERT INTO {noun}({places}) VALUES ({', '.join('?' * len(names))})"
    rows = copy.execute(f"SELECT {places} FROM {noun} ORDER BY id")
    while found := rows.fetchmany(_ROWS_AT_ONCE):
        store.connection.executemany(insert, [tuple(row) for row in found])
        yield len(found)


def _merge(store: Store, copy: Connection) -> None:
    for code, year, last in copy.execute("SELECT code, year, last FROM reference_counter"):
        store.execute(
            "INSERT INTO reference_counter(code, year, last) VALUES (?, ?, ?) "
            "ON CONFLICT (code, year) DO UPDATE SET last = max(last, excluded.last)",
            [code, year, last],
        )
    rang = [tuple(row) for row in copy.execute("SELECT uuid, occurrence, at FROM fired")]
    store.connection.executemany("INSERT OR IGNORE INTO fired(uuid, occurrence, at) VALUES (?, ?, ?)", rang)
    outgoing.came_back(store, copy)
