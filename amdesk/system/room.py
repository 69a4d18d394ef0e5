"""Whether a folder takes what is written: found out by writing, for nothing else tells of quotas."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

_ENOUGH = 1 << 18


def is_there(folder: Path) -> bool:
    """Whether some hundred kilobytes find room in a folder; nothing of them stays."""
    place = folder / f".room-{os.getpid()}"
    try:
        with os.fdopen(os.open(place, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "wb") as stream:
            stream.write(bytes(_ENOUGH))
            stream.flush()
            os.fsync(stream.fileno())
    except OSError:
        return False
    finally:
        with suppress(OSError):
            place.unlink(missing_ok=True)
    return True
