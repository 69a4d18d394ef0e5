"""Giving a file that is whole its name: for good, and without taking that of another."""

from __future__ import annotations

import os
from pathlib import Path


def place_new(beside: Path, path: Path) -> None:
    """Give a file its name; a FileExistsError where something has it already."""
    try:
        os.link(beside, path)
    except FileExistsError:
        raise
    except OSError:  # a disk that knows no second names, such as a stick
        if path.exists():
            raise FileExistsError(path) from None
        beside.rename(path)


def settle(folder: Path) -> None:
    """A file that was moved into a folder is safe under its name only once the folder itself is written."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
