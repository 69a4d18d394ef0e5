"""A window to be killed: somebody types into a summary without end, and tells what was typed when."""

from __future__ import annotations

import sys
import time
from itertools import count
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from amdesk.gui.application import Application, make_qt
from amdesk.gui.place import Place
from amdesk.services import clients, interactions
from tests.desks import open_desk

EVERY = 30  # milliseconds between two letters


def main(folder: Path) -> None:
    """Open the window on the folder, the summary of a new call in it, and type."""
    app = make_qt(["amdesk"])
    desk = open_desk(folder)
    shown = Application(app, desk, spoken="en")
    client = clients.find(desk)[0]
    call = interactions.log(desk, client_id=client, occasion="A call")
    letters, timer = count(), QTimer()

    def strike() -> None:
        number = next(letters)
        letter = "abcdefghi "[number % 10]
        QApplication.sendEvent(
            QApplication.focusWidget() or shown.window,
            QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter),
        )
        sys.stdout.write(f"{time.monotonic()} {call} {number + 1}\n")
        sys.stdout.flush()

    def begin() -> None:
        shown.window.go(Place("summary", call, client))
        timer.timeout.connect(strike)
        timer.start(EVERY)

    shown.window.settled.connect(begin)
    shown.show()
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
