"""Builds everything once: the desk, the application, its window."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from amdesk.domain.errors import AlreadyOpenError, AmdeskError

if TYPE_CHECKING:
    from amdesk.gui.application import Application
    from amdesk.services.composed import Composed
    from amdesk.services.desk import Desk


def start() -> int:
    """Open the person's own folder, as a click on the program's icon does; a refusal is shown in a window."""
    try:
        return open_window(None)
    except AmdeskError as error:
        return _refuse(error)


def open_window(
    folder: Path | None, *, language: str = "", picture: Path | None = None, minimized: bool = False
) -> int:
    """Open the window on a folder and stay until the program is ended; the exit code.

    ``minimized``, the window is not shown, and only reminders are rung. Where the folder is open already, the
    window that has it comes to the front; ``minimized``, it is left where it is.

    With ``picture`` the first page is drawn and saved there, and that is all: for machines without a screen.
    Raises an AmdeskError when the folder's file cannot be opened.
    """
    gc.disable()  # nothing that a start makes is garbage
    try:
        desk = _desk_before_qt(folder)
    except AlreadyOpenError as error:
        from amdesk.gui.tray.instance import tell_first

        if picture is None and tell_first(error.folder, "stay" if minimized else "show"):
            return 0
        raise
    try:
        from amdesk.gui import application

        app = application.make_qt(sys.argv[:1])
        shown = application.Application(app, desk, spoken=language)
        if picture is not None:
            shown.window.settled.connect(lambda: _draw_and_end(shown, picture))
        shown.show("once" if picture is not None else "minimized" if minimized else "window")
        _collect_from_now_on()
        code = app.exec()
        shown.close()
    finally:
        desk.close()
    return code


def write_pdf(page: Composed, file: Path) -> None:
    """Draw a page into a PDF, without a window or a screen; an AmdeskError where it cannot be written."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from amdesk.gui import application, leaf_paper

    app = application.make_qt(sys.argv[:1])
    leaf_paper.write_pdf(page, file)
    app.processEvents()


def _collect_from_now_on() -> None:
    """Look for garbage, but not among what the start made: that stays."""
    gc.freeze()
    gc.enable()


def _desk_before_qt(folder: Path | None) -> Desk:
    """The desk, with whatever else the first page needs and Qt is not part of.

    PySide6 looks through the source of each module that is imported after it; so these come before.
    """
    from amdesk.i18n import catalog  # noqa: F401
    from amdesk.services import first_run, unfinished  # noqa: F401
    from amdesk.services.open_desk import open_desk

    return open_desk(folder)


def _refuse(error: AmdeskError) -> int:
    from amdesk.gui import application, dialogs

    application.dress(application.make_qt(sys.argv[:1]))
    dialogs.Refusal(error).exec()
    return 1


def _draw_and_end(shown: Application, picture: Path) -> None:
    from PySide6.QtWidgets import QApplication

    QApplication.processEvents()  # what was just filled finds its places only now
    drawn = shown.window.grab().save(str(picture), "PNG")
    QApplication.exit(0 if drawn else 1)
