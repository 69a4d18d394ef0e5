"""A task's page: how it stands, what its checkpoint shows, its questions, files and history."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from amdesk.gui import theme
from amdesk.gui.editors.task_outcomes import AskForm
from amdesk.gui.page import Face
from amdesk.gui.page_keys import key_of, keys_of
from amdesk.gui.place import Place
from amdesk.gui.task_letters import TaskLetters
from amdesk.gui.task_links import TaskLinks
from amdesk.gui.task_outcomes import TaskOutcomes
from amdesk.gui.task_parts import OutcomeCards, TaskFacts, TaskPast
from amdesk.gui.theme import SIZE, SPACE
from amdesk.gui.widgets.buttons import button, stand_out
from amdesk.gui.widgets.choice_card import ChoiceCard
from amdesk.gui.widgets.layout import margins, scroll
from amdesk.gui.widgets.mail_view import MailView
from amdesk.gui.widgets.ring import hold_keys
from amdesk.i18n.catalog import _
from amdesk.services import task_links, tasks
from amdesk.services.desk import Desk
from amdesk.services.drafts import Draft


class TaskPage(QWidget):
    """Everything about one task; what one came for is asked on arrival."""

    TABLES = frozenset("task task_link question attachment client goal".split())
    place_requested = Signal(object)
    finished = Signal(object)

    def __init__(self, desk: Desk, task_id: int, *, ask: str = "") -> None:
        super().__init__()
        self._desk, self._id, self._ask = desk, task_id, ask
        self._form: QWidget | None = None
        self._title = ""
        self.setObjectName("task")
        self.outcomes = TaskOutcomes(desk, task_id, self)
        self.letters = TaskLetters(desk, task_id, self)
        self.facts, self.cards, self.past = TaskFacts(desk), OutcomeCards(self.outcomes.do), TaskPast(desk)
        self.links, self.mail = TaskLinks(), MailView(seen=_("As it will look"))
        self._build()
        self._listen()
        self.face = Face(
            title=lambda: self._title,
            tools=self._tools(),
            focus=self._area,
            parts=(self._area, self.mail),
            recall=self._recall,
        )

    def _build(self) -> None:
        inner = QWidget()
        inner.setObjectName("task-inner")
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        margins(self._columns, leading=SPACE.xl, top=SPACE.s, trailing=SPACE.xl, bottom=SPACE.xl)
        self._columns.setSpacing(SPACE.xxl)
        self._slot = QVBoxLayout()
        first, second = QVBoxLayout(), QVBoxLayout()
        first.addWidget(self.facts.head)
        first.addLayout(self._slot)
        first.addWidget(self.cards)
        for part in (self.facts, self.links, self.past):
            second.addWidget(part)
        for side in (first, second):
            side.setSpacing(SPACE.xl)
            side.addStretch()
            self._columns.addLayout(side, 1)
        self._area = scroll(inner, name="task-scroll")
        hold_keys(self._area)
        self._area.setAccessibleName(_("Task"))
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        margins(self._whole, leading=0, top=0, trailing=SPACE.l, bottom=0)
        self._whole.setSpacing(0)
        self._whole.addWidget(self._area, 1)
        self._whole.addWidget(self.mail, 1)
        self._show_mail(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the facts stand below what can be done."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        wide = self.width() >= theme.scaled(SIZE.three_columns)
        self._whole.setDirection(beside if wide else below)
        wide = self.width() >= theme.scaled(SIZE.two_columns)
        self._columns.setDirection(beside if wide and self.mail.isHidden() else below)

    def _tools(self) -> tuple[QWidget, ...]:
        self._request = button(
            _("Ask by mail"), "", name="task-request", icon="mail", run=self.letters.ask_request
        )
        edit = button(_("Edit"), "", name="task-edit", icon="edit", run=self._edit)
        self._settle = button("", "primary", name="task-settle", icon="done", run=self.settle)
        self._request.setParent(self)  # what is shown without a parent is a window of its own for a moment
        return (self._request, edit, self._settle)

    def _listen(self) -> None:
        for verbs in (self.outcomes, self.letters):
            verbs.form_shown.connect(self._show_form)
        self.outcomes.moved.connect(self.letters.ask_new_day)
        self.letters.mail_shown.connect(self._show_mail)
        self.facts.new_day_requested.connect(self.letters.ask_new_day)
        self.facts.told.connect(lambda: tasks.note_told(self._desk, self._id))
        self.facts.place_requested.connect(self.place_requested)
        self.facts.answer_requested.connect(self.outcomes.ask_answer)
        self.links.place_requested.connect(self.place_requested)
        self.past.place_requested.connect(self.place_requested)
        self.links.wanted.connect(partial(self.outcomes.do, "link"))
        self.links.taken_out.connect(self._take_out)
        edit = QShortcut(QKeySequence(key_of("task.edit")), self, self._edit)
        edit.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        settle = QShortcut(QKeySequence(key_of("task.settle")), self)
        settle.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        settle.activated.connect(self._go_on)
        for key, card in zip(keys_of("task.outcome"), self.cards.cards.values(), strict=True):
            made = QShortcut(QKeySequence(key), self._area)
            made.setContext(Qt.ShortcutContext.WidgetShortcut)
            made.activated.connect(partial(_press, card))

    def refresh(self) -> None:
        """Ask again how it stands."""
        page = tasks.page(self._desk, self._id)
        task = page.line.task
        self._title = task.title
        self.setAccessibleName(task.title)
        self.facts.show_page(page)
        if self._form is None:
            self.cards.show_page(page, now=self._desk.now(), today=self._desk.today())
        self.links.show_page(page)
        self.past.show_page(page)
        self._request.setVisible(task.side != "us" and task.is_open)
        words = _("Done") if task.is_open else _("Open again")
        self._settle.setText(words)
        self._settle.setAccessibleName(words)

    def settle(self) -> None:
        """Done, or open again."""
        self.outcomes.do("done" if tasks.get(self._desk, self._id).is_open else "reopen")

    def _go_on(self) -> None:
        """Keep what is asked, else settle the task."""
        if isinstance(self._form, AskForm):
            self._form.done.emit()
        else:
            self.settle()

    def _take_out(self, other: int) -> None:
        """The button goes with its line: the keys go on from the page."""
        self._area.setFocus(Qt.FocusReason.OtherFocusReason)
        task_links.unlink(self._desk, self._id, after=other)

    def _edit(self) -> None:
        self.place_requested.emit(Place("edit_task", self._id))

    def _show_form(self, form: object) -> None:
        if self._form is not None:
            self._slot.removeWidget(self._form)
            self._form.hide()
            self._form.deleteLater()
        had, self._form = self._form, form if isinstance(form, QWidget) else None
        stand_out(self._settle, icon="done", on=self._form is None)
        if self._form is not None:
            self._slot.addWidget(self._form)
            self.cards.hide()
            self._form.setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.verticalScrollBar().setValue(0)
        elif had is not None:
            self._show_mail(None)
            self.refresh()
            self._area.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_mail(self, draft: Draft | None) -> None:
        """Show a mail that a form asks about, for as long as it asks."""
        if draft is not None:
            self.mail.show_draft(draft)
        self.mail.setVisible(draft is not None)
        for part in (self.facts, self.links, self.past):
            part.setVisible(draft is None)
        self._arrange()

    def _recall(self, _memory: Mapping[str, object]) -> None:
        ask, self._ask = self._ask, ""
        match ask:
            case "request":
                self.letters.ask_request()
            case "verify":
                self.letters.ask_new_day()
            case "":
                pass
            case _:
                self.outcomes.do(ask)


def _press(card: ChoiceCard) -> None:
    """By its key, as far as it is offered."""
    if card.isVisible():
        card.click()
