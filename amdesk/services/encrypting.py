"""Encrypting a large file of a version before, so that its person sees how far it is and can stop it."""

from __future__ import annotations

from collections.abc import Generator
from functools import partial
from pathlib import Path
from threading import Event

from amdesk.domain.errors import CannotOpenError
from amdesk.domain.key import Key
from amdesk.domain.messages import N_
from amdesk.services.exporting import Progress
from amdesk.services.long_work import in_thread
from amdesk.store import plain
from amdesk.system import paths


class ToEncryptError(CannotOpenError):
    """A large file is to be encrypted first, with this ``key``."""

    def __init__(self, folder: Path, key: Key) -> None:
        super().__init__(
            N_("Your records are from a version that did not encrypt. This is done once."),
            reason="to_encrypt", folder=folder,
        )  # fmt: skip
        self.key = key


def encrypt(folder: Path, key: Key) -> Generator[Progress, None, None]:
    """Encrypt the file of a folder; stopped, it stays as it was."""
    library, stop = paths.library(folder), Event()
    whole = library.stat().st_size
    total = whole + whole // 2  # what is written is read back
    work = in_thread(partial(plain.encrypt, library, key, stopped=stop.is_set), None)
    try:
        for _piece in work:
            yield Progress(min(plain.written(library), whole), total, "bytes")
    finally:
        stop.set()
        work.close()
