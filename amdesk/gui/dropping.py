"""Files dropped on a widget, taken by what they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

Take = Callable[[Path], object]
ANY = "*"


class Drops(QObject):
    """Lets a widget take files whose names end in one of the keys of ``takers``, and no others; under the
    key ``*`` all of them, whatever they are.
    """

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
                for file, take in found if ANY in self._takers else found[:1]:
                    take(file)
                return True
        return super().eventFilter(watched, event)

    def _wanted(self, data: QMimeData) -> list[tuple[Path, Take]]:
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        takers = [(file, self._takers.get(file.suffix.lower(), self._takers.get(ANY))) for file in files]
        return [(file, take) for file, take in takers if take is not None]
