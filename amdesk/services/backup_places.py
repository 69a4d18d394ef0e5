"""Where the backups of a folder lie, whether or not its file can be opened."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from amdesk.system import paths
from amdesk.system.settings import Settings


def places(folder: Path) -> Iterator[Path]:
    """The folders of its backups: the second one, where one is set, and the one beside the file."""
    try:
        second = str(Settings(folder / "settings.json")["backup_folder"]).strip()
    except OSError:
        second = ""
    if second:
        yield Path(second).expanduser()
    yield paths.backups(folder)
