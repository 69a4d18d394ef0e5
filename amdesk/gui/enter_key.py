"""Enter presses the button that has the keys, where nothing else wants it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton


def presses(event: QKeyEvent) -> bool:
    """Enter that no form wanted presses the button with the keys, as Space does: Qt asks the desktop."""
    focus = QApplication.focusWidget()
    is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat()
    plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if not is_enter or not plain or not isinstance(focus, QAbstractButton):
        return False
    focus.click()
    return True


def presses_button(event: QKeyEvent) -> bool:
    """The same in a form that Enter keeps: with the keys on Cancel, Enter is no yes; on a box it is."""
    focus = QApplication.focusWidget()
    return isinstance(focus, QPushButton) and not focus.isCheckable() and presses(event)
