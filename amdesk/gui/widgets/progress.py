"""Long work on the page: what is being done, how far it is, and a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from amdesk.gui import show
from amdesk.gui.theme import SIZE, SPACE
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.labels import label, set_text
from amdesk.i18n.catalog import _
from amdesk.services.exchange import Progress

_UNITS = 1000


class Progressing(QWidget):
    """``stop_requested`` when the person wants no more of it."""

    stop_requested = Signal()

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.words = label("", "title", name=f"{name}-words", wrap=True)
        self.count = label("", "muted", name=f"{name}-count")
        self.bar = QProgressBar()
        self.bar.setObjectName(f"{name}-bar")
        self.bar.setTextVisible(False)
        self.bar.setMaximum(_UNITS)
        self.bar.setFixedWidth(SIZE.form)
        said = _("Nothing is kept until it is done; stopping, or leaving this page, takes all of it back.")
        self.hint = label(said, "caption", name=f"{name}-hint", wrap=True)
        for lines in (self.words, self.hint):
            lines.setFixedWidth(SIZE.form)
        self.say_beside(said)
        down = QVBoxLayout(self)
        down.setSpacing(SPACE.m)
        down.addStretch(2)
        for part in (self.words, self.bar, self.count, self.hint):
            if part is not self.bar:
                part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            down.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        self.stop = button(_("Stop"), "", name=f"{name}-stop", run=self.stop_requested.emit)
        self.stop.setAutoDefault(True)
        down.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignHCenter)
        down.addStretch(3)

    def say_beside(self, words: str) -> None:
        """Say something else of the work than that it is done whole or not at all."""
        set_text(self.hint, words)
        self.hint.ensurePolished()
        self.hint.setMinimumHeight(self.hint.heightForWidth(SIZE.form))  # centred, it would get one line

    def begin(self, words: str) -> None:
        """Say what is beginning."""
        set_text(self.words, words)
        self.bar.setAccessibleName(words)
        self.bar.setValue(0)
        self.count.hide()  # without words it would keep its line

    def show_progress(self, at: Progress) -> None:
        """Show how far it is."""
        share = min(at.done / at.total, 1.0) if at.total else 0.0
        self.bar.setValue(round(share * _UNITS))
        if at.unit == "rows":
            said = _("{done} of {total} rows")
            self.count.show()
            self.count.setText(said.format(done=show.count(at.done), total=show.count(at.total)))
