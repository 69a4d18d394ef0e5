"""Saving what can still be read of a damaged file, and telling what that was before it is opened."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from amdesk.domain.errors import AmdeskError
from amdesk.domain.key import Key
from amdesk.gui import show
from amdesk.gui.doorway.asked import with_key
from amdesk.gui.doorway.layout import inside, title
from amdesk.gui.doorway.leaving import back_from
from amdesk.gui.doorway.page import DoorPage, Refused
from amdesk.gui.doorway.under_way import whole_or_nothing
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.labels import FIGURES, label
from amdesk.gui.widgets.layout import row
from amdesk.gui.widgets.outcome import Outcome
from amdesk.gui.widgets.work_stack import WorkStack
from amdesk.i18n.bidi import isolate
from amdesk.i18n.catalog import _, sentence
from amdesk.services import recovery
from amdesk.services.backups import COUNTED
from amdesk.services.recovery import Found


class SavingPage(DoorPage):
    """What can be read is read, row by row; the damaged file is set aside."""

    def __init__(self, refused: Refused) -> None:
        super().__init__(refused)
        self.setObjectName("door-saving")
        self.setAccessibleName(_("Save what can be read"))
        self.outcome = Outcome(name="door-outcome")
        self.go = button(_("Save what can be read"), "primary", name="door-save-go", run=self.save)
        self.back = back_from(self)
        self.first = self.go
        offer, self._result = QWidget(), QWidget()
        offer.setObjectName("door-saving-offer")
        self._result.setObjectName("door-saving-result")
        said = _(
            "Whatever can still be read goes into a new file. Some records may be missing there: where you "
            "have a backup of today or yesterday, that is the better way. The damaged file is set aside, not "
            "deleted."
        )
        inside(
            offer, title(_("Save what can be read")),
            label(said, "body", name="door-saving-said", wrap=True), self.outcome,
            row(self.go, self.back, name="door-saving-ways"),
        )  # fmt: skip
        self.stack = WorkStack(offer, self._result, name="door-saving-stack")
        self.stack.progress.say_beside(whole_or_nothing())
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(self.stack)

    def save(self) -> None:
        """Begin, once the key is there."""
        self.outcome.hide()
        with_key(self, self._save)

    def _save(self, key: Key | None) -> None:
        assert self.refused.folder is not None
        work = self.stack.start(recovery.save_readable(self.refused.folder, key), _("Reading"))
        work.done.connect(self.show_found)
        work.failed.connect(self._refuse)

    def _refuse(self, error: AmdeskError) -> None:
        self.outcome.say(sentence(error.message), tone="danger")

    def show_found(self, found: Found) -> None:
        """Tell what could be saved; from here on the file can be opened."""
        said = (
            _("Some of it could not be read. The backups are still there, in the settings.")
            if found.has_gaps
            else _("All of it could be read.")
        )
        where = _("The damaged file is kept as {file}.").format(
            file=isolate(found.damaged.name if found.damaged else "")
        )
        go = button(_("Open"), "primary", name="door-saved-open", run=self.try_again)
        inside(
            self._result, title(_("What could be saved")),
            label(said, "body", name="door-saved-said", wrap=True), _counted(found),
            label(where, "muted", name="door-saved-where", wrap=True), row(go, name="door-saved-ways"),
        )  # fmt: skip
        self.stack.setCurrentWidget(self._result)
        go.setFocus()


def _counted(found: Found) -> QWidget:
    made = QWidget()
    made.setObjectName("door-saved-counts")
    rows = QGridLayout(made)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setHorizontalSpacing(SPACE.xl)
    rows.setVerticalSpacing(SPACE.s)
    rows.setColumnStretch(2, 1)
    for line, (noun, words) in enumerate(
        (noun, words) for noun, words in COUNTED.items() if found.counts[noun]
    ):
        count = label(show.count(found.counts[noun]), "strong", name=f"door-saved-{noun}")
        count.setAlignment(FIGURES)
        rows.addWidget(label(_(words), "body", name=f"door-saved-{noun}-words"), line, 0)
        rows.addWidget(count, line, 1)
    return made
