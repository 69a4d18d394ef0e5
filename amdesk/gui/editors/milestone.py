"""A milestone on the way to a goal: what is to be reached by when, and whether it was."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_
from amdesk.gui.editors import goal_part, sheet
from amdesk.gui.widgets.dates import DateField
from amdesk.gui.widgets.fields import LineField
from amdesk.gui.widgets.figures import NumberField
from amdesk.gui.widgets.form import Field, Form
from amdesk.i18n.catalog import _
from amdesk.services import goals
from amdesk.services.desk import Desk
from amdesk.services.week import week_of


class MilestoneEditor(QWidget):
    """A form for one milestone; its title and its day are needed."""

    TABLES: frozenset[str] = frozenset()
    place_requested = Signal(object)
    finished = Signal(object)

    def __init__(self, desk: Desk, milestone_id: int | None, *, goal_id: int | None) -> None:
        super().__init__()
        self._desk, self._id = desk, milestone_id
        one = goals.milestone(desk, milestone_id) if milestone_id else None
        self._goal_id = one.goal_id if one else goal_id or 0
        goal = goals.get(desk, self._goal_id).goal
        title = _("Edit milestone") if one else _("New milestone")
        self.setObjectName("edit-milestone")
        self.setAccessibleName(title)
        week = week_of(desk)
        self.title = LineField(one.title if one else "", name="milestone-title", accessible=_("Milestone"))
        self.due_on = DateField(
            one.due_on if one else None, week=week, name="milestone-due-on", accessible=_("To be reached by")
        )
        self.value = NumberField(
            one.value if one else None, name="milestone-value", accessible=_("Value by then")
        )
        self.reached_on = DateField(
            one.reached_on if one else None,
            week=week,
            name="milestone-reached-on",
            accessible=_("Reached on"),
        )
        form = self._form()
        self.face = goal_part.face(
            self, form, self.fields, title=title, goal=goal.name, save=self.save,
            remove=self._remove if one else None,
        )  # fmt: skip

    def _form(self) -> Form:
        date_hint = _("A date, or “Friday”")
        self.fields = {
            "title": Field(_("Milestone"), self.title),
            "due_on": Field(_("To be reached by"), self.due_on, hint=date_hint),
            "value": Field(_("Value by then"), self.value, hint=_("May be left out")),
            "reached_on": Field(_("Reached on"), self.reached_on, hint=_("Empty until it is reached")),
        }
        form = Form(name="milestone-form")
        form.add(self.fields["title"])
        form.add(self.fields["due_on"], self.fields["value"])
        form.add(self.fields["reached_on"])
        form.end()
        return form

    def refresh(self) -> None:
        """What is being typed is not asked again."""

    def save(self) -> None:
        """Keep what stands here as one step."""
        if sheet.kept(self.fields, self._keep):
            self.finished.emit(None)

    def _keep(self) -> bool:
        due_on = sheet.beside("due_on", self.due_on.value)
        if due_on is None:
            raise AmdeskError(N_("Say by which day it is to be reached."), beside="due_on")
        values: dict[str, Any] = {
            "title": self.title.text().strip(),
            "due_on": due_on,
            "value": sheet.beside("value", self.value.value),
            "reached_on": sheet.beside("reached_on", self.reached_on.value),
        }
        if self._id is None:
            goals.add_milestone(self._desk, self._goal_id, **values)
        else:
            goals.change_milestone(self._desk, self._id, **values)
        return True

    def _remove(self) -> None:
        """Undo brings it back."""
        goals.remove_milestone(self._desk, self._id or 0)
        self.finished.emit(None)
