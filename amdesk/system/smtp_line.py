"""The line to a mail server: what it says is read only as far as anybody needs it, in answer to what we said.

The standard library reads an answer for as long as lines come, and takes what was said unasked for the answer
to what is asked next: "taken", said too early, would be of a mail that the server does not have.
"""

from __future__ import annotations

import smtplib
import ssl
from contextlib import suppress
from socket import SHUT_RDWR, socket
from time import monotonic

PATIENCE = 60  # seconds for an answer: a server may look through a large mail before it says anything
_LONGEST = 64_000  # bytes of an answer
_PIECE = 4096


class Line(smtplib.SMTP):
    """A connection that is encrypted later, or not at all."""

    patience: float = PATIENCE
    _left = b""  # what came, and was not read yet

    def getreply(self) -> tuple[int, bytes]:
        """The next answer; an SMTPServerDisconnected where it breaks off, or comes to no end."""
        until, room = monotonic() + self.patience, _LONGEST
        said: list[bytes] = []
        while True:
            line = self._line(until, room=room)
            room -= len(line) + 1
            if not line[:3].isdigit():
                return -1, b"\n".join([*said, line])
            said.append(line[4:].strip(b" \t\r\n"))
            if line[3:4] != b"-":
                return int(line[:3]), b"\n".join(said)

    def putcmd(self, cmd: str, args: str = "") -> None:
        """Say something; an SMTPResponseException where the server has said something unasked."""
        if (unasked := self.unasked()) is not None:
            raise smtplib.SMTPResponseException(*unasked)
        super().putcmd(cmd, args)

    def send_all(self, data: bytes) -> None:
        """Send what is long in pieces, each of which may take as long as an answer."""
        for begin in range(0, len(data), _LONGEST):
            self.send(data[begin : begin + _LONGEST])

    def unasked(self) -> tuple[int, bytes] | None:
        """What the server has said before it was asked: that it hangs up, or too much for the last time."""
        if not self._left and (line := self.sock) is not None:
            line.settimeout(0)
            try:
                self._left = line.recv(_PIECE)
            except (BlockingIOError, ssl.SSLWantReadError):
                return None
            finally:
                line.settimeout(self.patience)
        return self.getreply()

    def cut(self) -> None:
        """Cut it, from any thread: who waits at it waits no longer, and says nothing more."""
        if (line := self.sock) is not None:
            with suppress(OSError):
                socket.shutdown(line, SHUT_RDWR)  # an SSLSocket's own would go on in plain

    def _line(self, until: float, *, room: int) -> bytes:
        while b"\n" not in self._left:
            left = until - monotonic()
            if self.sock is None or left <= 0 or len(self._left) > room:
                self._hang_up()
            assert self.sock is not None
            self.sock.settimeout(left)
            try:
                piece = self.sock.recv(_PIECE)
            except OSError:
                piece = b""
            if not piece:
                self._hang_up()
            self.sock.settimeout(self.patience)
            self._left += piece
        line, self._left = self._left.split(b"\n", 1)
        return line

    def _hang_up(self) -> None:
        self.close()
        raise smtplib.SMTPServerDisconnected("the answer broke off, or came to no end")


class EncryptedLine(Line, smtplib.SMTP_SSL):
    """A connection that is encrypted from the first byte."""
