"""Typing a measurement in one line: the day, the value, a note, Enter; a known one is changed there too."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QVBoxLayout, QWidget

from amdesk.domain.errors import AmdeskError
from amdesk.domain.goal import Measurement
from amdesk.domain.messages import N_
from amdesk.gui import show, theme
from amdesk.gui.editors import sheet
from amdesk.gui.enter_key import presses_button
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.dates import DateField
from amdesk.gui.widgets.fields import LineField, mark_wrong
from amdesk.gui.widgets.figures import NumberField
from amdesk.gui.widgets.flow import Flow
from amdesk.gui.widgets.labels import label, set_text
from amdesk.gui.widgets.layout import column
from amdesk.i18n.catalog import _, pgettext
from amdesk.services import goals
from amdesk.services.desk import Desk
from amdesk.services.week import week_of

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_DAY, _VALUE = 168, 128
_NOTE = 160  # at least
_BLANK = "\u00a0"  # room for what is understood or wrong: nothing below moves while one types


class MeasuringLine(QWidget):
    """Three fields and a button; ``kept`` tells of a measurement that is in the file now,
    ``left`` that the keys are to go on to the list."""

    kept = Signal(int)
    left = Signal()
    changing_begun = Signal()

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
        self._fields: dict[str, QWidget] = {"taken_on": self.day, "value": self.value, "note": self.note}
        self.below = label(_BLANK, "caption", name="measure-below", wrap=True)
        self.keep = button(_("Measure"), "", name="measure-keep", icon="done", run=self.save)
        for field in (self.day, self.value):
            field.understood.connect(lambda words: self._say(words, None))
        self.day.refused.connect(lambda error: self._say(show.said(error), "taken_on"))
        self.value.refused.connect(lambda error: self._say(show.said(error), "value"))
        self._lay_out()

    def _lay_out(self) -> None:
        named = (
            (pgettext("measurement", "Day"), self.day),
            (_("Value"), self.value),
            (pgettext("measurement", "Note"), self.note),
            (_BLANK, self.keep),
        )
        parts = [
            column(
                label(title, "caption", name=f"name-{field.objectName()}"), field,
                name=f"field-{field.objectName()}", gap=SPACE.xs,
            )
            for title, field in named
        ]  # fmt: skip
        day, value, note, _keep = parts
        for part, width in ((day, _DAY), (value, _VALUE)):
            part.setFixedWidth(theme.scaled(width))
            part.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        note.setMinimumWidth(theme.scaled(_NOTE))
        note.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(SPACE.xs)
        down.addWidget(Flow(parts, name="measure-fields", gap=SPACE.s, below=SPACE.s))
        down.addWidget(self.below)

    def show_measurement(self, one: Measurement) -> None:
        """Change one that is known."""
        self.changing = one.id
        self.keep.setText(_("Save"))
        self.day.put(one.taken_on)
        self.value.put(one.value)
        self.note.setText(one.note)
        self._say("", None)
        self.value.setFocus(Qt.FocusReason.OtherFocusReason)
        self.value.selectAll()
        self.changing_begun.emit()

    def begin(self) -> None:
        """Type a new one."""
        self.changing = None
        self.keep.setText(_("Measure"))
        self.value.clear()
        self.note.clear()
        self._say("", None)

    def save(self) -> None:
        """Keep what stands here as one step; the keys go to the day, for the next one."""
        try:
            kept = self._keep()
        except AmdeskError as error:
            if error.beside not in self._fields:
                raise
            self._say(show.said(error), error.beside)
            self._fields[error.beside].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.begin()
        self.kept.emit(kept)
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)
        self.day.selectAll()

    def _say(self, words: str, wrong: str | None) -> None:
        """What was understood, or what is wrong with one of the fields."""
        for name, field in self._fields.items():
            mark_wrong(field, name == wrong)
            field.setAccessibleDescription(words if name == wrong else "")
        theme.as_kind(self.below, "error" if wrong else "caption")
        theme.restyle(self.below)
        set_text(self.below, words or _BLANK)

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
        if presses_button(event):
            return
        if event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.save()
        elif event.key() == Qt.Key.Key_Escape and self._is_begun():
            self.begin()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave(event)
        else:
            super().keyPressEvent(event)

    def _leave(self, event: QKeyEvent) -> None:
        """On to the list; where there is none to go to, the page is left."""
        self.left.emit()
        held = QApplication.focusWidget()
        if held is not None and self.isAncestorOf(held):
            super().keyPressEvent(event)

    def _is_begun(self) -> bool:
        return self.changing is not None or bool(self.value.text() or self.note.text())
