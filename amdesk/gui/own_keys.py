"""Keys that belong to one widget, before they are the window's: those of the table of keys, and Enter."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QWidget

from amdesk.gui.keys import pressed
from amdesk.gui.page_keys import keys_of

_HELD = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


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


class OwnKeys(QObject):
    """Runs what belongs to a key, by its id in the table, while ``possible`` says so."""

    def __init__(
        self,
        of: QWidget,
        does: Mapping[str, Callable[[], object]],
        *,
        possible: Callable[[], bool] = lambda: True,
    ) -> None:
        super().__init__(of)
        self._possible = possible
        self._does = {pressed(keys): run for id_, run in does.items() for keys in keys_of(id_)}
        of.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in {QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride}:
            return False
        if not isinstance(event, QKeyEvent):
            return False
        run = self._does.get((event.modifiers() & _HELD, event.key()))
        if run is None or not self._possible():
            return False
        event.accept()
        if kind == QEvent.Type.KeyPress:
            run()
        return True
