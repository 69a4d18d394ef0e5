"""Sending a summary and what follows: each verb runs, or brings the small form that it needs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from amdesk.domain.errors import AmdeskError
from amdesk.domain.summary import Summary
from amdesk.gui.editors.confirmation import ChaseForm, ConfirmForm, GuardsForm, ReasonForm, SentAsk
from amdesk.i18n.bidi import strip_isolates
from amdesk.i18n.catalog import _, sentence
from amdesk.services import clients, drafts, handing, interactions, summaries
from amdesk.services.desk import Desk
from amdesk.services.week import week_of


class Sending(QObject):
    """The verbs of a summary for its page. ``form_shown`` carries a form, or nothing when it has gone.

    ``mail_shown`` carries a mail to look at while its form is there.
    """

    form_shown = Signal(object)
    mail_shown = Signal(object)
    version_made = Signal(int)

    def __init__(self, desk: Desk, interaction_id: int, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._interaction_id = desk, interaction_id
        self._plain: dict[str, Callable[[int], object]] = {
            "sent": lambda id_: summaries.mark_sent(desk, id_),
            "take_back": lambda id_: summaries.take_back(desk, id_),
            "give_up": lambda id_: summaries.give_up(desk, id_),
            "accept_silently": lambda id_: summaries.accept_silently(desk, id_),
            "needed": lambda id_: summaries.needed(desk, id_),
            "correct": lambda id_: self.version_made.emit(summaries.correct(desk, id_)),
            "copy": lambda id_: to_clipboard(drafts.compose(desk, id_)),
        }
        self._asks: dict[str, Callable[[Summary], object]] = {
            "main": self._do_main,
            "confirm": self.ask_confirmation,
            "chase": self.ask_chase,
        }

    def do(self, verb: str, summary: Summary | None) -> None:
        """Run a verb; one that needs to know more asks first."""
        if verb == "not_needed":
            self._ask_reason(summary)
        elif summary is None:
            return
        elif verb in self._asks:
            self._asks[verb](summary)
        elif verb == "send" or verb.startswith("way:"):
            self.send(summary, way=verb.partition(":")[2])
        else:
            self._plain[verb](summary.id)
            self._close()

    def _do_main(self, summary: Summary) -> None:
        """What the main button does; where it was handed over, whether it was sent is asked again."""
        if summary.state == "handed_over":
            self.ask_sent(summary)
        elif summary.state in {"sent", "no_answer", "silent"}:
            self.ask_confirmation(summary)
        elif summary.state == "draft":
            self.send(summary)

    def send(self, summary: Summary, *, way: str = "") -> None:
        """Hand the mail over, by one way or the first that works, once its guards were looked at."""
        found = drafts.guards(self._desk, summary.id)
        if not found:
            self._hand_over(summary.id, way)
            return
        form = GuardsForm(found)
        form.passed.connect(lambda: self._hand_over(summary.id, way))
        form.closed.connect(self._close)
        self.form_shown.emit(form)

    def ask_sent(self, summary: Summary) -> None:
        """Ask once whether it was sent."""
        form = SentAsk(_("Sent?"), back=_("Back to draft"))
        form.answered.connect(lambda answer: self._sent_answered(summary.id, answer))
        self.form_shown.emit(form)

    def ask_confirmation(
        self, summary: Summary, *, who: str = "", how: str = "reply", at: datetime | None = None
    ) -> None:
        """Ask who confirmed, when and how; an answer that was dropped in fills it."""
        call = interactions.get(self._desk, self._interaction_id)
        cards = clients.page(self._desk, call.client_id).contacts
        people = [card.contact.name for card in cards if card.contact.id in call.contact_ids]
        form = ConfirmForm(people, week=week_of(self._desk), who=who, how=how)
        if at is not None:
            form.when.put(at.astimezone(self._desk.zone).date())
        form.confirmed.connect(lambda who, on, how: self._confirm(form, summary.id, who=who, on=on, how=how))
        form.closed.connect(self._close)
        self.form_shown.emit(form)

    def ask_chase(self, summary: Summary) -> None:
        """Show the reminder and ask how it is to go out; one not unanswered is refused with a sentence."""
        draft = drafts.compose_chase(self._desk, summary.id)
        form = ChaseForm(drafts.chase_guards(self._desk, summary.id), ways=handing.ways(self._desk, draft))
        form.handed.connect(lambda way: self._hand_over_chase(form, summary.id, way))
        form.said.connect(lambda: self._chased(summary.id))
        form.closed.connect(self._close)
        self.form_shown.emit(form)
        self.mail_shown.emit(draft)

    def _hand_over_chase(self, asked: ChaseForm, summary_id: int, way: str) -> None:
        try:
            by = summaries.hand_over_chase_by(self._desk, summary_id, way=way, own=_OWN)
        except AmdeskError as error:
            asked.say(sentence(error))
            return
        if by == "smtp":
            self._close()
            return
        form = SentAsk(_("Reminder sent?"))
        form.answered.connect(lambda answer: self._chased(summary_id) if answer == "yes" else self._close())
        self.form_shown.emit(form)

    def _chased(self, summary_id: int) -> None:
        summaries.chase(self._desk, summary_id)
        self._close()

    def _ask_reason(self, summary: Summary | None) -> None:
        form = ReasonForm()
        form.given.connect(lambda reason: self._not_needed(summary, reason))
        form.closed.connect(self._close)
        self.form_shown.emit(form)

    def _not_needed(self, summary: Summary | None, reason: str) -> None:
        if summary is None:
            summaries.not_needed_for(self._desk, self._interaction_id, reason=reason)
        else:
            summaries.not_needed(self._desk, summary.id, reason=reason)
        self._close()

    def _hand_over(self, summary_id: int, way: str) -> None:
        self._close()
        if summaries.hand_over_by(self._desk, summary_id, way=way, own=_OWN) != "smtp":
            self.ask_sent(summaries.get(self._desk, summary_id))

    def _sent_answered(self, summary_id: int, answer: str) -> None:
        if answer == "yes":
            summaries.mark_sent(self._desk, summary_id)
        elif answer == "draft":
            summaries.take_back(self._desk, summary_id)
        self._close()

    def _confirm(self, form: ConfirmForm, summary_id: int, *, who: str, on: date | None, how: str) -> None:
        try:
            summaries.confirm(self._desk, summary_id, who=who, how=how, at=self._at(on))
        except AmdeskError as error:
            form.say(sentence(error))
            return
        self._close()

    def _at(self, on: date | None) -> datetime | None:
        """Now for today; noon of another day, whose hour nobody said."""
        if on is None or on == self._desk.today():
            return None
        return datetime.combine(on, time(12), tzinfo=self._desk.zone).astimezone(UTC)

    def _close(self) -> None:
        self.form_shown.emit(None)


def to_clipboard(draft: drafts.Draft) -> None:
    """The mail as rich and as plain text, for pasting into any mail program."""
    data = QMimeData()
    data.setHtml(draft.html)
    data.setText(strip_isolates(draft.plain))
    QGuiApplication.clipboard().setMimeData(data)


_OWN = {"clipboard": to_clipboard}


def as_widget(form: object) -> QWidget | None:
    """The form a signal carried."""
    return form if isinstance(form, QWidget) else None
