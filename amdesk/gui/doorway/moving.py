"""Moving one's data to another folder, while there is no desk on them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amdesk.domain.errors import AmdeskError
from amdesk.gui.doorway.layout import inside, title
from amdesk.gui.doorway.page import DoorPage, Refused
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.labels import label
from amdesk.gui.widgets.layout import row
from amdesk.gui.widgets.outcome import Outcome
from amdesk.gui.widgets.work_stack import WorkStack
from amdesk.i18n.catalog import _, sentence
from amdesk.services import moving


class MovingPage(DoorPage):
    """It begins by itself, for it was chosen before; stopped or refused, the data open where they are."""

    def __init__(self, refused: Refused) -> None:
        super().__init__(refused)
        self.setObjectName("door-moving")
        self.setAccessibleName(_("Moving your data"))
        self.outcome = Outcome(name="door-outcome")
        self.first = button(_("Open"), "primary", name="door-moving-open", run=self.try_again)
        again = button(_("Try again"), "", name="door-moving-again", run=self.begin)
        shown = QWidget()
        shown.setObjectName("door-moving-shown")
        inside(
            shown, title(_("Moving your data")),
            label(sentence(refused.error.message), "body", name="door-text", wrap=True), self.outcome,
            row(self.first, again, name="door-moving-ways"),
        )  # fmt: skip
        self.stack = WorkStack(shown, name="door-moving-stack")
        self.stack.stopped.connect(self._stopped)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(self.stack)
        soon = QTimer(self, singleShot=True, interval=0)
        soon.timeout.connect(self.begin)
        soon.start()

    def begin(self) -> None:
        """Begin, or begin anew."""
        self.outcome.hide()
        folder = self.refused.folder
        assert folder is not None
        to = Path(str(self.refused.error.message.fields["to"]))
        steps = moving.move(folder, to, self.refused.attempt.given.get("key"))
        work = self.stack.start(steps, _("Moving your data"))
        work.done.connect(lambda _to: self.try_again())
        work.failed.connect(self._refuse)

    def _stopped(self) -> None:
        self.outcome.say(_("Nothing was moved: your data are where they were."), tone="info")

    def _refuse(self, error: AmdeskError) -> None:
        self.outcome.say(sentence(error.message), tone="danger")
