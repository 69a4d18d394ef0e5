"""A backup once a day, while the window stays alive; what prevents it is said once and tried again later."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Signal

from amdesk.gui.background import Work
from amdesk.services import backups
from amdesk.services.desk import Desk

_AGAIN_AFTER = timedelta(hours=1)


class DailyBackup(QObject):
    """``refused`` carries the AmdeskError that prevented one."""

    refused = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._not_before: datetime | None = None
        self._work: Work | None = None

    def look(self) -> None:
        """Make one where one is due; between two looks at the folder an hour passes."""
        now = self._desk.now()
        waits = self._not_before is not None and now < self._not_before
        if self._work is not None or waits or self._desk.work.is_between:
            return
        self._not_before = now + _AGAIN_AFTER
        if backups.is_due(self._desk):
            self._work = work = Work(backups.back_up(self._desk), self)
            work.failed.connect(self.refused)
            work.ended.connect(self._end)

    def stop(self) -> None:
        """Leave off, before the desk is closed."""
        if self._work is not None:
            self._work.stop()

    def _end(self) -> None:
        self._work = None
