"""What can be done with a page for people: saving, printing, recording that the client has it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton, QWidget

from amdesk.gui import leaf_files
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.outcome import Outcome
from amdesk.i18n.bidi import isolate
from amdesk.i18n.catalog import _
from amdesk.services import sheets
from amdesk.services.composed import Composed
from amdesk.services.desk import Desk


class LeafActs(QObject):
    """The buttons of a page and what came of them; ``shown`` gives the page, where one is shown."""

    def __init__(self, desk: Desk, shown: Callable[[], Composed | None], *, of: QWidget) -> None:
        super().__init__(of)
        self._desk, self._shown, self._of = desk, shown, of
        self._folder = Path()
        self.outcome = Outcome(name="leaf-outcome")
        self.outcome.onward_requested.connect(self._open_folder)
        self.record = button(
            _("Record as shared"), "primary", name="leaf-record", icon="done", run=self.record_share
        )

    def buttons(self, *, shareable: bool) -> list[QPushButton]:
        """One for each; what is only for oneself is not recorded, nor made to be opened by others."""
        made = [
            button(_("Save as PDF…"), "", name="leaf-pdf", icon="export", run=lambda: self.ask_file("pdf")),
            button(_("Print…"), "", name="leaf-print", icon="print", run=self.print),
        ]
        if not shareable:
            return made
        web = button(_("Save as HTML…"), "", name="leaf-html", icon="web", run=lambda: self.ask_file("html"))
        return [self.record, web, *made]

    def record_share(self) -> None:
        """The client has it: keep it to the letter."""
        if (page := self._shown()) is not None:
            sheets.record(self._desk, page)

    def ask_file(self, ending: str) -> None:
        """Ask where to, and save."""
        if (page := self._shown()) is not None:
            leaf_files.ask(page, ending, parent=self._of, then=self.saved)

    def print(self) -> None:
        """Print it, or make a PDF where there is no printer."""
        if (page := self._shown()) is not None:
            leaf_files.ask_printer(page, parent=self._of)

    def saved(self, file: Path) -> None:
        """Say that it is written; of a page that is not shared yet, that it can be recorded."""
        self._folder = file.parent
        told = _("{file} is written.")
        if self.record.isVisibleTo(self._of) and self.record.isEnabled():
            told = _("{file} is written. When the client has it, record it as shared.")
        self.outcome.say(told.format(file=isolate(file.name)), tone="good", onward=_("Open the folder"))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
