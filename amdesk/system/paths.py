"""Where things lie: the person's file, the program's resources."""

from __future__ import annotations

import os
from itertools import count
from pathlib import Path

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_
from amdesk.i18n import places
from amdesk.system import moved


def data_folder(chosen: Path | None = None) -> Path:
    """The folder that holds everything of one person: the one chosen, else the system's place for it, or
    where its data were moved to.
    """
    return moved.follow(named_folder(chosen))


def named_folder(chosen: Path | None = None) -> Path:
    """The folder that is named, or the system's own place, wherever its data lie now."""
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


def can_be_made(folder: Path) -> bool:
    """Whether a folder is there, or has a place to be made in; the system's own place always has."""
    try:
        own = named_folder()
    except AmdeskError:  # there is no such place: a folder was named instead of it
        own = None
    root = own if own is not None and own in (folder, *folder.parents) else folder
    is_named = root != own or bool(os.environ.get("AMDESK_DATA"))
    return not is_named or root.is_dir() or root.parent.is_dir()


def demo_folder(chosen: Path | None = None) -> Path:
    """The sample portfolio's folder: never the person's own."""
    return named_folder() / "demo" if chosen is None else named_folder(chosen)


def sample_mark(folder: Path) -> Path:
    """The file that tells a sample from a person's own portfolio."""
    return folder / "sample-portfolio"


def library(folder: Path) -> Path:
    """The one file with the person's records."""
    return folder / "amdesk.sqlite"


def set_aside(folder: Path, moment: str) -> Path:
    """The name of a file that could not be opened, and made room at some moment."""
    return folder / f"amdesk-set-aside-{moment}.sqlite"


def sidecar(folder: Path) -> Path:
    """The page that says which key opens the file, and who keeps it."""
    return folder / "key.json"


def key_copy(path: Path) -> Path:
    """The same page or envelope once more, where nobody takes it for something to be tidied away."""
    return backups(path.parent) / path.name


def before(path: Path) -> Path:
    """A name beside it that nothing has: for what makes room for something else of its name."""
    names = (path.with_name(f"{path.stem}-before-{n}{path.suffix}") for n in count(1))
    return next(one for one in names if not one.exists())


def recovery_key(folder: Path) -> Path:
    """The key, opened by the recovery code."""
    return folder / "recovery.key"


def passphrase_key(folder: Path) -> Path:
    """The key, opened by a passphrase, where one is set."""
    return folder / "passphrase.key"


def files(folder: Path) -> Path:
    """Where files are kept that belong to records; see services/kept_files for their names."""
    return folder / "files"


def shown(folder: Path) -> Path:
    """Where copies lie while the program runs, for other programs to open: in plain, so never longer."""
    return folder / "shown"


def drafts(folder: Path) -> Path:
    """Where mails lie that were handed to the mail program."""
    return folder / "drafts"


def restoring(folder: Path) -> Path:
    """Where a backup is taken apart."""
    return folder / ".restoring"


def backups(folder: Path) -> Path:
    """Where backups are kept beside the person's file."""
    return folder / "backups"


def resource(*parts: str) -> Path:
    """A file or folder of ``resources/``: beside the package in a checkout, inside it once installed."""
    return places.data_folder("resources", *parts)
