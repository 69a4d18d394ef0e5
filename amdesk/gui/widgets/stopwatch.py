"""A timer for a call in progress: started by one key, it says how long the call has been going on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QPushButton

from amdesk.gui import icons, theme
from amdesk.gui.keys import with_keys
from amdesk.gui.page_keys import key_of
from amdesk.gui.theme import SIZE, SPACE
from amdesk.i18n.catalog import _, current
from amdesk.i18n.format import digits

_MINUTE = timedelta(minutes=1)


class Stopwatch(QPushButton):
    """``ticked`` comes every second while it runs. The clock is the desk's, so nothing is lost by a pause."""

    ticked = Signal()

    def __init__(self, now: Callable[[], datetime], *, name: str) -> None:
        super().__init__()
        self._now = now
        self.began_at: datetime | None = None
        self.setObjectName(name)
        self.setAutoDefault(False)
        self.setIcon(icons.icon("clock"))
        self.setIconSize(QSize(SIZE.icon + SPACE.xs, SIZE.icon))
        self.setToolTip(with_keys(_("Time the call"), key_of("call.timer")))
        theme.as_kind(self, "")
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self._tick)
        self.clicked.connect(self.toggle)
        self._say()

    @property
    def minutes(self) -> int:
        """How long it has been running, begun minutes counted whole."""
        return -(-(self._now() - self.began_at) // _MINUTE) if self.began_at else 0

    def toggle(self, *_args: object) -> None:
        """Start it, or stop it."""
        if self.began_at is None:
            self.run_from(self._now())
        else:
            self.stop()

    def run_from(self, began_at: datetime) -> None:
        """Run, the call having begun at a moment."""
        self.began_at = began_at
        self._timer.start()
        self._tick()

    def stop(self) -> None:
        """Run no longer."""
        if self.began_at is None:
            return
        self._tick()
        self.began_at = None
        self._timer.stop()
        self._say()

    def _tick(self) -> None:
        self._say()
        self.ticked.emit()

    def _say(self) -> None:
        words = _("Start timer")
        if self.began_at is not None:
            seconds = int((self._now() - self.began_at).total_seconds())
            shown = digits(f"{seconds // 60:02}:{seconds % 60:02}", current())
            words = _("Stop timer · {time}").format(time=shown)
        self.setText(words)
        self.setAccessibleName(words)
