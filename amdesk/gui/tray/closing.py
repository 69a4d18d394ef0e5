"""What closing the window means is asked once, in the window: staying for the reminders, or the end."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from amdesk.gui import theme
from amdesk.gui.theme import SIZE, SPACE
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.labels import label
from amdesk.i18n.catalog import _


class ClosingBar(QWidget):
    """Floats over the foot of the window. ``answered`` gives stay or quit; Escape keeps the window open."""

    answered = Signal(str)

    def __init__(self, parent: QWidget, *, has_tray: bool) -> None:
        super().__init__(parent)
        self.setObjectName("closing-bar")
        self.setAccessibleName(_("Reminders ring only while amdesk is running."))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme.as_kind(self, "floating")
        self.setFixedWidth(theme.scaled(SIZE.form))
        down = QVBoxLayout(self)
        down.setContentsMargins(SPACE.xl, SPACE.l, SPACE.xl, SPACE.l)
        down.setSpacing(SPACE.s)
        down.addWidget(
            label(_("Reminders ring only while amdesk is running."), "strong", name="closing-title")
        )
        where = (
            _("It can stay in the tray without a window. You can change this in Settings.")
            if has_tray
            else _(
                "It can stay without a window; starting it again shows it. You can change this in Settings."
            )
        )
        down.addWidget(label(where, "muted", name="closing-words", wrap=True))
        down.addSpacing(SPACE.s)
        row = QHBoxLayout()
        row.setSpacing(SPACE.s)
        self.stay = button(
            _("Keep it running"), "primary", name="closing-stay", run=lambda: self.answered.emit("stay")
        )
        row.addWidget(self.stay)
        row.addWidget(button(_("Quit"), "", name="closing-quit", run=lambda: self.answered.emit("quit")))
        row.addWidget(button(_("Cancel"), "plain", name="closing-cancel", run=self.hide))
        row.addStretch()
        down.addLayout(row)

    def ask(self) -> None:
        """Stand at the foot of the window, with the keys."""
        self.adjustSize()
        parent = self.parentWidget()
        assert parent is not None
        self.move((parent.width() - self.width()) // 2, parent.height() - self.height() - SPACE.xxl)
        self.show()
        self.raise_()
        self.stay.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
