"""Handing a file to the program that the system opens such files with."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def open_file(file: Path) -> bool:
    """Let the system open a file; whether it took it."""
    try:
        if sys.platform == "win32":
            os.startfile(file)
        else:
            import subprocess  # a start would wait 5 ms for it

            command = "open" if sys.platform == "darwin" else "xdg-open"
            subprocess.Popen([command, str(file)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except OSError:
        return False
    return True
