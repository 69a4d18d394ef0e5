"""Qt's dialogs of files: each is set up in one place, keeps nobody from the window, and goes once closed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from amdesk.i18n.catalog import _, pgettext

Then = Callable[[Path], object]


def dialog(parent: QWidget, title: str, *, name: str) -> QFileDialog:
    """A dialog with a title (already translated), to be opened."""
    made = QFileDialog(parent, title)
    made.setObjectName(name)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return made


def ask_folder(parent: QWidget, title: str, *, name: str, then: Then, at: Path | None = None) -> None:
    """Ask for a folder, from the one ``at`` on; ``then`` hears of it."""
    made = dialog(parent, title, name=name)
    made.setFileMode(QFileDialog.FileMode.Directory)
    made.setOption(QFileDialog.Option.ShowDirsOnly)
    if at is not None:
        made.setDirectory(str(at))
    _open(made, then)


def ask_backup(parent: QWidget, *, name: str, then: Then) -> None:
    """Ask for a backup that lies elsewhere."""
    made = dialog(parent, pgettext("title", "Restore a backup"), name=name)
    made.setFileMode(QFileDialog.FileMode.ExistingFile)
    made.setNameFilters([_("Backups ({endings})").format(endings="*.zip")])
    _open(made, then)


def ask_new(parent: QWidget, title: str, *, name: str, then: Then, file: str, kind: str = "") -> None:
    """Ask where to save a ``file``, unless it is called otherwise; ``kind`` filters what is shown there."""
    made = dialog(parent, title, name=name)
    made.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    made.setDefaultSuffix(Path(file).suffix.lstrip("."))
    if kind:
        made.setNameFilter(kind)
    made.selectFile(file)
    _open(made, then)


def _open(made: QFileDialog, then: Then) -> None:
    made.fileSelected.connect(lambda name: then(Path(name)))
    made.open()
