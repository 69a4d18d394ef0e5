"""The ways on that a page in the doorway offers, each made once here."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from amdesk.domain.messages import N_
from amdesk.gui.ask_files import ask_folder
from amdesk.gui.doorway.backups import BackupsInDoor
from amdesk.gui.doorway.exporting import ExportingPage
from amdesk.gui.doorway.other_folder import OtherFolderPage
from amdesk.gui.doorway.page import DoorPage, Way, leading_to
from amdesk.gui.doorway.saving import SavingPage
from amdesk.i18n.catalog import _


def _ask_folder(page: DoorPage) -> None:
    at = nearest(page.refused.folder) if page.refused.folder is not None else None
    go = lambda folder: page.page_requested.emit(OtherFolderPage(page.refused, folder))  # noqa: E731
    ask_folder(page, _("Open another folder"), name="door-folder-dialog", then=go, at=at)


def show_folder(folder: Path) -> None:
    """Let the desktop show a folder, or the nearest one above it that is there."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(nearest(folder))))


def nearest(folder: Path) -> Path:
    """A folder, or the nearest one above it that is there."""
    return next((one for one in (folder, *folder.parents) if one.is_dir()), folder)


AGAIN = Way(
    "door-again", N_("Try again"), N_("Once it is mended, or the disk is there again."), "repeat",
    DoorPage.try_again,
)  # fmt: skip
# Happens without being asked for as well.
WAIT = AGAIN._replace(text=N_("It opens by itself once the other lets go of it."))
BACKUP = Way(
    "door-restore", N_("Restore a backup…"),
    N_("What cannot be opened is set aside under another name, not deleted."), "history",
    leading_to(BackupsInDoor),
)  # fmt: skip
SAVE = Way(
    "door-save", N_("Save what can be read…"), N_("For when there is no backup, or too old a one."), "saved",
    leading_to(SavingPage),
)  # fmt: skip
EXPORT = Way(
    "door-export", N_("Export what can be read…"),
    N_("As lists and an archive, into a folder of your choice. Here nothing is changed."), "export",
    leading_to(ExportingPage),
)  # fmt: skip
ELSEWHERE = Way(
    "door-elsewhere", N_("Open another folder…"), N_("Where your data is now, or a copy of it."), "folder",
    _ask_folder,
)  # fmt: skip
