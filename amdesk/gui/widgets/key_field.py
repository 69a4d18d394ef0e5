"""In the settings: what opens the file, and the ways to change that."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from amdesk.gui.place import Place
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.flow import Flow
from amdesk.gui.widgets.labels import label, set_text
from amdesk.i18n.catalog import _
from amdesk.services import keys
from amdesk.services.desk import Desk


class KeyField(QWidget):
    """Says who keeps the key, and leads to passphrase and recovery code."""

    def __init__(self, desk: Desk, go: Callable[[Place], object]) -> None:
        super().__init__()
        self._desk = desk
        self.setObjectName("key-field")
        self.setAccessibleName(_("What opens your records"))
        self._said = label("", "body", name="key-said", wrap=True)
        self._set = button("", "", name="key-passphrase", run=lambda: go(Place("passphrase")))
        code = button(_("New recovery code…"), "", name="key-code", run=lambda: go(Place("recovery_code")))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(SPACE.s)
        rows.addWidget(label(_("What opens your records"), "caption", name="key-name"))
        rows.addWidget(self._said)
        rows.addWidget(Flow([self._set, code], name="key-ways", gap=SPACE.s))
        self.refresh()

    def refresh(self) -> None:
        """Look again what is so."""
        has_one = keys.has_passphrase(self._desk)
        words = _("Change the passphrase…") if has_one else _("Set a passphrase…")
        self._set.setText(words)
        self._set.setAccessibleName(words)
        set_text(self._said, _words(keyring=keys.in_keyring(self._desk), has_passphrase=has_one))


def _words(*, keyring: bool, has_passphrase: bool) -> str:
    if not keyring:
        return _("Your passphrase, asked for at each start.")
    if has_passphrase:
        return _("The keyring of this system; your passphrase unlocks amdesk.")
    return _("The keyring of this system; no passphrase is set.")
