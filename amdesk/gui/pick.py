"""A line that finds things by a few letters, with a live list floating under it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from amdesk.gui import show, theme
from amdesk.gui.delegates import CellDelegate
from amdesk.gui.rows import CELL_ROLE, Cell
from amdesk.gui.speaking import announce
from amdesk.gui.theme import SIZE, SPACE
from amdesk.gui.widgets.fields import LineField
from amdesk.gui.widgets.labels import label
from amdesk.i18n.catalog import current
from amdesk.i18n.format import listed

Index = QModelIndex | QPersistentModelIndex
_MOST_SHOWN = 6
_INSET = 1  # from the list's frame to its rows


class Found(Protocol):
    """What can be picked: its name, and what tells it from its like."""

    @property
    def label(self) -> str: ...

    @property
    def detail(self) -> tuple[str, ...]: ...


F = TypeVar("F", bound=Found)


class Choices(QAbstractListModel, Generic[F]):
    """The choices found, as cells."""

    def __init__(self, icon: Callable[[F], str]) -> None:
        super().__init__()
        self._icon = icon
        self.choices: Sequence[F] = ()

    def show_choices(self, choices: Sequence[F]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self.choices = choices
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.choices)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid() or index.row() >= len(self.choices):
            return None
        choice = self.choices[index.row()]
        if role == CELL_ROLE:
            return Cell(choice.label, show.joined(*map(show.apart, choice.detail)), icon=self._icon(choice))
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return listed((choice.label, *choice.detail), current())
        return None


class Pick(LineField, Generic[F]):
    """A line with a live list under it. ``picked`` gives the choice and whether to go on to the next field;
    ``cleared`` tells that what was picked no longer stands in the line.
    """

    picked = Signal(object)
    cleared = Signal()

    def __init__(
        self, find: Callable[[str], Sequence[F]], *, name: str, accessible: str, placeholder: str, found: str,
        icon: Callable[[F], str], within: QWidget, nothing: str = "",
    ) -> None:  # fmt: skip
        """The list is called ``found`` and floats over ``within``, the page the line stands on; ``nothing``
        says in its place that nothing fits what was typed.
        """
        super().__init__(name=name, accessible=accessible, placeholder=placeholder)
        self._find = find
        self.choice: F | None = None
        self.model = Choices(icon)
        self.list = _List(self, self.model, within)
        self.list.view.setAccessibleName(found)
        self.nothing = _Nothing(self, nothing, within)
        self.destroyed.connect(self.nothing.deleteLater)
        self.textEdited.connect(self._look)
        self.list.view.clicked.connect(lambda index: self.take(index.row()))

    def show_choice(self, choice: F | None) -> None:
        """Show a choice as picked, without a word to anyone."""
        self.choice = choice
        self.setText(choice.label if choice else "")
        self.list.hide()
        self.nothing.hide()

    def take(self, row: int) -> None:
        """Pick a row of the list."""
        if 0 <= row < len(self.model.choices):
            self.show_choice(self.model.choices[row])
            self.picked.emit(self.choice)

    def look(self) -> None:
        """Show what fits the text so far; without one, what is at hand."""
        self.model.show_choices(self._find(self.text()))
        self.list.place()
        self.list.setVisible(bool(self.model.choices) and self.hasFocus())
        lost = bool(self.text().strip()) and not self.model.choices
        self.nothing.say(on=lost and self.hasFocus())
        self.list.view.setCurrentIndex(self.model.index(0))

    def _look(self) -> None:
        if self.choice is not None:
            self.choice = None
            self.cleared.emit()
        self.look()

    def event(self, event: QEvent) -> bool:
        """Tab takes the first choice, as Enter does, instead of leaving the field half filled in; Escape
        closes the list before it leaves the page.
        """
        leaves = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if leaves and event.type() == QEvent.Type.ShortcutOverride and self.list.isVisible():
            event.accept()
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._takes(event):
            self.take(self.list.view.currentIndex().row())
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows = self.model.rowCount()
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if step and not self.list.isVisible():
            self.look()
        elif step and rows:
            now = self.list.view.currentIndex().row()
            self.list.view.setCurrentIndex(self.model.index((now + step) % rows))
        elif event.key() == Qt.Key.Key_Escape and self.list.isVisible():
            self.list.hide()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.list.hide()
            self.nothing.hide()

    def _takes(self, event: QKeyEvent) -> bool:
        keys = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        return plain and event.key() in keys and self.list.isVisible() and self.choice is None


class _Nothing(QFrame):
    """Floats under the line while nothing is found for what stands in it."""

    def __init__(self, line: QWidget, words: str, within: QWidget) -> None:
        super().__init__(within)
        self._line, self._within, self._words = line, within, words
        self.setObjectName(f"{line.objectName()}-nothing")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme.as_kind(self, "popup")
        down = QVBoxLayout(self)
        down.setContentsMargins(SPACE.m, SPACE.s, SPACE.m, SPACE.s)
        down.addWidget(label(words, "muted", name=f"{line.objectName()}-nothing-words", wrap=True))
        self.hide()

    def say(self, *, on: bool) -> None:
        """Be there, or not."""
        if on and self._words and self.isHidden():
            under = self._line.mapTo(self._within, QPoint(0, self._line.height() + SPACE.xs))
            self.setGeometry(under.x(), under.y(), self._line.width(), theme.scaled(SIZE.row + SPACE.s))
            self.raise_()
            announce(self._line, self._words)
        self.setVisible(on and bool(self._words))


class _List(QFrame):
    """Floats under the line, above what follows it."""

    def __init__(self, line: QWidget, model: QAbstractListModel, within: QWidget) -> None:
        super().__init__(within)
        self._line, self._within = line, within
        self.setObjectName(f"{line.objectName()}-list")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme.as_kind(self, "popup")
        self.view = QListView()
        self.view.setObjectName(f"{line.objectName()}-choices")
        self.view.setModel(model)
        self.view.setItemDelegate(CellDelegate(tall=True, strong=True))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        down = QVBoxLayout(self)
        down.setContentsMargins(_INSET, _INSET, _INSET, _INSET)
        down.addWidget(self.view)
        self.hide()

    def place(self) -> None:
        """Stand right under the line, as wide as it, as high as what was found."""
        within = self._within
        rows = min(max(self.view.model().rowCount(), 1), _MOST_SHOWN)
        under = self._line.mapTo(within, QPoint(0, self._line.height() + SPACE.xs))
        high = rows * theme.scaled(SIZE.tall_row) + 2 * (self.frameWidth() + _INSET)
        self.setGeometry(under.x(), under.y(), self._line.width(), high)
        self.raise_()
