"""Taking along what can still be read of a damaged file, as files that other programs read."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from amdesk.domain.errors import AmdeskError
from amdesk.domain.key import Key
from amdesk.domain.messages import N_
from amdesk.formats import backup_archive
from amdesk.services import exporting, recovery
from amdesk.services.desk import Desk
from amdesk.services.exporting import Progress
from amdesk.services.open_desk import now
from amdesk.store import opening, plain
from amdesk.store.store import Store
from amdesk.system.mailer import SystemMail
from amdesk.system.settings import Settings
from amdesk.system.zone import LocalZone

_FORMATS = ("csv", "json")
_BESIDE = ".amdesk-reading-"


@dataclass(frozen=True, slots=True)
class Taken:
    """What was exported of a damaged file: to where, the files, whether some of it could not be read."""

    folder: Path
    files: tuple[Path, ...]
    has_gaps: bool


def export_readable(
    folder: Path, key: Key | None, target: Path, *, relatives: bool = False
) -> Generator[Progress, None, Taken]:
    """Export what can be read of the file of a ``folder`` into a ``target``; the file is only read.

    What is read stands in an encrypted file in the target until the end: the disk of the folder may be full,
    or dying. Raises an AmdeskError where nothing can be read, or nothing written.
    """
    try:
        target.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=_BESIDE, dir=target) as beside:
            fresh = Path(beside) / backup_archive.RECORDS
            saved = yield from recovery.read_into(fresh, folder, key)
            with closing(_desk(folder, fresh, key)) as desk:
                files = yield from exporting.export(desk, target, formats=_FORMATS, relatives=relatives)
            return Taken(target, files, bool(saved.gaps))
    except OSError as error:
        raise AmdeskError(
            N_("No export can be written in {folder}. Choose a folder that can be written to and has room."),
            folder=str(target),
        ) from error


def _desk(folder: Path, fresh: Path, key: Key | None) -> Desk:
    """A desk on what could be read, to look through; the files kept with it lie where they always did."""
    own = None if plain.is_plain(fresh) else key
    return Desk(
        store=Store(opening.open_file(fresh, own)), clock=now, settings=Settings(),
        mail=SystemMail(fresh.parent), zone=LocalZone(), folder=folder, key=own,
    )  # fmt: skip
