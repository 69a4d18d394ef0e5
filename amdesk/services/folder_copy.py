"""What is ours in a data folder: copied as a whole and read back, or removed; others’ files stay."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from amdesk.domain.errors import AmdeskError
from amdesk.domain.key import Key
from amdesk.domain.messages import N_
from amdesk.services.exporting import Progress
from amdesk.services.long_work import in_thread
from amdesk.store import snapshot
from amdesk.store.store import Store
from amdesk.system import paths

# What is ours in a folder beside the file: others may keep theirs there as well.
_FILES = ("amdesk-*.sqlite*", "key*.json", "recovery*.key", "passphrase*.key", "settings.*", "faults.log*")
_FOLDERS = (paths.backups, paths.files, paths.drafts)


def folders(folder: Path) -> tuple[Path, ...]:
    """The folders within one that are ours, whether they are there or not."""
    return tuple(of(folder) for of in _FOLDERS)


def beside_file(folder: Path) -> list[Path]:
    """What is ours in a folder beside the file itself; nothing that is half-written."""
    beside = (one for pattern in _FILES for one in folder.glob(pattern))
    within = (
        one
        for place in folders(folder)
        for one in place.rglob("*")
        if not any(part.startswith(".") for part in one.relative_to(folder).parts)
    )
    return sorted({one for one in (*beside, *within) if one.is_file()})


def copy(folder: Path, staged: Path, store: Store, key: Key | None) -> Iterator[Progress]:
    """Copy what is ours into an empty folder, the file by the ``store`` that has it open.

    Raises an AmdeskError or an OSError where what was written is not what is read back.
    """
    beside, records = beside_file(folder), paths.library(folder).stat().st_size
    sizes = [one.stat().st_size for one in beside]
    total = 2 * records + sum(sizes)  # the file is read as often as it is written
    yield from _copy_records(paths.library(staged), store, key, total=total)
    done = 2 * records
    for one, size in zip(beside, sizes, strict=True):
        _copy_file(one, staged / one.relative_to(folder))
        done += size
        yield Progress(done, total, "bytes")


def remove(folder: Path) -> None:
    """Remove what is ours from a folder; an OSError where a file cannot be removed."""
    for place in (*folders(folder), paths.shown(folder)):
        shutil.rmtree(place, ignore_errors=True)
    for one in (*beside_file(folder), *folder.glob(f"{paths.library(folder).name}*")):
        one.unlink(missing_ok=True)


def _copy_records(fresh: Path, store: Store, key: Key | None, *, total: int) -> Iterator[Progress]:
    done = 0
    for done, _size in snapshot.take(store, fresh, key):
        yield Progress(done, total, "bytes")
    said = Progress(done, total, "bytes")
    if found := (yield from in_thread(partial(snapshot.faults, fresh, key), said)):
        raise AmdeskError(N_("The copy of your file is not sound, and was not kept: {reason}."), reason=found)
    _settle_file(fresh)


def _copy_file(source: Path, target: Path) -> None:
    """Copy a file and read it back; an OSError where it is not the same."""
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    shutil.copystat(source, target)
    _settle_file(target)
    if _digest(source) != _digest(target):
        raise OSError("what was written reads back differently")


def _digest(path: Path) -> bytes:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").digest()


def _settle_file(path: Path) -> None:
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())
    path.chmod(0o600)
