"""The alarm: looks at the wall clock at least every thirty seconds, and rings what has come.

Timers stand still while a machine sleeps and know nothing of a clock that is set; so the timer is only what
makes it look. It looks as well when the machine wakes up, when the program comes to the front, and when a
reminder or a client was written.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QSocketNotifier, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from amdesk.domain.reminder import Armed
from amdesk.domain.touched import Touched
from amdesk.gui.signals import News
from amdesk.services import alarms
from amdesk.services.desk import Desk
from amdesk.system import waking
from amdesk.system.dbus import Bus
from amdesk.system.zone import LocalZone

LONGEST = timedelta(seconds=30)
_SHORTEST = timedelta(seconds=1)
TABLES = frozenset(
    "reminder client contact relative personal_date interaction interaction_contact task".split()
)


class Alarm(QObject):
    """``rang`` gives the reminders (``Armed``) that have come: whoever shows them says so by ``shown``.

    ``looked`` tells of every look. ``checked_at`` is the last one, ``next_at`` when the next reminder rings.
    """

    rang = Signal(object)
    looked = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.checked_at: datetime | None = None
        self.next_at: datetime | None = None
        self.paused_until: datetime | None = None
        self._bus: Bus | None = None
        self._waking: QSocketNotifier | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)
        self._news = News(desk)
        self._news.touched.connect(self._hear)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._on_state)
        self._listen_for_waking()

    def start(self) -> None:
        """Begin to look."""
        self.look()

    def stop(self) -> None:
        """Look no more: the desk is about to be closed."""
        self._timer.stop()
        self._news.stop()
        if self._waking is not None:
            self._waking.setEnabled(False)
        if self._bus is not None:
            self._bus.close()
            self._bus = None

    @property
    def is_awake(self) -> bool:
        """Whether it is going to look again."""
        return self._timer.isActive()

    def look(self) -> None:
        """Ring what has come, and arrange for the next look, which comes whatever becomes of this one."""
        self._timer.start(LONGEST // timedelta(milliseconds=1))
        if isinstance(self._desk.zone, LocalZone):
            self._desk.zone.look()
        now = self.checked_at = self._desk.now()
        if self.paused_until is not None and now >= self.paused_until:
            self.paused_until = None
        held = self.paused_until is not None or self._desk.work.is_between
        if not held and (found := alarms.due(self._desk)):
            self.rang.emit(found)
        self.next_at = alarms.next_rings_at(self._desk)
        self._timer.start(self._wait(now) // timedelta(milliseconds=1))
        self.looked.emit()

    def shown(self, found: Sequence[Armed]) -> None:
        """These are before the person's eyes: they do not ring again."""
        alarms.note_rung(self._desk, found)

    def pause(self, until: datetime | None) -> None:
        """Ring nothing until a moment, or again from now on; what comes meanwhile comes then."""
        self.paused_until = until
        self.look()

    def _wait(self, now: datetime) -> timedelta:
        ahead = [moment - now for moment in (self.next_at, self.paused_until) if moment is not None]
        return max(_SHORTEST, min([LONGEST, *(one for one in ahead if one > timedelta(0))]))

    def _hear(self, touched: Touched) -> None:
        if touched.tables & TABLES and self._timer.isActive():
            self._timer.start(0)  # once the step is over, and once for many

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive and self._timer.isActive():
            self._timer.start(0)

    def _listen_for_waking(self) -> None:
        self._bus = waking.listen()
        if self._bus is not None:
            self._waking = QSocketNotifier(self._bus.fileno(), QSocketNotifier.Type.Read, self)
            self._waking.activated.connect(self._hear_bus)

    def _hear_bus(self) -> None:
        assert self._bus is not None
        try:
            woke = waking.woke(self._bus.signals())
        except OSError:  # the bus has gone: every thirty seconds is often enough
            if self._waking is not None:
                self._waking.setEnabled(False)
            return
        if woke and self._timer.isActive():
            self.look()
