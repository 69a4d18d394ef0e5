"""Setting a goal with a client or changing one: what is measured, from where to where, and until when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from amdesk.domain.errors import AmdeskError
from amdesk.domain.goal import DIRECTION_NAMES, RHYTHM_NAMES, Goal
from amdesk.domain.messages import N_
from amdesk.gui.client_pick import ClientPick
from amdesk.gui.editors import sheet
from amdesk.gui.page import Face
from amdesk.gui.place import Place
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.dates import DateField
from amdesk.gui.widgets.fields import Check, LineField, Picker, TextField
from amdesk.gui.widgets.figures import NumberField
from amdesk.gui.widgets.form import Field, Form
from amdesk.i18n.catalog import _, pgettext
from amdesk.services import clients, goals, picking
from amdesk.services.desk import Desk
from amdesk.services.picking import Choice
from amdesk.services.week import week_of

_ROWS = (
    "client", "name", "kpi unit", "direction rhythm", "baseline target", "start_on due_on", "shared", "notes",
)  # fmt: skip
_NEEDED = {
    "baseline": N_("Say where the figure stands at the start."),
    "target": N_("Say what the figure is to reach."),
    "start_on": N_("Say on which day it begins."),
    "due_on": N_("Say by which day it is to be reached."),
}


class GoalEditor(QWidget):
    """A form for one goal; everything is needed but the unit, the KPI and the notes."""

    TABLES: frozenset[str] = frozenset()
    place_requested = Signal(object)
    finished = Signal(object)

    def __init__(self, desk: Desk, goal_id: int | None, *, client_id: int | None) -> None:
        super().__init__()
        self._desk, self._id = desk, goal_id
        one = goals.get(desk, goal_id).goal if goal_id else None
        its_client = one.client_id if one else client_id
        title = _("Edit goal") if goal_id else _("New goal")
        self.setObjectName("edit-goal")
        self.setAccessibleName(title)
        self._make_words(one)
        self._make_client(its_client)
        self._make_figures(one)
        self._lay_out(one)
        tools: tuple[QWidget, ...] = sheet.build(self, self.form, save=self.save)
        if one is not None:
            remove = button(_("Delete"), "plain", name="goal-remove", icon="remove", run=self._remove)
            tools = (remove, *tools)
        self.face = Face(
            title=lambda: title, tools=tools, focus=self.name if its_client is not None else self.client,
            memory=self._memory, recall=self._recall, bounded=True,
        )  # fmt: skip

    def _make_words(self, one: Goal | None) -> None:
        self.name = LineField(one.name if one else "", name="goal-name", accessible=pgettext("goal", "Name"))
        self.kpi = LineField(one.kpi if one else "", name="goal-kpi", accessible=_("KPI"))
        self.unit = LineField(one.unit if one else "", name="goal-unit", accessible=_("Unit"))
        self.notes = TextField(
            one.notes if one else "", name="goal-notes", accessible=_("Private notes"), lines=3
        )
        self.shared = Check(
            _("The client may see it: on the client sheet and in reports"), name="goal-shared"
        )
        self.shared.setChecked(one.shared if one else False)

    def _make_client(self, client_id: int | None) -> None:
        self.client = ClientPick(
            lambda text: picking.pick(self._desk, text), name="goal-client", within=self
        )  # fmt: skip
        if client_id is not None:
            client = clients.get(self._desk, client_id)
            self.client.show_choice(Choice(client.id, None, client.name, (client.code,)))
        self.client.setEnabled(self._id is None)  # a goal stays with its client

    def _make_figures(self, one: Goal | None) -> None:
        self.direction = Picker(
            [(key, _(said)) for key, said in DIRECTION_NAMES.items()], one.direction if one else "up",
            name="goal-direction", accessible=pgettext("goal", "Direction"),
        )  # fmt: skip
        self.rhythm = Picker(
            [(key, _(said)) for key, said in RHYTHM_NAMES.items()], one.rhythm if one else "weekly",
            name="goal-rhythm", accessible=_("Measured"),
        )  # fmt: skip
        self.baseline = NumberField(
            one.baseline if one else None, name="goal-baseline", accessible=_("Baseline")
        )
        self.target = NumberField(one.target if one else None, name="goal-target", accessible=_("Target"))
        week = week_of(self._desk)
        self.start_on = DateField(
            one.start_on if one else self._desk.today(), week=week, name="goal-start-on",
            accessible=pgettext("goal", "Start"),
        )  # fmt: skip
        self.due_on = DateField(
            one.due_on if one else None, week=week, name="goal-due-on", accessible=_("Due date")
        )
        self.ended_on = DateField(
            one.ended_on if one else None, week=week, name="goal-ended-on", accessible=_("Closed on")
        )

    def _lay_out(self, one: Goal | None) -> None:
        date_hint = _("A date, or “Friday”")
        self.fields = {
            "client": Field(_("Client"), self.client),
            "name": Field(pgettext("goal", "Name"), self.name, term="goal"),
            "kpi": Field(_("KPI"), self.kpi, hint=_("What is measured: orders, cost per order …")),
            "unit": Field(_("Unit"), self.unit, hint=_("Follows the figure: orders, €, %")),
            "direction": Field(pgettext("goal", "Direction"), self.direction),
            "rhythm": Field(_("Measured"), self.rhythm),
            "baseline": Field(_("Baseline"), self.baseline, hint=_("The figure at the start")),
            "target": Field(_("Target"), self.target, hint=_("The figure to be reached")),
            "start_on": Field(pgettext("goal", "Start"), self.start_on, hint=date_hint),
            "due_on": Field(_("Due date"), self.due_on, hint=date_hint),
            "shared": Field("", self.shared),
            "notes": Field(_("Private notes"), self.notes, hint=_("Never shown to the client")),
            "ended_on": Field(
                _("Closed on"), self.ended_on, hint=_("Nobody is asked for figures from this day on")
            ),
        }
        self.form = Form(name="goal-form")
        rows = (*_ROWS, "ended_on") if one else _ROWS
        for row in map(str.split, rows):
            self.form.add(*(self.fields[name] for name in row))
        if one is None:
            del self.fields["ended_on"]
        self.form.end()

    def refresh(self) -> None:
        """What is being typed is not asked again."""

    def save(self) -> None:
        """Keep what stands here as one step, and show the goal."""
        found = sheet.kept(self.fields, self._keep)
        if found is not None:
            goal = goals.get(self._desk, found).goal
            self.finished.emit(Place("goal", goal.id, goal.client_id))

    def _keep(self) -> int:
        values = self._values()
        if self._id is None:
            return goals.add(self._desk, **values)
        del values["client_id"]
        goals.change(self._desk, self._id, **values)
        return self._id

    def _values(self) -> dict[str, Any]:
        client = self.client.choice
        if client is None:
            raise AmdeskError(N_("Choose a client from the list."), beside="client")
        values: dict[str, Any] = {
            "client_id": client.client_id,
            "name": self.name.text().strip(),
            "kpi": self.kpi.text().strip(),
            "unit": self.unit.text().strip(),
            "direction": self.direction.value(),
            "rhythm": self.rhythm.value(),
            "shared": self.shared.isChecked(),
            "notes": self.notes.toPlainText(),
        }
        for name in ("baseline", "target", "start_on", "due_on"):
            values[name] = self._needed(name)
        if self._id is not None:
            values["ended_on"] = sheet.beside("ended_on", self.ended_on.value)
        return values

    def _needed(self, name: str) -> date | Decimal:
        field = getattr(self, name)
        found: date | Decimal | None = sheet.beside(name, field.value)
        if found is None:
            raise AmdeskError(_NEEDED[name], beside=name)
        return found

    def _memory(self) -> Mapping[str, object]:
        return {"typed": sheet.typed(self.fields), "client": self.client.choice}

    def _remove(self) -> None:
        """Undo brings it back."""
        goals.trash(self._desk, self._id or 0)
        self.finished.emit(Place("goals"))

    def _recall(self, memory: Mapping[str, Any]) -> None:
        if memory:
            sheet.put_back(self.fields, memory["typed"])
            if memory["client"] is not None:
                self.client.show_choice(memory["client"])
