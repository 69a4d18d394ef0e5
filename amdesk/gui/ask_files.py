"""Qt's dialogs of files: each is set up in one place, keeps nobody from the window, and goes once closed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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


def ask_new(
    parent: QWidget, title: str, *, name: str, then: Then, file: str, kinds: Sequence[str] = ()
) -> None:
    """Ask where to save a ``file``, unless it is called otherwise, and of which of some ``kinds``.

    A kind is a filter such as “PDF (*.pdf)”; a name that ends otherwise than all of them gets its ending.
    """
    made = dialog(parent, title, name=name)
    made.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    made.setDefaultSuffix(Path(file).suffix)
    made.setNameFilters(kinds)
    made.filterSelected.connect(lambda kind: made.setDefaultSuffix(_ending(kind)))
    made.selectFile(file)
    endings = {_ending(kind) for kind in kinds}

    def named(path: Path) -> None:
        lacks = endings and path.suffix.lower() not in endings
        then(path.with_name(path.name + _ending(made.selectedNameFilter())) if lacks else path)

    _open(made, named)


def _ending(kind: str) -> str:
    return kind.partition("*")[2].rstrip(")")


def _open(made: QFileDialog, then: Then) -> None:
    made.fileSelected.connect(lambda name: then(Path(name)))
    made.open()
