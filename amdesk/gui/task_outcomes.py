"""What is done about a task on its page: each verb runs, or brings the small form that it needs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from amdesk.domain.errors import AmdeskError
from amdesk.domain.task import Question
from amdesk.gui.editors import sheet
from amdesk.gui.editors.task_link import LinkForm
from amdesk.gui.editors.task_outcomes import AnswerForm, AskForm, ClarifyForm, HandOverForm, MoveForm
from amdesk.services import task_links, task_outcomes, tasks
from amdesk.services.desk import Desk
from amdesk.services.week import week_of


class TaskOutcomes(QObject):
    """The verbs of a task for its page. ``form_shown`` carries a form, or nothing when it has gone; ``moved``
    tells of another due date that the client does not know of yet.
    """

    form_shown = Signal(object)
    moved = Signal()

    def __init__(self, desk: Desk, task_id: int, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._desk, self._id = desk, task_id
        self._plain: dict[str, Callable[[Desk, int], object]] = {
            "done": tasks.finish, "reopen": tasks.reopen, "drop": tasks.drop,
            "on_track": task_outcomes.on_track, "mine": task_outcomes.take_over,
        }  # fmt: skip
        self._asks = {
            "clarify": self._ask_clarification, "hand_over": self._ask_whom, "move": self._ask_day,
            "link": self._ask_after,
        }  # fmt: skip

    def do(self, verb: str) -> None:
        """Run a verb; one that needs to know more asks first."""
        if verb in self._asks:
            self._asks[verb]()
        else:
            self._plain[verb](self._desk, self._id)
            self.form_shown.emit(None)

    def ask_answer(self, question: Question) -> None:
        """Ask what came out of a question."""
        form = AnswerForm(question.text)
        self._show(form, lambda: task_outcomes.answer(self._desk, question.id, form.text.text()))

    def _ask_clarification(self) -> None:
        form = ClarifyForm()
        self._show(form, lambda: task_outcomes.clarify(self._desk, self._id, form.text.text()))

    def _ask_whom(self) -> None:
        known = {one.name: (one.address, one.language) for one in tasks.people(self._desk)}
        form = HandOverForm(known)
        self._show(
            form,
            lambda: task_outcomes.hand_over(
                self._desk, self._id, assignee=form.name.text(), assignee_address=form.address.text(),
                assignee_language=str(form.language.value()),
            ),
        )  # fmt: skip

    def _ask_day(self) -> None:
        asks = tasks.get(self._desk, self._id).is_promised_by_us
        form = MoveForm(week=week_of(self._desk), asks_whether_told=asks)

        def keep() -> None:
            day = sheet.beside("due_on", form.due_on.value)
            task_outcomes.move(self._desk, self._id, due_on=day, told=form.is_told())

        self._show(form, keep, then=lambda: None if form.is_told() else self.moved.emit())

    def _ask_after(self) -> None:
        form = LinkForm(lambda text: task_links.free(self._desk, self._id, text), within=self._page)
        self._show(form, lambda: task_links.link(self._desk, self._id, after=form.chosen()))

    def _show(
        self, form: AskForm, keep: Callable[[], object], *, then: Callable[[], object] = lambda: None
    ) -> None:
        form.done.connect(partial(self._keep, form, keep, then))
        form.closed.connect(lambda: self.form_shown.emit(None))
        self.form_shown.emit(form)

    def _keep(self, form: AskForm, keep: Callable[[], object], then: Callable[[], object]) -> None:
        try:
            keep()
        except AmdeskError as error:
            if not form.say(error):
                raise
            return
        self.form_shown.emit(None)
        then()
