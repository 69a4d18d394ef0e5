"""One mail on its way to the server, in a thread; what is asked and answered there comes by signals."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from threading import Event, Thread

from PySide6.QtCore import QObject, Qt, Signal

from amdesk.domain.errors import AmdeskError
from amdesk.domain.outgoing import Answer, Outgoing, Parcel
from amdesk.i18n.catalog import _, sentence
from amdesk.services import mail_account
from amdesk.services.desk import Desk
from amdesk.system.secrets import SecretsUnavailableError
from amdesk.system.smtp import Courier

_LAST_PATIENCE = 5  # seconds, at the end of the program, for a server that has a mail and has not answered


class Question:
    """May the server have the mail? Asked in the thread, answered where the file is."""

    def __init__(self) -> None:
        self._said = Event()
        self._yes = False

    def answer(self, *, yes: bool) -> None:
        """Let the thread go on; the first answer holds."""
        if not self._said.is_set():
            self._yes = yes
            self._said.set()

    def wait(self) -> bool:
        """The answer, once there is one."""
        self._said.wait()
        return self._yes


class Errand(QObject):
    """``asked`` carries the question, ``answered`` tells that there is an ``answer``.

    ``is_given`` is to be set once the server may have the mail: from then on only its answer tells.
    """

    asked = Signal(object)
    answered = Signal()
    _wants = Signal(object)
    _ended = Signal()

    def __init__(self, desk: Desk, one: Outgoing, pack: Callable[[], Parcel], parent: QObject) -> None:
        """``pack`` makes the mail, in the thread."""
        super().__init__(parent)
        self.one = one
        self.answer: Answer | None = None
        self.is_given = self.was_asked = False
        self._desk, self._pack = desk, pack
        self._question = Question()
        self._courier: Courier | None = None
        self._thread = Thread(target=self._run, name="amdesk post", daemon=True)
        self._wants.connect(self.asked, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self.answered, Qt.ConnectionType.QueuedConnection)

    def begin(self) -> None:
        """Set out."""
        self._thread.start()

    def stop(self) -> None:
        """Go no further; what the server has may still be answered for a while."""
        self._question.answer(yes=False)
        if self._courier is not None and not self._courier.has_ended:
            self._courier.stop()
        self._thread.join(_LAST_PATIENCE if self.is_given else 0)

    def end(self) -> None:
        """Go, once the thread is through: it has answered, and needs a moment at most."""
        self._thread.join()
        self.deleteLater()

    def _run(self) -> None:
        try:
            self.answer = self._go()
        except Exception:  # of a fault here nobody would hear, and no other mail would go out
            self.answer = Answer("unclear" if self.is_given else "later")
            raise
        finally:
            with suppress(RuntimeError):  # the program has ended meanwhile
                self._ended.emit()

    def _go(self) -> Answer:
        account = mail_account.of(self._desk)
        try:
            password = mail_account.password(self._desk)
        except SecretsUnavailableError as error:
            return Answer("later", sentence(error), of_account=True, is_ours=True)
        if account is None or password is None:
            again = _("The password of the account has to be typed again.")
            return Answer("later", again, of_account=True, is_ours=True)
        try:
            parcel = self._pack()
        except AmdeskError as error:
            return Answer("refused", sentence(error), is_ours=True)
        self._courier = courier = Courier(account, password)
        return courier.deliver(parcel, may_give=self._ask)

    def _ask(self) -> bool:
        self.was_asked = True
        with suppress(RuntimeError):
            self._wants.emit(self._question)
        return self._question.wait()
