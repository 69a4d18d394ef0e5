"""A copy taken piece by piece: it is as the file was when it began, whatever is written meanwhile."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest

from amdesk.domain.errors import AmdeskError
from amdesk.domain.key import Key
from amdesk.store import clients, driver, opening, snapshot
from amdesk.store.store import Store

KEY = Key(bytes(32))
NOW = datetime(2026, 12, 14, 12, 0, tzinfo=UTC)
CODES = count()
PADDING = "a long note " * 400


def add(store: Store, name: str, *, times: int = 1) -> None:
    with store.step("Add", at=NOW):
        for number in range(times):
            code = f"{name}{next(CODES)}"
            values = {"code": code, "name": f"{name} {number}", "notes": PADDING, "created_at": NOW}
            clients.insert(store, values)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A file that takes more than one piece."""
    found = Store(opening.open_file(tmp_path / "amdesk.sqlite", KEY))
    add(found, "before", times=500)
    yield found
    found.close()


def names(path: Path, key: Key | None = KEY) -> set[str]:
    with closing(driver.opened(str(path), key)) as copy:
        return {row[0].split()[0] for row in copy.execute("SELECT name FROM client")}


def test_what_is_written_while_it_is_taken_is_not_in_it(store: Store, tmp_path: Path) -> None:
    steps = snapshot.take(store, tmp_path / "copy", KEY)
    pieces = 0
    for _progress in steps:
        pieces += 1
        add(store, "meanwhile", times=50)
    assert pieces > 1
    assert snapshot.faults(tmp_path / "copy", KEY) == ""
    assert names(tmp_path / "copy") == {"before"}
    assert store.value("SELECT count(*) FROM client WHERE name LIKE 'meanwhile%'") == 50 * pieces
    assert store.value("PRAGMA wal_autocheckpoint") > 0, "and afterwards the log is brought in as usual"


def test_a_stopped_one_leaves_the_file_as_usual(store: Store, tmp_path: Path) -> None:
    steps = snapshot.take(store, tmp_path / "copy", KEY)
    next(steps)
    steps.close()  # type: ignore[attr-defined]
    assert store.value("PRAGMA wal_autocheckpoint") > 0
    add(store, "after")


@pytest.mark.skipif(sys.platform == "win32", reason="what POSIX does with locks")
def test_nobody_else_can_open_the_file_because_it_was_copied(store: Store, tmp_path: Path) -> None:
    for _progress in snapshot.take(store, tmp_path / "copy", KEY):
        pass
    code = (
        "import sys\nfrom pathlib import Path\n"
        "from amdesk.domain.key import Key\nfrom amdesk.store import opening\n"
        "opening.open_file(Path(sys.argv[1]), Key(bytes(32)))"
    )
    path = str(tmp_path / "amdesk.sqlite")
    other = subprocess.run([sys.executable, "-c", code, path], capture_output=True, text=True, check=False)
    assert "AlreadyOpenError" in other.stderr


def test_none_is_taken_in_the_middle_of_a_step(store: Store, tmp_path: Path) -> None:
    with store.step("Import", at=NOW), pytest.raises(AmdeskError, match="just being read"):
        next(snapshot.take(store, tmp_path / "copy", KEY))


def test_where_the_log_is_in_use_it_is_taken_in_one_go(store: Store, tmp_path: Path) -> None:
    reading = store.connection.execute("SELECT * FROM client")
    reading.fetchone()
    for _progress in snapshot.take(store, tmp_path / "copy", KEY):
        pass
    assert names(tmp_path / "copy") == {"before"}
    reading.close()


def test_a_file_in_memory_is_taken_as_well(tmp_path: Path) -> None:
    store = Store(opening.open_memory())
    add(store, "before")
    for _progress in snapshot.take(store, tmp_path / "copy", None):
        pass
    assert names(tmp_path / "copy", None) == {"before"}
    store.close()


def test_a_copy_that_is_damaged_is_told(store: Store, tmp_path: Path) -> None:
    for _progress in snapshot.take(store, tmp_path / "copy", KEY):
        pass
    found = bytearray((tmp_path / "copy").read_bytes())
    found[len(found) // 2] ^= 1
    (tmp_path / "copy").write_bytes(bytes(found))
    assert snapshot.faults(tmp_path / "copy", KEY) != ""
