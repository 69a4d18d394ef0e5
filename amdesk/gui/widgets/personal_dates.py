"""Personal dates in a form: one line each, with what it is, its day and calendar, and when one is told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from amdesk.domain.errors import AmdeskError
from amdesk.domain.personal_date import EARLY_NAMES, KIND_NAMES, PersonalDate
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.buttons import button, icon_button
from amdesk.gui.widgets.dates import PartialDateField
from amdesk.gui.widgets.fields import LineField, Picker
from amdesk.gui.widgets.form import Field
from amdesk.gui.widgets.lines import Lines
from amdesk.i18n.catalog import _

_FREE = "other"


@dataclass(frozen=True, slots=True)
class TypedDate:
    """A personal date as it stands in the form; ``id`` is nothing for a new one."""

    id: int | None
    kind: str
    label: str
    day: str
    calendar: str
    early: str
    is_out: bool = False


class DateLine(QWidget):
    """One personal date being edited; ``is_out`` once it is taken out."""

    def __init__(self, date: PersonalDate | None, *, kinds: Iterable[str], name: str) -> None:
        super().__init__()
        self.id = date.id if date else None
        self.is_out = False
        self.setObjectName(name)
        offered = [(kind, _(KIND_NAMES[kind])) for kind in kinds]
        self.kind = Picker(
            offered, date.kind if date else None, name=f"{name}-kind", accessible=_("What day it is")
        )
        self.label = LineField(
            date.label if date else "", name=f"{name}-label", accessible=_("What it is called"),
            placeholder=_("What it is called"),
        )  # fmt: skip
        self.day = PartialDateField(
            date.given if date else None, name=f"{name}-day", accessible=_("Day"),
            calendar_named=_("Calendar of the personal date"),
        )  # fmt: skip
        self.early = early_picker(date.early if date else "vip", name=f"{name}-early")
        self.remove = icon_button(
            _("Remove this personal date"), name=f"{name}-remove", icon="close", run=self.take_out
        )
        self.day_field, self.label_field = (
            Field("", self.day, hint=_("The year may be left out")),
            Field("", self.label),
        )
        self.kind.currentIndexChanged.connect(self._turn)
        self._lay_out()
        self._turn()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, SPACE.s)
        grid.setHorizontalSpacing(SPACE.s)
        grid.setVerticalSpacing(SPACE.s)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self.kind, 0, 0, top)
        grid.addWidget(self.day_field, 0, 1, 2, 1, top)
        grid.addWidget(self.remove, 0, 2, top)
        grid.addWidget(self.day.calendar, 1, 0, top)
        grid.addWidget(self.early, 2, 0, 1, 2, top)  # its words are long
        grid.addWidget(self.label_field, 3, 0, 1, 2, top)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)

    def _turn(self) -> None:
        """Only a day of one's own choosing needs a name."""
        self.label_field.setVisible(self.kind.value() == _FREE)

    def take_out(self) -> None:
        """Out of the form; out of the file once it is saved."""
        self.is_out = True
        self.hide()

    def typed(self) -> TypedDate:
        """What stands there now."""
        calendar = str(self.day.calendar.value())
        kind, early = str(self.kind.value()), str(self.early.value())
        return TypedDate(self.id, kind, self.label.text(), self.day.text(), calendar, early, self.is_out)

    def put_typed(self, typed: TypedDate) -> None:
        """Put back what stood there."""
        self.id = typed.id
        self.kind.choose(typed.kind)
        self.label.setText(typed.label)
        self.day.calendar.choose(typed.calendar)
        self.day.put_text(typed.day)
        self.early.choose(typed.early)
        if typed.is_out:
            self.take_out()

    def say(self, error: AmdeskError) -> None:
        """Show what is wrong with it, beside what it is about."""
        field = self.label_field if error.beside == "label" else self.day_field
        field.say(error)
        field.editor.setFocus()


class DatesField(QWidget):
    """The personal dates of somebody, and a button to add one."""

    def __init__(self, dates: Sequence[PersonalDate], *, kinds: Sequence[str], name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(_("Personal dates"))
        self._kinds, self._name = kinds, name
        self._lines: Lines[DateLine] = Lines(self)
        for date in dates:
            self.add(date)
        adder = button(_("Personal date"), "link", name=f"{name}-add", icon="add", run=self._begin)
        adder.setAccessibleName(_("Add a personal date"))
        self._lines.foot.addWidget(adder, 0, Qt.AlignmentFlag.AlignLeading)

    @property
    def lines(self) -> list[DateLine]:
        """The lines as they stand, those taken out among them."""
        return self._lines.all

    def add(self, date: PersonalDate | None) -> DateLine:
        """One more line, for a date or for a new one."""
        return self._lines.add(DateLine(date, kinds=self._kinds, name=f"{self._name}-{len(self.lines)}"))

    def typed(self) -> tuple[TypedDate, ...]:
        """Every line, those taken out among them."""
        return tuple(line.typed() for line in self.lines)

    def show_typed(self, typed: Sequence[TypedDate]) -> None:
        """Put back what stood in the form when it was left."""
        self._lines.clear()
        for one in typed:
            self.add(None).put_typed(one)

    def _begin(self) -> None:
        self.add(None).day.setFocus()


def early_picker(value: str, *, name: str) -> Picker:
    """When one is told of a day."""
    choices = [(one, _(said)) for one, said in EARLY_NAMES.items()]
    return Picker(choices, value, name=name, accessible=_("When to tell me"))
