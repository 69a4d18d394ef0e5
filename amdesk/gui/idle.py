"""How long nobody has touched the program: by the wall clock, which goes on while the machine sleeps."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QApplication

from amdesk.services.desk import Desk

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel,
        QEvent.Type.TouchBegin, QEvent.Type.TabletPress, QEvent.Type.InputMethod,
    }
)  # fmt: skip
# What would reach a page if it came before anybody had looked at the clock.
_REACHING = _TOUCHES - {QEvent.Type.MouseMove}


class Idle(QObject):
    """``passed`` tells that nobody has touched the program for as long as was said to ``watch``.

    The first touch after such a time is not passed on: whoever comes back after that is not let in by it.
    """

    passed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._limit: timedelta | None = None
        self._touched_at = desk.now()

    def watch(self, minutes: int) -> None:
        """Watch from now on, or, for no minutes, no longer: each event costs a little."""
        app = QApplication.instance()
        assert app is not None
        if self._limit is None and minutes:
            app.installEventFilter(self)
        elif self._limit is not None and not minutes:
            app.removeEventFilter(self)
        self._limit = timedelta(minutes=minutes) if minutes else None
        self._touched_at = self._desk.now()

    def look(self) -> bool:
        """Compare with the clock; whether the time has passed. A clock set back begins anew."""
        now = self._desk.now()
        self._touched_at = min(self._touched_at, now)
        has_passed = self._limit is not None and now - self._touched_at >= self._limit
        if has_passed:
            self._touched_at = now
            self.passed.emit()
        return has_passed

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _TOUCHES:
            return False
        if self.look():
            return event.type() in _REACHING
        self._touched_at = self._desk.now()
        return False
