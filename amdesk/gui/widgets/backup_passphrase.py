"""A backup that a passphrase opens on any machine: it is chosen here, twice."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amdesk.domain.errors import AmdeskError
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.flow import Flow
from amdesk.gui.widgets.labels import label
from amdesk.gui.widgets.layout import column, fill, form_area
from amdesk.gui.widgets.new_passphrase import NewPassphrase
from amdesk.i18n.catalog import _


class BackupPassphrase(QWidget):
    """``chosen`` carries the passphrase; ``left``, that the person does without."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("backup-passphrase")
        self.fields = NewPassphrase(name="backup-words")
        self.fields.settled.connect(self._choose)
        said = _(
            "This one backup opens on any machine by the passphrase, and by the recovery code as all of them "
            "do. Nothing else is changed by it."
        )
        go = button(_("Back up"), "primary", name="backup-passphrase-go", run=self._choose)
        back = button(_("Not now"), "", name="backup-passphrase-back", run=self.left.emit)
        inner = column(
            label(said, "body", name="backup-passphrase-said", wrap=True),
            self.fields,
            Flow([go, back], name="backup-passphrase-ways", gap=SPACE.s),
            name="backup-passphrase-column", gap=SPACE.m,
        )  # fmt: skip
        area = form_area(inner, name="backup-passphrase-scroll", sides=SPACE.s)
        fill(QVBoxLayout(self), [area], gap=0, margin=0)

    def ask(self) -> None:
        """Ask for one, with nothing typed yet."""
        self.forget()
        self.fields.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Let go of what was typed."""
        for line in (self.fields.first, self.fields.again):
            line.clear()

    def say(self, error: AmdeskError) -> None:
        """Show what is wrong with the passphrase."""
        self.fields.say(error)

    def _choose(self) -> None:
        words = self.fields.value()
        if words is not None:
            self.chosen.emit(words)
