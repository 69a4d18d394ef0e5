"""Getting at one's data when the file cannot be opened: a backup in its place, with the file set aside."""

from __future__ import annotations

import shutil
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from amdesk.domain.errors import AmdeskError
from amdesk.domain.key import Key
from amdesk.domain.messages import N_
from amdesk.formats import backup_archive
from amdesk.services.backups import Backup, kept_in
from amdesk.services.exporting import Progress
from amdesk.store import backup as store
from amdesk.system import paths
from amdesk.system.settings import Settings

_STAMP = "%Y%m%dT%H%M%SZ"
# What SQLite keeps beside a file: it goes where the file goes, for to another file it would be poison.
_BESIDE = ("-wal", "-shm", "-journal")
_ROOM = 1 << 20


def backups_of(folder: Path) -> tuple[Backup, ...]:
    """The backups of a folder that cannot be opened, those in its second folder among them; newest first."""
    found = {one.path.name: one for place in _places(folder) for one in kept_in(place)}
    return tuple(sorted(found.values(), key=lambda one: (one.made_at, one.path.name), reverse=True))


def _places(folder: Path) -> Iterator[Path]:
    try:
        second = str(Settings(folder / "settings.json")["backup_folder"]).strip()
    except OSError:
        second = ""
    if second:
        yield Path(second).expanduser()
    yield paths.backups(folder)


def bring_back(folder: Path, file: Path, key: Key | None = None) -> Generator[Progress, None, Path | None]:
    """Put a backup where the file of a folder should be; where that was set aside, if it was there.

    All is taken apart and looked through beside its place first: until the last moment nothing is changed.
    It is opened with a ``key``, unless it is of before there were keys. Raises an AmdeskError where it cannot
    be done.
    """
    try:
        with _aside(folder) as beside:
            total = backup_archive.size(file)
            if shutil.disk_usage(beside).free < total + _ROOM:
                raise AmdeskError(
                    N_("There is not enough room on the disk to take {file} apart."), file=file.name
                )
            for done in backup_archive.unpack(file, beside):
                yield Progress(done, total, "bytes")
            fresh = beside / backup_archive.RECORDS
            store.opened(fresh, key).close()
            _take_files(beside, folder)
            before = set_aside(folder)
            fresh.replace(paths.library(folder))
            return before
    except OSError as error:
        raise AmdeskError(
            N_("The backup could not be put into {folder}: it may not be written to, or is full."),
            folder=str(folder),
        ) from error


def set_aside(folder: Path) -> Path | None:
    """Give the file of a folder, and what belongs to it, a name with the moment; that, if it was there."""
    library = paths.library(folder)
    name = f"{library.stem}-set-aside-{datetime.now(UTC):{_STAMP}}{library.suffix}"
    for ending in ("", *_BESIDE):
        place = library.with_name(f"{library.name}{ending}")
        if place.exists():
            place.replace(library.with_name(f"{name}{ending}"))
    aside = library.with_name(name)
    return aside if aside.exists() else None


@contextmanager
def _aside(folder: Path) -> Iterator[Path]:
    place = paths.restoring(folder)
    shutil.rmtree(place, ignore_errors=True)  # left behind by a program that was killed
    place.mkdir(mode=0o700, parents=True)
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _take_files(beside: Path, folder: Path) -> None:
    """Files are named by what they hold: one that is here already is the same."""
    home = paths.files(folder)
    for path in (beside / home.name).glob("*"):
        if not (home / path.name).exists():
            home.mkdir(mode=0o700, parents=True, exist_ok=True)
            path.replace(home / path.name)
