"""What lies in plain beside the encrypted file for a while, for other programs to read, and when it goes."""

from __future__ import annotations

import atexit
import shutil
from collections.abc import Iterable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from amdesk.domain.errors import AmdeskError
from amdesk.services import attachments, unfinished
from amdesk.services.desk import Desk
from amdesk.system import paths

# A mail program that is just being started reads the draft when it stands, which nobody tells us; one that
# asks for a password first waits for its person. After a day nobody comes back to it.
_DRAFTS_KEPT = timedelta(days=1)


def sweep(desk: Desk) -> None:
    """At a start: what an earlier one left. Who has the file open is the only one: nobody else needs it."""
    if desk.folder is not None:
        _remove((paths.shown(desk.folder), paths.restoring(desk.folder)))
        for one in (paths.sidecar, paths.recovery_key, paths.passphrase_key):
            for place in (desk.folder, paths.backups(desk.folder)):
                for half in place.glob(f".{one(desk.folder).name}.*.new"):  # its writer was killed
                    half.unlink(missing_ok=True)
        sweep_drafts(desk)
        attachments.seal(desk)
        _take_filters(desk)
        if desk.settings["moving_to"]:
            from amdesk.services import moving

            moving.given_up(desk)


def _take_filters(desk: Desk) -> None:
    """Filters stood in the settings once, in plain; the name of one may be a client's."""
    kept = dict(desk.settings["filters"])
    if kept and unfinished.read(desk, unfinished.FILTERS) is None:
        with suppress(AmdeskError):  # no room: they are taken at another start
            unfinished.keep(desk, unfinished.FILTERS, kept)
            desk.settings.choose("filters", {})


def sweep_drafts(desk: Desk) -> None:
    """Mails handed to the mail program more than a day ago go; it has them, or never will."""
    if desk.folder is None:
        return
    since = (desk.now() - _DRAFTS_KEPT).timestamp()
    for one in paths.drafts(desk.folder).glob("*"):
        with suppress(OSError):  # another program has it open, on a system where that keeps it
            if one.stat().st_mtime < since:
                one.unlink()


def folder(desk: Desk) -> Path:
    """A new folder that only the person can read, for files that other programs take; gone at the end."""
    from tempfile import mkdtemp

    if desk.folder is None:
        made = Path(mkdtemp(prefix="amdesk-"))
        atexit.register(shutil.rmtree, made, ignore_errors=True)
        return made
    paths.shown(desk.folder).mkdir(mode=0o700, exist_ok=True)
    return Path(mkdtemp(dir=paths.shown(desk.folder)))


def leave(desk: Desk) -> None:
    """At the end: copies that were opened to be looked at, and what was dragged into other programs."""
    if desk.folder is not None:
        _remove([paths.shown(desk.folder)])


def _remove(folders: Iterable[Path]) -> None:
    """What another program holds open stays where the system wants it so, until the next start."""
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)
