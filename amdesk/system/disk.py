"""Seeing to it that nobody else looks into a folder."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def keep_to_oneself(folder: Path) -> None:
    """Take from everybody else what rights they have in a folder; nothing is given to anybody."""
    if os.name == "posix":
        mode = folder.stat().st_mode & 0o777
        if mode & 0o077:
            with suppress(OSError):  # somebody else's, who lets us write there
                folder.chmod(mode & 0o700)
