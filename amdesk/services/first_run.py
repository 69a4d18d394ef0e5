"""The first start: whether it is one, where the sample lies, and that a person has been welcomed."""

from __future__ import annotations

from pathlib import Path

from amdesk.services.desk import Desk
from amdesk.system import paths


def is_first(desk: Desk) -> bool:
    """Whether nobody has been welcomed here yet, and nothing has come into the file by another way."""
    if desk.settings["welcomed"]:
        return False
    from amdesk.store import clients

    return not clients.has_any(desk.store)


def welcomed(desk: Desk) -> None:
    """Do not welcome again by yourself."""
    desk.settings.choose("welcomed", True)


def sample_folder(desk: Desk) -> Path:
    """Where the sample portfolio lies beside this desk's own file."""
    return paths.demo_folder() if desk.folder is None else desk.folder / "demo"


def is_sample(desk: Desk) -> bool:
    """Whether this desk shows the sample, and not the person's own portfolio."""
    return desk.folder is not None and paths.sample_mark(desk.folder).exists()
