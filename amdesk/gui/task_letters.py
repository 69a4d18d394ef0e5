"""The mails about a task: shown first, handed over by a way the person chooses, asked about once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from amdesk.domain.errors import AmdeskError
from amdesk.gui.editors.confirmation import SentAsk
from amdesk.gui.editors.hand_mail import HandMail
from amdesk.gui.editors.sending import to_clipboard
from amdesk.i18n.catalog import _, sentence
from amdesk.services import task_mails, tasks
from amdesk.services.desk import Desk
from amdesk.services.drafts import Draft

_OWN = {"clipboard": to_clipboard}


class TaskLetters(QObject):
    """``form_shown`` carries a form, or nothing when it has gone; ``mail_shown`` a mail to look at while its
    form is there.
    """

    form_shown = Signal(object)
    mail_shown = Signal(object)

    def __init__(self, desk: Desk, task_id: int, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._id = desk, task_id

    def ask_request(self) -> None:
        """Show the mail that asks for the task, and ask how it is to go out."""
        draft = task_mails.compose_request(self._desk, self._id)
        self._show(draft, _("Ask with this mail?"), then=self._close)

    def ask_new_day(self) -> None:
        """Show the mail that tells the client of the new day, and ask how it is to go out."""
        draft = task_mails.compose_new_day(self._desk, self._id)
        self._show(draft, _("Tell the client of the new day with this mail?"), then=self._ask_sent)

    def _show(self, draft: Draft, question: str, *, then: Callable[[], object]) -> None:
        form = HandMail(question, ways=task_mails.ways(self._desk, draft))
        # what is sent from here says by itself that it was
        form.handed.connect(lambda way: self._hand(form, draft, way, self._close if way == "smtp" else then))
        form.closed.connect(self._close)
        self.form_shown.emit(form)
        self.mail_shown.emit(draft)

    def _hand(self, form: HandMail, draft: Draft, way: str, then: Callable[[], object]) -> None:
        try:
            task_mails.hand_over(self._desk, draft, way=way, own=_OWN)
        except AmdeskError as error:
            form.say(sentence(error))
            return
        then()

    def _ask_sent(self) -> None:
        """Once it is sent, the client knows."""
        form = SentAsk(_("Sent?"))
        form.answered.connect(self._sent)
        self.form_shown.emit(form)

    def _sent(self, answer: str) -> None:
        if answer == "yes":
            tasks.note_told(self._desk, self._id)
        self._close()

    def _close(self) -> None:
        self.form_shown.emit(None)
