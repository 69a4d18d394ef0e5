"""Notes that are read as a paragraph and written where they stand; as high as what is written in them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import QApplication

from amdesk.gui import theme
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.fields import TextField
from amdesk.gui.widgets.labels import SHORT, reading_direction

_KEEPS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class NotesField(TextField):
    """``kept`` carries what was written when the field is left, or at Ctrl+Enter; Escape takes it back."""

    kept = Signal(str)

    def __init__(self, *, name: str, accessible: str, placeholder: str) -> None:
        super().__init__(name=name, accessible=accessible, placeholder=placeholder, lines=1)
        self._was = ""
        theme.as_kind(self, "notes")
        self.document().setDocumentMargin(0)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().contentsChanged.connect(self._fit)
        self._fit()

    def show_text(self, text: str) -> None:
        """Show what the file has, unless something is being written."""
        if self.hasFocus() and self.toPlainText() != self._was:
            return
        self._was = text
        if text != self.toPlainText():
            self.setPlainText(text)

    def keep(self) -> None:
        """Tell of what was written, if it is something else."""
        written = self.toPlainText()
        if written != self._was:
            self._was = written
            self.kept.emit(written)

    def event(self, event: QEvent) -> bool:
        """Escape is ours while something is being written, then the page's."""
        mine = isinstance(event, QKeyEvent) and event.key() in {Qt.Key.Key_Escape, *_KEEPS}
        if mine and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.setPlainText(self._was)
            self.clearFocus()
        elif event.key() in _KEEPS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.keep()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.keep()
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _stand(self) -> None:
        """Short notes stand where the window's lines begin, as paragraphs that are only read do."""
        if self.hasFocus():
            return  # they do not go to another side under one's hands
        window = QApplication.layoutDirection()
        is_short = self.document().size().height() <= SHORT * self.fontMetrics().lineSpacing() + SPACE.xs
        begins = window if is_short else reading_direction(self.toPlainText(), window)
        from_right = begins == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if from_right else Qt.AlignmentFlag.AlignLeft
        option = QTextOption(self.document().defaultTextOption())
        if option.alignment() != side | Qt.AlignmentFlag.AlignAbsolute:
            option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
            self.document().setDefaultTextOption(option)

    def _fit(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        self._stand()
        around = SPACE.xs
        least = self.fontMetrics().lineSpacing()
        high = round(max(self.document().size().height(), least)) + around
        if high != self.height():
            self.setMinimumHeight(high)
            self.setMaximumHeight(high)
