"""The sending account in the window: set up, tried out with a server, kept, taken away."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from amdesk.gui.pages.mail_account import MailAccountPage
from amdesk.gui.pages.settings import SettingsPage
from amdesk.gui.place import Place
from amdesk.gui.widgets.order import OrderField
from amdesk.gui.window import Window
from amdesk.services import mail_account
from amdesk.services.desk import Desk
from amdesk.system.secrets import SecretsUnavailableError, Why
from tests.desks import MemorySecrets
from tests.post_office import PostOffice, nobody_there, post_office

pytestmark = pytest.mark.parametrize("spoken", ["en"], indirect=True)


@pytest.fixture
def page(window: Window) -> MailAccountPage:
    window.go(Place("mail_account"))
    shown = window.pages.page
    assert isinstance(shown, MailAccountPage)
    return shown


def fill(page: MailAccountPage, office: PostOffice, *, password: str = "secret") -> None:
    page.its.address.setText("me@desk.example")
    page.its.server.setText("127.0.0.1")
    page.its.port.setText(str(office.port))
    page.its.security.choose("none")
    page.its.user.setText("me")
    page.its.secret.setText(password)


def is_done(page: MailAccountPage) -> bool:
    return page.check.isVisible()


def test_an_address_fills_in_the_rest_but_not_over_what_was_typed(page: MailAccountPage) -> None:
    its = page.its
    for address, server, port in (("noa@gmail.com", "smtp.gmail.com", "465"),
                                  ("noa@me.com", "smtp.mail.me.com", "587")):  # fmt: skip
        its.address.setText(address)
        its.address.editingFinished.emit()
        assert (its.server.text(), its.port.text(), its.user.text()) == (server, port, address)
        assert "app password" in its.hint.text()
    its.server.setText("mail.of.mine")
    its.address.setText("noa@company.example")
    its.address.editingFinished.emit()
    assert its.server.text() == "mail.of.mine"
    assert not its.hint.isVisible()


def test_check_logs_in_and_neither_sends_nor_keeps_anything(
    page: MailAccountPage, desk: Desk, qtbot: QtBot
) -> None:
    with post_office() as office:
        fill(page, office)
        page.check.click()
        assert not page.check.isVisible()
        qtbot.waitUntil(page.outcome.isVisible)
    assert "lets you in" in page.outcome.words.text()
    assert office.got == []
    assert mail_account.of(desk) is None


def test_a_server_that_does_not_let_in_is_told_of_in_its_own_words(
    page: MailAccountPage, qtbot: QtBot
) -> None:
    with post_office({"AUTH": "535 5.7.8 not accepted"}) as office:
        fill(page, office)
        page.check.click()
        qtbot.waitUntil(page.outcome.isVisible)
    assert "535 5.7.8 not accepted" in page.outcome.words.text()
    assert is_done(page)


def test_what_is_asked_can_be_stopped(page: MailAccountPage) -> None:
    with post_office({"AUTH": ""}) as office:
        fill(page, office)
        page.check.click()
        page.stop.click()
        assert is_done(page)
    assert not page.outcome.isVisible()


def test_what_is_kept_shows_in_the_settings_and_in_the_side_bar(
    page: MailAccountPage, window: Window, desk: Desk, qtbot: QtBot
) -> None:
    item = window.side.items["outbox"]
    assert not item.isVisible()
    window.go(Place("settings"))
    settings = window.pages.page
    assert isinstance(settings, SettingsPage)
    (go,) = settings.findChildren(QPushButton, "account-go")
    go.click()
    page = window.pages.page  # type: ignore[assignment]
    fill(page, nobody_there())
    page.save()
    qtbot.waitUntil(lambda: window.pages.page is settings)
    account = mail_account.of(desk)
    assert account is not None
    assert account.address == "me@desk.example"
    assert mail_account.password(desk) == "secret"
    assert item.isVisible()
    order = settings.findChild(OrderField, "setting-hand_over")
    assert isinstance(order, OrderField)
    assert order.value()[0] == "smtp"
    go.click()
    page = window.pages.page  # type: ignore[assignment]
    page.take_away()
    qtbot.waitUntil(lambda: window.pages.page is settings)
    assert mail_account.of(desk) is None
    assert not item.isVisible()
    assert "smtp" not in order.value()


def test_without_a_password_nothing_is_kept(page: MailAccountPage, desk: Desk, qtbot: QtBot) -> None:
    fill(page, nobody_there(), password="")
    page.save()
    field = page.its.fields["password"]
    qtbot.waitUntil(lambda: is_done(page) and "Type the password" in field.below.text())
    assert mail_account.of(desk) is None


@pytest.mark.parametrize(
    ("why", "said"), [("none", "after the next start"), ("locked", "Unlock the keyring and save once more")]
)
def test_where_no_keyring_takes_the_password_the_page_says_so(
    page: MailAccountPage, desk: Desk, qtbot: QtBot, why: Why, said: str
) -> None:
    assert isinstance(desk.secrets, MemorySecrets)
    desk.secrets.refusal = SecretsUnavailableError(why)
    fill(page, nobody_there())
    page.save()
    qtbot.waitUntil(page.outcome.isVisible)
    assert said in page.outcome.words.text()
    assert mail_account.password(desk) == "secret"


def test_an_account_goes_even_where_the_keyring_cannot_be_asked_and_that_is_said(
    page: MailAccountPage, desk: Desk, qtbot: QtBot
) -> None:
    mail_account.keep(desk, nobody_there().account(), password="secret")
    assert isinstance(desk.secrets, MemorySecrets)
    desk.secrets.refusal = SecretsUnavailableError("locked")
    page.take_away()
    qtbot.waitUntil(page.outcome.isVisible)
    assert "if it has the password, it still does" in page.outcome.words.text()
    assert mail_account.of(desk) is None


@pytest.mark.parametrize(("port", "beside"), [("many", "port"), ("0", "port"), ("۴۶۵", "")])
def test_a_port_is_read_in_any_digits_and_refused_beside_its_field(
    page: MailAccountPage, port: str, beside: str
) -> None:
    page.its.address.setText("noa@company.example")
    page.its.address.editingFinished.emit()
    page.its.port.setText(port)
    page.save()
    assert ("65535" in page.its.fields["port"].below.text()) == (beside == "port")
