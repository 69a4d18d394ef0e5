"""Builds everything once: the desk, the application, its window."""

from __future__ import annotations

import gc
import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from amdesk.domain.errors import AlreadyOpenError, AmdeskError, NeedsKeyError

if TYPE_CHECKING:
    from amdesk.gui.application import Application
    from amdesk.gui.doorway.page import Attempt
    from amdesk.services.composed import Composed
    from amdesk.services.desk import Desk

How: TypeAlias = Literal["window", "minimized", "once"]


def start() -> int:
    """Open the person's own folder, as a click on the program's icon does."""
    try:
        return open_window(None)
    except AmdeskError as error:
        from amdesk.cli.output import tell

        tell(error.message)  # who started it from a terminal reads it there as well
        return 1


def open_window(
    folder: Path | None, *, language: str = "", picture: Path | None = None, minimized: bool = False
) -> int:
    """Open the window on a folder and stay until the program is ended; the exit code.

    ``minimized``, the window is not shown, and only reminders are rung. Where the folder is open already, the
    window that has it comes to the front; ``minimized``, it is left where it is.

    With ``picture`` the first page is drawn and saved there, and that is all: for machines without a screen.
    Where the folder's file cannot be opened, the doorway says why and offers ways on; an AmdeskError is
    raised when the person takes none of them, and where nobody could see a window.
    """
    gc.disable()  # nothing that a start makes is garbage
    was_asked = False
    try:
        desk = _desk_before_qt(folder, at_once=picture is not None or not _has_screen())
    except AlreadyOpenError as error:
        from amdesk.gui.tray.instance import tell_first

        if picture is None and tell_first(error.folder, "stay" if minimized else "show"):
            return 0
        desk = _through_the_doorway(folder, error, language=language, has_eyes=picture is None)
    except AmdeskError as error:
        was_asked = isinstance(error, NeedsKeyError) and error.reason != "keyring_locked"
        desk = _through_the_doorway(folder, error, language=language, has_eyes=picture is None)
    how: How = "once" if picture is not None else "minimized" if minimized else "window"
    while True:
        shown, code = _shown(desk, language=language, how=how, picture=picture, was_asked=was_asked)
        if not shown.wants_door or desk.folder is None:
            return code
        from amdesk.services import damage, moving

        refusal = moving.under_way(desk) or damage.refusal(desk.folder)
        given = {"key": desk.key} if desk.key is not None else {}  # whoever was in is not asked again
        desk = _through_the_doorway(folder, refusal, language=language, has_eyes=picture is None, **given)
        how, was_asked = "window", True


def _shown(
    desk: Desk, *, language: str, how: How, picture: Path | None, was_asked: bool
) -> tuple[Application, int]:
    """Stay in the window on a desk until it is left; how, and with which exit code."""
    try:
        from amdesk.gui import application

        app = application.make_qt(sys.argv[:1])
        shown = application.Application(app, desk, spoken=language)
        if picture is not None:
            shown.window.settled.connect(partial(_draw_and_end, shown, picture))
        shown.show(how, was_asked=was_asked)
        _collect_from_now_on()
        code = app.exec()
        shown.close()
    finally:
        from amdesk.services import leftovers

        leftovers.leave(desk)
        desk.close()
    return shown, code


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


def _desk_before_qt(folder: Path | None, *, at_once: bool) -> Desk:
    """The desk, with whatever else the first page needs and Qt is not part of.

    PySide6 looks through the source of each module that is imported after it; so these come before.
    """
    from amdesk.i18n import catalog  # noqa: F401
    from amdesk.services import damage, first_run, keys, merged, place_of_data, unfinished  # noqa: F401
    from amdesk.services.unlocked import open_here
    from amdesk.system import room  # noqa: F401
    from amdesk.system.secrets import SystemSecrets

    secrets = SystemSecrets(waits=False)  # the doorway waits, with a window
    return open_here(folder, secrets=secrets, at_once=at_once)


def _through_the_doorway(
    folder: Path | None, error: AmdeskError, *, language: str, has_eyes: bool, **given: object
) -> Desk:
    """The desk that the person gets to after a refusal; the last refusal is raised where they do not."""
    if not has_eyes or not _has_screen():
        raise error
    from amdesk.gui import application
    from amdesk.gui.doorway import window
    from amdesk.gui.doorway.page import Attempt

    app = application.make_qt(sys.argv[:1])
    dressed = application.dress(app, folder, language)
    door = window.Doorway(Attempt(folder, given), error, _attempt)
    try:
        desk = window.stand(app, door)
    finally:
        dressed.remove()
    if desk is None:
        raise door.refused.error
    return desk


def _attempt(attempt: Attempt) -> Desk:
    from amdesk.services.open_desk import open_desk
    from amdesk.services.unlocked import open_here
    from amdesk.system.secrets import SystemSecrets

    secrets = SystemSecrets(waits=False)
    if not attempt.given:
        return open_here(attempt.folder, secrets=secrets, at_once=False)
    return open_desk(attempt.folder, **{"secrets": secrets, "at_once": False, **attempt.given})


def _has_screen() -> bool:
    """Whether anybody could see a window."""
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if platform:
        return platform.partition(":")[0] not in {"offscreen", "minimal", "vnc"}
    return sys.platform in {"win32", "darwin"} or bool({"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys())


def _draw_and_end(shown: Application, picture: Path) -> None:
    from PySide6.QtWidgets import QApplication

    QApplication.processEvents()  # what was just filled finds its places only now
    drawn = shown.window.grab().save(str(picture), "PNG")
    QApplication.exit(0 if drawn else 1)
