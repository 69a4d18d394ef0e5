"""In the settings: the account that mails are sent by, and the way to change it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from amdesk.gui.place import Place
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.flow import Flow
from amdesk.gui.widgets.labels import label, set_text
from amdesk.i18n.bidi import isolate
from amdesk.i18n.catalog import _
from amdesk.services import mail_account
from amdesk.services.desk import Desk


class AccountField(QWidget):
    """Says whether mails can be sent from here, and leads to the page of the account."""

    def __init__(self, desk: Desk, go: Callable[[Place], object]) -> None:
        super().__init__()
        self._desk = desk
        self.setObjectName("account-field")
        self.setAccessibleName(_("Sending account"))
        self._said = label("", "body", name="account-is", wrap=True)
        self._go = button("", "", name="account-go", run=lambda: go(Place("mail_account")))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(SPACE.s)
        rows.addWidget(label(_("Sending account"), "caption", name="account-name"))
        rows.addWidget(self._said)
        rows.addWidget(Flow([self._go], name="account-field-ways", gap=SPACE.s))
        self.refresh()

    def refresh(self) -> None:
        """Look again what is so."""
        account = mail_account.of(self._desk)
        words = _("Set up a sending account…") if account is None else _("Change the sending account…")
        self._go.setText(words)
        self._go.setAccessibleName(words)
        said = _("None: mails are handed to your mail program, which sends them.")
        if account is not None:
            said = _("{address}, via {server}").format(
                address=isolate(account.address), server=isolate(account.server)
            )
        set_text(self._said, said)
