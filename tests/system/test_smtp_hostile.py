"""Servers that mean harm, or have gone mad: what they say is bounded, and never taken for what it is not."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread

import pytest

from amdesk.domain.outgoing import Answer, Parcel
from amdesk.system.smtp import Courier
from amdesk.system.smtp_line import Line
from tests.post_office import SILENCE, PostOffice, post_office
from tests.system.test_smtp import MAIL, certificate, deliver


@contextmanager
def server(talk: Callable[[socket.socket], object]) -> Iterator[PostOffice]:
    """One that does with its first caller whatever a test says."""

    def serve() -> None:
        with suppress(OSError), listening.accept()[0] as line:
            talk(line)

    with socket.create_server(("127.0.0.1", 0)) as listening:
        Thread(target=serve, daemon=True).start()
        yield PostOffice(listening.getsockname()[1])


def test_an_answer_of_megabytes_is_not_read_to_its_end() -> None:
    for without_end in ("250-" + "x" * 1_000_000, "250-more\r\n" * 100_000 + "250 ok"):
        with post_office({"EHLO": without_end}) as office:
            assert deliver(office).outcome == "later"
            assert office.heard[-1].startswith("EHLO")


def test_an_answer_that_comes_letter_by_letter_is_not_waited_for_without_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gone = Event()

    def drip(line: socket.socket) -> None:
        while not gone.wait(0.01):
            line.sendall(b"2")

    monkeypatch.setattr(Line, "patience", 0.2)
    with server(drip) as office:
        assert deliver(office).outcome == "later"
        gone.set()


@pytest.mark.parametrize("said", ["250 2.0.0 taken", "550 no", "421 going down"])
def test_what_is_said_before_the_mail_has_ended_is_no_word_that_it_was_taken(said: str) -> None:
    with post_office({"DATA": f"354 go on\r\n{said}"}) as office:
        found = deliver(office)
        assert found.outcome == ("refused" if said.startswith("550") else "later")
        assert found.words == said
        assert office.got == []


def test_a_server_that_answers_twice_is_not_asked_any_more() -> None:
    with post_office({"MAIL": "250 ok\r\n250 ok"}) as office:
        assert deliver(office).outcome == "later"
        assert office.got == []


def test_what_somebody_says_before_it_is_encrypted_counts_for_nothing_afterwards(tmp_path: Path) -> None:
    heard: list[bytes] = []

    def inject(line: socket.socket) -> None:
        line.sendall(b"220 here\r\n")
        line.recv(100)
        line.sendall(b"250-here\r\n250 STARTTLS\r\n")
        line.recv(100)
        line.sendall(b"220 go on\r\n250-here\r\n250 AUTH PLAIN\r\n235 welcome\r\n")
        with certificate(tmp_path).wrap_socket(line, server_side=True) as wrapped:
            heard.append(wrapped.recv(100))

    with server(inject) as office:
        found = Courier(office.account(security="starttls"), "secret").deliver(
            Parcel(MAIL, "a@b.example", ("c@d.example",)), may_give=lambda: True
        )
        assert found.outcome == "later"
    assert not any(b"AUTH" in one for one in heard)


def test_a_password_that_a_server_says_back_is_not_shown() -> None:
    with post_office({"AUTH": "535 secret, AG1lAHNlY3JldA== is wrong"}) as office:
        assert deliver(office).words == "535 ***, *** is wrong"


def test_a_server_that_took_the_mail_and_hung_up_has_it() -> None:
    with post_office({"QUIT": ""}) as office:
        assert deliver(office).outcome == "given"


def test_a_server_is_told_how_large_a_mail_is_before_it_gets_it() -> None:
    with post_office({"MAIL": "552 5.3.4 too large"}) as office:
        assert deliver(office) == Answer("refused", "552 5.3.4 too large")
        assert f"MAIL FROM:<me@desk.example> SIZE={len(MAIL)}" in office.heard


def test_a_mail_of_megabytes_gets_there_to_the_letter() -> None:
    mail = MAIL + b".\r\n..and more of it\r\n" * 100_000
    with post_office() as office:
        assert deliver(office, mail=mail).outcome == "given"
        assert office.got == [mail]


def test_words_without_a_number_are_shown_as_they_are() -> None:
    with post_office({"RCPT": "\u061cwho\u200b is that?"}) as office:
        assert deliver(office).words == "a@b.example: who is that?"


@pytest.mark.parametrize("security", ["none", "tls"])
def test_whoever_waits_at_a_silent_server_can_be_called_back(security: str, tmp_path: Path) -> None:
    context = certificate(tmp_path) if security == "tls" else None
    with post_office({"MAIL": SILENCE}, context=context) as office:
        courier = Courier(office.account(security=security), "secret")
        found: list[Answer] = []
        parcel = Parcel(MAIL, "a@b.example", ("c@d.example",))
        thread = Thread(target=lambda: found.append(courier.deliver(parcel, may_give=lambda: True)))
        thread.start()
        while not any(one.startswith("MAIL") for one in office.heard):
            thread.join(0.01)
        courier.stop()
        thread.join()
        assert found == [Answer("later")]
