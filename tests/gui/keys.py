"""Typing as a person does: letters of any script and keys, sent to whatever has the focus, and counted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from amdesk.gui.window import Window

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
NONE = Qt.KeyboardModifier.NoModifier
Key = Qt.Key
_MOST_STOPS = 100


def strike(key: Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    """Press one key where the keys are, whichever window that is."""
    at = QApplication.focusWidget()
    assert at is not None
    QTest.keyClick(at, key, modifier)


def strike_until(key: Key, came: Callable[[], bool]) -> None:
    """Press a key again and again until what it leads to came; no page has that many stops."""
    for _press in range(_MOST_STOPS):
        if came():
            return
        strike(key)
        QApplication.processEvents()
    raise AssertionError("the key does not lead there")


@dataclass
class Keyboard:
    """One keyboard on one window; ``struck`` counts every key, a letter being one."""

    window: Window
    struck: int = 0

    def type(self, text: str) -> None:
        """Type a text letter by letter, whatever its script."""
        for letter in text:
            self._send(letter)
            self.struck += 1

    def press(self, key: Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press one key, shortcuts of the window included."""
        QTest.keyClick(self.at, key, modifier)
        QApplication.processEvents()
        self.struck += 1

    def press_until(self, key: Key, came: Callable[[], bool]) -> None:
        """Press a key again and again until what it leads to came, counting."""
        for _press in range(_MOST_STOPS):
            if came():
                return
            self.press(key)
        raise AssertionError(f"the key does not lead there, but to {self.at.objectName()}")

    @property
    def at(self) -> QWidget:
        """What the keys go to."""
        return QApplication.focusWidget() or QApplication.activeWindow() or self.window

    def _send(self, letter: str) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(self.at, QKeyEvent(kind, 0, NONE, letter))
