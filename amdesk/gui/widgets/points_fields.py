"""What a change and an action say beside their text: from, to and from when; who owes it, and by when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from amdesk.domain.points import CHANGE_KIND_NAMES, SIDES, Point
from amdesk.gui import theme, words
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.fields import LineField, Picker
from amdesk.gui.widgets.labels import TRAILING
from amdesk.gui.widgets.when import WhenField
from amdesk.i18n.catalog import _

Today = Callable[[], date]


class ActionFields(QWidget):
    """Who owes an action, by name, and by when."""

    changed = Signal()

    def __init__(self, *, name: str, today: Today) -> None:
        super().__init__()
        self.setObjectName(f"{name}-action")
        choices = [(side, _(words.OWES[side])) for side in SIDES]
        self.side = Picker(choices, name=f"{name}-side", accessible=_("Who owes this"), kind="filter")
        self.owner = LineField(name=f"{name}-owner", accessible=_("By name"), placeholder=_("By name"))
        self.due = WhenField(
            name=f"{name}-due", accessible=_("By when"), placeholder=_("By when"), today=today
        )
        self.stops: tuple[QWidget, ...] = (self.side, self.owner, self.due.line)
        _lay(self, (self.side, 0), (self.owner, 3), (self.due, 2), below=self.due.understood)
        self.due.understood.setAlignment(TRAILING)
        self.side.picked.connect(lambda *__: self.changed.emit())
        self.owner.textEdited.connect(lambda *__: self.changed.emit())
        self.due.changed.connect(self.changed)

    def show_point(self, point: Point) -> None:
        self.side.choose(point.side or "us")
        _show(self.owner, point.owner)
        self.due.show_day(point.due_on)

    def read(self, point: Point) -> Point:
        return replace(
            point, side=str(self.side.value()), owner=self.owner.text().strip(), due_on=self.due.day()
        )


class ChangeFields(QWidget):
    """What kind of change it is, from what, to what, and from when."""

    changed = Signal()

    def __init__(self, *, name: str, today: Today) -> None:
        super().__init__()
        self.setObjectName(f"{name}-change")
        choices = [(kind, _(said)) for kind, said in CHANGE_KIND_NAMES.items()]
        self.kind = Picker(choices, name=f"{name}-change-kind", accessible=_("What changes"), kind="filter")
        self.before = LineField(name=f"{name}-from", accessible=_("From"), placeholder=_("From"))
        self.after = LineField(name=f"{name}-to", accessible=_("To"), placeholder=_("To"))
        self.since = WhenField(
            name=f"{name}-since", accessible=_("From when"), placeholder=_("From when"), today=today
        )
        self.stops: tuple[QWidget, ...] = (self.kind, self.before, self.after, self.since.line)
        _lay(self, (self.kind, 0), (self.before, 1), (self.after, 1), below=self.since)
        self.kind.picked.connect(lambda *__: self.changed.emit())
        self.before.textEdited.connect(lambda *__: self.changed.emit())
        self.after.textEdited.connect(lambda *__: self.changed.emit())
        self.since.changed.connect(self.changed)

    def show_point(self, point: Point) -> None:
        self.kind.choose(point.change_kind or "other")
        _show(self.before, point.from_value)
        _show(self.after, point.to_value)
        self.since.show_day(point.effective_on)

    def read(self, point: Point) -> Point:
        return replace(
            point,
            change_kind=str(self.kind.value()),
            from_value=self.before.text().strip(),
            to_value=self.after.text().strip(),
            effective_on=self.since.day(),
        )


def fields_for(kind: str, *, name: str, today: Today) -> ActionFields | ChangeFields | None:
    """The fields of a kind of point; nothing for those that are only said."""
    if kind == "action":
        return ActionFields(name=name, today=today)
    return ChangeFields(name=name, today=today) if kind == "change" else None


def _lay(widget: QWidget, *parts: tuple[QWidget, int], below: QWidget) -> None:
    """Parts side by side, and one below them."""
    down = QVBoxLayout(widget)
    down.setContentsMargins(0, 0, 0, SPACE.xs)
    down.setSpacing(0)
    widget.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    row = QHBoxLayout()
    row.setSpacing(SPACE.s)
    down.addLayout(row)
    down.addWidget(below)
    for part, stretch in parts:
        row.addWidget(part, stretch)
    for line in widget.findChildren(LineField):
        theme.as_kind(line, "inline")
    for when in widget.findChildren(WhenField):
        when.line.setMinimumWidth(2 * SPACE.xxl + SPACE.l)


def _show(line: LineField, text: str) -> None:
    """A value that only differs by the space being typed behind it stays."""
    if line.text().strip() != text:
        line.setText(text)
