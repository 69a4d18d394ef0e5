"""A field for a passphrase: what is typed is not shown, unless one asks to see it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from amdesk.gui.widgets.fields import Check, LineField
from amdesk.i18n.catalog import _

_HINTS = (
    Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)  # fmt: skip


class SecretField(LineField):
    """One line of dots, in any script."""

    def __init__(self, *, name: str, accessible: str) -> None:
        super().__init__(name=name, accessible=accessible)
        self.show_typed(on=False)

    def show_typed(self, *, on: bool) -> None:
        """Show the letters, or dots again."""
        self.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)
        self.setInputMethodHints(_HINTS)


def show_box(fields: Sequence[SecretField], *, name: str) -> Check:
    """A box to tick that shows what is typed in some fields."""
    made = Check(_("Show what is typed"), name=name)
    for field in fields:
        made.toggled.connect(lambda on, field=field: field.show_typed(on=on))
    return made
