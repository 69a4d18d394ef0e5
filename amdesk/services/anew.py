"""Beginning anew in a folder whose file is gone: what tells of it is set aside there, and nothing deleted."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_
from amdesk.system import paths

_BESIDE = ("-wal", "-shm", "-journal")  # to another file they would be poison


def make_room(folder: Path) -> None:
    """Give the keys of the file that is gone, and what is left of its log, other names.

    The next start makes a new file then.
    Raises an AmdeskError where a file is there after all, or the folder cannot be written to.
    """
    if paths.library(folder).exists():
        raise AmdeskError(N_("The file is there again. Close this, and start amdesk as always."))
    keys = paths.sidecar(folder), paths.recovery_key(folder), paths.passphrase_key(folder)
    log = (paths.library(folder).with_name(f"{paths.library(folder).name}{ending}") for ending in _BESIDE)
    try:
        for path in (*log, *keys):
            if path.exists():
                path.replace(_free(path))
    except OSError as error:
        raise AmdeskError(
            N_("Nothing can be renamed in {folder}. Check the folder’s rights."), folder=str(folder)
        ) from error


def _free(path: Path) -> Path:
    """A name beside it that nothing has."""
    names = (path.with_name(f"{path.stem}-before-{n}{path.suffix}") for n in count(1))
    return next(one for one in names if not one.exists())
