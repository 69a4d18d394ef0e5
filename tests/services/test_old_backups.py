"""Backups from before there was a key are sealed as well, and lose nothing by that."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from amdesk.services import attachments, backups, clients, tasks
from amdesk.services.desk import Desk
from amdesk.services.exchange import drain
from amdesk.services.open_desk import open_desk as open_plainly
from amdesk.store import copying
from amdesk.system import paths
from tests.desks import Clock, client_with_contact, dump, open_desk

_CANARY = "Zebrafinch"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def was(tmp_path: Path, clock: Clock) -> dict[str, list[tuple[object, ...]]]:
    """What stood in a plain folder that made a backup, and a copy before a migration."""
    folder, file = tmp_path / "data", tmp_path / "form.txt"
    folder.mkdir()
    paths.sample_mark(folder).touch()
    old = open_plainly(folder, clock=clock)
    client_with_contact(old, name=_CANARY)
    tasks.add(old, title=_CANARY, client_id=1, side="colleague", assignee="Dana Levi")
    file.write_text(_CANARY, encoding="utf-8")
    attachments.add(old, "task", tasks.get(old, 1).uuid, file)
    drain(backups.back_up(old))
    copying.copy(old.store.connection, paths.backups(folder) / "amdesk-before-version-9.sqlite", None)
    rows = dump(old)
    old.close()
    paths.sample_mark(folder).unlink()
    return rows


@pytest.fixture
def desk(tmp_path: Path, was: object, clock: Clock) -> Iterator[Desk]:
    opened = open_desk(tmp_path / "data", clock=clock)
    clock.move(hours=1)
    yield opened
    opened.close()


def plain(folder: Path) -> list[str]:
    """The files under a folder in which the canary can be read."""
    return [
        path.name for path in folder.rglob("*") if path.is_file() and _CANARY.encode() in path.read_bytes()
    ]


def test_once_a_backup_is_made_no_older_one_lies_there_in_plain(desk: Desk, tmp_path: Path) -> None:
    assert len(plain(paths.backups(tmp_path / "data"))) == 1, "the copy; what is packed hides the rest"
    drain(backups.back_up(desk))
    assert plain(tmp_path / "data") == []
    assert len(backups.kept(desk)) == 2
    assert not [one for one in paths.backups(tmp_path / "data").iterdir() if one.name.startswith(".")]


def test_a_sealed_one_is_restored_like_any_other(desk: Desk, was: object, tmp_path: Path) -> None:
    drain(backups.back_up(desk))
    sealed = backups.kept(desk)[-1]
    clients.change(desk, 1, name="Blue Harbour")
    for file in paths.files(tmp_path / "data").iterdir():
        file.unlink()
    drain(backups.restore(desk, sealed.path))
    assert dump(desk) == was
    assert attachments.readable(desk, 1).read_text(encoding="utf-8") == _CANARY


def test_a_damaged_one_stays_as_it_is_and_stops_nothing(desk: Desk) -> None:
    old = backups.kept(desk)[0].path
    old.write_bytes(old.read_bytes()[:-100])
    damaged = old.read_bytes()
    drain(backups.back_up(desk))
    assert old.read_bytes() == damaged
    assert len(backups.kept(desk)) == 2


def test_a_damaged_copy_of_before_a_migration_stops_nothing_either(desk: Desk, tmp_path: Path) -> None:
    copy = paths.backups(tmp_path / "data") / "amdesk-before-version-9.sqlite"
    copy.write_bytes(copy.read_bytes()[:5000])
    damaged = copy.read_bytes()
    drain(backups.back_up(desk))
    assert copy.read_bytes() == damaged
    assert len(backups.kept(desk)) == 2


def test_one_stopped_in_the_middle_is_there_and_sealed_the_next_time(desk: Desk, tmp_path: Path) -> None:
    steps = backups.back_up(desk)
    for _ in steps:
        if backups.kept(desk)[0].made_at == desk.now():
            break
    next(steps)
    steps.close()
    assert len(backups.kept(desk)) == 2
    drain(backups.back_up(desk))
    assert plain(tmp_path / "data") == []
