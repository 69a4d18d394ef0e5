"""Typing a measurement in one line: the day, the value, a note, Enter; a known one is changed there too."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from amdesk.domain.errors import AmdeskError
from amdesk.domain.goal import Measurement
from amdesk.domain.messages import N_
from amdesk.gui import theme
from amdesk.gui.editors import sheet
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.dates import DateField
from amdesk.gui.widgets.fields import LineField
from amdesk.gui.widgets.figures import NumberField
from amdesk.gui.widgets.form import Field
from amdesk.gui.widgets.labels import label
from amdesk.i18n.catalog import _, pgettext
from amdesk.services import goals
from amdesk.services.desk import Desk
from amdesk.services.week import week_of

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_WIDTHS = {"taken_on": 168, "value": 128}


class MeasuringLine(QWidget):
    """Three fields and a button; ``kept`` tells of a measurement that is in the file now."""

    kept = Signal(int)
    left = Signal()

    def __init__(self, desk: Desk, goal_id: int) -> None:
        super().__init__()
        self._desk, self._goal_id = desk, goal_id
        self.changing: int | None = None
        self.setObjectName("measure")
        self.setAccessibleName(_("Type a measurement"))
        self.day = DateField(
            desk.today(), week=week_of(desk), name="measure-on", accessible=pgettext("measurement", "Day")
        )
        self.value = NumberField(None, name="measure-value", accessible=_("Value"))
        self.note = LineField("", name="measure-note", accessible=pgettext("measurement", "Note"))
        hint = " "  # room for what is understood or wrong, so that nothing below moves while one types
        self.fields = {
            "taken_on": Field(pgettext("measurement", "Day"), self.day, hint=hint),
            "value": Field(_("Value"), self.value, hint=hint),
            "note": Field(pgettext("measurement", "Note"), self.note, hint=hint),
        }
        for name, width in _WIDTHS.items():
            self.fields[name].setFixedWidth(theme.scaled(width))
        self.keep = button(_("Measure"), "", name="measure-keep", icon="done", run=self.save)
        self._lay_out()

    def _lay_out(self) -> None:
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(SPACE.s)
        for name, field in self.fields.items():
            across.addWidget(field, int(name == "note"), Qt.AlignmentFlag.AlignTop)
        beside = QVBoxLayout()
        beside.setSpacing(SPACE.xs)
        beside.addWidget(label("\u00a0", "caption", name="measure-above"))  # as high as a field's name
        beside.addWidget(self.keep)
        beside.addStretch()
        across.addLayout(beside)

    def show_measurement(self, one: Measurement) -> None:
        """Change one that is known."""
        self.changing = one.id
        self.keep.setText(pgettext("measurement", "Change"))
        self.day.put(one.taken_on)
        self.value.put(one.value)
        self.note.setText(one.note)
        sheet.tell(self.fields, None)
        self.value.setFocus(Qt.FocusReason.OtherFocusReason)
        self.value.selectAll()

    def begin(self) -> None:
        """Type a new one."""
        self.changing = None
        self.keep.setText(_("Measure"))
        self.value.clear()
        self.note.clear()
        sheet.tell(self.fields, None)

    def save(self) -> None:
        """Keep what stands here as one step; the keys go to the day, for the next one."""
        kept = sheet.kept(self.fields, self._keep)
        if kept is None:
            return
        self.begin()
        self.kept.emit(kept)
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)
        self.day.selectAll()

    def _keep(self) -> int:
        day = sheet.beside("taken_on", self.day.value)
        amount = sheet.beside("value", self.value.value)
        if day is None:
            raise AmdeskError(N_("Say on which day."), beside="taken_on")
        if amount is None:
            raise AmdeskError(N_("Type the value."), beside="value")
        note = self.note.text().strip()
        if self.changing is None:
            return goals.measure(self._desk, self._goal_id, day, amount, note=note)
        goals.change_measurement(self._desk, self.changing, taken_on=day, value=amount, note=note)
        return self.changing

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps it from any of the fields; Escape leaves a change, then the line."""
        if event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.save()
        elif event.key() == Qt.Key.Key_Escape and self._is_begun():
            self.begin()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _is_begun(self) -> bool:
        return self.changing is not None or bool(self.value.text() or self.note.text())
