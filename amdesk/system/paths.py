"""Where things lie: the person's file, the program's resources."""

from __future__ import annotations

import os
from pathlib import Path

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_
from amdesk.i18n import places


def data_folder(chosen: Path | None = None) -> Path:
    """The folder that holds everything of one person: the one chosen, else the system's place for it."""
    if chosen is not None:
        return _whole(chosen)
    if named := os.environ.get("AMDESK_DATA"):
        return _whole(Path(named))
    from platformdirs import user_data_path

    return _whole(user_data_path("amdesk", appauthor=False))


def _whole(path: Path) -> Path:
    """The path from the root on, with the home folder where a tilde stands for it."""
    try:
        return path.expanduser().absolute()
    except RuntimeError as error:  # nobody's home: HOME is not set, and the system knows no such user
        raise AmdeskError(
            N_("There is no home folder for {folder}. Name another folder with --data."), folder=str(path)
        ) from error


def demo_folder(chosen: Path | None = None) -> Path:
    """The sample portfolio's folder: never the person's own."""
    return data_folder(chosen) / "demo" if chosen is None else data_folder(chosen)


def library(folder: Path) -> Path:
    """The one file with the person's records."""
    return folder / "amdesk.sqlite"


def resource(*parts: str) -> Path:
    """A file or folder of ``resources/``: beside the package in a checkout, inside it once installed."""
    return places.data_folder("resources", *parts)
