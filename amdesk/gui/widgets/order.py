"""A few things in the order of one's choice, moved by buttons or by Alt and the arrow keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from amdesk.gui import theme
from amdesk.gui.speaking import say_role
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.buttons import icon_button
from amdesk.gui.widgets.labels import label
from amdesk.gui.widgets.layout import empty, margins
from amdesk.i18n.catalog import _


class _Line(QWidget):
    """One of them; ``shifted`` asks to go up (-1) or down (1)."""

    shifted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        say_role(self, "ListItem")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme.as_kind(self, "row")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if by is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.shifted.emit(by)
        else:
            super().keyPressEvent(event)


class OrderField(QWidget):
    """``ordered`` gives the values in their new order."""

    ordered = Signal(object)

    def __init__(
        self, values: Sequence[str], words: Mapping[str, str], *, name: str, accessible: str
    ) -> None:
        super().__init__()
        say_role(self, "List")
        self._values, self._words = list(values), dict(words)
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._show()

    def value(self) -> tuple[str, ...]:
        """The values in their order."""
        return tuple(self._values)

    def show_values(self, values: Sequence[str]) -> None:
        """Show others, or another order, that came about elsewhere."""
        if list(values) != self._values:
            self._values = list(values)
            self._show()

    def shift(self, at: int, *, by: int) -> None:
        """Move one of them up or down, and say so."""
        to = at + by
        if 0 <= to < len(self._values):
            self._values.insert(to, self._values.pop(at))
            self._show()
            self._lines[to].setFocus()
            self.ordered.emit(self.value())

    def _shift_line(self, at: int, by: int) -> None:
        self.shift(at, by=by)

    def _show(self) -> None:
        empty(self._rows)
        self._lines = [self._line(number, value) for number, value in enumerate(self._values)]
        for line in self._lines:
            self._rows.addWidget(line)

    def _line(self, number: int, value: str) -> QWidget:
        line = _Line()
        line.shifted.connect(partial(self._shift_line, number))
        line.setObjectName(f"{self.objectName()}-{value}")
        line.setAccessibleName(self._words[value])
        across = QHBoxLayout(line)
        margins(across, leading=SPACE.s, top=SPACE.xs // 2, trailing=SPACE.xs, bottom=SPACE.xs // 2)
        across.addWidget(label(self._words[value], name="order-words"), 1)
        for by, icon, text, keys in (
            (-1, "up", _("Move up"), "Alt+Up"),
            (1, "down_arrow", _("Move down"), "Alt+Down"),
        ):
            move = partial(self.shift, number, by=by)
            step = icon_button(text, name=f"order-{icon}", icon=icon, run=move, shortcut=keys)
            step.setEnabled(0 <= number + by < len(self._values))
            across.addWidget(step)
        return line
