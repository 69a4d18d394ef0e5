"""Moving one's data to another folder: all of it arrives, and at every moment one whole folder opens."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from amdesk.domain.errors import AmdeskError, CannotOpenError
from amdesk.services import backups, clients, moving
from amdesk.services.desk import Desk
from amdesk.services.exchange import drain
from amdesk.services.kept_files import KeptFiles
from amdesk.services.unlocked import open_here
from amdesk.system import moved as pointing
from amdesk.system import paths
from tests.desks import KEY, open_desk


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a client, a backup and a kept file."""
    folder = tmp_path_factory.mktemp("lived") / "old"
    desk = open_desk(folder)
    clients.add(desk, name="Northwind Traders")
    desk.settings.choose("my_name", "Noa Levi")
    drain(backups.back_up(desk))
    desk.close()
    return folder


@pytest.fixture
def old(lived_in: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(lived_in, tmp_path / "old"))


@pytest.fixture
def new(tmp_path: Path) -> Path:
    return tmp_path / "disk" / "amdesk"


def names(desk: Desk) -> list[str]:
    return [line.name for line in clients.lines(desk, clients.find(desk))]


def moved(old: Path, new: Path) -> Path:
    return drain(moving.move(old, new, KEY))


def test_everything_arrives_and_every_start_goes_there(old: Path, new: Path) -> None:
    moved(old, new)
    desk = open_desk(old)
    assert desk.folder == new
    assert names(desk) == ["Northwind Traders"]
    assert desk.settings["my_name"] == "Noa Levi"
    assert [one.path.parent for one in backups.kept(desk)] == [paths.backups(new)]
    assert {one.name for one in new.iterdir()} >= {"key.json", "passphrase.key", "amdesk.sqlite"}
    desk.close()


def test_what_is_left_behind_goes_when_the_person_says_so(old: Path, new: Path) -> None:
    (old / "holiday.jpg").write_bytes(b"somebody's own")
    moved(old, new)
    desk = open_desk(old)
    assert moving.left_behind(desk) == old
    moving.let_go(desk)
    assert moving.left_behind(desk) is None
    desk.close()
    assert {one.name for one in old.iterdir()} == {"moved-to.json", "holiday.jpg"}
    again = open_desk(old)
    assert names(again) == ["Northwind Traders"]
    again.close()


def test_stopped_at_any_moment_the_data_are_where_they_were(old: Path, new: Path) -> None:
    stopped = 0
    while True:  # how many moments there are differs: the copy is read back in a thread
        steps = moving.move(old, new, KEY)
        if len(list(islice(steps, stopped + 1))) <= stopped:
            break
        steps.close()
        stopped += 1
        assert not new.exists()
        assert list(new.parent.iterdir()) == []
        desk = open_desk(old)
        assert (desk.folder, names(desk)) == (old, ["Northwind Traders"])
        desk.close()
    assert stopped > 2
    assert new.exists(), "it came to its end at last"


@pytest.mark.parametrize("step", ["_arrive", "rename", "point"])
def test_killed_between_two_steps_one_folder_opens(
    old: Path, new: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Killed(BaseException):
        pass

    def kill(*_: object) -> None:
        raise Killed

    where = {"_arrive": moving, "rename": Path, "point": pointing}[step]
    with monkeypatch.context() as patch:
        patch.setattr(where, step, kill)
        patch.setattr(shutil, "rmtree", lambda *_, **__: None)  # the dead clean up nothing
        with pytest.raises(Killed):
            moved(old, new)
    desk = open_desk(old)
    assert (desk.folder, names(desk)) == (old, ["Northwind Traders"])
    desk.close()


def _killed_before_the_switch(old: Path, new: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a program killed when all is copied and no start goes there yet leaves both folders."""

    class Killed(BaseException):
        pass

    def kill(*_: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(pointing, "point", kill)
        with pytest.raises(Killed):
            moved(old, new)


def test_what_a_killed_program_left_whole_keeps_nobody_from_moving_there(
    old: Path, new: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _killed_before_the_switch(old, new, monkeypatch)
    assert new.exists()
    moved(old, new)
    desk = open_desk(old)
    assert (desk.folder, names(desk)) == (new, ["Northwind Traders"])
    assert not list(new.glob("arriving*"))
    desk.close()


def test_what_a_killed_program_left_whole_goes_at_the_next_start(
    old: Path, new: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _killed_before_the_switch(old, new, monkeypatch)
    desk = open_desk(old)
    desk.settings.choose("moving_to", str(new))  # the dead do not tidy up
    desk.close()
    open_desk(old).close()
    assert not new.exists()


def test_what_somebody_has_worked_in_meanwhile_stays(
    old: Path, new: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _killed_before_the_switch(old, new, monkeypatch)
    desk = open_desk(new)
    clients.add(desk, name="Blue Harbour")
    desk.close()
    with pytest.raises(AmdeskError, match="already"):
        moved(old, new)
    desk = open_desk(new)
    assert len(names(desk)) == 2
    desk.close()


def test_what_a_killed_program_left_half_copied_goes_at_the_next_start(old: Path, new: Path) -> None:
    desk = open_desk(old)
    moving.begin(desk, new)
    desk.close()
    half = new.with_name(".amdesk.moving")
    half.mkdir(parents=True)
    (half / "amdesk.sqlite").write_bytes(b"half of it")
    open_desk(old).close()
    assert not half.exists()


def test_data_that_were_moved_to_a_disk_that_is_not_there_are_never_begun_anew(old: Path, new: Path) -> None:
    moved(old, new)
    new.rename(new.with_name("away"))
    with pytest.raises(CannotOpenError, match="moved to") as refused:
        open_here(old)
    assert refused.value.reason == "no_folder"
    assert not new.exists()


def test_they_can_be_moved_back_once_the_copy_is_gone(old: Path, new: Path) -> None:
    moved(old, new)
    desk = open_desk(old)
    with pytest.raises(AmdeskError, match="already"):
        moving.look(desk, old)
    moving.let_go(desk)
    moving.look(desk, old)
    desk.close()
    moved(new, old)
    for start in (old, new):
        desk = open_desk(start)
        assert (desk.folder, names(desk)) == (old, ["Northwind Traders"])
        desk.close()


def test_a_full_disk_changes_nothing(old: Path, new: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    for where, what in ((shutil, "copyfile"), (pointing, "point")):
        with monkeypatch.context() as patch:
            patch.setattr(where, what, full)
            with pytest.raises(AmdeskError, match="stays where it is"):
                moved(old, new)
    assert not new.exists()
    desk = open_desk(old)
    assert names(desk) == ["Northwind Traders"]
    desk.close()


@pytest.fixture
def desk(old: Path) -> Iterator[Desk]:
    made = open_desk(old)
    yield made
    made.close()


def test_a_folder_that_is_not_safe_or_not_free_is_refused_with_a_sentence(desk: Desk, tmp_path: Path) -> None:
    assert desk.folder is not None
    with pytest.raises(AmdeskError, match="Dropbox copies"):
        moving.look(desk, tmp_path / "Dropbox" / "amdesk")
    with pytest.raises(AmdeskError, match="own folder"):
        moving.look(desk, desk.folder / "amdesk")
    taken = Path(shutil.copytree(desk.folder, tmp_path / "taken"))
    with pytest.raises(AmdeskError, match="already"):
        moving.look(desk, taken)
    assert moving.place_in(tmp_path) == tmp_path / "amdesk"


def test_a_file_kept_with_a_record_opens_after_the_move(old: Path, new: Path) -> None:
    digest, _size = KeptFiles(paths.files(old), KEY).put([b"what was offered"])
    moved(old, new)
    assert b"".join(KeptFiles(paths.files(new), KEY).pieces(digest)) == b"what was offered"
