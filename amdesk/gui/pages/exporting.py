"""Exporting: everything, into a folder of files that any program reads."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_
from amdesk.gui import show, theme
from amdesk.gui.ask_files import ask_folder
from amdesk.gui.page import Face
from amdesk.gui.theme import SIZE, SPACE
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.fields import Check
from amdesk.gui.widgets.labels import label, rule
from amdesk.gui.widgets.layout import bounded, column
from amdesk.gui.widgets.outcome import Outcome
from amdesk.gui.widgets.work_stack import WorkStack, below_outcome
from amdesk.i18n.bidi import isolate
from amdesk.i18n.catalog import _, ngettext, pgettext, sentence
from amdesk.services import exchange
from amdesk.services.desk import Desk

_SAID = {
    "csv": N_("CSV lists, for spreadsheets"),
    "xlsx": N_("One spreadsheet (XLSX), a sheet for each list"),
    "vcard": N_("vCards, for address books"),
    "icalendar": N_("A calendar of what is ahead (iCalendar), for phones and calendars"),
    "json": N_("One amdesk archive with everything, to be imported again"),
}


class ExportPage(QWidget):
    """Choose what and where to, then watch it being written."""

    TABLES: frozenset[str] = frozenset()
    place_requested = Signal(object)
    finished = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._folder: Path | None = None
        self.setObjectName("export")
        self.setAccessibleName(pgettext("title", "Export"))
        self.formats = {one: Check(_(_SAID[one]), name=f"export-{one}") for one in exchange.FORMATS}
        for check in self.formats.values():
            check.setChecked(True)
        self.relatives = Check(
            _("Also the relatives of contacts and their personal dates"), name="export-relatives"
        )
        self.choose = button(_("Choose a folder…"), "primary", name="export-choose", run=self.ask_folder)
        self.choose.setAutoDefault(True)
        self.outcome = Outcome(name="export-outcome")
        self._build()
        self.face = Face(title=lambda: pgettext("title", "Export"), focus=self.choose)

    def _build(self) -> None:
        what = _("Everything you keep leaves as files that other programs read, and that amdesk takes back.")
        first = column(
            label(what, "muted", name="export-what", wrap=True),
            *self.formats.values(),
            rule(),
            self.relatives,
            name="export-formats",
            gap=SPACE.m,
        )
        first.setMaximumWidth(theme.scaled(SIZE.form))
        start = QWidget()
        start.setObjectName("export-start")
        rows = QVBoxLayout(start)
        rows.setContentsMargins(SPACE.s, 0, SPACE.s, 0)
        rows.setSpacing(SPACE.xl)
        rows.addLayout(bounded(first))
        rows.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeading)
        rows.addStretch()
        self.stack = WorkStack(start, name="export-stack")
        below_outcome(self, self.outcome, self.stack)
        self.stack.stopped.connect(self._stopped)
        self.outcome.onward_requested.connect(self._open_folder)

    def refresh(self) -> None:
        """Nothing here follows the desk."""

    def ask_folder(self) -> None:
        """Choose where to."""
        ask_folder(self, pgettext("title", "Export"), name="export-dialog", then=self.export_to)

    def export_to(self, folder: Path) -> None:
        """Write into a folder."""
        chosen = [one for one, check in self.formats.items() if check.isChecked()]
        if not chosen:
            self.outcome.say(_("Choose at least one kind of file."), tone="info")
            return
        self._folder = folder
        self.outcome.hide()
        words = _("Exporting to {folder}").format(folder=isolate(folder.name))
        export = exchange.export(self._desk, folder, formats=chosen, relatives=self.relatives.isChecked())
        work = self.stack.start(export, words)
        work.done.connect(self._exported)
        work.failed.connect(self._refused)

    def _stopped(self) -> None:
        self.outcome.say(_("Stopped. The folder is as it was."), tone="info")

    def _exported(self, files: tuple[Path, ...]) -> None:
        n = len(files)
        said = ngettext("{n} file written to {folder}", "{n} files written to {folder}", n)
        words = said.format(n=show.count(n), folder=isolate(str(self._folder)))
        self.outcome.say(words, tone="good", onward=_("Open the folder"))

    def _refused(self, error: AmdeskError) -> None:
        self.outcome.say(sentence(error), tone="danger")

    def _open_folder(self) -> None:
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
