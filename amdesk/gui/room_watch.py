"""What was said of a full disk is taken back by itself, once there is room again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from amdesk.gui.widgets.bars import MessageBar
from amdesk.system import room

_EVERY = 3000  # milliseconds


class RoomWatch(QObject):
    """Looks at a folder from time to time, while the bar still says what it said."""

    def __init__(
        self, bar: MessageBar, folder: Path, *, is_there: Callable[[Path], bool] = room.is_there
    ) -> None:
        super().__init__(bar)
        self._bar, self._folder, self._is_there = bar, folder, is_there
        self._said = ""
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Watch from now on, for the sake of what stands in the bar."""
        self._said = self._bar.accessibleName()
        self._timer.start()

    def look(self) -> None:
        """Hide the bar where there is room."""
        if not self._bar.isVisible() or self._bar.accessibleName() != self._said:
            self._timer.stop()
        elif self._is_there(self._folder):
            self._timer.stop()
            self._bar.hide()
