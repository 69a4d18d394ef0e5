"""The next step with a client and its day, written where they stand: Enter keeps them, Escape does not."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from amdesk.domain.client import Client
from amdesk.domain.errors import AmdeskError
from amdesk.gui import theme
from amdesk.gui.theme import SIZE, SPACE
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.dates import DateField
from amdesk.gui.widgets.fields import LineField
from amdesk.gui.widgets.labels import hint_text, label
from amdesk.gui.widgets.reading import understood
from amdesk.i18n.catalog import _
from amdesk.services import clients
from amdesk.services.desk import Desk
from amdesk.services.week import week_of

_KEEPS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class NextEditor(QWidget):
    """Two fields and what they mean; ``done`` when it can go. Left for elsewhere, it keeps what it has."""

    done = Signal()

    def __init__(self, desk: Desk, client: Client, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._id = desk, client.id
        self._closed = False
        self.setObjectName("next-editor")
        self.setAccessibleName(_("Next step with {client}").format(client=client.name))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.step = LineField(client.next_step, name="next-step-line", accessible=_("Next step"))
        self.step.setPlaceholderText(hint_text(_("Next step")))
        self.on = DateField(
            client.next_contact_on, week=week_of(desk), name="next-contact-line",
            accessible=_("Next contact on"), placeholder=_("A date, or “Friday”"),
        )  # fmt: skip
        self.on.setMinimumWidth(theme.scaled(SIZE.action))  # what it understood is said below, not within
        self._said = understood(self.on, refusals=True)
        self._lay_out()
        self.setFocusProxy(self.step)
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    def _lay_out(self) -> None:
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(SPACE.xs)
        down.addWidget(label(_("Next step"), "caption", name="next-step-name"))
        down.addWidget(self.step)
        down.addSpacing(SPACE.s)
        down.addWidget(label(_("Next contact on"), "caption", name="next-contact-name"))
        down.addWidget(self.on)
        down.addWidget(self._said)
        down.addSpacing(SPACE.s)
        across = QHBoxLayout()
        across.setSpacing(SPACE.s)
        across.addWidget(button(_("Save"), "primary", name="next-save", run=self.keep))
        across.addWidget(button(_("Cancel"), "plain", name="next-cancel", run=self.leave))
        across.addStretch()
        down.addLayout(across)

    def keep(self) -> None:
        """Write both as one step; a day that cannot be read stays to be mended."""
        try:
            on = self.on.value()
        except AmdeskError:
            self.on.setFocus(Qt.FocusReason.OtherFocusReason)
            self.on.editingFinished.emit()
            return
        if self._end():
            clients.change(
                self._desk, self._id, next_step=self.step.text().strip(), next_contact_on=on
            )  # fmt: skip

    def leave(self) -> None:
        """Keep nothing."""
        self._end()

    def _end(self) -> bool:
        """Go, the first time only."""
        if self._closed:
            return False
        self._closed = True
        self.done.emit()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _KEEPS:
            self.keep()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        """The keys went somewhere else in the window: what was typed is kept if it can be read."""
        if self._closed or old is None or new is None or not self.isAncestorOf(old):
            return
        if new.window() is self.window() and not self.isAncestorOf(new):
            try:
                self.on.value()
            except AmdeskError:
                return
            self.keep()
