"""The ways on that a page in the doorway offers, each made once here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from amdesk.gui.doorway.backups import BackupsInDoor
from amdesk.gui.doorway.page import DoorPage
from amdesk.gui.doorway.saving import SavingPage
from amdesk.gui.widgets.choice_card import ChoiceCard
from amdesk.i18n.catalog import _

Way = Callable[[DoorPage], QWidget]


def again(page: DoorPage) -> QWidget:
    """The same once more."""
    return ChoiceCard(
        _("Try again"), _("Once it is mended, or the disk is there again."),
        icon="repeat", name="door-again", run=page.try_again,
    )  # fmt: skip


def wait(page: DoorPage) -> QWidget:
    """The same once more, which happens without being asked for as well."""
    return ChoiceCard(
        _("Try again"), _("It opens by itself once the other lets go of it."),
        icon="repeat", name="door-again", run=page.try_again,
    )  # fmt: skip


def backup(page: DoorPage) -> QWidget:
    """A backup in the place of what cannot be opened."""
    return ChoiceCard(
        _("Restore a backup…"), _("What cannot be opened is set aside under another name, not deleted."),
        icon="history", name="door-restore",
        run=lambda: page.page_requested.emit(BackupsInDoor(page.refused)),
    )  # fmt: skip


def save(page: DoorPage) -> QWidget:
    """What can still be read, in a new file."""
    return ChoiceCard(
        _("Save what can be read…"), _("For when there is no backup, or too old a one."),
        icon="saved", name="door-save",
        run=lambda: page.page_requested.emit(SavingPage(page.refused)),
    )  # fmt: skip


def elsewhere(page: DoorPage) -> QWidget:
    """Data that lie in another folder."""
    return ChoiceCard(
        _("Open another folder…"), _("Where your data lie now, or a copy of them."),
        icon="folder", name="door-elsewhere", run=lambda: _ask_folder(page),
    )  # fmt: skip


def _ask_folder(page: DoorPage) -> None:
    dialog = QFileDialog(page, _("Open another folder"))
    dialog.setObjectName("door-folder-dialog")
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    if page.refused.folder is not None:
        dialog.setDirectory(str(nearest(page.refused.folder)))
    dialog.fileSelected.connect(lambda name: page.attempt_requested.emit(page.refused.attempt.at(Path(name))))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def show_folder(folder: Path) -> None:
    """Let the desktop show a folder, or the nearest one above it that is there."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(nearest(folder))))


def nearest(folder: Path) -> Path:
    """A folder, or the nearest one above it that is there."""
    return next((one for one in (folder, *folder.parents) if one.is_dir()), folder)
