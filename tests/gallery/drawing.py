"""Drawing the table of pictures in one language and theme."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from amdesk.gui import theme as theming
from amdesk.gui.application import Application
from amdesk.gui.window import Window
from tests.gallery.pictures import BESIDE, SHOTS, Shot
from tests.portfolios import sample_desk


@contextmanager
def letters(scale: float) -> Iterator[None]:
    """The type scale, so many times as large."""
    usual = dict(theming.TYPE)
    theming.TYPE.update({kind: step._replace(points=step.points * scale) for kind, step in usual.items()})
    yield
    theming.TYPE.update(usual)


def draw(app: QApplication, folder: Path, *, language: str, theme: str, at: datetime, only: str = "") -> None:
    """Save ``NAME.LANGUAGE.THEME.png`` for each line of the table whose name holds ``only``."""
    desk = sample_desk(at)
    contrast, _dash, lightness = theme.rpartition("-")
    desk.settings.choose("theme", lightness)
    desk.settings.choose("contrast", contrast or "normal")
    ending = f"{language}.{theme}.png"
    for shot in SHOTS:
        if only in shot.name:
            shown = Application(app, desk, spoken=language)
            shown.window.show()
            _take(app, shown.window, shot, folder / f"{shot.name}.{ending}")
            shown.close()
    spoken = Application(app, desk, spoken=language)
    for beside in BESIDE:
        if only in beside.name:
            _save(app, beside.make(), folder / f"{beside.name}.{ending}")
    spoken.close()
    desk.close()


def _take(app: QApplication, window: Window, shot: Shot, path: Path) -> None:
    _settle(app)
    window.go(shot.place(window.desk))
    _settle(app)
    shot.act(window)
    _settle(app)
    _save(app, window, path)


def _save(app: QApplication, widget: QWidget, path: Path) -> None:
    widget.show()
    _settle(app)
    if not widget.grab().save(str(path)):
        raise OSError(f"cannot write {path}")
    widget.close()


def _settle(app: QApplication) -> None:
    """Let layouts, deferred refreshes and deletions happen; outside its loop Qt has to be told to delete."""
    for _ in range(5):
        app.sendPostedEvents()
        app.processEvents()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
