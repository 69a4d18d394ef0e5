"""What came of long work: a sentence, a way back, a way on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from amdesk.domain.messages import N_, Message, Words
from amdesk.gui import theme
from amdesk.gui.speaking import announce
from amdesk.gui.theme import SPACE, ToneName
from amdesk.gui.widgets.badge import Badge, BadgeLabel
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.labels import label, set_text
from amdesk.gui.widgets.layout import margins
from amdesk.i18n.catalog import _

_SAID: dict[str, tuple[Words, str]] = {
    "good": (Message.named("badge", "Done"), "confirmed"),
    "warn": (Message.named("badge", "Done"), "warning"),
    "info": (Message.named("badge", "Note"), "info"),
    "danger": (N_("Refused"), "alert"),
}


class Outcome(QWidget):
    """A bar above the page; ``undo_requested`` and ``onward_requested`` are its two buttons."""

    undo_requested = Signal()
    onward_requested = Signal()

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme.as_kind(self, "notice")
        self._badge = BadgeLabel(Badge(""), name=f"{name}-badge", on_tint=True)
        self.words = label("", "body", name=f"{name}-words", wrap=True)
        self.undo = button(_("Undo"), "", name=f"{name}-undo", icon="undo", run=self.undo_requested.emit)
        self.onward = button("", "primary", name=f"{name}-onward", run=self.onward_requested.emit)
        row = QHBoxLayout(self)
        margins(row, leading=SPACE.m, top=SPACE.s, trailing=SPACE.s, bottom=SPACE.s)
        row.setSpacing(SPACE.m)
        row.addWidget(self._badge)
        row.addWidget(self.words, 1)
        for one in (self.undo, self.onward):
            one.setAutoDefault(True)
            row.addWidget(one)
        self.hide()

    def say(self, words: str, *, tone: ToneName, undo: bool = False, onward: str = "") -> None:
        """Show what came of it (already translated)."""
        said, icon = _SAID[tone]
        self._badge.show_badge(Badge(_(said), tone, icon))
        self.setProperty("tone", tone)
        theme.restyle(self)
        set_text(self.words, words)
        self.setAccessibleName(words)
        self.undo.setVisible(undo)
        self.onward.setText(onward)
        self.onward.setAccessibleName(onward)
        self.onward.setVisible(bool(onward))
        self.show()
        announce(self, words)
        if onward:
            self.onward.setFocus(Qt.FocusReason.OtherFocusReason)
