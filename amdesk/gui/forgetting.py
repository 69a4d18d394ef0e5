"""What was deleted for good: its words leave the index while the window stays alive, the rest at the end."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import QObject

from amdesk.domain.errors import AmdeskError
from amdesk.gui.background import Work
from amdesk.services import forgetting, trash
from amdesk.services.desk import Desk


class Forgetting(QObject):
    """Where the disk takes no more it is tried again another time."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._work: Work | None = None

    def begin(self) -> None:
        """Forget what an earlier program left that was killed."""
        with suppress(AmdeskError):
            trash.forget(self._desk)

    def look(self) -> None:
        """Begin where there is something to forget."""
        if self._work is None and not self._desk.work.is_between and forgetting.has_words(self._desk):
            self._work = Work(forgetting.words(self._desk), self)
            self._work.ended.connect(self._end)

    def stop(self) -> None:
        """Leave off, and forget what could be brought back until now, before the desk is closed."""
        if self._work is not None:
            self._work.stop()
        with suppress(AmdeskError):
            trash.forget(self._desk)

    def _end(self) -> None:
        self._work = None
