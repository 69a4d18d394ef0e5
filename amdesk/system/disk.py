"""What makes sure that a name stays on the disk."""

from __future__ import annotations

import os
from pathlib import Path


def settle(folder: Path) -> None:
    """A file that was moved into a folder is safe under its name only once the folder itself is written."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
