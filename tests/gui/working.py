"""Pages that work in pieces: what they began is let come to its end."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDeadlineTimer
from PySide6.QtWidgets import QApplication

from amdesk.gui.pages.importing import ImportPage
from amdesk.gui.pages.merge import MergePage
from amdesk.gui.place import Place
from amdesk.gui.window import Window

_PATIENCE = 60_000  # milliseconds


def settle(page: MergePage | ImportPage) -> None:
    """Let the work that was begun come to its end."""
    patience = QDeadlineTimer(_PATIENCE)
    while page.stack.is_working:
        assert not patience.hasExpired(), "it comes to no end"
        QApplication.processEvents()


def bring(window: Window, file: Path) -> ImportPage:
    """Import a list as it was understood, on the page for that."""
    window.go(Place("import"))
    page = window.pages.page
    assert isinstance(page, ImportPage)
    page.open_files([file])
    settle(page)
    page.run()
    settle(page)
    return page
