"""What restoring a backup would bring: how many of each there are in it, beside how many are here."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from amdesk.gui import show
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.labels import FIGURES, label, rule
from amdesk.gui.widgets.layout import column, empty, fill, form_area, row
from amdesk.i18n.catalog import _
from amdesk.services.backups import COUNTED, Contents
from amdesk.services.desk import Desk


class BackupLook(QWidget):
    """``restore_requested`` carries the file once the person has decided; ``left``, that they did not."""

    restore_requested = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._found: Contents | None = None
        self.setObjectName("backup-look")
        self.head = label("", "strong", name="backup-look-head", wrap=True)
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(SPACE.xl)
        self._rows.setVerticalSpacing(SPACE.s)
        self.go = button(_("Restore"), "primary", name="backup-look-go", run=self._go)
        self.go.setAutoDefault(True)
        back = button(_("Not now"), "", name="backup-look-back", run=self.left.emit)
        said = _("All of it takes the place of what is here now. That is one step, and can be undone.")
        inner = column(self.head, label(said, "muted", name="backup-look-said", wrap=True), rule(),
                       name="backup-look-column", gap=SPACE.m)  # fmt: skip
        down = inner.layout()
        assert isinstance(down, QVBoxLayout)
        down.addLayout(self._rows)
        down.addSpacing(SPACE.m)
        down.addWidget(row(self.go, back, name="backup-look-buttons"))
        area = form_area(inner, name="backup-look-scroll", sides=SPACE.s)
        fill(QVBoxLayout(self), [area], gap=0, margin=0)

    def show_contents(self, found: Contents) -> None:
        """Show what a backup holds."""
        self._found = found
        when = show.moment(self._desk, found.made_at)
        self.head.setText(_("Backup of {moment}").format(moment=when))
        empty(self._rows)
        for place, words in enumerate((_("What"), _("Here now"), _("In the backup"))):
            self._put(0, place, words, "caption")
        there = [noun for noun in COUNTED if found.counts[noun] or found.now[noun]]
        for line, noun in enumerate(there, 1):
            self._put(line, 0, _(COUNTED[noun]), "body")
            self._put(line, 1, show.count(found.now[noun]), "muted")
            self._put(line, 2, show.count(found.counts[noun]), "body")
        self._rows.setColumnStretch(3, 1)

    def _put(self, line: int, place: int, words: str, kind: str) -> None:
        made = label(words, kind, name=f"backup-look-{line}-{place}")
        if place:
            made.setAlignment(FIGURES)
        self._rows.addWidget(made, line, place)

    def _go(self) -> None:
        if self._found is not None:
            self.restore_requested.emit(self._found.path)
