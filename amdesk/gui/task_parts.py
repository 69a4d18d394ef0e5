"""The parts of a task's page: its facts, the five ways its checkpoint may end, its history."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amdesk.domain.attachment import Attachment
from amdesk.domain.messages import N_
from amdesk.domain.record_past import Past
from amdesk.domain.task import Question
from amdesk.gui import show
from amdesk.gui.keys import with_keys
from amdesk.gui.page_keys import keys_of
from amdesk.gui.past_steps import heading
from amdesk.gui.place import Place
from amdesk.gui.records import history_of
from amdesk.gui.task_cells import not_agreed, state_badge, who
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.badge import Badge, BadgeLabel
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.choice_card import ChoiceCard
from amdesk.gui.widgets.data_button import DataButton
from amdesk.gui.widgets.flow import Flow
from amdesk.gui.widgets.labels import label, paragraph
from amdesk.gui.widgets.layout import column, empty
from amdesk.i18n import format as formats
from amdesk.i18n.bidi import isolate
from amdesk.i18n.catalog import _, current, pgettext
from amdesk.services import attachments, history
from amdesk.services.desk import Desk
from amdesk.services.history import Record
from amdesk.services.task_page import TaskPage

_LATEST = 5  # steps of its history
# The five, each with what follows from it.
_CARDS = (
    ("on_track", N_("On track"), N_("Nothing is asked any more until it is due."), "done"),
    (
        "clarify",
        N_("Something is not clear"),
        N_("It becomes an open question, and the task waits."),
        "question",
    ),
    (
        "hand_over",
        N_("Hand it over"),
        N_("Somebody else does it; what was agreed stays in the history."),
        "contact",
    ),
    (
        "move",
        N_("Move the deadline"),
        N_("The client is told by mail, unless they know already."),
        "calendar",
    ),
    ("mine", N_("Do it myself"), N_("It becomes your own task, and nobody is asked about it."), "action"),
)


class OutcomeCards(QWidget):
    """The five ways a checkpoint may end; with a heading that says whether it has come."""

    def __init__(self, run: Callable[[str], object]) -> None:
        super().__init__()
        self.setObjectName("outcome-cards")
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(SPACE.s)
        self._title = label("", "section", name="outcome-title", wrap=True)
        down.addWidget(self._title)
        self.cards = {
            verb: ChoiceCard(_(title), _(text), icon=icon, name=f"outcome-{verb}", run=partial(run, verb))
            for verb, title, text, icon in _CARDS
        }
        for card, key in zip(self.cards.values(), keys_of("task.outcome"), strict=True):
            card.setToolTip(with_keys(card.text(), key))
            down.addWidget(card)

    def show_page(self, page: TaskPage, *, now: datetime, today: date) -> None:
        """Offer what is possible: what is one’s own is neither found on track nor taken over, and what is
        overdue is not on track.
        """
        task = page.line.task
        self.setVisible(task.is_open)
        rings = task.rings_at
        come = rings is not None and rings <= now
        self._title.setText(_("Time to look at it: how does it stand?") if come else _("How does it stand?"))
        self.cards["mine"].setVisible(task.side != "us")
        self.cards["on_track"].setVisible(task.side != "us" and not task.is_late(today))


class TaskFacts(QWidget):
    """What is wanted, whose it is and by when; ``head`` are its badges and one line, to stand above.

    ``answer_requested`` gives a question whose answer came; ``new_day_requested`` asks for the mail that
    tells the client of another due date, ``told`` says they know.
    """

    place_requested = Signal(object)
    answer_requested = Signal(object)
    new_day_requested = Signal()
    told = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setObjectName("task-facts")
        self.head = QWidget()
        self.head.setObjectName("task-head")
        self._above, self._rows = QVBoxLayout(self.head), QVBoxLayout(self)
        for rows, gap in ((self._above, SPACE.s), (self._rows, SPACE.l)):
            rows.setContentsMargins(0, 0, 0, 0)
            rows.setSpacing(gap)

    def show_page(self, page: TaskPage) -> None:
        """Show these."""
        empty(self._above)
        empty(self._rows)
        self._above.addWidget(self._badges(page))
        for text in self._lines(page):
            self._above.addWidget(label(text, "muted", name="task-fact", wrap=True))
        task = page.line.task
        if not task.told and task.is_open:
            self._above.addWidget(self._telling())
        if task.client_id is not None:
            client = Place("client", task.client_id)
            self._above.addWidget(self._link(page.line.client, "client", client))
        if page.line.interaction_id is not None:
            call = Place("summary", page.line.interaction_id)
            self._above.addWidget(self._link(page.line.reference, "calls", call))
        for title, text in ((_("Result expected"), task.result), (_("Requirements"), task.requirements)):
            if text:
                self._rows.addWidget(_section(title, paragraph(text, name="task-text")))
        asked = [self._question(one) for one in page.questions]
        if asked:
            self._rows.addWidget(_section(_("Open questions"), *asked))
        if page.files:
            self._rows.addWidget(_section(_("Files"), *map(self._file, page.files)))
        self.setVisible(self._rows.count() > 0)  # an empty part would keep the distance to the next one

    def _badges(self, page: TaskPage) -> QWidget:
        task = page.line.task
        made = [state_badge(task, self._desk.today())]
        if task.is_late(self._desk.today()):
            made.append(Badge(pgettext("task", "Overdue"), "danger", "alert"))
        waits = not_agreed(task)
        made += [waits] if waits else []
        made += [Badge(_("Promise"), "info")] if task.promise else []
        made += (
            [Badge(_("The client does not know of the new day"), "warn", "warning")] if not task.told else []
        )
        return Flow(
            [BadgeLabel(one, name=f"task-badge-{n}") for n, one in enumerate(made)], name="task-badges"
        )

    def _lines(self, page: TaskPage) -> list[str]:
        """Who does it, by when, for which goal, and when it is looked at."""
        task = page.line.task
        until = _("by {date}").format(date=show.day(task.due_on)) if task.due_on else _("no date agreed")
        agreed = _("agreed on {date}").format(date=show.day(task.agreed_on)) if task.agreed_on else ""
        told = [show.joined(isolate(who(task)), until, agreed)]
        if page.line.goal:
            told.append(_("Serves the goal {goal}").format(goal=isolate(page.line.goal)))
        elif task.no_goal_reason:
            told.append(_("Serves no goal: {reason}").format(reason=isolate(task.no_goal_reason)))
        if task.rings_at is not None:
            when = show.moment(self._desk, task.rings_at)
            told.append(_("Checkpoint: {when}").format(when=when))
        return told

    def _telling(self) -> QWidget:
        """What can be done about a client who does not know of the new day."""
        write = button(
            _("Write to the client"), "", name="task-write", icon="mail", run=self.new_day_requested.emit
        )
        knows = button(_("The client was told"), "plain", name="task-told", icon="done", run=self.told.emit)
        return Flow([write, knows], name="task-telling")

    def _link(self, said: str, icon: str, place: Place) -> QWidget:
        run = partial(self.place_requested.emit, place)
        return DataButton(said, "link", name=f"task-{place.page}", icon=icon, run=run)

    def _question(self, one: Question) -> QWidget:
        days = (self._desk.today() - one.asked_at.astimezone(self._desk.zone).date()).days
        asked = _("asked {when}").format(when=formats.age_text(days, current()))
        parts: list[QWidget] = [paragraph(one.text, name="question-text")]
        if one.answered_on is not None:
            parts.append(paragraph(one.answer, "muted", name="question-answer"))
            asked = _("answered on {date}").format(date=show.day(one.answered_on))
        parts.append(label(asked, "caption", name="question-age", wrap=True))
        if one.answered_on is None:
            answer = button(
                pgettext("button", "Answer"), "", name=f"question-answer-{one.id}", icon="question",
                run=partial(self.answer_requested.emit, one),
            )  # fmt: skip
            parts.append(Flow([answer], name="question-acts"))
        return column(*parts, name="question", gap=SPACE.xs)

    def _file(self, one: Attachment) -> QWidget:
        run = partial(attachments.open_file, self._desk, one.id)
        return DataButton(one.name, "link", name=f"task-file-{one.id}", icon="post", run=run)


class TaskPast(QWidget):
    """What became of the task lately, the newest first; all of it stands on a page of its own."""

    place_requested = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setObjectName("task-past")
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)

    def show_page(self, page: TaskPage) -> None:
        """Show these."""
        empty(self._rows)
        record = history.look(self._desk, "task", page.line.id)
        found = [one for one in record.past if not history.is_first(one, record)]
        self.setVisible(bool(found))
        if not found:
            return
        parts = [self._step(record, one) for one in found[:_LATEST]]
        whole = history_of("task", page.line.id, page.line.task.client_id)
        every = button(
            _("All of it, and putting it back"), "link", name="past-all",
            run=partial(self.place_requested.emit, whole),
        )  # fmt: skip
        self._rows.addWidget(_section(_("History"), *parts, every))

    def _step(self, record: Record, one: Past) -> QWidget:
        when = show.moment(self._desk, one.step.at)
        told = [label(heading(one), "body", name="past-what", wrap=True)]
        told += [
            label(show.said(each.message), "caption", name="past-change", wrap=True)
            for each in history.tell(self._desk, record, one)
        ]
        return column(*told, label(when, "caption", name="past-when"), name="past-line", gap=0)


def _section(title: str, *parts: QWidget) -> QWidget:
    return column(label(title, "section", name="task-section"), *parts, name="task-part", gap=SPACE.s)
