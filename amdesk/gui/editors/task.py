"""Setting a task or changing one: what, for whom, who does it, by when, and when it is looked at."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from amdesk.domain import smart
from amdesk.domain.checkpoint import REASON_NAMES, Checkpoint
from amdesk.domain.messages import N_
from amdesk.domain.task import Task
from amdesk.gui import show
from amdesk.gui.dropping import ANY, Drops
from amdesk.gui.editors import sheet
from amdesk.gui.editors.task_fields import ROWS, TaskFields
from amdesk.gui.page import Face
from amdesk.gui.place import Place
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.form import Form
from amdesk.gui.widgets.labels import label, set_text
from amdesk.gui.widgets.layout import row
from amdesk.gui.widgets.smart_view import SmartView
from amdesk.i18n.catalog import _
from amdesk.services import attachments, goals, task_looks, tasks
from amdesk.services.desk import Desk


class TaskEditor(QWidget):
    """A form for one task; what is to be done is all that is needed."""

    TABLES: frozenset[str] = frozenset()
    place_requested = Signal(object)
    finished = Signal(object)

    def __init__(
        self, desk: Desk, task_id: int | None, *, client_id: int | None, goal_id: int | None = None
    ) -> None:
        """A new one is for a client, and serves a goal, where these are known."""
        super().__init__()
        self._desk, self._id = desk, task_id
        task = tasks.get(desk, task_id) if task_id else Task(0, "", "", client_id=client_id, goal_id=goal_id)
        self._before, self._by_hand = task, task.checkpoint_by_hand
        self._people = {one.name: one for one in tasks.people(desk)}
        title = _("Edit task") if task_id else _("New task")
        self.setObjectName("edit-task")
        self.setAccessibleName(title)
        files = attachments.of(desk, "task", task.uuid) if task_id else []
        self.its = TaskFields(desk, task, files, within=self)
        self.its.assignee.offer(list(self._people))
        self.smart = SmartView()
        self.reckoned = label("", "muted", name="task-reckoned", wrap=True)
        self.back = button(_("Back to reckoned"), "link", name="task-back", run=self._reckon_again)
        tools = sheet.build(self, self._lay_out(), save=self.save)
        self.face = Face(
            title=lambda: title, tools=tools, focus=self.its.title, memory=self._memory, recall=self._recall,
            bounded=True,
        )  # fmt: skip
        self._offer_of_client()
        self.its.goal.choose(task.goal_id)
        self.its.contact.choose(task.contact_id)
        self._listen()
        self._tell()

    def _lay_out(self) -> Form:
        form, fields = Form(name="task-form"), self.its.fields
        for names in map(str.split, ROWS):
            form.add(*(fields[name] for name in names))
            if names[-1] == "due_on":
                form.add(fields["checkpoint_on"], fields["checkpoint_at"], stretch=(2, 1))
                form.add(row(self.reckoned, self.back, name="task-reckoning", stretch=False))
        form.add(self.smart)
        form.end()
        return form

    def _listen(self) -> None:
        its = self.its
        its.client.picked.connect(lambda _choice: self._offer_of_client())
        its.client.cleared.connect(self._offer_of_client)
        its.assignee.known.connect(self._fill_in)
        for picker in (its.goal, its.side):
            picker.picked.connect(lambda _value: self._tell())
        for line in (its.title, its.result, its.reason):
            line.textChanged.connect(lambda _text: self._tell())
        its.requirements.textChanged.connect(self._tell)
        for day in (its.agreed_on, its.start_on, its.due_on):
            day.changed.connect(self._tell)
        for look in (its.look_on, its.look_at):
            look.changed.connect(self._set_by_hand)
        its.files.opened.connect(lambda one: attachments.open_file(self._desk, one))
        its.files.offered.connect(self.take_file)
        Drops(self, {ANY: self.take_file})

    def _offer_of_client(self) -> None:
        client = self.its.client_id()
        found = goals.of_client(self._desk, client) if client else ()
        self.its.offer_goals([(one.goal.id, one.goal.name) for one in found])
        self.its.offer_people()
        self._tell()

    def _fill_in(self, name: str) -> None:
        """What is known of somebody who had a task before, where nothing else was typed."""
        person = self._people.get(name)
        if person is not None and not self.its.address.text():
            self.its.address.setText(person.address)
            self.its.language.choose(person.language)

    def take_file(self, path: Path) -> None:
        """Add a file; one that cannot be kept is refused beside its field, before it is read."""
        if sheet.kept({"files": self.its.fields["files"]}, lambda: attachments.look(path)) is not None:
            self.its.files.take(path)

    def _tell(self) -> None:
        """Show what belongs to this kind of task, its ticks, and when it will be looked at."""
        fields, task = self.its.fields, self.its.typed_task()
        for name in ("assignee", "assignee_address", "assignee_language", "agreed_on"):
            fields[name].setVisible(task.side != "us")
        fields["contact_id"].setVisible(self.its.asks_for_contact())
        fields["no_goal_reason"].setVisible(task.goal_id is None)
        self.smart.show_ticks(smart.ticks(task))
        self.back.setVisible(self._by_hand)
        found = self._looks(task)
        if self._by_hand:
            said = (
                _("Set by hand. Reckoned: {when}").format(when=show.moment(self._desk, found.at))
                if found.at
                else _("Set by hand.")
            )
            set_text(self.reckoned, said)
            return
        self.its.put_checkpoint(found.at)
        set_text(self.reckoned, _(REASON_NAMES[found.reason]))

    def _looks(self, task: Task) -> Checkpoint:
        """When it will be looked at: as it stands in the file while nothing that moves it was changed."""
        found, before = task_looks.would_look(self._desk, task), self._before
        same = (task.due_on, task.start_on, task.side) == (before.due_on, before.start_on, before.side)
        if self._id is not None and same and before.checkpoint_at and not before.checkpoint_by_hand:
            return Checkpoint(before.checkpoint_at, "share")
        return found

    def _set_by_hand(self) -> None:
        self._by_hand = True
        self._tell()

    def _reckon_again(self) -> None:
        self._by_hand = False
        self._tell()

    def refresh(self) -> None:
        """What is being typed is not asked again."""

    def save(self) -> None:
        """Keep what stands here as one step, and show the task."""
        kept = sheet.kept(self.its.fields, self._keep)
        if kept is not None:
            self.finished.emit(Place("task", kept))

    def _keep(self) -> int:
        values = {**self.its.values(), **self._look()}
        files = self.its.files
        with self._desk.step(N_("Change task") if self._id else N_("New task")):
            one = self._id or tasks.add(self._desk, **values)
            if self._id is not None:
                tasks.change(self._desk, one, **values)
            uuid = tasks.get(self._desk, one).uuid
            for path in files.new:
                attachments.add(self._desk, "task", uuid, path)
            for gone in files.gone:
                attachments.remove(self._desk, gone)
        return one

    def _look(self) -> dict[str, object]:
        """The checkpoint, where it was set by hand; else it is reckoned again as it is kept."""
        if not self._by_hand:
            return {"checkpoint_by_hand": False}
        on = sheet.beside("checkpoint_on", self.its.look_on.value)
        clock = sheet.beside("checkpoint_at", self.its.look_at.value) or time(9)
        at = datetime.combine(on, clock, tzinfo=self._desk.zone).astimezone(UTC) if on else None
        return {"checkpoint_by_hand": True, "checkpoint_at": at}

    def _memory(self) -> Mapping[str, object]:
        return {**self.its.typed(), "by_hand": self._by_hand}

    def _recall(self, memory: Mapping[str, Any]) -> None:
        if not memory:
            return
        self._by_hand = memory["by_hand"]
        self.its.client.show_choice(memory["client"])
        self._offer_of_client()
        sheet.put_back(self.its.fields, memory["typed"])
        self.its.files.put_back(memory["files"])
        self._tell()
