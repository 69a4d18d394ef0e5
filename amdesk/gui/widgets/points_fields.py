"""What a change and an action say beside their text: from, to and from when; who owes it, and by when."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from amdesk.domain.points import CHANGE_KIND_NAMES, SIDES, Point
from amdesk.gui import theme, words
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.dates import DateField
from amdesk.gui.widgets.fields import LineField, Picker
from amdesk.gui.widgets.flow import FlowLayout, let_it_break
from amdesk.gui.widgets.labels import TRAILING
from amdesk.gui.widgets.reading import understood
from amdesk.i18n.catalog import _, pgettext
from amdesk.services.week import Week


class ActionFields(QWidget):
    """Who owes an action, by name, and by when."""

    changed = Signal()

    def __init__(self, *, name: str, week: Week) -> None:
        super().__init__()
        self.setObjectName(f"{name}-action")
        choices = [(side, _(words.OWES[side])) for side in SIDES]
        self.side = Picker(choices, name=f"{name}-side", accessible=_("Who owes this"), kind="filter")
        self.owner = LineField(name=f"{name}-owner", accessible=_("By name"), placeholder=_("By name"))
        self.due = DateField(
            None, name=f"{name}-due", accessible=_("By when"), placeholder=_("By when"), week=week
        )
        self.stops: tuple[QWidget, ...] = (self.side, self.owner, self.due)
        _lay(self, *self.stops, below=_said(self.due))
        self.side.picked.connect(lambda *__: self.changed.emit())
        self.owner.textEdited.connect(lambda *__: self.changed.emit())
        self.due.changed.connect(self.changed)

    def show_point(self, point: Point) -> None:
        self.side.choose(point.side or "us")
        _show(self.owner, point.owner)
        self.due.put(point.due_on)

    def read(self, point: Point) -> Point:
        return replace(
            point, side=str(self.side.value()), owner=self.owner.text().strip(), due_on=self.due.meant()
        )


class ChangeFields(QWidget):
    """What kind of change it is, from what, to what, and from when."""

    changed = Signal()

    def __init__(self, *, name: str, week: Week) -> None:
        super().__init__()
        self.setObjectName(f"{name}-change")
        choices = [(kind, _(said)) for kind, said in CHANGE_KIND_NAMES.items()]
        self.kind = Picker(choices, name=f"{name}-change-kind", accessible=_("What changes"), kind="filter")
        before, after = pgettext("change", "From"), pgettext("change", "To")
        self.before = LineField(name=f"{name}-from", accessible=before, placeholder=before)
        self.after = LineField(name=f"{name}-to", accessible=after, placeholder=after)
        self.since = DateField(
            None, name=f"{name}-since", accessible=_("From when"), placeholder=_("From when"), week=week
        )
        self.stops: tuple[QWidget, ...] = (self.kind, self.before, self.after, self.since)
        _lay(self, *self.stops, below=_said(self.since))
        self.kind.picked.connect(lambda *__: self.changed.emit())
        self.before.textEdited.connect(lambda *__: self.changed.emit())
        self.after.textEdited.connect(lambda *__: self.changed.emit())
        self.since.changed.connect(self.changed)

    def show_point(self, point: Point) -> None:
        self.kind.choose(point.change_kind or "other")
        _show(self.before, point.from_value)
        _show(self.after, point.to_value)
        self.since.put(point.effective_on)

    def read(self, point: Point) -> Point:
        return replace(
            point,
            change_kind=str(self.kind.value()),
            from_value=self.before.text().strip(),
            to_value=self.after.text().strip(),
            effective_on=self.since.meant(),
        )


def fields_for(kind: str, *, name: str, week: Week) -> ActionFields | ChangeFields | None:
    """The fields of a kind of point; nothing for those that are only said."""
    if kind == "action":
        return ActionFields(name=name, week=week)
    return ChangeFields(name=name, week=week) if kind == "change" else None


def _said(field: DateField) -> QWidget:
    """What is understood of a date, below it and its neighbours."""
    said = understood(field, refusals=True)
    said.setAlignment(TRAILING)
    return said


def _lay(widget: QWidget, *parts: QWidget, below: QWidget) -> None:
    """Parts in columns, each with room for a short value, and one below them."""
    down = QVBoxLayout(widget)
    down.setContentsMargins(0, 0, 0, SPACE.xs)
    down.setSpacing(0)
    line = FlowLayout(gap=SPACE.s, even=True)
    down.addLayout(line)
    down.addWidget(below)
    for part in parts:
        line.addWidget(part)
    for field in widget.findChildren(QLineEdit):
        theme.as_kind(field, "inline")
        field.setMinimumWidth(theme.scaled(3 * SPACE.xxl))
    let_it_break(widget)


def _show(line: LineField, text: str) -> None:
    """A value that only differs by the space being typed behind it stays."""
    if line.text().strip() != text:
        line.setText(text)
        line.setCursorPosition(0)  # its beginning is what one reads
