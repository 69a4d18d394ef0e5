"""The closing words of a mail: as they will stand in it, to be edited; leaving them out is asked once."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from amdesk.gui import theme
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets import help_mark
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.desk_text import DeskText
from amdesk.gui.widgets.labels import label
from amdesk.gui.widgets.layout import margins
from amdesk.i18n.catalog import _


class Closing(QWidget):
    """Shows the words in force; ``changed`` tells of others."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("closing")
        self._standard = ""
        self._kept: str | None = None
        self._emptied = False
        self.field = DeskText(name="closing-words", accessible=_("Closing words"), lines=3)
        self.back = button(_("Standard words"), "link", name="closing-back", run=self.put_back)
        self.ask = QWidget()
        self.ask.setObjectName("closing-ask")
        self.ask.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme.as_kind(self.ask, "notice")
        self._build()
        self.field.textChanged.connect(self._typed)
        self.field.left.connect(self._leave)

    def _build(self) -> None:
        top = QHBoxLayout()
        heading = label(_("Closing words"), "section", name="closing-heading")
        top.addWidget(help_mark.beside(heading, "closing", of=self.field), 1, Qt.AlignmentFlag.AlignLeading)
        top.addWidget(self.back)
        row = QHBoxLayout(self.ask)
        margins(row, leading=SPACE.m, top=SPACE.s, trailing=SPACE.s, bottom=SPACE.s)
        said = _("Without closing words the mail does not ask for approval.")
        row.addWidget(label(said, "body", name="closing-question", wrap=True), 1)
        row.addWidget(button(_("Leave them out"), "", name="closing-out", run=self._leave_out))
        row.addWidget(button(_("Put them back"), "primary", name="closing-keep", run=self.put_back))
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(SPACE.xs)
        down.addLayout(top)
        down.addWidget(self.field)
        down.addWidget(self.ask)
        self.ask.hide()

    def show_words(self, kept: str | None, standard: str) -> None:
        """Show what the file has: words of one's own, the standard ones (nothing kept), or none (empty)."""
        self._kept, self._standard = kept, standard
        words = standard if kept is None else kept
        if self.field.text().strip() != words.strip() and not self._emptied:
            self.field.show_text(words)
        self.back.setVisible(kept is not None)

    def chosen(self) -> str | None:
        """What to keep of what stands in the field."""
        words = self.field.text().strip()
        if words == self._standard.strip():
            return None
        return self._kept if self._emptied else words

    def put_back(self) -> None:
        """The standard words again."""
        self._emptied = False
        self.ask.hide()
        self.field.show_text(self._standard)
        self.changed.emit()

    def _typed(self) -> None:
        """Deleting all of it waits for a word that it is meant."""
        self._emptied = not self.field.text().strip() and self._kept != ""
        if not self._emptied:
            self.ask.hide()
            self.changed.emit()

    def _leave(self) -> None:
        self.ask.setVisible(self._emptied)

    def _leave_out(self) -> None:
        self._kept, self._emptied = "", False
        self.ask.hide()
        self.changed.emit()
