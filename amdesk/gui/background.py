"""Long work between events: a generator is stepped while the window stays alive, and can be stopped."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from inspect import GEN_RUNNING, getgeneratorstate
from time import perf_counter
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from amdesk.domain.errors import AmdeskError

_SLICE = 0.02  # seconds of work between two looks at keys and mouse: 50 pictures a second


@contextmanager
def patience() -> Iterator[None]:
    """The pointer says to wait: for what cannot be done in pieces, and is only long where there is much."""
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QGuiApplication.restoreOverrideCursor()


class Work(QObject):
    """Runs one generator. ``progressed`` carries what it yields, ``done`` what it returns, ``failed`` an
    AmdeskError; ``ended`` follows whatever the end was, also a stop, which takes everything back.
    """

    progressed = Signal(object)
    done = Signal(object)
    failed = Signal(object)
    ended = Signal()

    def __init__(self, steps: Generator[Any, None, Any], parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Generator[Any, None, Any] | None = steps
        self._is_stopped = False
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)
        self._timer.start()

    def stop(self) -> None:
        """Stop in the middle: closing a generator makes its step roll back.

        What a piece itself brings about may stop its work; that is done once the piece is.
        """
        if self._steps is None:
            return
        if getgeneratorstate(self._steps) == GEN_RUNNING:
            self._is_stopped = True
            return
        self._end()
        self.ended.emit()

    def _go_on(self) -> None:
        steps, last = self._steps, None
        if steps is None:
            return
        until = perf_counter() + _SLICE
        try:
            while perf_counter() < until and not self._is_stopped:
                last = next(steps)
        except StopIteration as end:
            self._end()
            self.done.emit(end.value)
            self.ended.emit()
        except AmdeskError as error:
            self._end()
            self.failed.emit(error)
            self.ended.emit()
        except BaseException:
            self._end()
            self.ended.emit()
            raise
        else:
            if self._is_stopped:
                self.stop()
            else:
                self.progressed.emit(last)

    def _end(self) -> None:
        steps, self._steps = self._steps, None
        self._timer.stop()
        if steps is not None:
            steps.close()
        self.deleteLater()
