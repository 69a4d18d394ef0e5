"""Where the data of a folder were moved to: a page left behind there, which every start follows."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path

_NAME = "moved-to.json"


def page(folder: Path) -> Path:
    """The page that says where the data of a folder went."""
    return folder / _NAME


def follow(folder: Path) -> Path:
    """The folder in which the data of one lie now: itself, until they are moved."""
    seen = [folder]
    while (to := _read(seen[-1])) is not None and to not in seen:
        seen.append(to)
    return seen[-1]


def point(folder: Path, to: Path) -> None:
    """From now on whoever starts in a folder works in another; an OSError where that cannot be said.

    Safe from a power failure once the folder is written as well, as is ``forget``: whoever moves sees to it.
    """
    beside = page(folder).with_suffix(".new")
    try:
        with os.fdopen(os.open(beside, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "w") as stream:
            json.dump({"folder": str(to)}, stream)
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(page(folder))
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def forget(folder: Path) -> None:
    """The data of a folder lie in it again."""
    page(folder).unlink(missing_ok=True)


def _read(folder: Path) -> Path | None:
    try:
        found = json.loads(page(folder).read_text(encoding="utf-8"))["folder"]
        to = Path(found)
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return None
    return to if to.is_absolute() else None
