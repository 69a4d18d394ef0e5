"""A copy that a move has brought to its end, before any start goes there: a program killed then leaves it.

It is known by a page in it. It is taken away only while it is what was copied, byte for byte, and what it was
copied from is there: somebody may have opened it meanwhile, and have written what is nowhere else.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from pathlib import Path

from amdesk.services import folder_copy
from amdesk.store import probing, soundness
from amdesk.system import moved, paths

_NAME = "arriving.json"


def note(staged: Path, folder: Path) -> None:
    """Note in a copy from which folder it comes, and what its file is like."""
    _page(staged).write_text(
        json.dumps({"from": str(folder), "file": _digest(paths.library(staged))}), encoding="utf-8"
    )


def forget(to: Path) -> None:
    """It has arrived: every start goes there."""
    _page(to).unlink(missing_ok=True)


def is_left(to: Path, folder: Path, mark: str) -> bool:
    """Whether what is ours in a folder is such a copy of another one, whose file has this ``mark``."""
    library = paths.library(to)
    try:
        said = json.loads(_page(to).read_text(encoding="utf-8"))
        return (
            said["from"] == str(folder)
            and moved.follow(folder) == folder
            and bool(mark)
            and probing.mark(library) == mark
            and not soundness.was_left_open(library)
            and probing.is_free(library)
            and said["file"] == _digest(library)
        )
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return False


def remove(to: Path) -> None:
    """Take such a copy away, the page that tells of it last; an OSError where that cannot be done."""
    folder_copy.remove(to)
    forget(to)
    with suppress(OSError):  # others keep something there, or it leads elsewhere
        to.rmdir()


def _page(folder: Path) -> Path:
    return folder / _NAME


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
