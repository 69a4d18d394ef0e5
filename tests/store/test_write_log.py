"""One byte changed in SQLite's log, after a program was killed: nothing behind it is forgotten."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from amdesk.domain.errors import CannotOpenError
from amdesk.services import clients, recovery
from amdesk.services.exchange import drain
from amdesk.store import write_log
from tests.desks import KEY, open_desk

_FRAME = 24 + 4096
_LATER = [f"Later {n}" for n in range(4)]


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as a program leaves it that was killed after four clients had been kept."""
    folder = tmp_path_factory.mktemp("killed")
    open_desk(folder).close()
    desk = open_desk(folder)
    for name in _LATER:
        clients.add(desk, name=name)
    copy = folder.with_name("copy")
    shutil.copytree(folder, copy)
    desk.close()
    return copy


@pytest.fixture
def folder(killed: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(killed, tmp_path / "data"))


def names(folder: Path) -> set[str]:
    desk = open_desk(folder)
    found = {line.name for line in clients.lines(desk, clients.find(desk))}
    desk.close()
    return found


def flip(folder: Path, at: int) -> None:
    log = folder / "amdesk.sqlite-wal"
    held = bytearray(log.read_bytes())
    held[at] ^= 1
    log.write_bytes(held)


def test_a_log_that_is_whole_is_taken_as_it_is(folder: Path) -> None:
    assert names(folder) == set(_LATER)


@pytest.mark.parametrize("at", [3, 20, 32 + 2, 32 + 10, 32 + 18, 32 + 24 + 700], ids=hex)
def test_a_byte_that_is_wrong_costs_none_of_the_records_behind_it(folder: Path, at: int) -> None:
    flip(folder, at)
    with pytest.raises(CannotOpenError) as refused:
        open_desk(folder)
    assert refused.value.reason == "damaged"
    found = drain(recovery.save_readable(folder, KEY))
    assert found.counts["client"] == len(_LATER)
    assert names(folder) == set(_LATER)


def test_what_a_power_failure_cut_off_was_never_kept_and_is_let_go(folder: Path) -> None:
    log = folder / "amdesk.sqlite-wal"
    held = bytearray(log.read_bytes())
    held[-_FRAME * 2 + 500] ^= 1  # within the last transaction
    log.write_bytes(held)
    assert names(folder) == set(_LATER[:-1])


def test_a_log_cut_off_in_the_middle_gives_what_is_before(folder: Path) -> None:
    log = folder / "amdesk.sqlite-wal"
    log.write_bytes(log.read_bytes()[: -_FRAME - 100])
    assert not write_log.is_broken(folder / "amdesk.sqlite")
    assert names(folder) == set(_LATER[:-1])
