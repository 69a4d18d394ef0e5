"""Handing a mail to a server (RFC 5321, 6409), in such a way that it is known whether it took it.

A mail goes to all it is addressed to or to none. Nothing is sent, no password either, before the way is
encrypted; only a server on this very machine needs no certificate, or no encryption.
"""

from __future__ import annotations

import base64
import re
import smtplib
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from amdesk.domain.errors import AmdeskError
from amdesk.domain.mail_account import MailAccount, is_this_computer
from amdesk.domain.messages import N_
from amdesk.domain.outgoing import Answer, Outcome, Parcel
from amdesk.system.smtp_line import PATIENCE, EncryptedLine, Line

_FAREWELL = 2
_OURSELVES = "[127.0.0.1]"  # what we are called to the server: the name of the machine is nobody's business
_LONGEST = 500  # letters of a server's words
_NUL = b"\0"
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\s]+")


class _AnsweredError(Exception):
    """The server, or what there is of it, has said enough."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer.outcome)
        self.answer = answer


class Courier:
    """One errand to one server. ``stop`` may be called from any thread: what is not handed over stays.

    Once it ``has_ended`` the mail, the server may have it.
    """

    def __init__(self, account: MailAccount, password: str) -> None:
        self._account, self._password = account, password
        self._server: Line | None = None
        self._is_stopped = self.has_ended = False

    def check(self) -> None:
        """Go there and log in; an AmdeskError with the server's words where that does not work."""
        try:
            with self._connected():
                pass
        except _AnsweredError as error:
            raise _refusal(self._account, error.answer.words) from None

    def deliver(self, parcel: Parcel, *, may_give: Callable[[], bool]) -> Answer:
        """Hand a mail over. ``may_give`` is asked when nothing is left but to hand it over; where it says no
        the mail stays.
        """
        try:
            with self._connected() as server:
                self._address(server, parcel)
                if self._is_stopped or not may_give():
                    return Answer("later")
                return self._give(server, parcel)
        except _AnsweredError as error:
            return error.answer

    def stop(self) -> None:
        """Go no further; a mail that is being handed over at this moment may have been taken."""
        self._is_stopped = True
        if (server := self._server) is not None:
            server.cut()

    @contextmanager
    def _connected(self) -> Iterator[Line]:
        server: Line | None = None
        try:
            with _told(of_account=True):
                server = self._server = self._called()
                self._greet(server)
                self._log_in(server)
            yield server
        finally:
            self._server = None
            if server is not None:
                _leave(server)

    def _called(self) -> Line:
        """A server that has greeted us; its words where it did something else."""
        account = self._account
        where = account.server, account.port
        if account.security == "tls":
            context = _context(account)
            return EncryptedLine(*where, local_hostname=_OURSELVES, timeout=PATIENCE, context=context)
        return Line(*where, local_hostname=_OURSELVES, timeout=PATIENCE)

    def _greet(self, server: Line) -> None:
        server.ehlo_or_helo_if_needed()
        if self._account.security == "starttls":
            if not server.has_extn("starttls"):
                raise _AnsweredError(Answer("later", "no STARTTLS offered", of_account=True))
            code, said = server.starttls(context=_context(self._account))
            _expect(220, code, said, of_account=True)
            server.ehlo()
        elif self._account.security == "none" and not is_this_computer(self._account.server):
            raise _AnsweredError(Answer("later", "not encrypted", of_account=True))

    def _log_in(self, server: Line) -> None:
        """By PLAIN (RFC 4616) or LOGIN, in UTF-8; the way there is encrypted by now."""
        user, password = self._account.user.encode(), self._password.encode()
        if self._is_stopped:
            raise _AnsweredError(Answer("later"))
        if not user:
            return
        known = server.esmtp_features.get("auth", "").upper().split()
        both = _b64(_NUL.join((b"", user, password)))
        if "PLAIN" in known or "LOGIN" not in known:
            code, said = server.docmd("AUTH", f"PLAIN {both}")
        else:
            code, said = server.docmd("AUTH", f"LOGIN {_b64(user)}")
            if code == 334:
                code, said = server.docmd(_b64(password))
        for secret in (both.encode(), _b64(password).encode(), password):
            said = said.replace(secret, b"***")  # some say back what they do not take, and words are shown
        _expect(235, code, said, of_account=True)

    def _address(self, server: Line, parcel: Parcel) -> None:
        """Say whose the mail is and whom it is for; one recipient who is refused stops it for all."""
        with _told():
            size = [f"SIZE={len(parcel.mail)}"] if server.has_extn("size") else []
            _expect(250, *server.mail(parcel.sender, size))
            for one in parcel.recipients:
                _expect(250, *server.rcpt(one), of=one)
            for one in parcel.copies_to:
                server.rcpt(one)  # a copy of one's own that is refused is no reason not to send

    def _give(self, server: Line, parcel: Parcel) -> Answer:
        """Hand it over. Until its last line a server has nothing; after that only its answer tells."""
        with _told():
            _expect(354, *server.docmd("DATA"))
            server.send_all(_as_data(parcel.mail))
            if (unasked := server.unasked()) is not None:
                server.close()  # whatever it says: it does not have the mail, and does not get its end
                _expect(0, *unasked)
        self.has_ended = not self._is_stopped
        if not self.has_ended:
            server.close()
            return Answer("later")
        try:
            server.send(b".\r\n")
            code, said = server.getreply()
        except (OSError, smtplib.SMTPException) as error:
            return Answer("unclear", _words_of(error))
        outcomes: dict[int, Outcome] = {2: "given", 4: "later", 5: "refused"}
        return Answer(outcomes.get(code // 100, "unclear"), _words(code, said))


def check(account: MailAccount, password: str) -> None:
    """Go to the server and log in, to send nothing; an AmdeskError where that does not work."""
    Courier(account, password).check()


def _context(account: MailAccount) -> ssl.SSLContext:
    """What trusts whom the system trusts."""
    import truststore

    if is_this_computer(account.server):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE  # nobody stands between us and ourselves
        return context
    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def _expect(wanted: int, code: int, said: bytes, *, of: str = "", of_account: bool = False) -> None:
    if code == wanted or (wanted == 250 and code == 251):
        return
    words = _words(code, said)
    if of and of not in words:
        words = f"{of}: {words}"
    lasting = code >= 500 and not of_account
    raise _AnsweredError(Answer("refused" if lasting else "later", words, of_account=of_account))


@contextmanager
def _told(*, of_account: bool = False) -> Iterator[None]:
    """What happens on the way to a server as its answer: it did not take the mail."""
    try:
        yield
    except smtplib.SMTPResponseException as error:
        words = _words(error.smtp_code, _bytes(error.smtp_error))
        raise _AnsweredError(Answer("later", words, of_account=of_account)) from error
    except smtplib.SMTPException as error:
        raise _AnsweredError(Answer("later", _words_of(error), of_account=of_account)) from error
    except ssl.SSLError as error:
        raise _AnsweredError(Answer("later", _words_of(error), of_account=True)) from error
    except (OSError, UnicodeError) as error:  # no network, no such name, nobody listens there
        raise _AnsweredError(Answer("later")) from error


def _leave(server: Line) -> None:
    with suppress(OSError, smtplib.SMTPException):
        if server.sock is not None:
            server.patience = _FAREWELL
            server.quit()
    server.close()


def _as_data(mail: bytes) -> bytes:
    """Each line with CR LF, a dot at its start doubled. Of a large mail this takes the window's time too."""
    lines = mail.replace(b"\r\n", b"\n").replace(b"\r", b"\n").removesuffix(b"\n")
    whole = b"\n" + lines.replace(b"\n.", b"\n..") + b"\n"
    return (b"." if lines.startswith(b".") else b"") + whole.replace(b"\n", b"\r\n")[2:]


def _b64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _bytes(said: bytes | str) -> bytes:
    return said if isinstance(said, bytes) else said.encode()


def _words(code: int, said: bytes) -> str:
    """A server's words on one line, with their number."""
    told = said.decode("utf-8", "replace")
    return _UNSEEN.sub(" ", told if code < 0 else f"{code} {told}").strip()[:_LONGEST]


def _words_of(error: Exception) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return _UNSEEN.sub(" ", f"TLS: {error.verify_message}").strip()[:_LONGEST]
    if isinstance(error, ssl.SSLError):
        return f"TLS: {error.reason or 'SSL'}"
    return ""


def _refusal(account: MailAccount, words: str) -> AmdeskError:
    if not words:
        return AmdeskError(
            N_(
                "{server} does not answer. Look whether there is a network, and whether its name and port "
                "are right."
            ),
            server=account.server,
        )
    return AmdeskError(
        N_("{server} did not let you in. It says: {words}"), server=account.server, words=words
    )
