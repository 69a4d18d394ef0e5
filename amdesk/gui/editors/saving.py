"""Keeping what is typed: soon after the first letter, at once when asked, never twice the same."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from amdesk.services.long_work import LongWork

# From the first unsaved letter, not from the last one: whoever types without a pause is saved as well.
SAVE_AFTER_MS = 600


class Saver(QObject):
    """Runs what saves each part that was ``touch``ed; ``saved`` tells when all of it is in the file.

    While long work is under way nothing is saved: were the work stopped, it would be lost with it.
    """

    saved = Signal()

    def __init__(self, parent: QObject, work: LongWork) -> None:
        super().__init__(parent)
        self._work = work
        self._waiting: dict[str, Callable[[], object]] = {}
        self._timer = QTimer(self, singleShot=True, interval=SAVE_AFTER_MS)
        self._timer.timeout.connect(self._save_in_time)

    @property
    def is_waiting(self) -> bool:
        """Whether something is typed that is not in the file yet."""
        return bool(self._waiting)

    @property
    def remaining(self) -> int:
        """Milliseconds until what is typed is in the file; none when all of it is."""
        return max(self._timer.remainingTime(), 0)

    def touch(self, part: str, save: Callable[[], object]) -> None:
        """A part was changed: save it soon, by what was said last."""
        self._waiting[part] = save
        if not self._timer.isActive():
            self._timer.start()

    def drop(self) -> None:
        """Save nothing of what is waiting: it has gone another way."""
        self._timer.stop()
        self._waiting.clear()

    def _save_in_time(self) -> None:
        if self._work.is_between:
            self._timer.start()
        else:
            self.flush()

    def flush(self) -> None:
        """Save now. What could not be saved waits on, and the error is told."""
        self._timer.stop()
        if not self._waiting:
            return
        while self._waiting:
            part, save = next(iter(self._waiting.items()))
            del self._waiting[part]
            try:
                save()
            except BaseException:
                self._waiting.setdefault(part, save)
                raise
        self.saved.emit()
