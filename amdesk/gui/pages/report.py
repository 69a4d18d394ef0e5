"""Reporting a problem: which program on which machine, and what went wrong; nothing is sent by itself."""

from __future__ import annotations

import platform
from pathlib import Path

from PySide6.QtCore import Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTextEdit, QVBoxLayout, QWidget

from amdesk import __version__
from amdesk.gui.ask_files import ask_new
from amdesk.gui.page import Face
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.labels import label
from amdesk.gui.widgets.outcome import Outcome
from amdesk.i18n.bidi import isolate
from amdesk.i18n.catalog import _, current
from amdesk.services.desk import Desk
from amdesk.system import fault_log

_FILE = "amdesk-report.txt"


class ReportPage(QWidget):
    """Shows all that would be sent on, to be read first; then it is copied or saved."""

    TABLES: frozenset[str] = frozenset()
    place_requested = Signal(object)
    finished = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setObjectName("report")
        self.setAccessibleName(_("Report a problem"))
        self.outcome = Outcome(name="report-outcome")
        said = _(
            "These lines tell which program runs on which machine, and where it failed. They hold none of "
            "your data, and nothing is sent by itself: read them, then copy or save them and send them on."
        )
        self.lines = QTextEdit()
        self.lines.setObjectName("report-lines")
        self.lines.setAccessibleName(_("What the report says"))
        self.lines.setReadOnly(True)
        self.lines.setAcceptRichText(False)
        self.lines.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.lines.setTabChangesFocus(True)
        copy = button(_("Copy these lines"), "", name="report-copy", icon="copy", run=self.copy)
        save = button(_("Save as…"), "primary", name="report-save", run=self.ask_file)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(SPACE.xl, 0, SPACE.xl, SPACE.l)
        rows.setSpacing(SPACE.m)
        rows.addWidget(self.outcome)
        rows.addWidget(label(said, "muted", name="report-said", wrap=True))
        rows.addWidget(self.lines, 1)
        self.face = Face(title=lambda: _("Report a problem"), tools=(copy, save), focus=self.lines)

    def refresh(self) -> None:
        """Read again what is noted."""
        noted = fault_log.noted(self._desk.folder) if self._desk.folder is not None else ""
        self.lines.setPlainText("\n".join([*_machine(), "", noted or "No fault is noted."]))

    def copy(self) -> None:
        """Take the lines to the clipboard."""
        QGuiApplication.clipboard().setText(self.lines.toPlainText())
        self.outcome.say(_("Copied."), tone="good")

    def ask_file(self) -> None:
        """Choose where they are saved."""
        ask_new(self, _("Save as…"), name="report-dialog", then=self.save, file=_FILE)

    def save(self, file: Path) -> None:
        """Write the lines into a file."""
        try:
            file.write_text(self.lines.toPlainText(), encoding="utf-8")
        except OSError:
            said = _("{file} cannot be written. Choose another folder, or make room.")
            self.outcome.say(said.format(file=isolate(file.name)), tone="danger")
        else:
            self.outcome.say(_("Saved: {file}").format(file=isolate(file.name)), tone="good")


def _machine() -> list[str]:
    """The program and what it runs on, in English: whoever reads it may know no other."""
    return [
        f"amdesk {__version__}",
        f"Python {platform.python_version()}, Qt {qVersion()}",
        f"{platform.system()} {platform.release()} {platform.machine()}",
        f"language {current()}, platform {QGuiApplication.platformName()}",
    ]
