"""Sending what waits in the outbox, while the window stays alive."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Timer

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from amdesk.domain.mail_account import MailAccount
from amdesk.domain.points import Point
from amdesk.gui.editors.confirmation import SentAsk
from amdesk.gui.pages.summary import SummaryPage
from amdesk.gui.place import Place
from amdesk.gui.post import Post
from amdesk.gui.window import Window
from amdesk.services import mail_account, outbox, summaries
from amdesk.services.desk import Desk
from tests.desks import Clock, MailBox, open_desk, summary_of_call
from tests.gui.keys import Keyboard
from tests.post_office import nobody_there, post_office


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    made = open_desk(tmp_path, clock=clock, mail=MailBox())
    made.settings.choose("my_email", "me@desk.example")
    yield made
    made.close()


@pytest.fixture
def post(desk: Desk, qapp: object) -> Iterator[Post]:
    made = Post(desk)
    yield made
    made.stop()


def queue(desk: Desk, account: MailAccount, clock: Clock) -> int:
    """A summary whose mail is to go out now."""
    mail_account.keep(desk, account, password="secret")
    made = summary_of_call(desk)
    summaries.write(desk, made, [Point(kind="decision", text="The budget stays")])
    summaries.hand_over_by(desk, made, way="smtp")
    clock.move(seconds=11)
    return made


def states(desk: Desk) -> list[str]:
    return [one.state for one in outbox.lines(desk)]


def test_a_mail_goes_out_by_itself_and_the_summary_is_sent(
    desk: Desk, post: Post, clock: Clock, qtbot: QtBot
) -> None:
    with post_office() as office:
        made = queue(desk, office.account(), clock)
        post.start()
        qtbot.waitUntil(lambda: summaries.get(desk, made).state == "sent")
        assert len(office.got) == 1
        assert states(desk) == ["given"]


def test_without_a_network_it_waits_and_nothing_is_said(
    desk: Desk, post: Post, clock: Clock, qtbot: QtBot
) -> None:
    said: list[object] = []
    post.refused.connect(said.append)
    made = queue(desk, nobody_there().account(), clock)
    post.start()
    qtbot.waitUntil(lambda: outbox.lines(desk)[0].tries == 1)
    assert summaries.get(desk, made).state == "handed_over"
    assert states(desk) == ["waiting"]
    assert said == []


def test_what_a_server_refuses_is_told_in_its_words(
    desk: Desk, post: Post, clock: Clock, qtbot: QtBot
) -> None:
    said: list[object] = []
    post.refused.connect(said.append)
    with post_office({"RCPT": "550 no such person"}) as office:
        queue(desk, office.account(), clock)
        post.start()
        qtbot.waitUntil(lambda: states(desk) == ["refused"])
    assert len(said) == 1
    assert "550 no such person" in str(said[0])


def test_a_wrong_password_is_told_once_and_the_mail_waits(
    desk: Desk, post: Post, clock: Clock, qtbot: QtBot
) -> None:
    said: list[object] = []
    post.refused.connect(said.append)
    with post_office({"AUTH": "535 not accepted"}) as office:
        queue(desk, office.account(), clock)
        post.start()
        qtbot.waitUntil(lambda: outbox.lines(desk)[0].tries == 1)
        outbox.try_again(desk, outbox.lines(desk)[0].id)
        qtbot.waitUntil(lambda: outbox.lines(desk)[0].tries == 2)
    assert states(desk) == ["waiting"]
    assert len(said) == 1
    assert "535 not accepted" in str(said[0])


def test_what_is_taken_back_in_time_is_not_sent(desk: Desk, post: Post, clock: Clock, qtbot: QtBot) -> None:
    with post_office() as office:
        queue(desk, office.account(), clock)
        desk.undo()
        post.start()
        post.look()
        assert not post.is_out
        assert office.heard == []


def test_two_mails_go_out_one_after_the_other(desk: Desk, post: Post, clock: Clock, qtbot: QtBot) -> None:
    with post_office() as office:
        queue(desk, office.account(), clock)
        queue(desk, office.account(), clock)
        post.start()
        qtbot.waitUntil(lambda: states(desk) == ["given", "given"])
        assert len(office.got) == 2


def test_the_end_of_the_program_waits_for_a_server_that_has_the_mail(
    desk: Desk, post: Post, clock: Clock, qtbot: QtBot
) -> None:
    with post_office() as office:
        made = queue(desk, office.account(), clock)
        office.may_answer.clear()
        post.start()
        qtbot.waitUntil(lambda: states(desk) == ["giving"])
        Timer(0.1, office.may_answer.set).start()
        post.stop()
        assert len(office.got) == 1
    assert summaries.get(desk, made).state == "sent"


def test_nobody_is_asked_whether_a_summary_that_goes_out_from_here_was_sent(
    desk: Desk, clock: Clock, qtbot: QtBot, spoken: str
) -> None:
    mail_account.keep(desk, nobody_there().account(), password="secret")
    made = summary_of_call(desk)
    summaries.write(desk, made, [Point(kind="decision", text="The budget stays")])
    page = SummaryPage(desk, summaries.get(desk, made).interaction_id)
    qtbot.addWidget(page)
    page.refresh()
    page.do("send")
    page.refresh()
    assert page.findChild(SentAsk) is None
    assert page.acts.findChild(QPushButton, "act-outbox") is not None
    assert page.acts.findChild(QPushButton, "act-sent") is None
    with qtbot.waitSignal(page.place_requested) as asked:
        page.do("main")
    assert asked.args == [Place("outbox")]
    page.close()


def test_who_writes_on_as_a_mail_goes_out_is_in_time_or_reads_that_it_is_going(
    window: Window, clock: Clock, qtbot: QtBot
) -> None:
    desk, post = window.desk, Post(window.desk, window, keep_words=window.pages.settle)
    with post_office() as office:
        office.may_answer.clear()
        made = queue(desk, office.account(), clock)
        window.go(Place("summary", summaries.get(desk, made).interaction_id))
        Keyboard(window).type("And more: ")
        post.look()
        qtbot.waitUntil(lambda: not post.is_out)
        assert office.got == []
        assert [one.text for one in summaries.points(desk, made)] == ["And more: The budget stays"]
        page = window.pages.page
        assert isinstance(page, SummaryPage)
        page.do("way:smtp")
        clock.move(seconds=11)
        post.look()
        qtbot.waitUntil(lambda: states(desk) == ["giving"])
        assert not page.editor.points.isVisible()
        office.may_answer.set()
        qtbot.waitUntil(lambda: summaries.get(desk, made).state == "sent")
    post.stop()


def test_once_the_mail_is_out_the_keys_are_on_what_can_be_done(window: Window) -> None:
    desk = window.desk
    made = summary_of_call(desk, name="Eastwind")
    summaries.write(desk, made, [Point(kind="decision", text="The budget stays")])
    window.go(Place("summary", summaries.get(desk, made).interaction_id))
    keyboard = Keyboard(window)
    keyboard.type("And it is final")
    window.pages.settle()
    summaries.mark_sent(desk, made)
    assert keyboard.at.objectName() == "act-confirm"
