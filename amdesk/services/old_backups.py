"""Backups of versions that did not encrypt: sealed one after the other, under their own names."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from amdesk.domain.errors import AmdeskError
from amdesk.domain.key import Key
from amdesk.formats import backup_archive
from amdesk.services import attachments, backup_keys
from amdesk.services.desk import Desk
from amdesk.services.exporting import Progress
from amdesk.services.kept_files import KeptFiles
from amdesk.store import plain
from amdesk.store.naming import settle


def seal(desk: Desk, folder: Path) -> Iterator[Progress]:
    """Seal what lies in plain in a folder of backups; what is damaged stays as it is.

    Stopped at any moment, each backup is there whole, as it was or sealed.
    """
    if desk.key is None:
        return
    for copy in folder.glob("amdesk-*.sqlite"):
        with suppress(AmdeskError):
            if plain.is_plain(copy):
                plain.encrypt(copy, desk.key)
        yield Progress(0, 1, "bytes")
    for backup in sorted(folder.glob("amdesk-*.zip")):
        try:
            if not backup_archive.has_keys(backup):
                yield from _sealed(desk, desk.key, backup)
        except (AmdeskError, OSError):
            continue


def _sealed(desk: Desk, key: Key, backup: Path) -> Iterator[Progress]:
    told, total = backup_archive.told(backup), 4 * backup_archive.size(backup)
    with TemporaryDirectory(prefix=".backup-", dir=backup.parent) as beside:
        folder = Path(beside)
        done = 0
        for done in backup_archive.unpack(backup, folder):
            yield Progress(done, total, "bytes")
        records, files = folder / backup_archive.RECORDS, folder / attachments.FOLDER
        plain.encrypt(records, key)
        KeptFiles(files, key).seal_plain()
        lying = [(f"{attachments.FOLDER}/{one.name}", one) for one in sorted(files.glob("*"))]
        members = [(backup_archive.RECORDS, records), *backup_keys.members(desk), *lying]
        packed = folder / "packed"
        for more in backup_archive.write(packed, told, members, packs=False):
            yield Progress(min(done + more, total), total, "bytes")
        packed.replace(backup)
    settle(backup.parent)
