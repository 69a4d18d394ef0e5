"""The doorway as it stands for each reason why there is no desk."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QWidget

from amdesk.domain.errors import AlreadyOpenError, CannotOpenError
from amdesk.gui.doorway.backups import BackupsInDoor
from amdesk.gui.doorway.exporting import ExportingPage
from amdesk.gui.doorway.other_folder import OtherFolderPage
from amdesk.gui.doorway.page import Attempt
from amdesk.gui.doorway.saving import SavingPage
from amdesk.gui.doorway.window import Doorway
from amdesk.services.desk import Desk
from amdesk.services.recovery import Found
from amdesk.services.rescue import Taken

_FOLDER = Path("/home/noa/.local/share/amdesk")
REASONS = {
    "damaged": "The file {file} is damaged or not made by amdesk. Put a backup in its place.",
    "empty": "The file {file} is empty: something has cut it off. Put a backup in its place.",
    "newer": "The file {file} was made by a newer amdesk. Install the newest version to open it.",
    "in_use": "amdesk is already open with {file}. Close the other window or wait for the other command.",
}


def refused(reason: str) -> QWidget:
    """The doorway before a folder that cannot be opened."""
    return _door(_FOLDER, reason)


def _door(folder: Path, reason: str) -> Doorway:
    file = str(folder / "amdesk.sqlite")
    error: CannotOpenError = (
        AlreadyOpenError(REASONS[reason], folder=folder, file=file)
        if reason == "in_use"
        else CannotOpenError(REASONS[reason], reason=reason, folder=folder, file=file)
    )
    return Doorway(Attempt(folder), error, _shut)


def _shut(_attempt: Attempt) -> Desk:
    raise AssertionError


def backups() -> QWidget:
    """Choosing one of some backups."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "backups").mkdir()
        newest = datetime(2026, 3, 10, 7, 45, tzinfo=UTC)
        for days in (0, 1, 2, 9, 40):
            at = newest - timedelta(days=days)
            (folder / "backups" / f"amdesk-{at:%Y%m%dT%H%M%SZ}.zip").write_bytes(b"x" * 2_900_000)
        door = _door(folder, "damaged")
        door.show_page(BackupsInDoor(door.refused))
        return door


def other_folder() -> QWidget:
    """Another folder was chosen."""
    door = _door(_FOLDER, "damaged")
    door.show_page(OtherFolderPage(door.refused, Path("/home/noa/Documents/amdesk")))
    return door


def exporting(found: Taken | None = None) -> QWidget:
    """Exporting what can be read: offered, or done."""
    door = _door(_FOLDER, "damaged")
    page = ExportingPage(door.refused)
    door.show_page(page)
    if found is not None:
        page.show_taken(found)
    return door


TAKEN = Taken(_FOLDER / "Export", tuple(_FOLDER / f"{n}.csv" for n in range(21)), has_gaps=True)


def saving(found: Found | None = None) -> QWidget:
    """Saving what can be read: offered, or what was found."""
    door = _door(_FOLDER, "damaged")
    page = SavingPage(door.refused)
    door.show_page(page)
    if found is not None:
        page.show_found(found)
    return door


FOUND = Found(
    {"client": 1_204, "contact": 2_881, "interaction": 9_310, "summary": 8_764, "goal": 212, "task": 1_377,
     "reminder": 96, "attachment": 41, "trash": 7},
    has_gaps=True, damaged=_FOLDER / "amdesk-damaged-20260310.sqlite",
)  # fmt: skip
