"""A question that may take as long as a person needs, such as of a locked keyring: asked in a thread."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread

from PySide6.QtCore import QObject, Signal


class Asking(QObject):
    """``answered`` gives what came back, ``failed`` what was raised; a question given up is not heard of.

    The question sees nothing of ours but what it was given, and no thread waits for its end.
    """

    answered = Signal(object)
    failed = Signal(object)
    _came = Signal(object, object)

    def __init__(self, question: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._question = question
        self._is_wanted = True
        self._came.connect(self._take)

    def start(self) -> None:
        """Ask."""
        Thread(target=self._ask, daemon=True, name="asking").start()

    def give_up(self) -> None:
        """Whatever comes back is not wanted any more."""
        self._is_wanted = False

    def _ask(self) -> None:
        answer: object = None
        error: Exception | None = None
        try:
            answer = self._question()
        except Exception as raised:  # noqa: BLE001 - told to who asked, in their thread
            error = raised
        try:
            self._came.emit(answer, error)
        except RuntimeError:  # who asked is gone, and Qt with them
            return

    def _take(self, answer: object, error: Exception | None) -> None:
        if self._is_wanted and error is None:
            self.answered.emit(answer)
        elif self._is_wanted:
            self.failed.emit(error)
