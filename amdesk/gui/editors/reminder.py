"""Setting a reminder or changing one: what of, for whom, when, and whether it comes again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_
from amdesk.domain.recurrence import REPEAT_NAMES
from amdesk.domain.reminder import KIND_NAMES, REPEAT_FROM_NAMES, Reminder
from amdesk.gui import show
from amdesk.gui.about_reminders import about_words
from amdesk.gui.client_pick import ClientPick
from amdesk.gui.editors import sheet
from amdesk.gui.editors.reminder_words import LEAD_NAMES, lead_words, rings_words
from amdesk.gui.page import Face
from amdesk.gui.widgets.dates import DateField
from amdesk.gui.widgets.fields import Check, LineField, Picker
from amdesk.gui.widgets.figures import TimeField
from amdesk.gui.widgets.form import Field, Form
from amdesk.gui.widgets.labels import label, set_text
from amdesk.i18n.catalog import _
from amdesk.services import clients, picking, reminder_about, reminders
from amdesk.services.desk import Desk
from amdesk.services.picking import Choice
from amdesk.services.week import week_of


class ReminderEditor(QWidget):
    """A form for one reminder; its text and its day are needed."""

    TABLES: frozenset[str] = frozenset()
    place_requested = Signal(object)
    finished = Signal(object)

    def __init__(
        self, desk: Desk, reminder_id: int | None, *, client_id: int | None, about: str = ""
    ) -> None:
        """``about`` is the noun and uuid of what it is about, if anything but its client: ``contact:…``."""
        super().__init__()
        self._desk, self._id = desk, reminder_id
        one = reminders.get(desk, reminder_id) if reminder_id else _new(desk, client_id, about)
        self._about, self._its_client = (one.noun, one.about), one.client_id
        title = _("Edit reminder") if reminder_id else _("New reminder")
        self.setObjectName("edit-reminder")
        self.setAccessibleName(title)
        self._make_fields(one)
        self._lay_out()
        tools = sheet.build(self, self.form, save=self.save)
        self.face = Face(
            title=lambda: title, tools=tools, focus=self.text, memory=self._memory, recall=self._recall,
            bounded=True,
        )  # fmt: skip
        self._listen()
        self._tell()

    def _make_fields(self, one: Reminder) -> None:
        self.text = LineField(one.text, name="reminder-text", accessible=_("Remind me of"))
        self.client = ClientPick(
            lambda text: picking.pick(self._desk, text), name="reminder-client", within=self
        )
        if one.client_id is not None:
            client = clients.get(self._desk, one.client_id)
            self.client.show_choice(Choice(client.id, None, client.name, (client.code,)))
        self.due_on = DateField(
            one.due_on, week=week_of(self._desk), name="reminder-due-on", accessible=_("Day")
        )
        clock = time.fromisoformat(one.clock) if one.clock else None
        self.clock = TimeField(clock, name="reminder-clock", accessible=_("Time"))
        leads = {**LEAD_NAMES, one.lead_minutes: lead_words(one.lead_minutes)}
        self._was = (one.due_on, clock, one.lead_minutes)
        self.lead = Picker(
            [(minutes, _(said)) for minutes, said in sorted(leads.items())], one.lead_minutes,
            name="reminder-lead", accessible=_("Rings"),
        )  # fmt: skip
        repeats = dict.fromkeys((*REPEAT_NAMES, one.repeat))
        self.repeat = Picker(
            [(rule, show.repeat(rule) or _(REPEAT_NAMES[""])) for rule in repeats], one.repeat,
            name="reminder-repeat", accessible=_("Repeat"),
        )  # fmt: skip
        self.repeat_from = Picker(
            [(key, _(said)) for key, said in REPEAT_FROM_NAMES.items()], one.repeat_from,
            name="reminder-repeat-from", accessible=_("Counted"),
        )  # fmt: skip
        self.kind = Picker(
            [(key, _(said)) for key, said in KIND_NAMES.items()], one.kind,
            name="reminder-kind", accessible=_("Kind"),
        )  # fmt: skip
        self.urgent = Check(_("Urgent: rings in quiet hours and on days off as well"), name="reminder-urgent")
        self.urgent.setChecked(one.urgent)
        self.rings = label("", "muted", name="reminder-rings", wrap=True)
        its = reminder_about.about(self._desk, one)
        self.about = label(about_words(its) if its else "", "muted", name="reminder-about", wrap=True)

    def _lay_out(self) -> None:
        self.fields = {
            "text": Field(_("Remind me of"), self.text),
            "client": Field(_("Client"), self.client, hint=_("May be left out")),
            "due_on": Field(_("Day"), self.due_on, hint=_("A date, or “Friday”")),
            "clock": Field(_("Time"), self.clock, hint=_("Without one it is for the whole day")),
            "lead": Field(_("Rings"), self.lead),
            "kind": Field(_("Kind"), self.kind),
            "repeat": Field(_("Repeat"), self.repeat),
            "repeat_from": Field(_("Counted"), self.repeat_from),
            "urgent": Field("", self.urgent),
        }
        self.form = Form(name="reminder-form")
        rows = ("text", "client", "due_on clock", "lead kind", "repeat repeat_from", "urgent")
        for row in map(str.split, rows):
            self.form.add(*(self.fields[name] for name in row))
            if row == ["client"]:
                self.form.add(self.about)
        self.about.setVisible(bool(self.about.text()))
        self.form.add(self.rings)
        self.form.end()

    def _listen(self) -> None:
        for field in (self.due_on, self.clock):
            field.changed.connect(self._tell)
        for picker in (self.lead, self.repeat, self.kind):
            picker.picked.connect(lambda _value: self._tell())
        self.urgent.toggled.connect(lambda _on: self._tell())

    def _tell(self) -> None:
        """Say when it will ring; of one that rang, once it is set to another time."""
        self.fields["repeat_from"].setVisible(bool(self.repeat.value()))
        at = self._rings_at()
        set_text(self.rings, rings_words(self._desk, at) if at is not None else "")

    def _rings_at(self) -> datetime | None:
        day, clock = self.due_on.meant(), self.clock.meant()
        if day is None:
            return None
        try:
            at = reminders.would_ring(
                self._desk, due_on=day, clock=f"{clock:%H:%M}" if clock else "", kind=str(self.kind.value()),
                lead_minutes=int(str(self.lead.value())), urgent=self.urgent.isChecked(),
            )  # fmt: skip
        except AmdeskError:
            return None  # what is wrong is said when it is to be kept
        as_it_was = self._id is not None and (day, clock, self.lead.value()) == self._was
        return None if as_it_was and at <= self._desk.now() else at

    def refresh(self) -> None:
        """What is being typed is not asked again."""

    def save(self) -> None:
        """Keep what stands here as one step."""
        sheet.tell(self.fields, None)
        try:
            values = self._values()
            if self._id is None:
                reminders.add(self._desk, **values)
            else:
                reminders.change(self._desk, self._id, **values)
        except AmdeskError as error:
            if not sheet.tell(self.fields, error):
                raise
            return
        self.finished.emit(None)

    def _values(self) -> dict[str, Any]:
        clock = sheet.beside("clock", self.clock.value)
        day = sheet.beside("due_on", self.due_on.value)
        if day is None:
            raise AmdeskError(N_("Say on which day."), beside="due_on")
        client = self.client.choice
        if client is None and self.client.text().strip():
            raise AmdeskError(N_("Choose a client from the list, or leave it empty."), beside="client")
        client_id = client.client_id if client else None
        noun, about = self._about if client_id == self._its_client else ("", "")
        return {
            "text": self.text.text().strip(),
            "client_id": client_id,
            "noun": noun,
            "about": about,
            "due_on": day,
            "clock": f"{clock:%H:%M}" if clock else "",
            "lead_minutes": self.lead.value(),
            "kind": self.kind.value(),
            "repeat": self.repeat.value(),
            "repeat_from": self.repeat_from.value(),
            "urgent": self.urgent.isChecked(),
        }

    def _memory(self) -> Mapping[str, object]:
        return {"typed": sheet.typed(self.fields), "client": self.client.choice}

    def _recall(self, memory: Mapping[str, Any]) -> None:
        if memory:
            sheet.put_back(self.fields, memory["typed"])
            if memory["client"] is not None:
                self.client.show_choice(memory["client"])
            self._tell()


def _new(desk: Desk, client_id: int | None, about: str) -> Reminder:
    noun, _colon, uuid = about.partition(":")
    return Reminder(0, "", "", reminders.next_workday(desk), client_id=client_id, noun=noun, about=uuid)
