"""Setting by hand which way a text is written, where its first letter would decide otherwise.

What was set is kept in the text itself, as a mark of direction before the paragraph: so it is still there
when the text is opened again, in a mail, and in other programs.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import (
    QAction,
    QKeyEvent,
    QKeySequence,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QTextEdit, QWidget

from amdesk.domain.messages import N_
from amdesk.gui.page_keys import key_of
from amdesk.gui.widgets.menu import choose_first
from amdesk.i18n.bidi import directed, without_mark
from amdesk.i18n.catalog import _

Direction = Qt.LayoutDirection
# The keys are those of the office programs people write in.
_WAYS = (
    (Direction.RightToLeft, N_("Write right to left"), key_of("text.rtl"), "write-rtl"),
    (Direction.LeftToRight, N_("Write left to right"), key_of("text.ltr"), "write-ltr"),
)
_NAMES = frozenset(name for *_way, name in _WAYS)


def offer(field: QWidget, write: Callable[[Direction], None]) -> None:
    """Give a field the two actions, each with its key."""
    for direction, words, keys, name in _WAYS:
        action = QAction(_(words), field)
        action.setObjectName(name)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _checked=False, way=direction: write(way))
        field.addAction(action)


def menu(field: QLineEdit | QTextEdit) -> QMenu:
    """The field's own menu with its actions below."""
    made = field.createStandardContextMenu()
    made.addSeparator()
    made.addActions([action for action in field.actions() if action.objectName() in _NAMES])
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return made


def show_menu(field: QLineEdit | QTextEdit, at: QPoint) -> None:
    """Open the menu at a point of the screen."""
    made = menu(field)
    made.popup(at)
    choose_first(made)


def write_line(line: QLineEdit, direction: Direction, *, from_: Direction | None = None) -> None:
    """Give a line its direction; it stands where the window's lines begin, as all fields of a form do, or
    where those of the direction ``from_`` do.

    Qt turns the text of a line by a key alone, which some keyboards have.
    """
    line.setLayoutDirection(direction)
    key = Qt.Key.Key_Direction_R if direction == Direction.RightToLeft else Qt.Key.Key_Direction_L
    turning = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
    QLineEdit.keyPressEvent(line, turning)
    from_right = (from_ or QApplication.layoutDirection()) == Direction.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if from_right else Qt.AlignmentFlag.AlignLeft
    line.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)


def asked_by(event: QKeyEvent) -> Direction | None:
    """The direction that a keyboard's own key asks for."""
    if event.key() == Qt.Key.Key_Direction_R:
        return Direction.RightToLeft
    return Direction.LeftToRight if event.key() == Qt.Key.Key_Direction_L else None


def write_paragraphs(field: QTextEdit, direction: Direction) -> None:
    """Give the paragraphs that are selected, or the one with the cursor, a direction of their own."""
    own = QTextBlockFormat()
    own.setLayoutDirection(direction)
    field.textCursor().mergeBlockFormat(own)
    keep_paragraphs(field)


def keep_line(line: QLineEdit, direction: Direction) -> None:
    """Put the mark before a line that reads in a direction only by it, and take off one that it needs not."""
    text = line.text()
    wanted = directed(text, rtl=direction == Direction.RightToLeft)
    if wanted == text:
        return
    at = line.cursorPosition() + len(wanted) - len(text)
    line.setSelection(0, len(text) - len(without_mark(text)))
    line.insert(wanted[: len(wanted) - len(without_mark(wanted))])
    line.setCursorPosition(max(at, 0))


def keep_paragraphs(field: QTextEdit) -> None:
    """The same for every paragraph that was given a direction by hand, as soon as something stands in it;
    where nothing does any more, the mark goes too.
    """
    block = field.document().begin()
    while block.isValid():
        chosen = block.blockFormat().hasProperty(QTextFormat.Property.LayoutDirection)
        if chosen or not without_mark(block.text()):
            _keep_block(block)
        block = block.next()


def _keep_block(block: QTextBlock) -> None:
    text = block.text()
    wanted = directed(text, rtl=block.blockFormat().layoutDirection() == Direction.RightToLeft)
    if wanted == text:
        return
    cursor = QTextCursor(block)
    cursor.joinPreviousEditBlock()
    cursor.setPosition(
        block.position() + len(text) - len(without_mark(text)), QTextCursor.MoveMode.KeepAnchor
    )
    cursor.insertText(wanted[: len(wanted) - len(without_mark(wanted))])
    cursor.endEditBlock()
