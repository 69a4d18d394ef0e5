"""Builds everything once: the desk, the application, its window."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from amdesk.domain.errors import AmdeskError

if TYPE_CHECKING:
    from amdesk.gui.application import Application


def start() -> int:
    """Open the person's own folder, as a click on the program's icon does; a refusal is shown in a window."""
    from amdesk.gui import application, dialogs

    app = application.make_qt(sys.argv[:1])
    try:
        return open_window(None)
    except AmdeskError as error:
        application.dress(app)
        dialogs.Refusal(error).exec()
        return 1


def open_window(folder: Path | None, *, language: str = "", picture: Path | None = None) -> int:
    """Open the window on a folder and stay until it is closed; the exit code.

    With ``picture`` the first page is drawn and saved there, and that is all: for machines without a screen.
    Raises an AmdeskError when the folder's file cannot be opened.
    """
    from amdesk.gui import application
    from amdesk.services.open_desk import open_desk

    app = application.make_qt(sys.argv[:1])
    desk = open_desk(folder)
    try:
        shown = application.Application(app, desk, spoken=language)
        if picture is not None:
            shown.window.settled.connect(lambda: _draw_and_end(shown, picture))
        shown.show()
        code = app.exec()
        shown.close()
    finally:
        desk.close()
    return code


def _draw_and_end(shown: Application, picture: Path) -> None:
    from PySide6.QtWidgets import QApplication

    QApplication.processEvents()  # what was just filled finds its places only now
    drawn = shown.window.grab().save(str(picture), "PNG")
    QApplication.exit(0 if drawn else 1)
