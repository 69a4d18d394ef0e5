"""A few choices side by side, one of them chosen: one stop for Tab, arrow keys within."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from amdesk.gui import icons, theme
from amdesk.gui.keys import with_keys
from amdesk.gui.theme import SIZE, SPACE
from amdesk.gui.widgets.flow import FlowLayout, let_it_break
from amdesk.gui.widgets.labels import label


@dataclass(frozen=True, slots=True)
class Segment:
    """One choice: its value, its words (already translated), a picture, the key that chooses it."""

    value: str
    words: str
    icon: str = ""
    key: str = ""


class Segments(QWidget):
    """The choices as buttons that touch; with ``pictures`` only, the chosen one's words stand behind them."""

    picked = Signal(str)

    def __init__(
        self, choices: Sequence[Segment], value: str, *, name: str, accessible: str, pictures: bool = False
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self._words = {choice.value: choice.words for choice in choices}
        self._choosing = False
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        row = FlowLayout(self)
        let_it_break(self)
        for choice in choices:
            made = _segment(choice, name=f"{name}-{choice.value}", pictures=pictures)
            made.toggled.connect(lambda on, value=choice.value: self._toggled(value, on))
            self._group.addButton(made)
            self._buttons[choice.value] = made
            row.addWidget(made)
        self._said = label("", "body", name=f"{name}-chosen")
        row.addWidget(self._said)
        self._said.setHidden(not pictures)
        self.choose(value)

    def value(self) -> str:
        """The value chosen."""
        return next(value for value, made in self._buttons.items() if made.isChecked())

    def choose(self, value: str) -> None:
        """Choose without telling anyone; an unknown value chooses the first."""
        chosen = value if value in self._buttons else next(iter(self._buttons))
        self._choosing = True
        self._buttons[chosen].setChecked(True)
        self._choosing = False
        for one, made in self._buttons.items():
            made.setFocusPolicy(Qt.FocusPolicy.StrongFocus if one == chosen else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self._buttons[chosen])
        self._said.setText(self._words[chosen])

    def offer(self, value: str, *, offered: bool) -> None:
        """Show or hide a choice; one that goes leaves the first chosen."""
        self._buttons[value].setVisible(offered)
        if not offered and self.value() == value:
            self.choose("")

    def _toggled(self, value: str, on: bool) -> None:
        """By a hand, or by a screen reader, which does not click."""
        if on and not self._choosing:
            self._pick(value)

    def _pick(self, value: str) -> None:
        self.choose(value)
        self.picked.emit(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(
            Qt.Key(event.key()), 0
        )
        if not step or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
            return
        sideways = event.key() in {Qt.Key.Key_Right, Qt.Key.Key_Left}
        if sideways and self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            step = -step
        values = [value for value, made in self._buttons.items() if not made.isHidden()]
        chosen = values[(values.index(self.value()) + step) % len(values)]
        self._pick(chosen)
        self._buttons[chosen].setFocus(Qt.FocusReason.TabFocusReason)


def _segment(choice: Segment, *, name: str, pictures: bool) -> QPushButton:
    made = _Arrowless("" if pictures else choice.words)
    made.setObjectName(name)
    made.setAccessibleName(choice.words)
    made.setCheckable(True)
    made.setAutoExclusive(True)  # one of several, as a screen reader says it
    made.setAutoDefault(False)
    if choice.icon:
        made.setIcon(icons.icon(choice.icon))
        made.setIconSize(QSize(SIZE.icon + (0 if pictures else SPACE.xs), SIZE.icon))
    if pictures or choice.key:
        made.setToolTip(with_keys(choice.words, choice.key))
    theme.as_kind(made, "icon" if pictures else "segment")
    return made


class _Arrowless(QPushButton):
    """Leaves arrow keys to the row it stands in, which knows what they mean; Enter belongs to the form."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OTHERS:
            event.ignore()
            return
        super().keyPressEvent(event)


_OTHERS = {
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter,
}  # fmt: skip
