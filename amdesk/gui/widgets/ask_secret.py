"""Words that open something are asked for: a passphrase or a recovery code, with what is wrong beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_
from amdesk.gui.background import patience
from amdesk.gui.enter_key import presses_button
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.fields import CodeField
from amdesk.gui.widgets.flow import Flow
from amdesk.gui.widgets.form import Field
from amdesk.gui.widgets.secret_field import SecretField, show_box
from amdesk.i18n.catalog import _

Read = Callable[[str], object]
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class AskSecret(QWidget):
    """``opened`` gives what ``read`` makes of the words; wrong ones can be typed again and again."""

    opened = Signal(object)

    def __init__(
        self,
        line: QLineEdit,
        field: Field,
        read: Read,
        *,
        go: QPushButton,
        others: Sequence[QPushButton] = (),
    ) -> None:
        super().__init__()
        self.line, self._field, self._read = line, field, read
        self.setObjectName(f"ask-{line.objectName()}")
        self.setAccessibleName(line.accessibleName())
        self.setFocusProxy(line)
        go.clicked.connect(self.go)
        line.textChanged.connect(lambda _: field.say(None))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(SPACE.m)
        rows.addWidget(field)
        if isinstance(line, SecretField):
            rows.addWidget(show_box([line], name=f"{line.objectName()}-show"))
        rows.addWidget(Flow([go, *others], name=f"{line.objectName()}-ways", gap=SPACE.s))

    def go(self) -> None:
        """Try what is typed."""
        if not self.line.text().strip():
            self.say(AmdeskError(N_("Nothing is typed yet.")))
            return
        try:
            with patience():
                found = self._read(self.line.text())
        except AmdeskError as error:
            self.say(error)
        else:
            self.line.clear()
            self.opened.emit(found)

    def say(self, error: AmdeskError) -> None:
        """Show beside the field why it does not open."""
        self._field.say(error)
        self.line.selectAll()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter tries it."""
        if presses_button(event):
            return
        if event.key() in _ENTER:
            self.go()
        else:
            super().keyPressEvent(event)


def ask_passphrase(read: Read, *, go: str, others: Sequence[QPushButton] = ()) -> AskSecret:
    """The field for a passphrase; ``go`` (already translated) is what its button says."""
    line = SecretField(name="passphrase", accessible=_("Passphrase"))
    field = Field(_("Passphrase"), line)
    return AskSecret(line, field, read, go=button(go, "primary", name="passphrase-go"), others=others)


def ask_either(read: Read, *, go: str, others: Sequence[QPushButton] = ()) -> AskSecret:
    """The field for what is opened by a recovery code or by a passphrase."""
    line = SecretField(name="code-or-passphrase", accessible=_("Recovery code or passphrase"))
    field = Field(_("Recovery code or passphrase"), line)
    return AskSecret(line, field, read, go=button(go, "primary", name="either-go"), others=others)


def ask_code(read: Read, *, go: str, others: Sequence[QPushButton] = ()) -> AskSecret:
    """The field for a recovery code."""
    line = CodeField(name="recovery-code", accessible=_("Recovery code"))
    hint = _("Eight groups of four. Spaces, dashes and small letters do not matter.")
    field = Field(_("Recovery code"), line, hint=hint)
    return AskSecret(line, field, read, go=button(go, "primary", name="code-go"), others=others)
