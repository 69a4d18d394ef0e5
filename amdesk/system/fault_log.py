"""What went wrong in the program, noted beside the data in a file that never grows large."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

_NAME = "faults.log"
_MOST_BYTES = 64_000
_FORMER = 2  # files of that size that are kept when one is full


def keep(folder: Path) -> Callable[[], None]:
    """From now on, note in this folder what the program's log is told; call what comes back to stop."""
    import logging
    import time
    from logging.handlers import RotatingFileHandler

    handler = RotatingFileHandler(
        folder / _NAME, maxBytes=_MOST_BYTES, backupCount=_FORMER, encoding="utf-8", delay=True
    )
    written = logging.Formatter("%(asctime)s %(message)s", "%Y-%m-%dT%H:%M:%SZ")
    written.converter = time.gmtime
    handler.setFormatter(written)
    log = logging.getLogger("amdesk")
    log.addHandler(handler)

    def stop() -> None:
        log.removeHandler(handler)
        handler.close()

    return stop


def noted(folder: Path) -> str:
    """All that is noted in a folder, oldest first."""
    former = [folder / f"{_NAME}.{number}" for number in range(_FORMER, 0, -1)]
    files = [file for file in (*former, folder / _NAME) if file.exists()]
    return "".join(file.read_text(encoding="utf-8", errors="replace") for file in files)
