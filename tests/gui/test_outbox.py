"""The outbox in the window: what is in it, in which words, and what a key does about it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from amdesk.domain.mail_account import MailAccount
from amdesk.domain.outgoing import Answer
from amdesk.domain.points import Point
from amdesk.gui.outgoing_words import columns
from amdesk.gui.pages.mail_account import MailAccountPage
from amdesk.gui.pages.outbox import OutboxPage
from amdesk.gui.pages.summary import SummaryPage
from amdesk.gui.place import Place
from amdesk.gui.window import Window
from amdesk.services import mail_account, outbox, summaries
from amdesk.services.desk import Desk
from tests.desks import MailBox, summary_of_call
from tests.gui.keys import CTRL, Key, Keyboard

pytestmark = pytest.mark.parametrize("spoken", ["en"], indirect=True)
ACCOUNT = MailAccount("me@desk.example", "127.0.0.1", 9, "none", "me")
WORDS = "550 5.1.1 <maya@northwind.example>: no such person here"


@pytest.fixture
def one(desk: Desk) -> int:
    """A summary handed over from here; the id of its mail."""
    mail_account.keep(desk, ACCOUNT, password="secret")
    made = summary_of_call(desk)
    summaries.write(desk, made, [Point(kind="decision", text="The budget stays")])
    summaries.hand_over_by(desk, made, way="smtp")
    return outbox.lines(desk)[0].id


@pytest.fixture
def page(one: int, window: Window) -> OutboxPage:
    window.go(Place("outbox"))
    shown = window.pages.page
    assert isinstance(shown, OutboxPage)
    shown.table.take_focus()
    return shown


def answer(desk: Desk, one: int, outcome: str, words: str = "") -> None:
    """What the server says, or does not say any more."""
    outbox.answered(desk, outbox.get(desk, one), Answer(outcome, words))  # type: ignore[arg-type]
    QApplication.processEvents()


def state_of(desk: Desk, one: int) -> str:
    """What the list says of a mail's state."""
    return next(each for each in columns(desk) if each.id == "state").cell(outbox.get(desk, one)).detail


def shown(page: OutboxPage) -> list[str]:
    """The verbs that are offered."""
    return [made.objectName() for made in page.view.findChildren(QPushButton) if made.isVisible()]


def test_what_waits_is_seen_with_its_mail_and_counted_in_the_side_bar(
    page: OutboxPage, window: Window
) -> None:
    assert "In the outbox since" in page.view.told.text()
    assert "The budget stays" in page.view.mail.body.toPlainText()
    item = window.side.items["outbox"]
    assert item.isVisible()
    assert item.accessibleDescription() == "1 mail waits"


def test_when_it_is_tried_next_is_said_where_anything_is_tried(
    page: OutboxPage, desk: Desk, one: int
) -> None:
    answer(desk, one, "later")
    assert "next try" in state_of(desk, one)
    mail_account.remove(desk)
    assert "next try" not in state_of(desk, one)


def test_a_refusal_is_told_in_the_servers_words_to_the_letter(
    page: OutboxPage, window: Window, desk: Desk, one: int
) -> None:
    answer(desk, one, "refused", WORDS)
    (words,) = page.view.findChildren(type(page.view.told), "outgoing-words")
    assert words.text() == WORDS
    assert words.textFormat() == page.view.told.textFormat()  # plain: what stands in brackets is no tag
    assert window.side.items["outbox"].accessibleDescription() == "1 needs you"
    assert "outgoing-again" in shown(page)


def test_of_what_may_have_gone_out_the_person_says_that_it_arrived(
    page: OutboxPage, window: Window, desk: Desk, one: int
) -> None:
    answer(desk, one, "unclear")
    assert "may have gone out" in page.view.told.text()
    Keyboard(window).press(Key.Key_Space)
    assert outbox.get(desk, one).state == "given"
    assert "Sent" in page.view.told.text()
    assert not window.side.items["outbox"].accessibleDescription()


@pytest.mark.parametrize("outcome", ["later", "refused", "unclear"])
def test_a_key_tries_it_at_once(page: OutboxPage, window: Window, desk: Desk, one: int, outcome: str) -> None:
    answer(desk, one, outcome, WORDS)
    Keyboard(window).press(Key.Key_Return, CTRL)
    its = outbox.get(desk, one)
    assert (its.state, its.words) == ("waiting", "")


def test_what_is_taken_out_leaves_an_empty_outbox_and_a_draft(
    page: OutboxPage, window: Window, desk: Desk, one: int
) -> None:
    summary_id = outbox.get(desk, one).summary_id
    assert summary_id is not None
    Keyboard(window).press(Key.Key_Delete)
    assert page.stack.currentWidget() is page.none
    assert summaries.get(desk, summary_id).state == "draft"
    window.undo()
    assert page.stack.currentWidget() is not page.none


def test_the_mail_program_has_it_instead(
    page: OutboxPage, window: Window, desk: Desk, one: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = MailBox()
    monkeypatch.setattr(type(desk.mail), "open_draft", lambda _self, eml, name: box.open_draft(eml, name))
    Keyboard(window).press(Key.Key_O, CTRL)
    assert len(box.drafts) == 1
    assert page.stack.currentWidget() is page.none


def test_another_account_is_tried_at_once_and_without_one_it_waits(
    page: OutboxPage, window: Window, desk: Desk, one: int, qtbot: QtBot
) -> None:
    answer(desk, one, "later", "535 5.7.8 wrong password")
    assert outbox.get(desk, one).tries == 1
    window.go(Place("mail_account"))
    account = window.pages.page
    assert isinstance(account, MailAccountPage)
    account.its.secret.setText("the right one")
    account.save()
    qtbot.waitUntil(lambda: outbox.get(desk, one).tries == 2)  # nobody listens there
    qtbot.waitUntil(lambda: window.pages.page is page)
    mail_account.remove(desk)
    page.refresh()
    assert "once there is a sending account" in page.view.told.text()


def test_enter_opens_what_the_mail_is_about(page: OutboxPage, window: Window) -> None:
    Keyboard(window).press(Key.Key_Return)
    assert isinstance(window.pages.page, SummaryPage)


def test_an_empty_outbox_leads_to_the_account(window: Window) -> None:
    window.go(Place("outbox"))
    page = window.pages.page
    assert isinstance(page, OutboxPage)
    assert page.stack.currentWidget() is page.none
    (go,) = page.none.findChildren(QPushButton, "outbox-set-up")
    go.click()
    assert window.place.page == "mail_account"
