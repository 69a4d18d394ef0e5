"""Choosing a passphrase: typed twice, with how well it keeps said in words."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_
from amdesk.domain.passphrase import Strength, strength
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.form import Field
from amdesk.gui.widgets.labels import set_text
from amdesk.gui.widgets.secret_field import SecretField, show_box
from amdesk.i18n.catalog import _

_HINT = N_("A few words in a row are easy to keep in mind and hard to guess.")
_SAID: dict[Strength, str] = {
    "": _HINT,
    "weak": N_("Weak: a computer would soon find it. A few words more make it better."),
    "fair": N_("Fair: not found by trying it out by hand. A word more makes it strong."),
    "strong": N_("Strong: nobody finds it by trying."),
}


class NewPassphrase(QWidget):
    """Two fields; ``value`` gives what stands in both, or says beside one of them what is amiss.

    ``settled`` tells of Enter in the second field; in the first it leads there.
    """

    settled = Signal()

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(_("New passphrase"))
        self.first = SecretField(name=f"{name}-first", accessible=_("New passphrase"))
        self.again = SecretField(name=f"{name}-again", accessible=_("The same once more"))
        self._said = Field(_("New passphrase"), self.first, hint=_(_HINT))
        self._twice = Field(_("The same once more"), self.again)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(SPACE.l)
        for part in (self._said, self._twice, show_box((self.first, self.again), name=f"{name}-show")):
            rows.addWidget(part)
        self.first.textChanged.connect(self._tell)
        self.again.textChanged.connect(lambda _: self._twice.say(None))
        self.setFocusProxy(self.first)

    def value(self) -> str | None:
        """The passphrase, or nothing where it is not there twice: that is said beside the field."""
        if not self.first.text().strip():
            self._refuse(self._said, AmdeskError(N_("Type a passphrase.")))
            return None
        if self.again.text() != self.first.text():
            self._refuse(self._twice, AmdeskError(N_("The two differ. Type the same in both fields.")))
            return None
        return self.first.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif self.first.hasFocus() and not self.again.text():
            self.again.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.settled.emit()

    def say(self, error: AmdeskError) -> None:
        """Show beside the first field what is wrong with it."""
        self._refuse(self._said, error)

    def _refuse(self, field: Field, error: AmdeskError) -> None:
        field.say(error)
        field.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, text: str) -> None:
        self._said.say(None)
        words = _(_SAID[strength(text)])
        set_text(self._said.below, words)
        self.first.setAccessibleDescription(words)
