"""Beginning anew in a folder whose file is gone: what tells of it is set aside there, and nothing deleted."""

from __future__ import annotations

from pathlib import Path

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_
from amdesk.store import write_log
from amdesk.system import paths


def make_room(folder: Path) -> None:
    """Give the keys of the file that is gone, and what is left of its log, other names.

    The next start makes a new file then.
    Raises an AmdeskError where a file is there after all, or the folder cannot be written to.
    """
    if paths.library(folder).exists():
        raise AmdeskError(N_("The file is there again. Close this, and start amdesk as always."))
    own = paths.sidecar(folder), paths.recovery_key(folder), paths.passphrase_key(folder)
    keys = *own, *map(paths.key_copy, own)
    try:
        for path in (*write_log.beside(paths.library(folder)), *keys):
            if path.exists():
                path.replace(paths.before(path))
    except OSError as error:
        raise AmdeskError(
            N_("Nothing can be renamed in {folder}. Check the folder’s rights."), folder=str(folder)
        ) from error
