"""Files dropped on a page or the window, taken by what they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from amdesk.gui.navigation import Navigation
from amdesk.gui.place import Place

Take = Callable[[Path], object]


LISTS = (".csv", ".tsv", ".vcf", ".vcard", ".json")


class Drops(QObject):
    """Lets a widget take files whose names end in one of the keys of ``takers``, and no others."""

    def __init__(self, widget: QWidget, takers: Mapping[str, Take]) -> None:
        super().__init__(widget)
        self._takers = takers
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DragEnter and isinstance(event, QDragEnterEvent):
            if self._wanted(event.mimeData()):
                event.acceptProposedAction()
                return True
        elif event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            found = self._wanted(event.mimeData())
            if found:
                event.acceptProposedAction()
                file, take = found[0]
                take(file)
                return True
        return super().eventFilter(watched, event)

    def _wanted(self, data: QMimeData) -> list[tuple[Path, Take]]:
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        return [
            (file, self._takers[file.suffix.lower()]) for file in files if file.suffix.lower() in self._takers
        ]


def accept_lists(window: QWidget, pages: Navigation) -> None:
    """A list dropped anywhere on the window is previewed on the import page."""

    def take(file: Path) -> None:
        from amdesk.gui.pages.importing import ImportPage

        pages.go(Place("import"))
        if isinstance(pages.page, ImportPage):
            pages.page.open_files([file])

    Drops(window, dict.fromkeys(LISTS, take))
