"""Prints every text of the window that shows as boxes: ``python -m tests.quality.bare LANGUAGE``.

What is drawn is asked of Qt's own layout, so that what it falls back to counts too; a test starts this where
no font is installed.
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime

from PySide6.QtGui import QFont, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QTextEdit, QWidget

from amdesk.gui.application import Application, make_qt
from amdesk.gui.place import Place
from amdesk.gui.window import Window
from amdesk.services import clients, sample
from amdesk.services.desk import Desk
from amdesk.services.open_desk import open_in_memory
from tests.quality.walkers import settle, texts

NOW = datetime(2026, 3, 10, 9, 30, tzinfo=UTC)
UNSEEN = {"Cc", "Cf", "Zs"}
FOREIGN = "ᱚ"  # a letter of a script that none of the bundled fonts has


def boxes(text: str, font: QFont) -> bool:
    """Whether Qt draws a box for a character of a text."""
    seen = "".join(" " if unicodedata.category(char) in UNSEEN else char for char in text)
    layout = QTextLayout(seen, font)
    layout.beginLayout()
    layout.createLine().setLineWidth(1_000_000)
    layout.endLayout()
    return any(0 in run.glyphIndexes() for run in layout.glyphRuns())


def said(widget: QWidget) -> Iterator[str]:
    """Its words, and what the person has typed."""
    yield from texts(widget)
    if isinstance(widget, QLineEdit):
        yield widget.text()
    if isinstance(widget, QTextEdit):
        yield widget.toPlainText()


def places(desk: Desk) -> list[Place]:
    """The pages of the side bar, and a client of each language."""
    of_language = {clients.get(desk, one).language: one for one in clients.find(desk, "")}
    pages = [Place(page) for page in ("today", "clients", "calls", "settings")]
    return [*pages, *(Place("client", one) for one in of_language.values())]


def found(window: Window) -> Iterator[str]:
    """Every text that is visible in a window and has a box in it."""
    for widget in window.findChildren(QWidget):
        if widget.isVisible():
            font = widget.viewport().font() if isinstance(widget, QAbstractItemView) else widget.font()
            yield from (f"{widget.objectName()}: {text}" for text in said(widget) if boxes(text, font))


def main() -> int:
    """Print what shows as boxes on some pages; the exit code."""
    app = make_qt(["amdesk"])
    told = [] if boxes(FOREIGN, app.font()) else [f"{FOREIGN} is drawn: there are fonts here after all\n"]
    with closing(open_in_memory(clock=lambda: NOW)) as desk:
        sample.fill(desk)
        with closing(Application(app, desk, spoken=sys.argv[1])) as running:
            running.window.show()
            settle(app)
            for place in places(desk):
                running.window.go(place)
                settle(app)
                told += [f"{place.page}: {text}\n" for text in found(running.window)]
    sys.stdout.writelines(told)
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main())
