"""After a full disk: once there is room again what is typed goes into the file; what was said goes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from amdesk.domain.errors import DiskError
from amdesk.gui.widgets.bars import MessageBar
from amdesk.services.desk import Desk
from amdesk.system import room

_EVERY = 3000  # milliseconds


class RoomWatch(QObject):
    """Looks at the folder of a desk from time to time, until it takes what is written.

    ``again`` puts what waits into the file. It is tried also where the person has closed the bar.
    """

    def __init__(
        self,
        bar: MessageBar,
        desk: Desk,
        *,
        again: Callable[[], object],
        is_there: Callable[[Path], bool] = room.is_there,
    ) -> None:
        super().__init__(bar)
        self._bar, self._desk, self._again, self._is_there = bar, desk, again, is_there
        self._said = ""
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Watch from now on, for the sake of what stands in the bar and of what is not in the file yet."""
        self._said = self._bar.accessibleName()
        if self._desk.folder is not None:
            self._timer.start()

    def look(self) -> None:
        """Where there is room, keep what waits and hide the bar; where the file refuses it still, go on."""
        folder = self._desk.folder
        if folder is None or self._desk.work.is_between or not self._is_there(folder):
            return
        self._timer.stop()
        try:
            self._again()
        except DiskError:
            self._timer.start()
            return
        if self._bar.accessibleName() == self._said:
            self._bar.hide()
