"""The account that mails are sent by and the outbox, for pictures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication, QWidget

from amdesk.domain.errors import AmdeskError
from amdesk.domain.mail_account import MailAccount
from amdesk.domain.messages import Message
from amdesk.domain.outgoing import About, Answer
from amdesk.domain.points import Point
from amdesk.domain.touched import Touched
from amdesk.gui.pages.mail_account import MailAccountPage
from amdesk.gui.pages.outbox import OutboxPage
from amdesk.gui.pages.settings import SettingsPage
from amdesk.gui.theme import SIZE
from amdesk.gui.window import Window
from amdesk.i18n.catalog import sentence
from amdesk.services import drafts, interactions, mail_account, outbox, queued, summaries
from amdesk.services.desk import Desk
from amdesk.store import outgoing as store
from tests.desks import Clock, open_desk, summary_of_call
from tests.gallery.__main__ import DAY
from tests.gallery.locks import settings_at

ACCOUNT = MailAccount("noa@bright.example", "smtp.bright.example", 465, "tls", "noa@bright.example")


def account_in_settings() -> QWidget:
    """The account in the settings, where its way of handing over comes first: in the sample there is none."""
    with TemporaryDirectory() as folder:
        desk = open_desk(Path(folder))
        mail_account.keep(desk, ACCOUNT, password="correct horse")
        page = SettingsPage(desk)
        page.refresh()
        desk.close()
    return settings_at(page, page.account)


def account_begun() -> QWidget:
    """A new account, for an address whose provider wants an app password."""
    page = _page()
    page.its.address.setText("noa.bright@gmail.com")
    page.its.address.editingFinished.emit()
    assert page.its.server.text() == "smtp.gmail.com"
    return _sized(page)


def account_refused() -> QWidget:
    """The server does not let in, and a port that is none."""
    page = _page(ACCOUNT)
    words = "535 5.7.8 Username and Password not accepted."
    refusal = "{server} did not let you in. It says: {words}"
    page.outcome.say(sentence(Message.of(refusal, server="smtp.bright.example", words=words)), tone="danger")
    page.its.port.setText("99465")
    page.its.tell(AmdeskError("A port is a number up to 65535; 465 and 587 are usual.", beside="port"))
    return _sized(page)


def account_asked() -> QWidget:
    """The server is being asked."""
    page = _page(ACCOUNT)
    page._show_busy(sentence(Message.of("Asking {server}…", server="smtp.bright.example")))
    return _sized(page)


def outbox_offline() -> QWidget:
    """What waits while there is no network: the sample has no account that it could wait for."""
    with TemporaryDirectory() as folder:
        desk = open_desk(Path(folder), clock=Clock(DAY))
        mail_account.keep(desk, ACCOUNT, password="correct horse")
        made = summary_of_call(desk)
        summaries.write(desk, made, [Point(kind="decision", text="The budget stays")])
        summaries.hand_over_by(desk, made, way="smtp")
        (one,) = outbox.lines(desk)
        assert one.subject == "Summary of our call on 10 March 2026 [NT-2026-001]"
        outbox.answered(desk, one, Answer("later"))
        page = OutboxPage(desk)
        page.refresh()
        desk.close()
    return _sized(page)


_REFUSED = "550 5.1.1 <ruth@penrose.example>: Recipient address rejected: User unknown in mailbox table"


def outbox_of(*states: str) -> Callable[[Window], None]:
    """The outbox with mails in some states, the keys on the last one of them."""

    def fill(window: Window) -> None:
        desk = window.desk
        with desk.store.step("", at=desk.now()):  # unsaid: no bar offers to undo it
            for one in outbox.lines(desk):
                desk.store.delete("outgoing", one.id)
            calls = interactions.find(desk, states=("sent", "confirmed"))
            made = {state: _post(desk, call, state) for call, state in zip(calls, states, strict=False)}
        page = window.pages.page
        assert isinstance(page, OutboxPage)
        window.pages.hear(Touched("", page.TABLES))
        page.table.select_id(made[states[-1]])

    return fill


def _post(desk: Desk, call: int, state: str) -> int:
    """A mail that was handed over from here, and what came of it; its id."""
    draft = drafts.compose(desk, summaries.versions(desk, call)[-1].id)
    about = About("request", interactions.get(desk, call).client_id)
    one = outbox.get(desk, queued.put(desk, replace(draft, about=about)))
    known: dict[str, object] = {"state": state, "tries": 1, "answered_at": desk.now()}
    if state == "waiting":
        known["next_at"] = desk.now() + timedelta(minutes=5)
    if state in {"refused", "given"}:
        known["words"] = _REFUSED if state == "refused" else "250 2.0.0 Ok: queued as 4F2A1"
    store.note(desk.store, one.message_id, known)
    return one.id


def _page(account: MailAccount | None = None) -> MailAccountPage:
    with TemporaryDirectory() as folder:
        desk = open_desk(Path(folder))
        if account is not None:
            mail_account.keep(desk, account, password="correct horse")
        page = MailAccountPage(desk)
        desk.close()
    return page


def _sized(page: QWidget) -> QWidget:
    page.resize(SIZE.window[0] - SIZE.side_bar, SIZE.window[1])
    page.show()
    QApplication.processEvents()
    return page
