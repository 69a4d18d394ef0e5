"""A file of a version that did not encrypt: moved whole, and nothing of it is left to read."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path
from threading import Thread

import pytest

from amdesk.domain.errors import AlreadyOpenError, AmdeskError, CannotOpenError
from amdesk.domain.points import Point
from amdesk.services import search, summaries
from amdesk.services.check import check
from amdesk.services.open_desk import open_desk as open_plainly
from amdesk.store import driver, migrations, opening, plain
from amdesk.system import paths
from tests.desks import KEY, Clock, MemorySecrets, dump, open_desk, raw, summary_of_call

_CANARY = "Zebrafinch"
_MARKS = ("application_id", "user_version")


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as a version before left it after a power failure: a plain file, and a log beside it."""
    made, left = tmp_path_factory.mktemp("made"), tmp_path_factory.mktemp("left")
    paths.sample_mark(made).touch()
    desk = open_plainly(made, clock=Clock())
    summary_of_call(desk, name=f"{_CANARY} Ёлка", notes=_CANARY)
    summaries.write(desk, 1, [Point("decision", _CANARY)])
    desk.undo()
    desk.redo()
    for part in made.glob("amdesk.sqlite*"):
        shutil.copyfile(part, left / part.name)
    desk.close()
    return left


@pytest.fixture
def folder(before: Path, tmp_path: Path) -> Path:
    return shutil.copytree(before, tmp_path / "data")


def marks(connection: driver.Connection) -> list[int]:
    """What tells whose file it is, and of which version."""
    return [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in _MARKS]


def test_all_of_it_is_there_afterwards_and_found(folder: Path) -> None:
    assert (folder / "amdesk.sqlite-wal").stat().st_size
    connection = opening.connect(paths.library(folder), None)
    triggers = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name")
    was = ([tuple(row) for row in triggers], marks(connection))
    connection.close()
    desk = open_desk(folder, clock=Clock())
    triggers = desk.store.rows("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name")
    assert ([tuple(row) for row in triggers], marks(desk.store.connection)) == was
    assert check(desk) == ()
    assert search.search(desk, "елка")
    assert search.search(desk, _CANARY.lower())
    with desk.step("Northwind"):
        desk.store.execute("UPDATE client SET notes = 'changed'")
    changed = dump(desk)
    desk.undo()
    assert dump(desk) != changed
    desk.close()


def test_no_word_of_it_is_left_to_read_in_the_folder(folder: Path) -> None:
    assert (
        _CANARY.encode() in paths.library(folder).read_bytes() + (folder / "amdesk.sqlite-wal").read_bytes()
    )
    desk = open_desk(folder)
    for closed in (False, True):
        for path in folder.rglob("*"):
            assert path.is_dir() or _CANARY.encode() not in path.read_bytes(), path
        if not closed:
            desk.close()
    assert not list(folder.glob(".*"))


def test_the_key_is_in_the_keyring_before_the_file_is_moved(folder: Path) -> None:
    keyring = MemorySecrets()
    open_plainly(folder, secrets=keyring).close()
    assert len(keyring.kept) == 1
    open_plainly(folder, secrets=keyring).close()


def test_without_a_keyring_the_plain_file_stays_until_a_passphrase_is_chosen(folder: Path) -> None:
    with pytest.raises(AmdeskError, match="Choose a passphrase"):
        open_plainly(folder)
    assert plain.is_plain(paths.library(folder))
    assert not paths.sidecar(folder).exists()
    plain.look(paths.library(folder))


def test_what_a_killed_move_left_goes_and_the_move_is_made(folder: Path) -> None:
    half = folder / ".amdesk.sqlite.encrypted"
    half.write_bytes(b"half a file")
    half.with_name(f"{half.name}-journal").write_bytes(b"half a journal")
    desk = open_desk(folder)
    assert len(dump(desk)["client"]) == 1
    desk.close()
    assert not list(folder.glob(".*"))


def test_a_file_that_is_open_in_an_older_amdesk_is_not_moved_under_it(folder: Path) -> None:
    old = opening.connect(paths.library(folder), None)
    with pytest.raises(AlreadyOpenError):
        open_desk(folder)
    old.close()
    assert plain.is_plain(paths.library(folder))


def test_a_start_that_waited_while_another_moved_the_file_leaves_what_that_works_with(
    folder: Path, tmp_path: Path
) -> None:
    library, moved = paths.library(folder), tmp_path / "moved.sqlite"
    faster = opening.connect(library, None)
    shutil.copyfile(library, moved)
    plain.encrypt(moved, KEY)

    def start() -> None:
        with suppress(AmdeskError):
            plain.encrypt(library, KEY)

    slower = Thread(target=start)
    slower.start()
    moved.replace(library)
    works_with = library.stat().st_ino
    faster.close()
    slower.join()
    assert library.stat().st_ino == works_with


def test_a_start_that_finds_the_file_in_use_takes_nothing_from_the_one_that_moves_it(folder: Path) -> None:
    half = folder / ".amdesk.sqlite.encrypted"
    half.write_bytes(b"half a file")
    moves = opening.connect(paths.library(folder), None)
    with pytest.raises(AlreadyOpenError):
        plain.encrypt(paths.library(folder), KEY)
    moves.close()
    assert half.exists()


@pytest.mark.skipif(os.name != "posix", reason="links take rights elsewhere")
def test_a_file_that_lies_elsewhere_by_a_link_is_not_left_there_in_plain(
    folder: Path, tmp_path: Path
) -> None:
    library, elsewhere = paths.library(folder), tmp_path / "elsewhere.sqlite"
    opening.connect(library, None).close()  # no log stays beside the link
    library.replace(elsewhere)
    library.symlink_to(elsewhere)
    plain.encrypt(library, KEY)
    assert library.is_symlink()
    assert _CANARY.encode() not in elsewhere.read_bytes()


def _of_another_program(path: Path) -> None:
    path.unlink()
    other = driver.connect(str(path))
    other.execute("CREATE TABLE t (x)")
    other.close()


def _of_a_newer_amdesk(path: Path) -> None:
    other = opening.connect(path, None)
    other.execute(f"PRAGMA user_version = {migrations.LATEST + 1}")
    other.close()


def _damaged(path: Path) -> None:
    opening.connect(path, None).close()  # the log is in the file now
    found = bytearray(path.read_bytes())
    found[8192:40960] = b"\1" * (40960 - 8192)
    path.write_bytes(bytes(found))


@pytest.mark.parametrize("harm", [_of_another_program, _of_a_newer_amdesk, _damaged])
def test_what_is_not_ours_newer_or_damaged_is_refused_and_stays(folder: Path, harm) -> None:  # type: ignore[no-untyped-def]
    (folder / "amdesk.sqlite-wal").unlink()
    harm(paths.library(folder))
    was = paths.library(folder).read_bytes()
    with pytest.raises(CannotOpenError) as refusal:
        open_plainly(folder, secrets=MemorySecrets())
    assert refusal.value.reason != "wrong_key"
    assert paths.library(folder).read_bytes() == was


def test_a_plain_copy_put_in_the_place_of_the_encrypted_file_is_moved_as_well(folder: Path) -> None:
    copy = paths.library(folder).with_name("copy.sqlite")
    connection = opening.connect(paths.library(folder), None)
    connection.execute("VACUUM INTO ?", [str(copy)])
    connection.close()
    open_desk(folder).close()
    copy.replace(paths.library(folder))
    desk = open_desk(folder)
    assert len(dump(desk)["client"]) == 1
    desk.close()
    assert raw(paths.library(folder)).execute("SELECT count(*) FROM client").fetchone()[0] == 1
    assert desk.key == KEY


def test_an_index_of_words_that_does_not_fit_is_damage_and_not_a_lack_of_room(folder: Path) -> None:
    held = opening.connect(paths.library(folder), None)
    held.execute("DELETE FROM interaction_search_idx")
    held.execute("UPDATE interaction_search_data SET block = x'00' WHERE id > 10")
    held.close()
    with pytest.raises(CannotOpenError) as refusal:
        open_plainly(folder, secrets=MemorySecrets())
    assert refusal.value.reason == "damaged"
    assert plain.is_plain(paths.library(folder))
