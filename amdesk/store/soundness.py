"""Whether a file that was opened is whole, from our time, and holds nothing that others would have run."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from amdesk.store import driver, history, kept, migrations, write_log
from amdesk.store.driver import Connection
from amdesk.store.transaction import transaction

_OURS = ("history_", "kept_")


def is_whole(connection: Connection) -> bool:
    """Whether every page can be read and the pages fit together."""
    try:
        return str(connection.execute("PRAGMA quick_check(1)").fetchone()[0]) == "ok"
    except driver.DatabaseError:
        return False


def was_left_open(path: Path) -> bool:
    """Whether the program that had the file last did not come to close it: then its log still lies there."""
    return write_log.log_of(path).exists()


def say_left_open(path: Path) -> None:
    """Let a file that is closed count as left open; an empty log changes nothing in it."""
    with suppress(OSError):
        write_log.log_of(path).touch(0o600)


def is_of_later(connection: Connection) -> bool:
    """Whether a migration was done to it that is not known here."""
    names = connection.execute("SELECT name FROM _sqlite_migrations WHERE migration_set = 'amdesk'")
    return not {row[0] for row in names} <= migrations.NAMES


def foreign_parts(connection: Connection) -> list[str]:
    """Triggers and views that are not ours, by name. They do nothing until something is written or read.

    One that goes by a name of ours is no better, and is made anew with ours.
    """
    kinds = connection.execute("SELECT type, name FROM sqlite_schema WHERE type IN ('trigger', 'view')")
    return [name for kind, name in kinds if kind == "view" or not name.startswith(_OURS)]


def take_out(connection: Connection, names: Collection[str]) -> None:
    """Drop some triggers and views."""
    kinds = connection.execute("SELECT type, name FROM sqlite_schema WHERE type IN ('trigger', 'view')")
    drops = [f"DROP {kind} {_quoted(name)}" for kind, name in kinds if name in names]
    with transaction(connection):
        for statement in drops:
            connection.execute(statement)


def put_right(connection: Connection) -> None:
    """Let the triggers be ours, all of them and to the letter, and no view be there."""
    ours, there = our_triggers(connection), _parts(connection)
    if there == ours:
        return
    take_out(connection, there)
    with transaction(connection):
        for statement in ours.values():
            connection.execute(statement)


def our_triggers(connection: Connection) -> Mapping[str, str]:
    """The triggers that a file has, by name, as they are made."""
    return {made.split()[2]: made for made in _made(connection)}


def _made(connection: Connection) -> Iterator[str]:
    for statement in (*history.triggers(connection), *kept.triggers()):
        if statement.startswith("CREATE TRIGGER "):
            yield statement


def _parts(connection: Connection) -> dict[str, str]:
    found = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type IN ('trigger', 'view')")
    return dict(found.fetchall())


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
