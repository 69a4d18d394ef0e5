"""Files as former versions of amdesk left them: of one of today, all is taken away that came since."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from amdesk.store import driver, migrations
from tests.desks import raw

Shape = dict[str, tuple[str, ...]]


def as_left_by(path: Path, version: int) -> None:
    """Make of a file of today one of the shape numbered ``version``, which keeps what that shape knows of."""
    names = tuple(islice(migrations._SCRIPTS, version))
    empty = driver.opened(":memory:", None)
    for name in names:
        migrations._running(name)(Database(empty, execute_plugins=False))
    file = raw(path)
    file.execute("PRAGMA foreign_keys = OFF")
    _take_away(file, _tables(empty), indexes=_of_kind(empty, "index"))
    marks = ", ".join("?" * version)
    file.execute(f"DELETE FROM _sqlite_migrations WHERE name NOT IN ({marks})", names)
    file.execute(f"PRAGMA user_version = {version}")
    assert _tables(file) == _tables(empty)
    assert _of_kind(file, "index") == _of_kind(empty, "index")
    for one in (file, empty):
        one.close()


def _take_away(file: Any, former: Shape, *, indexes: dict[str, str]) -> None:
    for name in _of_kind(file, "trigger"):
        file.execute(f"DROP TRIGGER {name}")
    for name, sql in _of_kind(file, "index").items():
        if indexes.get(name) != sql:
            file.execute(f"DROP INDEX {name}")
    for table, columns in _tables(file).items():
        if table not in former:
            file.execute(f"DROP TABLE IF EXISTS {table}")
            continue
        for column in columns:
            if column not in former[table]:
                file.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
    for name, sql in indexes.items():
        if name not in _of_kind(file, "index"):
            file.execute(sql)


def _tables(file: Any) -> Shape:
    """The columns of each table of ours."""
    return {
        name: tuple(sorted(row[1] for row in file.execute(f"PRAGMA table_info({name})")))
        for name in _of_kind(file, "table")
    }


def _of_kind(file: Any, kind: str) -> dict[str, str]:
    """The SQL of each table, index or trigger of ours; SQLite makes some by itself."""
    found = file.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = ? AND sql IS NOT NULL"
        " AND name NOT LIKE 'sqlite!_%' ESCAPE '!' AND tbl_name <> '_sqlite_migrations'",
        (kind,),
    )
    return dict(found.fetchall())
