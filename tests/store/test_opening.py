"""Opening the file: made whole, refused with a sentence, never written over."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from amdesk.domain.errors import AmdeskError
from amdesk.services import clients
from amdesk.store import driver, migrations, opening
from tests.desks import open_desk, raw

OURS = "amdesk.sqlite"


def test_a_new_folder_gets_a_file_only_the_person_can_read(tmp_path: Path) -> None:
    open_desk(tmp_path / "new").close()
    path = tmp_path / "new" / OURS
    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o077 == 0
    assert all(one.stat().st_mode & 0o077 == 0 for one in path.parent.iterdir())
    assert not [one for one in path.parent.iterdir() if one.name.startswith(".")]


def test_what_was_written_is_there_at_the_next_start(tmp_path: Path) -> None:
    first = open_desk(tmp_path)
    clients.add(first, name="Ёлка")
    first.close()
    again = open_desk(tmp_path)
    assert [line.name for line in clients.lines(again, clients.find(again, "елка"))] == ["Ёлка"]
    again.close()


@pytest.mark.parametrize("content", [b"", b"not a database" * 100, b"SQLite format 3\0" + b"\1" * 200])
def test_a_file_that_is_not_ours_is_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    (tmp_path / OURS).write_bytes(content)
    with pytest.raises(AmdeskError, match=OURS):
        open_desk(tmp_path)
    assert (tmp_path / OURS).read_bytes() == content


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    other = driver.connect(str(tmp_path / OURS))
    other.execute("CREATE TABLE t (x)")
    other.commit()
    other.close()
    with pytest.raises(AmdeskError, match="not made by amdesk"):
        open_desk(tmp_path)


def test_a_file_of_a_newer_amdesk_is_refused(tmp_path: Path) -> None:
    open_desk(tmp_path).close()
    newer = raw(tmp_path / OURS)
    newer.execute(f"PRAGMA user_version = {migrations.LATEST + 1}")
    newer.close()
    with pytest.raises(AmdeskError, match="newer amdesk"):
        open_desk(tmp_path)


def test_a_second_process_is_told_that_amdesk_is_open(tmp_path: Path) -> None:
    first = open_desk(tmp_path)
    script = (
        "import sys; from pathlib import Path\n"
        "from amdesk.domain.errors import AmdeskError\n"
        "from tests.desks import open_desk\n"
        "try: open_desk(Path(sys.argv[1]))\n"
        "except AmdeskError as error: sys.stdout.write(str(error))"
    )
    told = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert "already open" in told.stdout
    first.close()


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(AmdeskError, match="folder"):
        open_desk(tmp_path / "file" / "data")


def test_opening_makes_the_triggers_that_a_lost_one_needs(tmp_path: Path) -> None:
    connection = opening.open_memory()
    names = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")}
    assert {f"history_{noun}_update" for noun in migrations.NOUNS} <= names
    assert {"kept_contact_insert", "kept_state_update"} <= names


def test_a_nul_character_is_refused_before_it_is_cut_off(tmp_path: Path) -> None:
    at = open_desk(tmp_path)
    with pytest.raises(AmdeskError, match="NUL"):
        clients.add(at, name="A\0B")
    at.close()


def test_a_file_that_lacks_a_table_is_left_as_it_is(tmp_path: Path) -> None:
    open_desk(tmp_path).close()
    other = raw(tmp_path / OURS)
    other.execute("DROP TABLE point")
    other.commit()
    other.close()
    with pytest.raises(AmdeskError, match="is damaged"):
        open_desk(tmp_path)
