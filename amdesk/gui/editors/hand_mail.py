"""How a mail goes out that is looked at first: one button for each way, and what was done without a mail."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from amdesk.domain.hand_over import HAND_OVER_NAMES
from amdesk.gui.editors.confirmation import Notice
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.flow import FlowLayout
from amdesk.gui.widgets.labels import label, set_text
from amdesk.i18n.catalog import _


class HandMail(QWidget):
    """``handed`` carries the way chosen, ``closed`` that none was."""

    handed = Signal(str)
    closed = Signal()

    def __init__(self, question: str, *, ways: Sequence[str]) -> None:
        super().__init__()
        self.setObjectName("hand-mail")
        notice = Notice(name="hand-mail-notice")
        notice.ask(question)
        made = [self._way(way, is_main=number == 0) for number, way in enumerate(ways)]
        row = FlowLayout(gap=SPACE.s)
        for part in (*made, button(_("Cancel"), "plain", name="hand-mail-cancel", run=self.closed.emit)):
            part.setAutoDefault(True)  # Enter presses the button one is on
            row.addWidget(part)
        notice.down.addLayout(row)
        self.wrong = label("", "error", name="hand-mail-wrong", wrap=True)
        self.wrong.hide()
        notice.down.addWidget(self.wrong)
        notice.closed.connect(self.closed)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(notice)
        self.setFocusProxy(made[0])

    def say(self, words: str) -> None:
        """Why the way chosen does not work."""
        set_text(self.wrong, words)
        self.wrong.setVisible(bool(words))

    def _way(self, way: str, *, is_main: bool) -> QPushButton:
        return button(
            _(HAND_OVER_NAMES[way]), "primary" if is_main else "", name=f"hand-mail-{way}",
            run=lambda: self.handed.emit(way),
        )  # fmt: skip
