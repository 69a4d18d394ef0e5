"""Sending what waits in the outbox: one mail after another, each in a thread that never sees the file."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QNetworkInformation

from amdesk.domain.errors import AmdeskError, DamagedError, DiskError
from amdesk.domain.messages import N_
from amdesk.domain.outgoing import Answer, Outgoing
from amdesk.domain.touched import Touched
from amdesk.gui.errand import Errand, Question
from amdesk.gui.signals import News
from amdesk.i18n.catalog import sentence
from amdesk.services import damage, mail_account, outbox
from amdesk.services.desk import Desk

_LONGEST = timedelta(seconds=30)  # between two looks: a clock may jump, and a machine sleep
_SOON = timedelta(seconds=1)


class Post(QObject):
    """``refused`` gives an AmdeskError to be told."""

    refused = Signal(object)

    def __init__(
        self, desk: Desk, parent: QObject | None = None, *, keep_words: Callable[[], object] = lambda: None
    ) -> None:
        """``keep_words`` keeps what is being typed: a mail that is written on does not go out."""
        super().__init__(parent)
        self._desk, self._keep_words = desk, keep_words
        self._errand: Errand | None = None
        self._told = self._told_of_file = ""
        self._is_stopped = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)
        self._news = News(desk)
        self._news.touched.connect(self._hear)

    def start(self) -> None:
        """Begin to send; what was left over from before waits to be looked at."""
        try:
            outbox.look_back(self._desk)
        except AmdeskError as error:  # on a full disk too the program starts
            self.refused.emit(error)
        if QNetworkInformation.loadBackendByFeatures(QNetworkInformation.Feature.Reachability):
            QNetworkInformation.instance().reachabilityChanged.connect(self._see_network)
        self.look()

    def stop(self) -> None:
        """End, before the desk is closed. A server that has a mail is given some seconds to answer."""
        self._is_stopped = True
        self._timer.stop()
        self._news.stop()
        if (errand := self._errand) is not None:
            self._errand = None
            errand.stop()
            if errand.answer is not None and (errand.is_given or errand.answer.outcome != "later"):
                with suppress(AmdeskError):  # who looks at it at the next start decides
                    outbox.answered(self._desk, errand.one, errand.answer)

    @property
    def is_out(self) -> bool:
        """Whether a mail is on its way."""
        return self._errand is not None

    def look(self) -> None:
        """Send what is to be sent by now, and look again when the next one is."""
        if self._is_stopped:
            return
        self._timer.start(_LONGEST // timedelta(milliseconds=1))
        if self._errand is not None or self._desk.work.is_between or mail_account.of(self._desk) is None:
            return
        one = outbox.due(self._desk)
        if one is not None:
            self._send(one)
        elif (next_at := outbox.next_due(self._desk)) is not None:
            wait = min(max(next_at - self._desk.now(), _SOON), _LONGEST)
            self._timer.start(wait // timedelta(milliseconds=1))

    def _send(self, one: Outgoing) -> None:
        try:
            pack = outbox.packing(self._desk, one)
        except AmdeskError as error:  # a file that goes with it has vanished
            self._note(one, Answer("refused", sentence(error), is_ours=True))
            return
        self._errand = errand = Errand(self._desk, one, pack, self)
        errand.asked.connect(self._answer)
        errand.answered.connect(self._settle)
        errand.begin()

    def _answer(self, question: Question) -> None:
        errand, yes = self._errand, False
        try:
            yes = errand is not None and self._may_give(errand.one)
        except AmdeskError as error:  # what cannot be noted is not done
            self._tell_of_file(error)
        finally:
            if errand is not None:
                errand.is_given = yes
            question.answer(yes=yes)

    def _may_give(self, one: Outgoing) -> bool:
        if self._desk.work.is_between:
            return False
        self._keep_words()
        return outbox.may_give(self._desk, one)

    def _settle(self) -> None:
        """Note what came of it, as soon as the file takes it."""
        errand = self._errand
        if errand is None or errand.answer is None:
            return
        if self._desk.work.is_between:
            QTimer.singleShot(_SOON // timedelta(milliseconds=1), self, self._settle)
            return
        wait = _SOON
        self._errand = None  # whatever comes of it, the others are to be sent
        if errand.was_asked and not errand.is_given:
            wait = _LONGEST  # it was taken back meanwhile, or could not be noted: the server does not have it
        elif not self._note(errand.one, errand.answer):
            self._errand = errand
            return
        errand.end()
        self._timer.start(wait // timedelta(milliseconds=1))

    def _note(self, one: Outgoing, answer: Answer) -> bool:
        try:
            outbox.answered(self._desk, one, answer)
        except AmdeskError as error:
            self._tell_of_file(error)
            QTimer.singleShot(_LONGEST // timedelta(milliseconds=1), self, self._settle)
            return False
        self._told_of_file = ""
        self._tell(one, answer)
        return True

    def _tell_of_file(self, error: AmdeskError) -> None:
        """Say, once as long as it is the same, that the file does not take what is to be noted."""
        if isinstance(error, DamagedError):
            damage.go_on(self._desk)
        if str(error) != self._told_of_file:
            self._told_of_file = str(error)
            self.refused.emit(error)

    def _tell(self, one: Outgoing, answer: Answer) -> None:
        """Say what is wrong, once as long as it is the same."""
        if answer.outcome == "given":
            self._told = ""
        elif answer.outcome == "refused":
            self.refused.emit(_not_taken(one, answer))
        elif answer.of_account and answer.words and (of := _kind_of(answer.words)) != self._told:
            self._told = of
            self.refused.emit(_waits(answer))

    def _hear(self, touched: Touched) -> None:
        if "outgoing" in touched.tables:
            self._timer.start(0)

    def _see_network(self, reachability: QNetworkInformation.Reachability) -> None:
        if reachability == QNetworkInformation.Reachability.Online and not self._is_stopped:
            with suppress(DiskError):  # then they are tried when they would have been
                outbox.hurry(self._desk)
            self.look()


def _kind_of(words: str) -> str:
    """What stays the same in a server's words: behind their number there may be one of this very call."""
    found = re.match(r"\d{3}( \d\.\d+\.\d+)?", words)
    return found[0] if found else words


def _waits(answer: Answer) -> AmdeskError:
    if answer.is_ours:
        return AmdeskError(N_("Your mails wait in the outbox. {reason}"), reason=answer.words)
    return AmdeskError(N_("Your mails wait in the outbox. The server says: {words}"), words=answer.words)


def _not_taken(one: Outgoing, answer: Answer) -> AmdeskError:
    if answer.is_ours:
        return AmdeskError(
            N_("The mail “{subject}” could not be sent and is in the outbox. {reason}"),
            subject=one.subject, reason=answer.words,
        )  # fmt: skip
    return AmdeskError(
        N_("The mail “{subject}” was not accepted and is in the outbox. The server says: {words}"),
        subject=one.subject, words=answer.words,
    )  # fmt: skip
