"""Looking through a large file that a crash left open, before it is opened, with its person told why."""

from __future__ import annotations

from collections.abc import Generator
from functools import partial
from pathlib import Path

from amdesk.domain.errors import CannotOpenError
from amdesk.domain.key import Key
from amdesk.domain.messages import N_
from amdesk.services.exporting import Progress
from amdesk.services.long_work import in_thread
from amdesk.store import opening
from amdesk.system import paths


class ToLookThroughError(CannotOpenError):
    """A large file was left open and is to be looked through first; this ``key`` opens it."""

    def __init__(self, folder: Path, key: Key) -> None:
        super().__init__(
            N_("amdesk was not ended properly last time. All of the file is looked at before it opens."),
            reason="to_look_through", folder=folder,
        )  # fmt: skip
        self.key = key


def look_through(folder: Path, key: Key) -> Generator[Progress, None, None]:
    """Look through it in a thread, which alone has it; a CannotOpenError where it is not sound."""
    yield from in_thread(partial(opening.look_through, paths.library(folder), key), Progress(0, 1, ""))
