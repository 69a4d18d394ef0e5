"""Exporting what can still be read of a damaged file, which stays as it is."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from amdesk.domain.errors import AmdeskError
from amdesk.domain.key import Key
from amdesk.gui import show
from amdesk.gui.ask_files import ask_folder
from amdesk.gui.doorway.asked import with_key
from amdesk.gui.doorway.layout import inside, title
from amdesk.gui.doorway.leaving import back_from
from amdesk.gui.doorway.page import DoorPage, Refused
from amdesk.gui.doorway.under_way import whole_or_nothing
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.fields import Check
from amdesk.gui.widgets.labels import label
from amdesk.gui.widgets.layout import row
from amdesk.gui.widgets.outcome import Outcome
from amdesk.gui.widgets.work_stack import WorkStack
from amdesk.i18n.catalog import _, ngettext, pgettext, sentence
from amdesk.services import rescue
from amdesk.services.rescue import Taken


class ExportingPage(DoorPage):
    """What can be read is written into a folder as lists and an archive."""

    def __init__(self, refused: Refused) -> None:
        super().__init__(refused)
        self.setObjectName("door-exporting")
        self.setAccessibleName(_("Export what can be read"))
        self.outcome = Outcome(name="door-outcome")
        self.relatives = Check(
            _("Also the relatives of contacts and their personal dates"), name="door-export-relatives"
        )
        self.relatives.setChecked(True)
        self.go = button(_("Choose a folder…"), "primary", name="door-export-go", run=self._ask)
        back = back_from(self)
        self.first = self.go
        offer = QWidget()
        offer.setObjectName("door-exporting-offer")
        said = _(
            "Whatever can still be read is written as CSV lists and an amdesk archive, which any amdesk "
            "takes in again. These files are not encrypted. The damaged file stays as it is."
        )
        inside(
            offer, title(_("Export what can be read")),
            label(said, "body", name="door-exporting-said", wrap=True), self.relatives, self.outcome,
            row(self.go, back, name="door-exporting-ways"),
        )  # fmt: skip
        self.stack = WorkStack(offer, name="door-exporting-stack")
        self.stack.progress.say_beside(whole_or_nothing())
        self.stack.stopped.connect(self._stopped)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(self.stack)

    def _ask(self) -> None:
        ask_folder(self, pgettext("title", "Export"), name="door-export-dialog", then=self.export_to)

    def export_to(self, target: Path) -> None:
        """Begin, once the key is there."""
        self.outcome.hide()
        with_key(self, partial(self._export, target))

    def _export(self, target: Path, key: Key | None) -> None:
        assert self.refused.folder is not None
        steps = rescue.export_readable(self.refused.folder, key, target, relatives=self.relatives.isChecked())
        words = _("Exporting to {folder}").format(folder=show.own(target.name))
        work = self.stack.start(steps, words)
        work.done.connect(self.show_taken)
        work.failed.connect(self._refuse)

    def show_taken(self, taken: Taken) -> None:
        """Say what was written where, and whether that is all."""
        n = len(taken.files)
        said = ngettext("{n} file written to {folder}.", "{n} files written to {folder}.", n)
        words = said.format(n=show.count(n), folder=show.own(str(taken.folder)))
        gaps = _("Some of it could not be read.") if taken.has_gaps else _("All of it could be read.")
        self.outcome.say(f"{words}\n{gaps}", tone="warn" if taken.has_gaps else "good")

    def _refuse(self, error: AmdeskError) -> None:
        self.outcome.say(sentence(error), tone="danger")

    def _stopped(self) -> None:
        self.outcome.say(_("Stopped. The folder is as it was."), tone="info")
