"""Sending while everything else goes wrong: keyrings, disks, servers that put off, the end of the program."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from amdesk.gui.post import Post
from amdesk.services import mail_account, outbox, summaries
from amdesk.services.desk import Desk
from amdesk.system.secrets import SecretsUnavailableError
from tests.desks import Clock, MailBox, MemorySecrets, open_desk
from tests.gui.test_post import queue, states
from tests.post_office import SILENCE, post_office


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def keyring() -> MemorySecrets:
    return MemorySecrets()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock, keyring: MemorySecrets) -> Iterator[Desk]:
    made = open_desk(tmp_path, clock=clock, mail=MailBox(), secrets=keyring)
    made.settings.choose("my_email", "me@desk.example")
    yield made
    made.close()


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def post(desk: Desk, said: list[str], qapp: object) -> Iterator[Post]:
    made = Post(desk)
    made.refused.connect(lambda error: said.append(str(error)))
    yield made
    made.stop()


def read_only(desk: Desk, *, on: bool) -> None:
    """The disk takes nothing, as when it is full, or takes it again."""
    desk.store.connection.execute(f"PRAGMA query_only = {int(on)}")


def tries(desk: Desk) -> int:
    return sum(one.tries for one in outbox.lines(desk))


@pytest.fixture
def back(desk: Desk, post: Post, qtbot: QtBot) -> Callable[[int], None]:
    """Wait until so many tries have been answered."""

    def wait(number: int) -> None:
        qtbot.waitUntil(lambda: tries(desk) == number and not post.is_out)

    return wait


def between(desk: Desk) -> Generator[None, None, None]:
    """Long work of somebody else."""
    with desk.step("A list"):
        yield


def test_a_locked_keyring_is_told_of_once_and_the_mail_goes_out_when_it_opens(
    desk: Desk,
    post: Post,
    said: list[str],
    keyring: MemorySecrets,
    clock: Clock,
    qtbot: QtBot,
    back: Callable[[int], None],
) -> None:
    with post_office() as office:
        made = queue(desk, office.account(), clock)
        keyring.refusal = SecretsUnavailableError("locked")
        post.start()
        for number in range(1, 3):
            back(number)
            clock.move(minutes=2)
            post.look()
        assert said == ["Your mails wait in the outbox. The keyring is locked. Unlock it, and do it again."]
        keyring.refusal = None
        qtbot.waitUntil(lambda: not post.is_out)
        clock.move(minutes=2)
        post.look()
        qtbot.waitUntil(lambda: summaries.get(desk, made).state == "sent")


def test_a_password_that_is_gone_from_the_keyring_is_asked_for_and_the_mail_goes_out_with_it(
    desk: Desk,
    post: Post,
    said: list[str],
    keyring: MemorySecrets,
    clock: Clock,
    qtbot: QtBot,
    back: Callable[[int], None],
) -> None:
    with post_office() as office:
        made = queue(desk, office.account(), clock)
        keyring.kept.clear()
        post.start()
        back(1)
        assert said == ["Your mails wait in the outbox. The password of the account has to be typed again."]
        mail_account.keep(desk, office.account(), password="secret")
        qtbot.waitUntil(lambda: summaries.get(desk, made).state == "sent")


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_fault_on_the_way_holds_up_no_mail_for_good(
    desk: Desk, post: Post, keyring: MemorySecrets, clock: Clock, qtbot: QtBot, back: Callable[[int], None]
) -> None:
    with post_office() as office:
        queue(desk, office.account(), clock)
        keyring.refusal = ValueError("a fault")
        post.start()
        back(1)
        keyring.refusal = None
        clock.move(hours=1)
        post.look()
        qtbot.waitUntil(lambda: states(desk) == ["given"])


def test_a_server_that_puts_one_off_is_not_pestered_with_all_others(
    desk: Desk, post: Post, clock: Clock, qtbot: QtBot, back: Callable[[int], None]
) -> None:
    with post_office({"MAIL": "451 4.7.0 slow down"}) as office:
        for _number in range(4):
            queue(desk, office.account(), clock)
        post.start()
        for minutes in (1, 2):
            back(minutes)
            post.look()
            assert not post.is_out
            clock.move(minutes=minutes)
            post.look()
        back(3)
        next_at = outbox.next_due(desk)
        assert next_at is not None
        assert (next_at - clock()).total_seconds() == 300
        office.says.clear()
        clock.move(minutes=5)
        post.look()
        qtbot.waitUntil(lambda: "given" in states(desk))
        assert outbox.due(desk) is not None, "it takes mails again, so the others wait no longer"


def test_words_that_change_with_each_call_are_told_once(
    desk: Desk, post: Post, said: list[str], clock: Clock, qtbot: QtBot, back: Callable[[int], None]
) -> None:
    with post_office({"AUTH": "535 5.7.8 not accepted a1-b2"}) as office:
        queue(desk, office.account(), clock)
        post.start()
        back(1)
        office.says["AUTH"] = "535 5.7.8 not accepted c3-d4"
        outbox.try_again(desk, outbox.lines(desk)[0].id)
        back(2)
    assert len(said) == 1


def test_on_a_full_disk_no_mail_goes_out_that_could_not_be_noted(
    desk: Desk, post: Post, said: list[str], clock: Clock, qtbot: QtBot
) -> None:
    with post_office() as office:
        queue(desk, office.account(), clock)
        read_only(desk, on=True)
        post.start()
        qtbot.waitUntil(lambda: bool(said) and not post.is_out)
        assert office.got == []
        assert states(desk) == ["waiting"]
        read_only(desk, on=False)
        post.look()
        qtbot.waitUntil(lambda: states(desk) == ["given"])


def test_on_a_full_disk_the_answer_is_kept_until_it_can_be_noted(
    desk: Desk, post: Post, said: list[str], clock: Clock, qtbot: QtBot
) -> None:
    with post_office() as office:
        made = queue(desk, office.account(), clock)
        office.may_answer.clear()
        post.start()
        qtbot.waitUntil(lambda: states(desk) == ["giving"])
        read_only(desk, on=True)
        office.may_answer.set()
        qtbot.waitUntil(lambda: bool(said))
        read_only(desk, on=False)
        post.stop()
    assert summaries.get(desk, made).state == "sent"


def test_a_full_disk_keeps_the_program_from_nothing_at_the_start(
    desk: Desk, post: Post, said: list[str], clock: Clock, qtbot: QtBot
) -> None:
    with post_office() as office:
        queue(desk, office.account(), clock)
        one = outbox.due(desk)
        assert one is not None
        outbox.may_give(desk, one)
        read_only(desk, on=True)
        post.start()
        assert len(said) == 1
        assert not post.is_out


def test_the_program_ends_in_the_middle_of_a_list_although_a_server_has_just_answered(
    desk: Desk, post: Post, clock: Clock, qtbot: QtBot, back: Callable[[int], None]
) -> None:
    with post_office() as office:
        queue(desk, office.account(), clock)
        office.may_answer.clear()
        post.start()
        qtbot.waitUntil(lambda: states(desk) == ["giving"])
        work = desk.work.pieces(between(desk))
        next(work)
        office.may_answer.set()
        post.stop()
        work.close()
    assert states(desk) == ["giving"]
    outbox.look_back(desk)
    assert states(desk) == ["unclear"]


def test_once_the_program_has_ended_nothing_is_sent_any_more(
    desk: Desk, post: Post, clock: Clock, qtbot: QtBot
) -> None:
    with post_office() as office:
        queue(desk, office.account(), clock)
        post.stop()
        post.look()
        assert not post.is_out


@pytest.mark.parametrize("step", ["greeting", "EHLO", "AUTH", "MAIL", "RCPT", "DATA"])
def test_whoever_ends_the_program_before_a_server_has_the_mail_finds_it_waiting(
    desk: Desk, post: Post, clock: Clock, qtbot: QtBot, step: str
) -> None:
    with post_office({step: SILENCE}) as office:
        queue(desk, office.account(), clock)
        post.start()
        if step != "greeting":
            qtbot.waitUntil(lambda: any(one.startswith(step) for one in office.heard))
        post.stop()
        outbox.look_back(desk)
        assert states(desk) == ["waiting"]
        assert office.got == []


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [("addressed_to", '["nobody"]', "is not one mail address"), ("answers", "that one", "is no Message-ID")],
)
def test_what_is_ours_is_not_said_to_be_the_servers(
    desk: Desk, post: Post, said: list[str], clock: Clock, qtbot: QtBot, field: str, value: str, words: str
) -> None:
    with post_office() as office:
        queue(desk, office.account(), clock)
        with desk.step("It came from elsewhere"):
            desk.store.execute(f"UPDATE outgoing SET {field} = ?", [value])
        post.start()
        qtbot.waitUntil(lambda: states(desk) == ["refused"])
    (only,) = said
    assert words in only
    assert "server" not in only
