"""Getting at one's data when the file cannot be opened: a backup in its place, with the file set aside."""

from __future__ import annotations

import shutil
from collections.abc import Generator, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from amdesk.domain.errors import AmdeskError
from amdesk.domain.key import Key
from amdesk.domain.messages import N_
from amdesk.formats import backup_archive
from amdesk.services import backup_keys, folder_key
from amdesk.services.backup_places import places
from amdesk.services.backups import Backup, kept_in
from amdesk.services.exporting import Progress
from amdesk.services.open_desk import now
from amdesk.store import backup as store
from amdesk.store import driver, opening, outgoing, plain, probing, salvage, write_log
from amdesk.store.naming import settle
from amdesk.store.salvage import Saved
from amdesk.system import paths
from amdesk.system.secrets import Secrets, SystemSecrets

_STAMP = "%Y%m%dT%H%M%SZ"
_ROOM = 1 << 20


@dataclass(frozen=True, slots=True)
class Found:
    """What could be saved of a damaged file: how much of each kind, whether some are missing, and where the
    damaged one lies now.
    """

    counts: Mapping[str, int]
    has_gaps: bool
    damaged: Path | None


def backups_of(folder: Path) -> tuple[Backup, ...]:
    """The backups of a folder that cannot be opened, those in its second folder among them; newest first."""
    found = {one.path.name: one for place in places(folder) for one in kept_in(place)}
    return tuple(sorted(found.values(), key=lambda one: (one.made_at, one.path.name), reverse=True))


def is_free(folder: Path) -> bool:
    """Whether whoever had the file of a folder open has let go of it."""
    return probing.is_free(paths.library(folder))


def key_of(folder: Path, secrets: Secrets | None = None) -> Key | None:
    """The key of a folder whose file cannot be opened; a NeedsKeyError where the person has to bring it."""
    return folder_key.of_what_was(folder, secrets or SystemSecrets())


def opens(folder: Path, key: Key) -> bool:
    """Whether a key that was brought opens the file as it is."""
    return paths.library(folder).exists() and probing.opens(paths.library(folder), key)


def key_by(folder: Path, file: Path, text: str) -> Key:
    """The key of a backup by what the person types: the passphrase or code of the folder, or of the backup.

    Raises an AmdeskError where it is none of them.
    """
    for one in (folder_key.by_passphrase, folder_key.by_code):
        with suppress(AmdeskError):
            return one(folder, text)
    return backup_keys.key_of(file, text)


def bring_back(
    folder: Path, file: Path, key: Key | None, *, secrets: Secrets | None = None
) -> Generator[Progress, None, Path | None]:
    """Put a backup where the file of a folder should be; where that was set aside, if it was there.

    All is taken apart and looked through beside its place first: until the last moment nothing is changed.
    A BackupNeedsKeyError says that it takes another ``key``, any other AmdeskError why it cannot be done.
    """
    kept = secrets or SystemSecrets()
    with _beside(folder) as beside:
        fits = backup_keys.fitting(file, key, secrets=kept)
        total = backup_archive.size(file)
        if shutil.disk_usage(beside).free < total + _ROOM:
            raise AmdeskError(
                N_("There is not enough room on the disk to take {file} apart."), file=file.name
            )
        for done in backup_archive.unpack(file, beside):
            yield Progress(done, total, "bytes")
        fresh = beside / backup_archive.RECORDS
        with closing(store.opened(fresh, fits)) as copy:
            outgoing.doubt(copy)
        _take_files(beside, folder)
        before = _put_in_place(fresh, folder)
        if fits is not None:
            backup_keys.take_over(folder, beside, key=fits, secrets=kept)
        return before


def save_readable(folder: Path, key: Key | None) -> Generator[Progress, None, Found]:
    """Save what can still be read of a damaged file into one that takes its place; what that was.

    Raises an AmdeskError where nothing can be, and leaves everything as it is then.
    """
    with _beside(folder) as beside:
        fresh = beside / backup_archive.RECORDS
        saved = yield from read_into(fresh, folder, key)
        with closing(opening.open_file(fresh, None if plain.is_plain(fresh) else key)) as copy:
            outgoing.doubt(copy)
        return Found(saved.counts, bool(saved.gaps), _put_in_place(fresh, folder))


def read_into(fresh: Path, folder: Path, key: Key | None) -> Generator[Progress, None, Saved]:
    """Read what can be read of a folder's file into a ``fresh`` one, encrypted as that is; what that was.

    Raises an AmdeskError where nothing can be.
    """
    source, copied = paths.library(folder), fresh.with_name("damaged")
    size = source.stat().st_size if source.exists() else 0
    if shutil.disk_usage(fresh.parent).free < 2 * size + _ROOM:
        raise AmdeskError(N_("There is not enough room on the disk to save what can be read."))
    for of in (Path, write_log.log_of):  # reading it may write into its log: what there is stays untouched
        with suppress(FileNotFoundError):
            shutil.copyfile(of(source), of(copied))
    write_log.mend(copied)
    saved = yield from _read(salvage.save_readable(copied, fresh, None if plain.is_plain(copied) else key))
    if not any(saved.counts.values()):
        raise AmdeskError(N_("Nothing in {file} can be read any more. Restore a backup."), file=str(source))
    return saved


def set_aside(folder: Path) -> Path | None:
    """Give the file of a folder, and what belongs to it, a name with the moment; that, if it was there."""
    library = paths.library(folder)
    aside = paths.set_aside(folder, f"{now():{_STAMP}}")
    both = (library, *write_log.beside(library)), (aside, *write_log.beside(aside))
    for place, other in zip(*both, strict=True):
        if place.exists():
            place.replace(other)
    return aside if aside.exists() else None


def _read(steps: Generator[None, None, Saved]) -> Generator[Progress, None, Saved]:
    """How much there is is not known before it is read: the bar comes ever closer to its end."""
    left = 1000.0
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return cast(Saved, end.value)
        left *= 0.99
        yield Progress(1000 - int(left), 1000, "")


def _put_in_place(fresh: Path, folder: Path) -> Path | None:
    before = set_aside(folder)
    fresh.replace(paths.library(folder))
    settle(folder)
    return before


@contextmanager
def _beside(folder: Path) -> Iterator[Path]:
    """An empty folder for what takes the place of the file, gone in the end."""
    place = paths.restoring(folder)
    try:
        shutil.rmtree(place, ignore_errors=True)  # left behind by a program that was killed
        place.mkdir(mode=0o700, parents=True)
        yield place
    except (OSError, driver.OperationalError) as error:
        raise AmdeskError(
            N_("Nothing could be put into {folder}: it may not be written to, or is full."),
            folder=str(folder),
        ) from error
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _take_files(beside: Path, folder: Path) -> None:
    """Files are named by what they hold: one that is here already is the same."""
    home = paths.files(folder)
    for path in (beside / home.name).glob("*"):
        if not (home / path.name).exists():
            home.mkdir(mode=0o700, parents=True, exist_ok=True)
            path.replace(home / path.name)
