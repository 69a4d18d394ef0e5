"""Backups: when one is due, making and keeping them, and putting one in the place of what is there."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import chain, count
from pathlib import Path
from tempfile import TemporaryDirectory

from amdesk.domain.errors import AmdeskError
from amdesk.domain.key import Key
from amdesk.domain.messages import N_
from amdesk.domain.rotation import to_keep
from amdesk.formats import backup_archive
from amdesk.services import attachments, backup_keys, damage, key_pages, keys, old_backups
from amdesk.services.desk import Desk
from amdesk.services.exporting import Progress
from amdesk.services.long_work import in_thread
from amdesk.store import backup as store
from amdesk.store import in_sight, snapshot
from amdesk.store.naming import settle
from amdesk.system import paths

# What is told of a backup, with what it is called (message ids): the rest goes with these.
COUNTED = {
    "client": N_("Clients"),
    "contact": N_("Contacts"),
    "interaction": N_("Calls"),
    "summary": N_("Summaries"),
    "goal": N_("Goals"),
    "task": N_("Tasks"),
    "reminder": N_("Reminders"),
    "attachment": N_("Files"),
    in_sight.TRASH: N_("Trash"),
}
_LABEL = N_("Restore a backup")
_DUE_AFTER = timedelta(hours=24)
_NAME = re.compile(r"amdesk-(\d{8}T\d{6})Z(?:-\d+)?\.zip")
_UNDER_WAY = ".backup-"
_OWN = "passphrase.key"  # of a backup that has a passphrase of its own
_STAMP = "%Y%m%dT%H%M%S"
_PIECE = 1 << 20
_ROOM = 1 << 20  # what a disk needs beside the bytes themselves


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that is kept: where, when it was made, how many bytes it has."""

    path: Path
    made_at: datetime
    size: int


@dataclass(frozen=True, slots=True)
class Contents:
    """What restoring a backup would bring: what one would see of each kind, and sees here ``now``."""

    path: Path
    made_at: datetime
    counts: Mapping[str, int]
    now: Mapping[str, int]


def kept(desk: Desk) -> tuple[Backup, ...]:
    """The backups beside the person's file, newest first."""
    return kept_in(_folder(desk)) if desk.folder is not None else ()


def is_due(desk: Desk) -> bool:
    """Whether the newest backup is older than a day, from a day to come, or there is none.

    Never for a desk in memory, or for the sample.
    """
    if desk.folder is None or paths.sample_mark(desk.folder).exists():
        return False
    found = kept(desk)
    return not found or not timedelta(0) <= desk.now() - found[0].made_at <= _DUE_AFTER


def back_up(desk: Desk, file: Path | None = None, *, passphrase: str = "") -> Generator[Progress, None, Path]:
    """Make a backup, read it back, and only then let it count; where it is.

    Without a ``file`` it joins those kept beside the person's own, some of the older of which go, and a copy
    of it goes to the second folder where one is set. A ``passphrase`` opens this one on any machine, as the
    recovery code does. Raises an AmdeskError where there is no room for it.
    """
    now = desk.now()
    folder = file.parent if file is not None else _folder(desk)
    if file is not None and file.exists():
        raise AmdeskError(N_("{file} is there already. Choose another name."), file=str(file))
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=_UNDER_WAY, dir=folder) as beside:
            if passphrase:
                sealing = partial(keys.seal_with, desk, passphrase, Path(beside) / _OWN)
                yield from in_thread(sealing, Progress(0, 1, "bytes"))
            made = yield from _written(desk, Path(beside), now)
            place = file or _free(folder, f"amdesk-{now:{_STAMP}}Z")
            made.replace(place)
        settle(folder)
        if file is None:
            _sweep(folder, now)
            _rotate(kept_in(folder), now)
            yield from old_backups.seal(desk, folder)
            yield from _copy_aside(desk, place, now)
    except OSError as error:
        raise AmdeskError(
            N_("No backup could be written in {folder}: the disk is full, or may not be written to."),
            folder=str(folder),
        ) from error
    return place


def before_change(desk: Desk) -> Generator[Progress, None, None]:
    """A backup of what is there before much of it changes at once; nothing for a desk in memory."""
    if desk.folder is not None and not desk.store.connection.in_transaction and _has_records(desk):
        yield from back_up(desk)


def look(desk: Desk, file: Path, *, key: Key | None = None) -> Generator[Progress, None, Contents]:
    """What restoring a backup would bring; an AmdeskError where it cannot be restored.

    One that is encrypted with another ``key`` than the file needs that: a BackupNeedsKeyError says so.
    """
    made_at = backup_archive.told(file).made_at
    with _aside(desk) as folder:
        fits = backup_keys.fitting(file, key or desk.key, secrets=desk.secrets)
        yield from _unpack(file, folder)
        with closing(store.opened(folder / backup_archive.RECORDS, fits)) as copy:
            now = in_sight.counts(desk.store.connection)
            return Contents(file, made_at, in_sight.counts(copy), now)


def restore(desk: Desk, file: Path, *, key: Key | None = None) -> Generator[Progress, None, Path | None]:
    """Put the records of a backup in the place of those that are here, as one step; undo brings these back.

    The file keeps its own key, whichever ``key`` that of the backup is. What is here is backed up besides,
    for whoever ends the program before thinking better of it: where to is returned. Files kept with the
    records join those here. Stopped, everything stays as it was.
    """
    with _aside(desk) as folder:
        fits = backup_keys.fitting(file, key or desk.key, secrets=desk.secrets)
        yield from _unpack(file, folder)
        with closing(store.opened(folder / backup_archive.RECORDS, fits)) as copy:
            # only now: the new backup may be the one for which that which is restored has to go
            before = (yield from back_up(desk)) if desk.folder is not None else None
            with desk.step(_LABEL):
                for done, total in store.replace_all(desk.store, copy):
                    yield Progress(done, total, "rows")
                attachments.take_in(desk, folder / attachments.FOLDER, key=fits)
    return before


def _folder(desk: Desk) -> Path:
    if desk.folder is None:
        raise AmdeskError(N_("What lives in memory only has no backups. Name a file to write."))
    return paths.backups(desk.folder)


def _free(folder: Path, name: str) -> Path:
    """A place that no backup of the same second has."""
    places = (folder / f"{name}{ending}.zip" for ending in chain([""], (f"-{n}" for n in count(2))))
    return next(place for place in places if not place.exists())


def kept_in(folder: Path) -> tuple[Backup, ...]:
    """The backups in a folder, newest first."""
    named = ((path, _NAME.fullmatch(path.name)) for path in folder.glob("amdesk-*.zip"))
    found = (
        Backup(path, datetime.strptime(name[1], _STAMP).replace(tzinfo=UTC), path.stat().st_size)
        for path, name in named
        if name
    )
    return tuple(sorted(found, key=_age, reverse=True))


def _written(desk: Desk, folder: Path, now: datetime) -> Generator[Progress, None, Path]:
    """The records are copied, looked through, packed and read back; where the backup stands, nameless yet."""
    records, packed = folder / backup_archive.RECORDS, folder / "packed"
    files = [(f"{attachments.FOLDER}/{place.name}", place) for place in attachments.places(desk)]
    beside = sum(place.stat().st_size for _name, place in files)
    told = backup_archive.Told(now, store.counts(desk.store.connection))
    yield from _copied(desk, records, beside)
    size = records.stat().st_size
    total = 3 * size + 2 * beside  # copied; packed and read back with what lies beside it
    members = [(backup_archive.RECORDS, records), *backup_keys.members(desk, folder / _OWN), *files]
    for done in backup_archive.write(packed, told, members, packs=desk.key is None):
        yield Progress(min(size + done, total), total, "bytes")
    return packed


def _copied(desk: Desk, records: Path, beside: int) -> Iterator[Progress]:
    """The records as they stand now, sound or not at all."""
    said = Progress(0, 1, "bytes")
    for done, size in snapshot.take(desk.store, records, desk.key):
        said = Progress(done, 3 * size + 2 * beside, "bytes")
        yield said
    found = yield from in_thread(partial(snapshot.faults, records, desk.key), said)
    if found:
        damage.refuse_damaged(desk)
        raise AmdeskError(N_("The backup is not sound and was not kept: {reason}."), reason=found)


def _sweep(folder: Path, now: datetime) -> None:
    """Remove what a program that was killed has left half-written; not what another is writing now."""
    for left in folder.glob(f"{_UNDER_WAY}*"):
        if now.timestamp() - left.stat().st_mtime > _DUE_AFTER.total_seconds():
            shutil.rmtree(left, ignore_errors=True)


def _age(one: Backup) -> tuple[datetime, int, str]:
    """Of those of one second the one with the greater number was made later."""
    return one.made_at, len(one.path.name), one.path.name


def _rotate(found: Sequence[Backup], now: datetime) -> None:
    stay = to_keep((one.made_at for one in found), now=now)
    for one in found:
        if one.made_at not in stay:
            one.path.unlink()


def _copy_aside(desk: Desk, made: Path, now: datetime) -> Iterator[Progress]:
    """The same backup in the second folder, which may be on a stick that is slow, or not there today."""
    chosen = str(desk.settings["backup_folder"]).strip()
    if not chosen:
        return
    folder = Path(chosen).expanduser()
    beside = folder / f".{made.name}.new"
    try:
        with made.open("rb") as source, beside.open("wb") as target:
            size = made.stat().st_size
            while piece := source.read(_PIECE):
                target.write(piece)
                os.fsync(target.fileno())
                yield Progress(target.tell(), size, "bytes")
        beside.replace(folder / made.name)
        key_pages.lay_beside(desk)
        # another portfolio may keep its backups in the same folder
        _rotate([one for one in kept_in(folder) if backup_keys.is_of(one.path, desk.key)], now)
        yield from old_backups.seal(desk, folder)
    except OSError as error:
        raise AmdeskError(
            N_("The backup is kept beside your data; its copy could not be written to {folder}."),
            folder=str(folder),
        ) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


@contextmanager
def _aside(desk: Desk) -> Iterator[Path]:
    """An empty folder for what is taken out of a backup, gone in the end."""
    with ExitStack() as stack:
        if desk.folder is None:
            yield Path(stack.enter_context(TemporaryDirectory()))
            return
        folder = paths.restoring(desk.folder)
        shutil.rmtree(folder, ignore_errors=True)  # left behind by a program that was killed
        folder.mkdir(mode=0o700)
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        yield folder


def _unpack(file: Path, folder: Path) -> Iterator[Progress]:
    total = backup_archive.size(file)
    if shutil.disk_usage(folder).free < total + _ROOM:
        raise AmdeskError(N_("There is not enough room on the disk to take {file} apart."), file=file.name)
    for done in backup_archive.unpack(file, folder):
        yield Progress(done, total, "bytes")


def _has_records(desk: Desk) -> bool:
    return any(store.counts(desk.store.connection).values())
