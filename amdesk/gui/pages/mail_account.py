"""The account that mails are sent by: looked at, tried out with its server, kept, taken away."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from amdesk.domain.errors import AmdeskError
from amdesk.domain.mail_account import MailAccount
from amdesk.gui.asking import Asking
from amdesk.gui.editors import sheet
from amdesk.gui.editors.account_fields import AccountFields
from amdesk.gui.page import Face
from amdesk.gui.speaking import announce
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.empty import Empty
from amdesk.gui.widgets.flow import Flow
from amdesk.gui.widgets.form import Form
from amdesk.gui.widgets.labels import label, set_text
from amdesk.gui.widgets.layout import column
from amdesk.gui.widgets.outcome import Outcome
from amdesk.i18n.bidi import isolate
from amdesk.i18n.catalog import _, sentence
from amdesk.services import mail_account
from amdesk.services.desk import Desk
from amdesk.services.mail_account import Laid


class MailAccountPage(QWidget):
    """A form. Server and keyring are asked in a thread, one thing at a time, and the page says what it waits
    for. ``setting_changed`` tells that there is another account, or none.
    """

    TABLES: frozenset[str] = frozenset()
    place_requested = Signal(object)
    finished = Signal(object)
    setting_changed = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._asking: Asking | None = None
        self.setObjectName("mail-account")
        self.setAccessibleName(_("Sending account"))
        account = mail_account.of(desk)
        self.its = AccountFields(account, address=desk.settings["my_email"])
        self.outcome = Outcome(name="account-outcome")
        self.check = button(_("Check"), "", name="account-check", run=self.try_out)
        self.remove = button(_("Remove the account"), "", name="account-remove", run=self.take_away)
        self.stop = button(_("Stop"), "", name="account-stop", run=self._give_up)
        self._waits = label("", "body", name="account-waits", wrap=True)
        self._busy = column(self._waits, Flow([self.stop], name="account-busy-ways"), name="account-busy")
        self._ways = Flow([self.check, self.remove], name="account-ways", gap=SPACE.s)
        self.remove.setVisible(account is not None)
        self._busy.hide()
        tools = self._lay_out()
        self.face = Face(
            title=lambda: _("Sending account"), tools=tools, setting_changed=self.setting_changed,
            focus=self.its.address if tools else None, bounded=True,
        )  # fmt: skip

    def _lay_out(self) -> tuple[QWidget, ...]:
        if not mail_account.can_be(self._desk):
            _say_why_not(self)
            return ()
        form = Form(name="account-form")
        said = _(
            "Mails to clients go out from here, without your mail program. What cannot be sent at once waits "
            "in the outbox until there is a network."
        )
        form.add(label(said, "body", name="account-said", wrap=True))
        self.its.add_to(form)
        form.add(self.outcome)
        form.add(self._ways)
        form.add(self._busy)
        form.end()
        tools = sheet.build(self, form, save=self.save)
        self._save = tools[1]
        return tools

    def refresh(self) -> None:
        """What is being typed is not asked again."""

    def try_out(self) -> None:
        """Connect and log in; nothing is sent, and nothing is kept."""
        if (account := self._account()) is not None:
            held, password = mail_account.hold(self._desk), self.its.password()
            said = _("Asking {server}…").format(server=isolate(account.server))
            self._ask(partial(mail_account.check, held, account, password), said, self._let_in)

    def save(self) -> None:
        """Send by it from now on."""
        if self._asking is None and (account := self._account()) is not None:
            held = mail_account.hold(self._desk)
            lay = partial(mail_account.lay_down, held, account, self.its.password())
            self._ask(lay, _("Waiting for the keyring…"), partial(self._keep, account))

    def take_away(self) -> None:
        """Send by no account any more."""
        lift = partial(mail_account.lift, mail_account.hold(self._desk))
        self._ask(lift, _("Waiting for the keyring…"), lambda _done: self._removed(None), self._removed)

    def _account(self) -> MailAccount | None:
        """What stands here, or nothing where an error is said beside its field."""
        self.outcome.hide()
        return sheet.kept(self.its.fields, lambda: mail_account.checked(self.its.value()))

    def _ask(
        self,
        question: Callable[[], object],
        said: str,
        then: Callable[[object], object],
        otherwise: Callable[[AmdeskError], object] | None = None,
    ) -> None:
        self._asking = Asking(question, self)
        self._asking.answered.connect(lambda answer: self._hear(lambda: then(answer)))
        self._asking.failed.connect(lambda error: self._hear(lambda: self._refused(error, otherwise)))
        self._show_busy(said)
        self._asking.start()

    def _hear(self, go_on: Callable[[], object]) -> None:
        self._asking = None
        self._show_busy("")
        go_on()

    def _give_up(self) -> None:
        if self._asking is not None:
            self._asking.give_up()
        self._asking = None
        self._show_busy("")
        self.check.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_busy(self, said: str) -> None:
        set_text(self._waits, said)
        self._busy.setVisible(bool(said))
        self._ways.setVisible(not said)
        self._save.setEnabled(not said)
        if said:
            announce(self._waits, said)
            self.stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _let_in(self, _answer: object) -> None:
        self.outcome.say(_("The server lets you in. Nothing was sent."), tone="good")
        self.check.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refused(self, error: Exception, otherwise: Callable[[AmdeskError], object] | None) -> None:
        if not isinstance(error, AmdeskError):
            raise error
        self.check.setFocus(Qt.FocusReason.OtherFocusReason)
        if otherwise is not None:
            otherwise(error)
        elif not self.its.tell(error):
            self.outcome.say(sentence(error.message), tone="danger")

    def _keep(self, account: MailAccount, laid: object) -> None:
        assert isinstance(laid, Laid)
        if laid.password is None:
            self.its.tell(mail_account.no_password())
            return
        mail_account.settle(self._desk, account, laid)
        self.setting_changed.emit("mail_account")
        if laid.in_keyring:
            self.finished.emit(None)
            return
        self.remove.show()
        self.check.setFocus(Qt.FocusReason.OtherFocusReason)
        said = _(
            "Saved. There is no keyring here that could keep the password: after the next start it is asked "
            "for again on this page."
        )
        did_not_take_it = _(
            "Saved, but the keyring did not take the password, which is forgotten when amdesk ends. Unlock "
            "the keyring and save once more."
        )
        self.outcome.say(did_not_take_it if laid.has_keyring else said, tone="warn")

    def _removed(self, error: AmdeskError | None) -> None:
        mail_account.settle_removed(self._desk)
        self.setting_changed.emit("mail_account")
        if error is None:
            self.finished.emit(None)
            return
        self.remove.hide()
        said = _(
            "The account is removed. The keyring could not be asked: if it has the password, it still does."
        )
        self.outcome.say(said, tone="warn")


def _say_why_not(page: MailAccountPage) -> None:
    rows = column(
        Empty("send", _("Nothing is sent from here"), _("What is in this portfolio is not real.")),
        name="account-none",
    )
    layout = rows.layout()
    assert layout is not None
    page.setLayout(layout)
