"""Keys that belong to one widget, before they are the window's: those of the table of keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from amdesk.gui.keys import pressed
from amdesk.gui.page_keys import keys_of

_HELD = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


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
