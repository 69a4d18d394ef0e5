"""The fields of the account that mails are sent by: what is usual for an address fills in the rest."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from amdesk.domain.errors import AmdeskError
from amdesk.domain.mail_account import SECURITY_NAMES, USUAL_PORTS, MailAccount, Suggestion, suggested
from amdesk.gui.editors import sheet
from amdesk.gui.widgets.fields import Check, CodeField, Picker
from amdesk.gui.widgets.form import Field, Form
from amdesk.gui.widgets.labels import label, set_text
from amdesk.gui.widgets.secret_field import SecretField, show_box
from amdesk.i18n.catalog import _, sentence


class AccountFields:
    """Puts its fields into a form. What the person has typed over a suggestion is left alone."""

    def __init__(self, account: MailAccount | None, *, address: str) -> None:
        """``account`` is the one there is, else a new one begins with an ``address``."""
        self.address = _line(account.address if account else address, "account-address", _("Send from"))
        self.server = _line(account.server if account else "", "account-server", _("Server"))
        self.port = _line(str(account.port) if account else "", "account-port", _("Port"))
        self.user = _line(account.user if account else "", "account-user", _("Log in as"))
        choices = [(key, _(words)) for key, words in SECURITY_NAMES.items()]
        self.security = Picker(
            choices, account.security if account else "tls", name="account-security",
            accessible=_("Encryption"),
        )  # fmt: skip
        self.secret = SecretField(name="account-password", accessible=_("Password"))
        self.copies = Check(_("Send a blind copy of each mail to myself"), name="account-copies")
        self.copies.setChecked(account.copies if account else True)
        self.hint = label("", "body", name="account-hint", wrap=True)
        there_is_one = _("Leave it empty to keep the one there is.")
        kept = _("It is kept in the keyring of this system, never in amdesk’s own files.")
        self.fields = {
            "address": Field(_("Send from"), self.address),
            "server": Field(_("Server"), self.server),
            "port": Field(_("Port"), self.port),
            "security": Field(_("Encryption"), self.security),
            "user": Field(_("Log in as"), self.user),
            "password": Field(_("Password"), self.secret, hint=there_is_one if account else kept),
        }
        self._suggested: Suggestion | None = None
        self._address = ""
        self._fill(suggested(self.address.text()))
        self.address.editingFinished.connect(self._suggest)
        self.security.picked.connect(self._change_port)

    def add_to(self, form: Form) -> None:
        """Lay them out, one under the other."""
        form.add(self.fields["address"])
        form.add(self.hint)
        form.add(self.fields["server"], self.fields["port"], stretch=(4, 1))
        for name in ("security", "user", "password"):
            form.add(self.fields[name])
        form.add(show_box([self.secret], name="account-show"))
        said = _("The server puts nothing into your folder of sent mails.")
        form.add(Field("", self.copies, hint=said))

    def value(self) -> MailAccount:
        """The account as it stands here, whether or not mails could go out by it."""
        return MailAccount(
            address=self.address.text(),
            server=self.server.text(),
            port=_number(self.port.text()),
            security=str(self.security.value()),
            user=self.user.text(),
            copies=self.copies.isChecked(),
        )

    def password(self) -> str | None:
        """The password typed, or nothing for the one there is."""
        return self.secret.text() or None

    def _suggest(self) -> None:
        self._fill(suggested(self.address.text()))

    def _fill(self, found: Suggestion | None) -> None:
        """Fill in what is empty, or was filled in for the address before."""
        hint = sentence(found.hint) if found is not None and found.hint is not None else ""
        set_text(self.hint, hint)
        self.hint.setVisible(bool(hint))
        if found is None:
            return
        was, self._suggested = self._suggested, found
        if self._is_ours(was):
            self.server.setText(found.server)
            self.port.setText(str(found.port))
            self.security.choose(found.security)
        if self.user.text() in {"", self._address}:
            self.user.setText(self.address.text().strip())
        self._address = self.address.text().strip()

    def _is_ours(self, was: Suggestion | None) -> bool:
        typed = self.server.text().strip()
        return not typed or (was is not None and typed == was.server)

    def _change_port(self, security: object) -> None:
        """The usual port goes with the way, unless there is another one."""
        if self.port.text() in {"", *map(str, USUAL_PORTS.values())} and str(security) in USUAL_PORTS:
            self.port.setText(str(USUAL_PORTS[str(security)]))

    def tell(self, error: AmdeskError | None) -> bool:
        """Say what is wrong beside its field; whether it has one."""
        return sheet.tell(self.fields, error)


def _line(text: str, name: str, accessible: str) -> QLineEdit:
    return CodeField(text, name=name, accessible=accessible)


def _number(typed: str) -> int:
    """A port in the digits of any language; 0, which is none, for whatever is no number."""
    try:
        return int(typed)
    except ValueError:
        return 0
