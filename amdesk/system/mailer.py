"""Handing a mail to the person's own mail program."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import Protocol

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_

_NO_NAME = re.compile(r"[^\w-]+")  # whatever could lead out of the folder, or is no file's name somewhere


class MailProgram(Protocol):
    """Whatever takes a draft off our hands. Taking it is not sending it."""

    def open_draft(self, eml: bytes, name: str) -> None:
        """Open an ``.eml`` draft under this file name."""

    def open_link(self, mailto: str) -> None:
        """Open a ``mailto:`` link."""


class SystemMail:
    """The system's mail program; drafts are written to a folder only the person can read."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def open_draft(self, eml: bytes, name: str) -> None:
        """Write the draft and let the system open it."""
        path = self._folder / f"{_NO_NAME.sub('_', name)}.eml"
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            path.write_bytes(eml)
            path.chmod(0o600)
        except OSError as error:
            raise AmdeskError(
                N_("The draft could not be written to {file}. Check the room on the disk."), file=str(path)
            ) from error
        _open(str(path))

    def open_link(self, mailto: str) -> None:
        """Let the system open the link."""
        _open(mailto)


def _open(what: str) -> None:
    import subprocess

    try:
        if sys.platform == "win32":
            os.startfile(what)
        else:
            command = "open" if sys.platform == "darwin" else "xdg-open"
            subprocess.run([command, what], check=True, capture_output=True, timeout=20)
    except (OSError, subprocess.SubprocessError) as error:
        raise AmdeskError(
            N_("No mail program could be opened. Copy the mail, or choose a mail program in your system.")
        ) from error
