"""The fields of a task's form, and the task that stands in them while one types."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from PySide6.QtWidgets import QWidget

from amdesk.domain.attachment import Attachment
from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_
from amdesk.domain.task import SIDE_NAMES, Task
from amdesk.gui.client_pick import ClientPick
from amdesk.gui.editors import sheet
from amdesk.gui.widgets.dates import DateField
from amdesk.gui.widgets.fields import Check, CodeField, LineField, Picker, TextField
from amdesk.gui.widgets.figures import TimeField
from amdesk.gui.widgets.files_field import FilesField
from amdesk.gui.widgets.form import Field
from amdesk.gui.widgets.name_field import NameField
from amdesk.i18n.catalog import _, pgettext
from amdesk.i18n.languages import LANGUAGES
from amdesk.services import clients, picking
from amdesk.services.desk import Desk
from amdesk.services.picking import Choice
from amdesk.services.week import week_of

# Rows of the form: fields that stand side by side.
ROWS = (
    "title", "client goal_id", "no_goal_reason", "result", "side", "contact_id", "assignee assignee_address",
    "assignee_language agreed_on", "start_on due_on", "important urgent", "promise", "requirements", "files",
)  # fmt: skip


class TaskFields:
    """The widgets; ``fields`` are those with what is said beside each."""

    def __init__(self, desk: Desk, task: Task, files: Sequence[Attachment], *, within: QWidget) -> None:
        self._desk, self._before = desk, task
        week = week_of(desk)
        self.title = LineField(task.title, name="task-title", accessible=_("Task"))
        self.client = ClientPick(lambda text: picking.pick(desk, text), name="task-client", within=within)
        if task.client_id is not None:
            client = clients.get(desk, task.client_id)
            self.client.show_choice(Choice(client.id, None, client.name, (client.code,)))
        self.goal = Picker([(None, _("No goal"))], name="task-goal", accessible=_("Goal it serves"))
        self.reason = LineField(
            task.no_goal_reason, name="task-no-goal", accessible=_("Why it serves no goal")
        )
        self.result = LineField(task.result, name="task-result", accessible=_("Result expected"))
        sides = [(side, _(said)) for side, said in SIDE_NAMES.items()]
        self.side = Picker(sides, task.side, name="task-side", accessible=_("Who does it"))
        self.contact = Picker(
            [(None, _("Nobody in particular"))], name="task-contact", accessible=_("Person at the client")
        )
        self.contact.picked.connect(lambda _value: self._name_contact())
        self.assignee = NameField(
            task.assignee, name="task-assignee", accessible=pgettext("person", "Name"),
            offered=_("People who had a task before"),
        )  # fmt: skip
        self.address = CodeField(task.assignee_address, name="task-address", accessible=_("E-mail"))
        spoken = [("", _("The language I work in")), *((code, one.name) for code, one in LANGUAGES.items())]
        self.language = Picker(
            spoken, task.assignee_language, name="task-language", accessible=_("Language of the request")
        )
        self.agreed_on = DateField(task.agreed_on, week=week, name="task-agreed", accessible=_("Agreed on"))
        self.start_on = DateField(task.start_on, week=week, name="task-start", accessible=_("Start"))
        self.due_on = DateField(task.due_on, week=week, name="task-due", accessible=_("Due"))
        self.look_on, self.look_at = self._checkpoint(task)
        self.important = _tick(_("Important"), task.important, name="task-important")
        self.urgent = _tick(_("Urgent"), task.urgent, name="task-urgent")
        self.promise = _tick(_("A promise between us and the client"), task.promise, name="task-promise")
        self.requirements = TextField(
            task.requirements, name="task-requirements", accessible=_("Requirements"), lines=3
        )
        self.files = FilesField(files, name="task-files")
        self.fields = self._with_names()

    def _checkpoint(self, task: Task) -> tuple[DateField, TimeField]:
        at = task.checkpoint_at.astimezone(self._desk.zone) if task.checkpoint_at else None
        on = DateField(
            at.date() if at else None, week=week_of(self._desk), name="task-checkpoint-on",
            accessible=_("Checkpoint"),
        )  # fmt: skip
        clock = TimeField(
            at.time() if at else None, name="task-checkpoint-at", accessible=_("Time of the checkpoint")
        )
        return on, clock

    def _with_names(self) -> dict[str, Field]:
        return {
            "title": Field(_("Task"), self.title),
            "client": Field(_("Client"), self.client, hint=_("May be left out")),
            "goal_id": Field(_("Goal it serves"), self.goal),
            "no_goal_reason": Field(_("Why it serves no goal"), self.reason),
            "result": Field(_("Result expected"), self.result, hint=_("How you can tell it is done")),
            "side": Field(_("Who does it"), self.side),
            "contact_id": Field(_("Person at the client"), self.contact),
            "assignee": Field(
                pgettext("person", "Name"), self.assignee, hint=_("Anybody: no account is needed")
            ),
            "assignee_address": Field(_("E-mail"), self.address),
            "assignee_language": Field(_("Language of the request"), self.language),
            "agreed_on": Field(_("Agreed on"), self.agreed_on, hint=_("Empty: not agreed yet")),
            "start_on": Field(_("Start"), self.start_on, hint=_("Empty: as soon as it is set")),
            "due_on": Field(_("Due"), self.due_on, hint=_("A date, or “Friday”")),
            "checkpoint_on": Field(
                _("Checkpoint"), self.look_on, hint=_("A date, or “Friday”"), term="checkpoint"
            ),
            "checkpoint_at": Field(_("Time"), self.look_at),
            "important": Field("", self.important),
            "urgent": Field("", self.urgent),
            "promise": Field("", self.promise),
            "requirements": Field(_("Requirements"), self.requirements),
            "files": Field(_("Files"), self.files),
        }

    def client_id(self) -> int | None:
        """The client chosen."""
        return self.client.choice.client_id if self.client.choice else None

    def typed_task(self) -> Task:
        """The task as far as it can be read while one types."""
        return replace(
            self._before, title=self.title.text().strip(), result=self.result.text(),
            requirements=self.requirements.toPlainText(), side=str(self.side.value()),
            agreed_on=self.agreed_on.meant(), start_on=self.start_on.meant(), due_on=self.due_on.meant(),
            goal_id=self.goal.value(), no_goal_reason=self.reason.text(),  # type: ignore[arg-type]
        )  # fmt: skip

    def values(self) -> dict[str, Any]:
        """What is to be kept; an AmdeskError for what cannot be, with the field it is said beside."""
        if self.client.choice is None and self.client.text().strip():
            raise AmdeskError(N_("Choose a client from the list, or leave it empty."), beside="client")
        ours = self.side.value() == "us"
        return {
            "title": self.title.text().strip(),
            "client_id": self.client_id(),
            "goal_id": self.goal.value(),
            "no_goal_reason": "" if self.goal.value() else self.reason.text().strip(),
            "result": self.result.text().strip(),
            "side": self.side.value(),
            "contact_id": self._contact_id(),
            "assignee": "" if ours else self.assignee.text().strip(),
            "assignee_address": "" if ours else self.address.text().strip(),
            "assignee_language": "" if ours else self.language.value(),
            "agreed_on": None if ours else sheet.beside("agreed_on", self.agreed_on.value),
            "start_on": sheet.beside("start_on", self.start_on.value),
            "due_on": sheet.beside("due_on", self.due_on.value),
            "important": self.important.isChecked(),
            "urgent": self.urgent.isChecked(),
            "promise": self.promise.isChecked(),
            "requirements": self.requirements.toPlainText().strip(),
        }

    def offer_goals(self, goals: Sequence[tuple[int, str]]) -> None:
        """Offer the goals of the client chosen; one that was chosen and is among them stays chosen."""
        chosen = self.goal.value()
        self.goal.clear()
        for value, words in ((None, _("No goal")), *goals):
            self.goal.addItem(words, value)
        self.goal.choose(chosen)

    def offer_people(self) -> None:
        """Offer who is at the client chosen; whoever left only where the task is theirs."""
        chosen, client = self.contact.value(), self.client_id()
        people = clients.people(self._desk, client)[0] if client else ()
        self.contact.clear()
        self.contact.addItem(_("Nobody in particular"), None)
        for one in (card.contact for card in people):
            if one.left_on is None or one.id == self._before.contact_id:
                self.contact.addItem(one.name, one.id)
        self.contact.choose(chosen)

    def asks_for_contact(self) -> bool:
        """Whether somebody at the client does it, and there is anybody to choose."""
        return self.side.value() == "client" and self.contact.count() > 1

    def _contact_id(self) -> object:
        """The person chosen; of others’ tasks the one there was, who stays with their client."""
        if self.side.value() == "client":
            return self.contact.value()
        return self._before.contact_id if self.client_id() == self._before.client_id else None

    def _name_contact(self) -> None:
        """Whoever was chosen is named, where no other name was typed."""
        offered = {self.contact.itemText(n) for n in range(1, self.contact.count())}
        if not self.assignee.text() or self.assignee.text() in offered:
            self.assignee.setText(self.contact.currentText() if self.contact.value() else "")

    def put_checkpoint(self, at: datetime | None) -> None:
        """Show a checkpoint as reckoned."""
        here = at.astimezone(self._desk.zone) if at else None
        self.look_on.put(here.date() if here else None)
        self.look_at.put(here.time() if here else None)

    def typed(self) -> Mapping[str, object]:
        """What stands here, to be put back when one returns."""
        return {
            "typed": sheet.typed(self.fields), "client": self.client.choice, "files": self.files.typed()
        }  # fmt: skip


def _tick(words: str, on: bool, *, name: str) -> Check:
    made = Check(words, name=name)
    made.setChecked(on)
    return made
