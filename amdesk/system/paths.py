"""Where things lie: the person's file, the program's resources."""

from __future__ import annotations

import os
from pathlib import Path

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_
from amdesk.i18n import places


def data_folder(chosen: Path | None = None) -> Path:
    """The folder that holds everything of one person: the one chosen, else the system's place for it."""
    named = os.environ.get("AMDESK_DATA")
    try:
        if chosen is not None:
            return chosen.expanduser().absolute()
        if named:
            return Path(named).expanduser().absolute()
        from platformdirs import user_data_path

        return user_data_path("amdesk", appauthor=False)
    except RuntimeError as error:  # HOME is not set, or the system knows no such user
        raise AmdeskError(
            N_("No home folder is known here. Name a folder for your data with --data.")
        ) from error


def demo_folder(chosen: Path | None = None) -> Path:
    """The sample portfolio's folder: never the person's own."""
    return data_folder(chosen) / "demo" if chosen is None else data_folder(chosen)


def sample_mark(folder: Path) -> Path:
    """The file that tells a sample from a person's own portfolio."""
    return folder / "sample-portfolio"


def library(folder: Path) -> Path:
    """The one file with the person's records."""
    return folder / "amdesk.sqlite"


def files(folder: Path) -> Path:
    """Where files are kept that belong to records; each is named by the SHA-256 of what it holds."""
    return folder / "files"


def backups(folder: Path) -> Path:
    """Where backups are kept beside the person's file."""
    return folder / "backups"


def resource(*parts: str) -> Path:
    """A file or folder of ``resources/``: beside the package in a checkout, inside it once installed."""
    return places.data_folder("resources", *parts)
