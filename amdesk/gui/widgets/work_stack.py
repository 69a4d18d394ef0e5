"""What a page shows, and in its place the progress of long work while there is any."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from amdesk.gui.background import Work
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.outcome import Outcome
from amdesk.gui.widgets.progress import Progressing

PUT_AWAY = "put_away"  # a window's property: it is hidden, and nothing in it was left


class WorkStack(QStackedWidget):
    """``stopped`` tells that work ended in the middle, and was taken back as a whole."""

    progressed = Signal()
    stopped = Signal()

    def __init__(self, *shown: QWidget, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._work: Work | None = None
        self._before: QWidget | None = None
        self.progress = Progressing(name=f"{name}-progress")
        self.progress.stop_requested.connect(self.stop)
        for one in (*shown, self.progress):
            self.addWidget(one)

    @property
    def is_working(self) -> bool:
        """Whether there is work under way."""
        return self._work is not None

    def start(self, steps: Generator[Any, None, Any], words: str) -> Work:
        """Begin, in place of what was under way; when it ends, what was shown before is shown again."""
        self.stop()
        self.progress.begin(words)
        self._before = self.currentWidget()
        self.setCurrentWidget(self.progress)
        self._work = work = Work(steps, self)
        work.progressed.connect(self.progress.show_progress)
        work.progressed.connect(lambda _at: self.progressed.emit())
        work.done.connect(self._end)
        work.failed.connect(self._end)
        work.ended.connect(self._end)
        return work

    def stop(self) -> None:
        """Stop what is under way, if anything is."""
        if self._work is not None:
            self._work.stop()
            self.stopped.emit()

    def _end(self) -> None:
        """Before anyone hears of the result: they say what is shown then."""
        if self._work is not None:
            self._work = None
            if self._before is not None:
                self.setCurrentWidget(self._before)

    def hideEvent(self, event: QHideEvent) -> None:
        """Who leaves in the middle stops it: half of it is nothing. The lock only puts the window away."""
        if not event.spontaneous() and not self.window().property(PUT_AWAY):
            self.stop()
        super().hideEvent(event)


def below_outcome(page: QWidget, outcome: Outcome, stack: WorkStack) -> None:
    """Lay out a page of long work: what came of it above, what it shows and does below."""
    down = QVBoxLayout(page)
    down.setContentsMargins(SPACE.l, 0, SPACE.l, 0)
    down.setSpacing(SPACE.m)
    top = QVBoxLayout()
    top.setContentsMargins(SPACE.s, 0, SPACE.s, 0)
    top.addWidget(outcome)
    down.addLayout(top)
    down.addWidget(stack, 1)
