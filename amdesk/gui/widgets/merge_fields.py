"""Field by field, whose value stays when two records become one: two of them side by side."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from amdesk.domain.merge_choices import BOTH, FIELD_NAMES, GOES, STAYS, Choice
from amdesk.gui.speaking import say_role
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.labels import label
from amdesk.gui.widgets.layout import empty
from amdesk.gui.widgets.value_choice import ValueChoice
from amdesk.i18n.catalog import _

Shown = Callable[[str, object], str]


class MergeFields(QWidget):
    """The fields in which two records differ, if in any; ``changed`` tells of another choice."""

    changed = Signal()

    def __init__(self, shown: Shown, *, name: str = "merge") -> None:
        """``shown`` makes a field's value into words."""
        super().__init__()
        self._shown, self._name = shown, name
        self.wanted: dict[str, str] = {}
        self.has_any = False
        self.setObjectName(f"{name}-fields")
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(SPACE.m)

    def show_choices(self, noun: str, choices: tuple[Choice, ...]) -> None:
        """Show what there is to choose; what was chosen before stays chosen."""
        empty(self._rows)
        there = {one.field for one in choices if one.is_open}
        self.has_any = bool(there)
        self.wanted = {field: value for field, value in self.wanted.items() if field in there}
        for one in choices:
            if one.is_open:
                self._rows.addWidget(self._field(noun, one))

    def _field(self, noun: str, choice: Choice) -> QWidget:
        made = QWidget()
        say_role(made, "Grouping")
        title = _(FIELD_NAMES[noun][choice.field])
        made.setObjectName(f"{self._name}-{choice.field}")
        made.setAccessibleName(title)
        down = QVBoxLayout(made)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(SPACE.xs)
        down.addWidget(label(title, "caption", name=f"{self._name}-{choice.field}-title"))
        across = QHBoxLayout()
        across.setSpacing(SPACE.m)
        down.addLayout(across)
        chosen = self.wanted.get(choice.field, choice.usual)
        for side, value in ((STAYS, choice.stays), (GOES, choice.goes)):
            words = self._shown(choice.field, value) or "–"
            across.addWidget(self._value(choice, side, words, title, chosen), 1)
        if choice.can_be_both:
            down.addSpacing(SPACE.s)
            down.addWidget(self._value(choice, BOTH, _("Both, one below the other"), title, chosen))
        return made

    def _value(self, choice: Choice, side: str, words: str, title: str, chosen: str) -> ValueChoice:
        made = ValueChoice(
            words, side, name=f"{self._name}-{choice.field}-{side}", accessible=f"{title}: {words}",
            run=lambda value: self._choose(choice.field, value),
        )  # fmt: skip
        made.blockSignals(True)
        made.setChecked(side == chosen)
        made.blockSignals(False)
        return made

    def _choose(self, field: str, value: str) -> None:
        self.wanted[field] = value
        self.changed.emit()
