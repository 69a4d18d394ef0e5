"""The text of one point: one line that wraps, in the direction of its own first letter, with its own keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from amdesk.domain.points import POINT_KINDS, kind_of_prefix
from amdesk.gui import theme
from amdesk.gui.keys import pressed
from amdesk.gui.page_keys import key_of, keys_of
from amdesk.gui.theme import SIZE, SPACE
from amdesk.gui.widgets import directions
from amdesk.gui.widgets.labels import hint_text
from amdesk.gui.widgets.quiet_text import put_quietly
from amdesk.i18n.bidi import without_mark

Key = Qt.Key
_NONE = Qt.KeyboardModifier.NoModifier
# What a key asks of the list the line stands in.
ASKS: dict[tuple[Qt.KeyboardModifier, int], str] = {
    (_NONE, Key.Key_Enter): "next",  # the other one, beside the figures
    **{pressed(key_of(f"point.{ask}")): ask for ask in ("next", "raise", "lower", "date")},
    **{pressed(keys): f"kind:{kind}" for keys, kind in zip(keys_of("point.kind"), POINT_KINDS, strict=True)},
}
_STEPS = {QKeySequence.StandardKey.Undo: "undo", QKeySequence.StandardKey.Redo: "redo"}


class PointLine(QTextEdit):
    """``asked`` names what a key wants: next, join, before, after, raise, lower, date, undo, redo, kind:….

    ``pasted`` carries the further lines of a pasted text. The line takes nothing back by itself: undo belongs
    to the desk.
    """

    asked = Signal(str)
    pasted = Signal(list)
    entered = Signal()

    def __init__(self, *, name: str, accessible: str, placeholder: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setPlaceholderText(hint_text(placeholder))
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        theme.as_kind(self, "line")
        self.document().setDocumentMargin(0)
        directions.offer(self, lambda way: directions.write_paragraphs(self, way))
        self.document().contentsChanged.connect(self._fit)
        self.textChanged.connect(self._turn)
        self._turn()

    def text(self) -> str:
        """The one line."""
        return self.toPlainText()

    def show_text(self, text: str) -> None:
        """Show another text without a word to anyone; the cursor stays as near as it can."""
        if put_quietly(self, text):
            self._turn()
            self._fit()

    def put_cursor(self, at: int) -> None:
        """Put the cursor behind a number of letters, or at the end of a shorter text."""
        cursor = self.textCursor()
        cursor.setPosition(max(min(at, len(self.text())), 0))
        self.setTextCursor(cursor)

    def take_prefix(self) -> str | None:
        """The kind that a typed prefix and space mean; both are taken out of the line."""
        text = self.text()
        bare = without_mark(text)
        kind = kind_of_prefix(bare[:1]) if bare[1:2] == " " else None
        if kind is not None:
            at = self.textCursor().position()
            self.show_text(text.removesuffix(bare) + bare[2:])
            self.put_cursor(at - 2)
        return kind

    def cut_behind_cursor(self) -> str:
        """Take what stands behind the cursor out of the line, for the point that follows."""
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        rest = cursor.selectedText()
        cursor.removeSelectedText()
        return rest.lstrip()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ask = self._ask(event)
        if ask:
            self.asked.emit(ask)
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keys that mean something here are not for the window's menu."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._ask(event):
            event.accept()
            return True
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        directions.show_menu(self, event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Files are for the page, not for the line."""
        return source.hasText() and not source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Each pasted line becomes a point; only plain text comes in."""
        lines = [line.strip() for line in source.text().splitlines() if line.strip()]
        if lines:
            self.insertPlainText(lines[0])
            self.pasted.emit(lines[1:])

    def _ask(self, event: QKeyEvent) -> str:
        for sequence, ask in _STEPS.items():
            if event.matches(sequence):
                return ask
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        found = ASKS.get((modifiers, event.key()), "")
        return found or (self._ask_at_edge(event.key()) if modifiers == _NONE else "")

    def _ask_at_edge(self, key: int) -> str:
        cursor = self.textCursor()
        if key == Key.Key_Backspace and cursor.atStart() and not cursor.hasSelection():
            return "join"
        if key == Key.Key_Up and not QTextCursor(cursor).movePosition(QTextCursor.MoveOperation.Up):
            return "before"
        if key == Key.Key_Down and not QTextCursor(cursor).movePosition(QTextCursor.MoveOperation.Down):
            return "after"
        return ""

    def _turn(self) -> None:
        """An empty line waits at the window's leading edge; a typed one decides by its first letter."""
        directions.keep_paragraphs(self)
        direction = QApplication.layoutDirection() if self.document().isEmpty() else _BY_ITSELF
        option = self.document().defaultTextOption()
        if option.textDirection() != direction:
            option = QTextOption(option)
            option.setTextDirection(direction)
            self.document().setDefaultTextOption(option)

    def _fit(self) -> None:
        """As high as its text."""
        frame = self.height() - self.viewport().height()
        wanted = max(round(self.document().size().height()) + frame, line_height(self))
        if wanted != self.height():
            self.setFixedHeight(wanted)


def line_height(widget: QWidget) -> int:
    """How high a line of points is, and what stands beside its words."""
    return max(widget.fontMetrics().height() + SPACE.m, SIZE.control - SPACE.xs // 2)


_BY_ITSELF = Qt.LayoutDirection.LayoutDirectionAuto
