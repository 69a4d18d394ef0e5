"""The key of a file: unreadable is never absent, and nothing is ever made where something was."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from amdesk.domain.errors import AmdeskError, CannotOpenError, NeedsKeyError
from amdesk.domain.key import new_key
from amdesk.services import anew, backups, clients, folder_key, key_state, keys, sample
from amdesk.services.desk import Desk
from amdesk.services.exchange import drain
from amdesk.services.open_desk import open_desk
from amdesk.store import sidecar
from amdesk.store.plain import is_plain
from amdesk.system import paths
from amdesk.system.secrets import SecretsUnavailableError
from tests.desks import MemorySecrets, raw

_WORDS = "correct horse battery staple"


@pytest.fixture
def keyring() -> MemorySecrets:
    return MemorySecrets()


@pytest.fixture
def folder(tmp_path: Path, keyring: MemorySecrets) -> Path:
    """A folder with one client in it, its key in the keyring."""
    place = tmp_path / "data"
    desk = open_desk(place, secrets=keyring)
    clients.add(desk, name="Northwind Traders")
    desk.close()
    return place


@pytest.fixture
def desk(folder: Path, keyring: MemorySecrets) -> Iterator[Desk]:
    opened = open_desk(folder, secrets=keyring)
    yield opened
    opened.close()


def names(desk: Desk) -> list[str]:
    """The clients that are there; the desk is put away."""
    try:
        return [line.name for line in clients.lines(desk, clients.find(desk))]
    finally:
        desk.close()


def held(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its bytes."""
    return {path.name: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def refused(folder: Path, secrets: MemorySecrets) -> NeedsKeyError:
    """How a folder refuses to open; nothing in it has changed by that, nor in the keyring."""
    before, kept = held(folder), dict(secrets.kept)
    with pytest.raises(NeedsKeyError) as refusal:
        open_desk(folder, secrets=secrets)
    assert held(folder) == before
    assert secrets.kept == kept
    return refusal.value


def cut_short(folder: Path) -> None:
    """As a start leaves a folder that was killed before the file was made."""
    paths.library(folder).unlink()
    sidecar.change(paths.sidecar(folder), made=False)
    shutil.rmtree(paths.backups(folder))


def test_a_first_start_asks_nothing_and_the_next_one_finds_the_key(
    folder: Path, keyring: MemorySecrets
) -> None:
    assert len(keyring.kept) == 1
    assert not is_plain(paths.library(folder))
    assert names(open_desk(folder, secrets=keyring)) == ["Northwind Traders"]
    assert len(keyring.kept) == 1


def test_the_key_stands_in_the_keyring_and_in_no_file(folder: Path, keyring: MemorySecrets) -> None:
    [secret] = keyring.kept.values()
    for content in held(folder).values():
        assert secret.encode() not in content
        assert bytes.fromhex(secret) not in content


@pytest.mark.parametrize(
    ("why", "reason"), [("none", "keyring_gone"), ("locked", "keyring_locked"), ("failed", "keyring_gone")]
)
def test_a_keyring_that_does_not_answer_is_not_an_empty_one(
    folder: Path, keyring: MemorySecrets, why: str, reason: str
) -> None:
    keyring.refusal = SecretsUnavailableError(why)  # type: ignore[arg-type]
    assert refused(folder, keyring).reason == reason
    keyring.refusal = None
    assert names(open_desk(folder, secrets=keyring)) == ["Northwind Traders"]


def test_a_keyring_without_the_key_is_told_and_the_file_stays(folder: Path) -> None:
    assert refused(folder, MemorySecrets()).reason == "no_entry"


def test_the_key_of_another_file_is_told_and_the_file_stays(folder: Path, keyring: MemorySecrets) -> None:
    [name] = keyring.kept
    keyring.kept[name] = new_key().hex
    assert refused(folder, keyring).reason == "wrong_key"


def test_what_is_no_key_in_the_keyring_counts_as_none(folder: Path, keyring: MemorySecrets) -> None:
    [name] = keyring.kept
    keyring.kept[name] = "what a person typed there"
    assert refused(folder, keyring).reason == "no_entry"


def test_a_file_that_vanished_is_not_made_anew(folder: Path, keyring: MemorySecrets) -> None:
    paths.library(folder).unlink()
    assert refused(folder, keyring).reason == "missing_file"


def test_a_log_without_its_file_is_not_written_over(tmp_path: Path, keyring: MemorySecrets) -> None:
    tmp_path.joinpath("amdesk.sqlite-wal").write_bytes(b"what was written last")
    assert refused(tmp_path, keyring).reason == "missing_file"


def test_a_lost_page_costs_the_code_and_no_data_where_the_keyring_is_empty(
    folder: Path, keyring: MemorySecrets
) -> None:
    desk = open_desk(folder, secrets=keyring)
    code = keys.new_code(desk)
    desk.close()
    for harm in (paths.sidecar(folder).unlink, lambda: paths.sidecar(folder).write_text("{")):
        harm()
        assert refused(folder, MemorySecrets()).by_code
        key = folder_key.by_code(folder, code)
        assert names(open_desk(folder, key=key, secrets=MemorySecrets())) == ["Northwind Traders"]
    assert names(open_desk(folder, secrets=keyring)) == ["Northwind Traders"], "its name is known again"


@pytest.mark.parametrize("left", ["copy", "backup", "keyring"])
def test_a_page_that_is_lost_torn_or_anothers_locks_nobody_out(
    folder: Path, keyring: MemorySecrets, tmp_path: Path, left: str
) -> None:
    here, elsewhere, none = tmp_path / "here", tmp_path / "elsewhere", SecretsUnavailableError("none")
    open_desk(here, secrets=keyring).close()
    open_desk(elsewhere, secrets=MemorySecrets()).close()
    folder_key.start_with_passphrase(tmp_path / "headless", _WORDS)
    if left == "backup":
        drain(backups.back_up(desk := open_desk(folder, secrets=keyring)))
        desk.close()
    keyring.is_listed = left == "keyring"
    page = paths.sidecar(folder)
    whole = page.read_bytes()
    for harm in (b"", whole[:40], b"\xff\0\xfe", None, *(
        paths.sidecar(one).read_bytes() for one in (here, elsewhere, tmp_path / "headless")
    )):  # fmt: skip
        page.unlink()
        if harm is not None:
            page.write_bytes(harm)
        if left != "copy":
            paths.key_copy(page).unlink()
        keyring.refusal, unlocked = SecretsUnavailableError("locked"), keyring.refusal
        assert refused(folder, keyring).reason in {"keyring_locked", "passphrase"}
        keyring.refusal = unlocked
        assert names(open_desk(folder, secrets=keyring)) == ["Northwind Traders"]
        assert page.read_bytes() == whole or left == "keyring"
        for aside in folder.glob("key-before-*"):
            aside.unlink()
    assert names(open_desk(here, secrets=keyring)) == []
    keyring.refusal = none
    assert refused(folder, keyring).reason == "keyring_gone"


def test_where_file_and_page_are_gone_and_a_backup_folder_is_left_nothing_is_made_anew(
    folder: Path, keyring: MemorySecrets
) -> None:
    for path in folder.glob("*.*"):
        path.unlink()
    assert refused(folder, keyring).reason == "missing_file"
    anew.make_room(folder)
    assert names(open_desk(folder, secrets=keyring)) == []


def test_a_file_that_lies_there_alone_opens_by_what_the_keyring_has(
    folder: Path, keyring: MemorySecrets, tmp_path: Path
) -> None:
    alone = tmp_path / "alone"
    alone.mkdir()
    shutil.copyfile(paths.library(folder), paths.library(alone))
    with pytest.raises(CannotOpenError, match="damaged or not made by amdesk"):
        open_desk(alone, secrets=MemorySecrets(is_listed=True))
    keyring.is_listed = True
    assert names(open_desk(alone, secrets=keyring)) == ["Northwind Traders"]


def test_what_code_and_passphrase_open_comes_back_when_it_vanished_or_was_torn(tmp_path: Path) -> None:
    none = MemorySecrets(refusal=SecretsUnavailableError("none"))
    desk = open_desk(tmp_path, key=folder_key.start_with_passphrase(tmp_path, _WORDS), secrets=none)
    code = keys.new_code(desk)
    desk.close()
    for harm in (Path.unlink, lambda one: one.write_bytes(b"\0" * 4096)):
        for one in (paths.sidecar(tmp_path), paths.recovery_key(tmp_path), paths.passphrase_key(tmp_path)):
            harm(one)
        key = folder_key.by_passphrase(tmp_path, _WORDS)
        assert folder_key.by_code(tmp_path, code) == key
        open_desk(tmp_path, key=key, secrets=none).close()
        assert refused(tmp_path, none).reason == "passphrase"


def test_a_passphrase_that_only_locks_the_window_does_not_lie_among_the_backups_nor_come_back(
    desk: Desk, folder: Path, keyring: MemorySecrets
) -> None:
    keys.set_passphrase(desk, _WORDS)
    assert not list(paths.backups(folder).glob("passphrase*"))
    keys.remove_passphrase(desk)
    desk.close()
    open_desk(folder, secrets=keyring).close()
    assert not paths.passphrase_key(folder).exists()


def test_what_opened_the_file_before_one_began_anew_does_not_come_back(
    desk: Desk, folder: Path, keyring: MemorySecrets
) -> None:
    code = keys.new_code(desk)
    desk.close()
    open_desk(folder, secrets=keyring).close()
    paths.library(folder).unlink()
    anew.make_room(folder)
    again = open_desk(folder, secrets=keyring)
    assert not keys.fits(again, code)
    assert keys.needs_code(again)
    again.close()


def test_a_damaged_file_is_told_as_damaged_while_its_key_is_there(
    folder: Path, keyring: MemorySecrets
) -> None:
    paths.library(folder).write_bytes(b"\1" * 8192)
    with pytest.raises(CannotOpenError) as refusal:
        open_desk(folder, secrets=keyring)
    assert refusal.value.reason == "damaged"


def test_a_page_or_a_file_of_another_folder_is_told_as_such_and_the_code_is_asked(
    desk: Desk, folder: Path, keyring: MemorySecrets, tmp_path: Path
) -> None:
    code, other, empty = keys.new_code(desk), tmp_path / "other", MemorySecrets()
    desk.close()
    open_desk(other, secrets=empty).close()
    own = paths.library(folder).read_bytes()
    shutil.copyfile(paths.library(other), paths.library(folder))
    refusal = refused(folder, keyring)
    assert (refusal.reason, refusal.by_code) == ("wrong_key", True)
    with pytest.raises(AmdeskError, match="another’s, or damaged"):
        key_state.not_tried(refusal, folder_key.by_code(folder, code))
    paths.library(folder).write_bytes(own)
    shutil.copyfile(paths.sidecar(other), paths.sidecar(folder))
    refusal = refused(folder, empty)
    assert (refusal.reason, refusal.by_code) == ("wrong_key", True)
    key = key_state.not_tried(refusal, folder_key.by_code(folder, code))
    assert names(open_desk(folder, key=key, secrets=empty)) == ["Northwind Traders"]


def test_a_start_that_was_cut_short_goes_on_with_the_same_key(folder: Path, keyring: MemorySecrets) -> None:
    """Killed after the key was kept and before its file was made."""
    cut_short(folder)
    open_desk(folder, secrets=keyring).close()
    assert len(keyring.kept) == 1


def test_a_start_that_was_cut_short_begins_anew_where_the_keyring_forgot(
    folder: Path, keyring: MemorySecrets
) -> None:
    cut_short(folder)
    keyring.kept.clear()
    open_desk(folder, secrets=keyring).close()
    assert len(keyring.kept) == 1


def test_no_file_is_made_for_a_key_that_the_keyring_does_not_give_back(tmp_path: Path) -> None:
    class Forgetful(MemorySecrets):
        def put(self, name: str, secret: str) -> None:
            """Take it and keep nothing."""

    with pytest.raises(NeedsKeyError) as refusal:
        open_desk(tmp_path / "new", secrets=Forgetful())
    assert refusal.value.reason == "choose_passphrase"
    assert not paths.library(tmp_path / "new").exists()


def test_without_a_keyring_a_passphrase_is_chosen_and_asked_for(tmp_path: Path) -> None:
    none = MemorySecrets(refusal=SecretsUnavailableError("none"))
    place = tmp_path / "new"
    place.mkdir()
    assert refused(place, none).reason == "choose_passphrase"
    key = folder_key.start_with_passphrase(place, f" {_WORDS} ")
    assert refused(place, none).reason == "passphrase", "killed before the file was made"
    desk = open_desk(place, key=key, secrets=none)
    clients.add(desk, name="Northwind Traders")
    assert keys.has_passphrase(desk)
    assert not keys.in_keyring(desk)
    desk.close()
    refusal = refused(place, none)
    assert (refusal.reason, refusal.by_passphrase, refusal.by_code) == ("passphrase", True, False)
    with pytest.raises(AmdeskError, match="does not open"):
        folder_key.by_passphrase(place, "another")
    with pytest.raises(NeedsKeyError):
        folder_key.start_with_passphrase(place, _WORDS)
    assert names(open_desk(place, key=folder_key.by_passphrase(place, _WORDS), secrets=none)) == [
        "Northwind Traders"
    ]


def test_a_passphrase_is_the_same_however_the_keyboard_composes_it(tmp_path: Path) -> None:
    key = folder_key.start_with_passphrase(tmp_path, "caf\u00e9 au lait")
    assert folder_key.by_passphrase(tmp_path, "cafe\u0301 au lait") == key


def test_a_short_passphrase_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AmdeskError, match="too short"):
        folder_key.start_with_passphrase(tmp_path, "  short ")
    assert list(tmp_path.iterdir()) == []


def test_a_code_opens_the_file_on_a_machine_whose_keyring_is_empty(
    desk: Desk, folder: Path, tmp_path: Path
) -> None:
    code = keys.new_code(desk)
    desk.close()
    other, keyring = tmp_path / "laptop", MemorySecrets()
    shutil.copytree(folder, other)
    assert refused(other, keyring).by_code
    with pytest.raises(AmdeskError, match="does not open"):
        folder_key.by_code(other, "0" * 32)
    key = folder_key.by_code(other, code.lower().replace("-", " "))
    opened = open_desk(other, key=key, secrets=keyring)
    folder_key.remember(other, key, keyring)
    assert names(opened) == ["Northwind Traders"]
    assert names(open_desk(other, secrets=keyring)) == ["Northwind Traders"]


def test_a_key_brought_back_takes_no_other_out_of_the_keyring(
    desk: Desk, folder: Path, keyring: MemorySecrets, tmp_path: Path
) -> None:
    code, other = keys.new_code(desk), tmp_path / "other"
    open_desk(other, secrets=keyring).close()
    shutil.copyfile(paths.sidecar(other), paths.sidecar(folder))
    folder_key.remember(folder, folder_key.by_code(folder, code), keyring)
    desk.close()
    assert names(open_desk(folder, secrets=keyring)) == ["Northwind Traders"]
    assert names(open_desk(other, secrets=keyring)) == []


def test_what_is_no_text_in_the_environment_is_a_passphrase_all_the_same(tmp_path: Path) -> None:
    words = f"{_WORDS}\udcff"
    assert folder_key.start_with_passphrase(tmp_path, words) == folder_key.by_passphrase(tmp_path, words)


def test_beginning_anew_is_not_kept_up_by_what_is_left_of_a_log(folder: Path, keyring: MemorySecrets) -> None:
    log = folder / "amdesk.sqlite-wal"
    paths.library(folder).replace(log)
    anew.make_room(folder)
    assert names(open_desk(folder, secrets=keyring)) == []
    assert len(list(folder.glob("amdesk-before-*"))) == 1


def test_only_the_newest_code_counts(desk: Desk, folder: Path) -> None:
    old, new = keys.new_code(desk), keys.new_code(desk)
    assert folder_key.by_code(folder, new) == desk.key
    with pytest.raises(AmdeskError, match=r"the one of \d{4}-\d\d-\d\d counts"):
        folder_key.by_code(folder, old)


def test_a_code_counts_as_taken_once_groups_of_it_were_typed(desk: Desk) -> None:
    assert keys.needs_code(desk)
    code = keys.new_code(desk)
    parts = code.split("-")
    with pytest.raises(AmdeskError, match="Group 5"):
        keys.confirm_code(desk, code, {2: parts[1], 5: "0000" if parts[4] != "0000" else "1111"})
    assert keys.needs_code(desk)
    keys.confirm_code(desk, code, {2: parts[1].lower(), 5: f" {parts[4]} "})
    assert not keys.needs_code(desk)


def test_a_passphrase_beside_the_keyring_can_be_set_changed_and_taken_away(desk: Desk, folder: Path) -> None:
    keys.set_passphrase(desk, _WORDS)
    assert keys.fits(desk, _WORDS)
    keys.set_passphrase(desk, "another passphrase")
    assert not keys.fits(desk, _WORDS)
    assert folder_key.by_passphrase(folder, "another passphrase") == desk.key
    keys.remove_passphrase(desk)
    assert not keys.has_passphrase(desk)


def test_the_code_fits_as_well_as_the_passphrase(desk: Desk) -> None:
    assert keys.fits(desk, keys.new_code(desk))
    assert not keys.fits(desk, "")


def test_the_only_way_in_is_not_taken_away(tmp_path: Path) -> None:
    desk = open_desk(tmp_path, key=folder_key.start_with_passphrase(tmp_path, _WORDS))
    with pytest.raises(AmdeskError, match="what opens the file"):
        keys.remove_passphrase(desk)
    desk.close()


def test_the_sample_needs_no_key_and_no_keyring(tmp_path: Path) -> None:
    sample.mark(tmp_path)
    none = MemorySecrets(refusal=SecretsUnavailableError("none"))
    desk = open_desk(tmp_path, secrets=none)
    assert desk.key is None
    assert not keys.needs_code(desk)
    desk.close()
    assert is_plain(paths.library(tmp_path))


def test_a_mark_of_the_sample_does_not_open_what_is_encrypted(folder: Path, keyring: MemorySecrets) -> None:
    sample.mark(folder)
    assert names(open_desk(folder, secrets=keyring)) == ["Northwind Traders"]
    assert refused(folder, MemorySecrets()).reason == "no_entry"


def test_two_first_starts_at_once_agree_on_one_key(tmp_path: Path) -> None:
    keyring = MemorySecrets()

    class Faster(MemorySecrets):
        """Another start gets in between this one's asking and its writing."""

        def get(self, name: str) -> str | None:
            if not paths.sidecar(tmp_path).exists():
                clients.add(desk := open_desk(tmp_path, secrets=keyring), name="Northwind Traders")
                desk.close()
            return keyring.get(name)

        def put(self, name: str, secret: str) -> None:
            keyring.put(name, secret)

        def remove(self, name: str) -> None:
            keyring.remove(name)

    assert names(open_desk(tmp_path, secrets=Faster())) == ["Northwind Traders"]
    assert len(keyring.kept) == 1


def test_two_first_starts_at_once_agree_on_the_key_of_one_passphrase(tmp_path: Path) -> None:
    faster = folder_key.start_with_passphrase(tmp_path, _WORDS)  # and makes its file in a moment
    assert folder_key.start_with_passphrase(tmp_path, _WORDS) == faster
    assert folder_key.by_passphrase(tmp_path, _WORDS) == faster


def test_another_start_with_another_passphrase_does_not_take_the_key_of_the_first(tmp_path: Path) -> None:
    faster = folder_key.start_with_passphrase(tmp_path, _WORDS)
    with pytest.raises(AmdeskError, match="does not open"):
        folder_key.start_with_passphrase(tmp_path, f"{_WORDS} of another")
    assert folder_key.by_passphrase(tmp_path, _WORDS) == faster


def test_a_bare_connection_of_another_key_reads_nothing(folder: Path) -> None:
    with pytest.raises(Exception, match="not a database"):
        raw(paths.library(folder)).execute("SELECT * FROM client")
