"""A backup and the recovery code are enough, whatever the keyring of the machine holds."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from amdesk.domain.errors import AmdeskError, BackupNeedsKeyError
from amdesk.services import backup_keys, backups, folder_key, keys
from amdesk.services.check import check
from amdesk.services.desk import Desk
from amdesk.services.exchange import drain
from amdesk.services.open_desk import open_desk, open_in_memory
from amdesk.system import paths
from amdesk.system.secrets import SecretsUnavailableError
from tests.desks import Clock, MemorySecrets, client_with_contact, dump, summary_of_call

_WORDS = "correct horse battery staple"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = open_desk(tmp_path / "data", secrets=MemorySecrets(), clock=Clock())
    summary_of_call(opened)
    yield opened
    opened.close()


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Desk]:
    """A new machine: an empty home, an empty keyring, a key of its own."""
    opened = open_desk(tmp_path / "laptop", secrets=MemorySecrets(), clock=Clock())
    yield opened
    opened.close()


def test_a_new_machine_takes_the_backup_and_the_code_and_keeps_its_own_key(desk: Desk, laptop: Desk) -> None:
    code = keys.new_code(desk)
    made, was, own = drain(backups.back_up(desk)), dump(desk), laptop.key
    with pytest.raises(BackupNeedsKeyError):
        drain(backups.look(laptop, made))
    with pytest.raises(BackupNeedsKeyError):
        drain(backups.restore(laptop, made))
    with pytest.raises(AmdeskError, match="does not open"):
        backup_keys.key_of(made, "0" * 32)
    key = backup_keys.key_of(made, code.lower())
    assert drain(backups.look(laptop, made, key=key)).counts["client"] == 1
    drain(backups.restore(laptop, made, key=key))
    assert dump(laptop) == was
    assert check(laptop) == ()
    assert laptop.key == own
    assert laptop.undo() == "Restore a backup"
    assert not dump(laptop)["client"]


def test_a_backup_that_lies_alone_takes_the_code_of_its_day_and_says_of_which(
    desk: Desk, laptop: Desk, tmp_path: Path
) -> None:
    old = keys.new_code(desk)
    alone = drain(backups.back_up(desk)).rename(tmp_path / "alone.zip")
    desk.clock.move(days=40)  # type: ignore[attr-defined]
    new = keys.new_code(desk)
    assert backup_keys.key_of(alone, old) == desk.key
    with pytest.raises(AmdeskError, match="of 2026-12-14"):
        backup_keys.key_of(alone, new)
    with pytest.raises(BackupNeedsKeyError, match="the recovery code of 2026-12-14"):
        drain(backups.look(laptop, alone))
    assert drain(backups.look(desk, alone)).counts["client"] == 1, "on the same machine no code is asked"


@pytest.mark.parametrize("place", ["own", "second"])
def test_the_newest_code_opens_all_backups_that_lie_together(desk: Desk, tmp_path: Path, place: str) -> None:
    second = tmp_path / "stick"
    second.mkdir()
    desk.settings.choose("backup_folder", str(second))
    before = drain(backups.back_up(desk))
    old = keys.new_code(desk)
    made = drain(backups.back_up(desk))
    new = keys.new_code(desk)
    carried = shutil.copytree(made.parent if place == "own" else second, tmp_path / "carried")
    for one in (before, made):
        assert backup_keys.key_of(carried / one.name, new) == desk.key
    assert backup_keys.key_of(carried / made.name, old) == desk.key
    with pytest.raises(AmdeskError, match="What counts is the recovery code of"):
        backup_keys.key_of(carried / made.name, "0" * 32)


def test_another_folder_of_the_same_machine_takes_a_backup_without_any_code(tmp_path: Path) -> None:
    keyring = MemorySecrets()
    one, other = (open_desk(tmp_path / name, secrets=keyring, clock=Clock()) for name in ("one", "other"))
    client_with_contact(one)
    made = drain(backups.back_up(one))
    assert drain(backups.look(other, made)).counts["client"] == 1
    drain(backups.restore(other, made))
    assert dump(other) == dump(one)
    one.close()
    other.close()


def test_a_backup_from_before_there_was_a_code_says_so(desk: Desk, tmp_path: Path) -> None:
    made = drain(backups.back_up(desk))
    keys.new_code(desk)
    made = made.rename(tmp_path / "alone.zip")
    with pytest.raises(AmdeskError, match="before there was a recovery code"):
        backup_keys.key_of(made, "0" * 32)


def test_where_a_passphrase_opens_the_file_it_opens_its_backups(tmp_path: Path, laptop: Desk) -> None:
    none = MemorySecrets(refusal=SecretsUnavailableError("none"))
    key = folder_key.start_with_passphrase(tmp_path / "headless", _WORDS)
    headless = open_desk(tmp_path / "headless", key=key, secrets=none, clock=Clock())
    client_with_contact(headless)
    made = drain(backups.back_up(headless))
    drain(backups.restore(laptop, made, key=backup_keys.key_of(made, _WORDS)))
    assert dump(laptop) == dump(headless)
    headless.close()


def test_a_passphrase_that_only_locks_the_window_is_not_in_the_backup(desk: Desk) -> None:
    keys.set_passphrase(desk, _WORDS)
    with zipfile.ZipFile(drain(backups.back_up(desk))) as archive:
        assert "passphrase.key" not in archive.namelist()


def test_a_backup_without_its_page_is_refused_as_damaged(desk: Desk, tmp_path: Path) -> None:
    made, robbed = drain(backups.back_up(desk)), tmp_path / "robbed.zip"
    with zipfile.ZipFile(made) as of, zipfile.ZipFile(robbed, "w") as into:
        for one in of.infolist():
            if one.filename != "key.json":
                into.writestr(one, of.read(one))
    was = dump(desk)
    with pytest.raises(AmdeskError, match="damaged"):
        drain(backups.restore(desk, robbed))
    assert dump(desk) == was


def test_a_page_that_vanished_while_one_works_is_in_the_next_backup_and_found_at_the_next_start(
    tmp_path: Path, laptop: Desk
) -> None:
    keyring, place = MemorySecrets(), tmp_path / "work"
    desk = open_desk(place, secrets=keyring, clock=Clock())
    client_with_contact(desk)
    code = keys.new_code(desk)
    paths.sidecar(place).unlink()
    made = drain(backups.back_up(desk))
    drain(backups.restore(laptop, made, key=backup_keys.key_of(made, code)))
    assert dump(laptop) == dump(desk)
    desk.close()
    open_desk(place, secrets=keyring).close()


def test_keys_of_a_size_that_no_key_has_are_not_taken_out(desk: Desk, tmp_path: Path) -> None:
    made, swollen = drain(backups.back_up(desk)), tmp_path / "swollen.zip"
    with zipfile.ZipFile(made) as of, zipfile.ZipFile(swollen, "w", zipfile.ZIP_DEFLATED) as into:
        for one in of.infolist():
            into.writestr(one, of.read(one))
        into.writestr("recovery.key", b"\0" * (1 << 20))
    with pytest.raises(AmdeskError, match="damaged"):
        backup_keys.key_of(swollen, "0" * 32)


def test_a_plain_backup_of_a_version_before_is_restored_into_the_encrypted_file(
    tmp_path: Path, laptop: Desk
) -> None:
    old = open_in_memory(clock=Clock())
    summary_of_call(old)
    made = drain(backups.back_up(old, tmp_path / "old.zip"))
    drain(backups.restore(laptop, made))
    assert dump(laptop) == dump(old)
    assert b"Northwind" not in paths.library(tmp_path / "laptop").read_bytes()
    assert b"Northwind" not in (tmp_path / "laptop" / "amdesk.sqlite-wal").read_bytes()


def test_a_file_of_a_backup_put_in_the_place_of_the_lost_one_brings_its_key_along(
    desk: Desk, tmp_path: Path
) -> None:
    code = keys.new_code(desk)
    made = drain(backups.back_up(desk))
    place, keyring, beside = tmp_path / "broken", MemorySecrets(), tmp_path / "beside"
    open_desk(place, secrets=keyring).close()
    shutil.unpack_archive(made, beside)
    shutil.copyfile(beside / "amdesk.sqlite", paths.library(place))
    backup_keys.take_over(place, beside, key=backup_keys.key_of(made, code), secrets=keyring)
    again = open_desk(place, secrets=keyring, clock=Clock())
    assert dump(again) == dump(desk)
    assert keys.fits(again, code)
    again.close()
    assert (place / "key-before-1.json").exists()


def test_a_backup_with_a_passphrase_of_its_own_opens_by_it_and_no_other_does(
    desk: Desk, laptop: Desk
) -> None:
    code, was = keys.new_code(desk), dump(desk)
    made = drain(backups.back_up(desk, passphrase=_WORDS))
    usual = drain(backups.back_up(desk))
    assert [backup_keys.has_passphrase(one) for one in (made, usual)] == [True, False]
    assert not keys.has_passphrase(desk), "what opens the file itself stays as it was"
    for file, asked in ((made, "its passphrase, or the recovery code"), (usual, "Type the recovery code")):
        with pytest.raises(BackupNeedsKeyError, match=asked):
            drain(backups.look(laptop, file))
    for words in (_WORDS, code):
        drain(backups.restore(laptop, made, key=backup_keys.key_of(made, words)))
        assert dump(laptop) == was
    with pytest.raises(AmdeskError, match="does not open"):
        backup_keys.key_of(usual, _WORDS)


def test_a_passphrase_that_is_too_short_makes_no_backup(desk: Desk) -> None:
    with pytest.raises(AmdeskError, match="too short"):
        drain(backups.back_up(desk, passphrase="short"))
    assert backups.kept(desk) == ()
