"""An action planned for a goal: what is to be done, by whom, from when to when, and whether it is done."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from amdesk.domain.goal import SIDE_NAMES
from amdesk.gui.editors import goal_part, sheet
from amdesk.gui.widgets.dates import DateField
from amdesk.gui.widgets.fields import LineField, Picker
from amdesk.gui.widgets.form import Field, Form
from amdesk.i18n.catalog import _
from amdesk.services import goals
from amdesk.services.desk import Desk
from amdesk.services.week import week_of


class PlannedActionEditor(QWidget):
    """A form for one planned action; only what is to be done is needed."""

    TABLES: frozenset[str] = frozenset()
    place_requested = Signal(object)
    finished = Signal(object)

    def __init__(self, desk: Desk, action_id: int | None, *, goal_id: int | None) -> None:
        super().__init__()
        self._desk, self._id = desk, action_id
        one = goals.action(desk, action_id) if action_id else None
        self._goal_id = one.goal_id if one else goal_id or 0
        goal = goals.get(desk, self._goal_id).goal
        title = _("Edit planned action") if one else _("New planned action")
        self.setObjectName("edit-action")
        self.setAccessibleName(title)
        week = week_of(desk)
        self.title = LineField(
            one.title if one else "", name="action-title", accessible=_("What is to be done")
        )
        self.side = Picker(
            [(key, _(said)) for key, said in SIDE_NAMES.items()], one.side if one else "us",
            name="action-side", accessible=_("Who does it"),
        )  # fmt: skip
        self.owner = LineField(one.owner if one else "", name="action-owner", accessible=_("Person"))
        self.start_on, self.due_on, self.done_on = (
            DateField(getattr(one, f"{name}_on", None), week=week, name=f"action-{name}-on", accessible=said)
            for name, said in (("start", _("Begins on")), ("due", _("To be done by")), ("done", _("Done on")))
        )
        form = self._form()
        self.face = goal_part.face(
            self, form, self.fields, title=title, goal=goal.name, save=self.save,
            remove=self._remove if one else None,
        )  # fmt: skip

    def _form(self) -> Form:
        may_be_left_out = _("May be left out")
        self.fields = {
            "title": Field(_("What is to be done"), self.title),
            "side": Field(_("Who does it"), self.side),
            "owner": Field(_("Person"), self.owner, hint=may_be_left_out),
            "start_on": Field(_("Begins on"), self.start_on, hint=may_be_left_out),
            "due_on": Field(_("To be done by"), self.due_on, hint=may_be_left_out),
            "done_on": Field(_("Done on"), self.done_on, hint=_("Empty until it is done")),
        }
        form = Form(name="action-form")
        for row in ("title", "side owner", "start_on due_on", "done_on"):
            form.add(*(self.fields[name] for name in row.split()))
        form.end()
        return form

    def refresh(self) -> None:
        """What is being typed is not asked again."""

    def save(self) -> None:
        """Keep what stands here as one step."""
        if sheet.kept(self.fields, self._keep):
            self.finished.emit(None)

    def _keep(self) -> bool:
        values: dict[str, Any] = {
            "title": self.title.text().strip(),
            "side": self.side.value(),
            "owner": self.owner.text().strip(),
        }
        for name in ("start_on", "due_on", "done_on"):
            values[name] = sheet.beside(name, getattr(self, name).value)
        if self._id is None:
            goals.plan_action(self._desk, self._goal_id, **values)
        else:
            goals.change_action(self._desk, self._id, **values)
        return True

    def _remove(self) -> None:
        """Undo brings it back."""
        goals.remove_action(self._desk, self._id or 0)
        self.finished.emit(None)
