"""The one door from the desk's news to Qt's signals."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from amdesk.domain.touched import Touched
from amdesk.services.desk import Desk


class News(QObject):
    """Says ``touched`` whenever a step on the desk was kept, undone or redone."""

    touched = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._stop = desk.listen(self._tell)

    def stop(self) -> None:
        """Listen no longer; once more is no mistake, for a window may be closed twice."""
        self._stop()
        self._stop = lambda: None

    def _tell(self, touched: Touched) -> None:
        self.touched.emit(touched)
