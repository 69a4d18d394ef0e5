"""A mail server of one's own, which does what a test tells it: a real socket, on this machine alone."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from threading import Event, Thread

from amdesk.domain.mail_account import MailAccount

_USUAL = {
    "EHLO": "250-here\r\n250-AUTH PLAIN LOGIN\r\n250 SIZE 1000000", "AUTH": "235 2.7.0 welcome",
    "MAIL": "250 ok", "RCPT": "250 ok", "DATA": "354 go on", ".": "250 2.0.0 taken as 1",
    "QUIT": "221 bye", "RSET": "250 ok", "STARTTLS": "220 go on",
}  # fmt: skip
SILENCE = "(silence)"


@dataclass
class PostOffice:
    """``says`` answers instead of the usual words; "" breaks the connection, SILENCE leaves one waiting.

    ``got`` are the mails it took, ``heard`` all that it was told. Of a mail it has it says nothing before it
    ``may_answer``, and before it says anything it ``thinks``.
    """

    port: int
    says: dict[str, str] = field(default_factory=dict)
    got: list[bytes] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)
    may_answer: Event = field(default_factory=Event)
    thinks: Callable[[], object] = lambda: None

    def __post_init__(self) -> None:
        self.may_answer.set()

    def account(self, **other: object) -> MailAccount:
        """An account there."""
        values: dict[str, object] = {
            "address": "me@desk.example", "server": "127.0.0.1", "port": self.port, "security": "none",
            "user": "me", "copies": False, **other,
        }  # fmt: skip
        return MailAccount(**values)  # type: ignore[arg-type]


@contextmanager
def post_office(
    says: Mapping[str, str] | None = None, *, context: ssl.SSLContext | None = None
) -> Iterator[PostOffice]:
    """One that is open, encrypted from the first byte where it has a ``context``."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        office = PostOffice(listening.getsockname()[1], dict(says or {}))
        Thread(target=_serve, args=(listening, office, context), daemon=True).start()
        yield office


def nobody_there() -> PostOffice:
    """One that is closed."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return PostOffice(listening.getsockname()[1])


def _serve(listening: socket.socket, office: PostOffice, context: ssl.SSLContext | None) -> None:
    with suppress(OSError):
        while True:
            line, _from = listening.accept()
            with suppress(OSError), line:
                if context is None:
                    _talk(line, office)
                else:
                    with context.wrap_socket(line, server_side=True) as wrapped:
                        _talk(wrapped, office)


def _talk(line: socket.socket, office: PostOffice) -> None:
    said: Mapping[str, str] = {**_USUAL, **office.says}
    if not _answer(line, said.get("greeting", "220 here")):
        return
    with line.makefile("rb") as stream:
        for raw in stream:
            verb, _space, rest = raw.decode("utf-8", "replace").strip().partition(" ")
            verb = verb.upper()
            told = f"{verb} {rest}".strip()
            office.heard.append(told)
            office.thinks()
            if not _answer(line, said.get(told, said.get(verb, "334 " if verb not in said else ""))):
                return
            if verb == "DATA" and said["DATA"].startswith("354") and not _take(line, stream, office, said):
                return
            if verb == "QUIT":
                return


def _take(line: socket.socket, stream: object, office: PostOffice, said: Mapping[str, str]) -> bool:
    lines: list[bytes] = []
    for raw in stream:  # type: ignore[attr-defined]
        if raw == b".\r\n":
            office.may_answer.wait()
            if said["."].startswith("250") or not said["."]:
                office.got.append(b"".join(lines))
            office.thinks()
            return _answer(line, said["."])
        lines.append(raw[1:] if raw.startswith(b"..") else raw)
    return False


def _answer(line: socket.socket, words: str) -> bool:
    if words and words != SILENCE:
        line.sendall(words.encode() + b"\r\n")
    return bool(words)
