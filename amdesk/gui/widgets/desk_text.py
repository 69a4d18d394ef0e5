"""Several lines of text whose undo belongs to the desk: what is typed is kept, and taken back, as steps."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from amdesk.gui.widgets.fields import TextField
from amdesk.gui.widgets.quiet_text import put_quietly


class DeskText(TextField):
    """A text field that hands Ctrl+Z on; showing a text tells nobody and leaves the cursor where it was."""

    undo_requested = Signal()
    redo_requested = Signal()

    def __init__(self, *, name: str, accessible: str, lines: int, placeholder: str = "") -> None:
        super().__init__(name=name, accessible=accessible, lines=lines, placeholder=placeholder)
        self.setUndoRedoEnabled(False)

    def text(self) -> str:
        """What stands in it."""
        return self.toPlainText()

    def show_text(self, text: str) -> None:
        """Show another text."""
        if put_quietly(self, text):
            self._turn()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Files are for the page, not for the text."""
        return source.hasText() and not source.hasUrls()

    def event(self, event: QEvent) -> bool:
        """Undo and redo are ours before they are the menu's: what was typed last must be kept first."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _way(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = _way(event)
        if way:
            (self.undo_requested if way == "undo" else self.redo_requested).emit()
            return
        super().keyPressEvent(event)


def _way(event: QKeyEvent) -> str:
    if event.matches(QKeySequence.StandardKey.Undo):
        return "undo"
    return "redo" if event.matches(QKeySequence.StandardKey.Redo) else ""
