"""Putting a reminder off to another day or time, and nothing else of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_
from amdesk.domain.reminder import Reminder
from amdesk.gui import show
from amdesk.gui.editors import sheet
from amdesk.gui.editors.reminder_words import rings_words
from amdesk.gui.page import Face
from amdesk.gui.widgets.dates import DateField
from amdesk.gui.widgets.figures import TimeField
from amdesk.gui.widgets.form import Field, Form
from amdesk.gui.widgets.labels import label, set_text
from amdesk.i18n.bidi import isolate
from amdesk.i18n.catalog import _
from amdesk.services import clients, reminders
from amdesk.services.desk import Desk
from amdesk.services.week import week_of


class Reschedule(QWidget):
    """Two fields: the day, the next working day at first, and the time, as it was."""

    TABLES: frozenset[str] = frozenset()
    place_requested = Signal(object)
    finished = Signal(object)

    def __init__(self, desk: Desk, reminder_id: int) -> None:
        super().__init__()
        self._desk, self._id = desk, reminder_id
        one = reminders.get(desk, reminder_id)
        self.setObjectName("reschedule")
        self.setAccessibleName(_("Another day or time"))
        day = max(reminders.next_workday(desk), one.due_on)
        self.due_on = DateField(day, week=week_of(desk), name="reschedule-on", accessible=_("Day"))
        clock = time.fromisoformat(one.clock) if one.clock else None
        self.due_on.selectAll()  # another day is typed over it
        self.clock = TimeField(clock, name="reschedule-clock", accessible=_("Time"))
        self.fields = {
            "due_on": Field(_("Day"), self.due_on, hint=_("A date, or “Friday”")),
            "clock": Field(_("Time"), self.clock, hint=_("Without one it is for the whole day")),
        }
        self.rings = label("", "muted", name="reschedule-rings", wrap=True)
        tools = sheet.build(
            self, self._form(one), save=self.save
        )  # fmt: skip
        self.face = Face(
            title=lambda: _("Another day or time"), tools=tools, focus=self.due_on,
            memory=lambda: {"typed": sheet.typed(self.fields)}, recall=self._recall, bounded=True,
        )  # fmt: skip
        for field in (self.due_on, self.clock):
            field.changed.connect(self._tell)
        self._tell()

    def _form(self, one: Reminder) -> Form:
        form = Form(name="reschedule-form")
        client = clients.get(self._desk, one.client_id).name if one.client_id is not None else ""
        form.add(
            label(
                show.joined(isolate(client), isolate(one.text)), "strong", name="reschedule-what", wrap=True
            )
        )
        form.add(*self.fields.values())
        form.add(self.rings)
        if one.repeat:
            words = _("Those that come after it stay as they are.")
            form.add(label(words, "muted", name="reschedule-repeat", wrap=True))
        form.end()
        return form

    def _tell(self) -> None:
        day, clock = self.due_on.meant(), self.clock.meant()
        if day is None:
            set_text(self.rings, "")
            return
        try:
            at = reminders.would_ring_moved(
                self._desk, self._id, due_on=day, clock=f"{clock:%H:%M}" if clock else ""
            )
        except AmdeskError:
            set_text(self.rings, "")  # what is wrong is said when it is to be kept
        else:
            set_text(self.rings, rings_words(self._desk, at))

    def refresh(self) -> None:
        """What is being typed is not asked again."""

    def save(self) -> None:
        """Set it to this day and time."""
        if sheet.kept(self.fields, self._keep):
            self.finished.emit(None)

    def _keep(self) -> bool:
        clock = sheet.beside("clock", self.clock.value)
        day = sheet.beside("due_on", self.due_on.value)
        if day is None:
            raise AmdeskError(N_("Say on which day."), beside="due_on")
        reminders.reschedule(self._desk, self._id, due_on=day, clock=f"{clock:%H:%M}" if clock else "")
        return True

    def _recall(self, memory: Mapping[str, Any]) -> None:
        if memory:
            sheet.put_back(self.fields, memory["typed"])
            self._tell()
