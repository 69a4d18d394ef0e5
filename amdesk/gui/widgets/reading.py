"""A line whose text means something: read while it is typed, kept as typed where it cannot be read."""

from __future__ import annotations

from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from amdesk.domain.errors import AmdeskError
from amdesk.gui import show, theme
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.fields import mark_wrong, room_to_say
from amdesk.gui.widgets.labels import hint_text, label, set_text, wrapped

Value = TypeVar("Value")


class Reading(Protocol[Value]):
    """How values of a kind are read from a line, and how a line shows them."""

    def parse(self, text: str) -> Value:
        """The value of a text; an AmdeskError for what is none."""

    def written(self, value: Value) -> str:
        """A value as the line shows it."""

    def words(self, value: Value) -> str:
        """What is said of a value while it is being typed."""


class ReadField(QLineEdit, Generic[Value]):
    """The base of fields for dates, times and numbers; a ``Reading`` knows what they are.

    ``changed`` tells of another value, ``understood`` what was understood while one types (empty where there
    is nothing to say). Left with a text that cannot be read, it tells why by ``refused`` and keeps the text;
    with one that can, it shows the value as the language writes it.
    """

    changed = Signal()
    understood = Signal(str)
    refused = Signal(object)

    # Whether what was understood is worth words of its own.
    speaks = False

    def __init__(self, reading: Reading[Value], *, name: str, accessible: str, placeholder: str = "") -> None:
        super().__init__()
        self.reading = reading
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setPlaceholderText(hint_text(placeholder))
        self._known: tuple[str, Value | None] = ("", None)
        self._told: Value | None = None
        self.textEdited.connect(lambda _text: self.look())
        self.editingFinished.connect(self._leave)

    def minimumSizeHint(self) -> QSize:
        return room_to_say(self, super().minimumSizeHint())

    def value(self) -> Value | None:
        """The value of what stands in the line, or nothing; an AmdeskError for what is none."""
        text = self.text().strip()
        if not text or text == self._known[0]:
            return self._known[1] if text else None
        return self.reading.parse(text)

    def meant(self) -> Value | None:
        """The value of what stands in the line; nothing as well where it cannot be read."""
        try:
            return self.value()
        except AmdeskError:
            return None

    def put(self, value: Value | None) -> None:
        """Show a value without a word to anyone; a line that means it already stays as it was typed."""
        if value == self.meant():
            return
        self._write(value)
        self._told = value
        mark_wrong(self, None)
        self.understood.emit("")

    def put_text(self, text: str) -> None:
        """Put words into the line as if they had been typed; what they mean is shown as the language has it,
        which may be another one than theirs. Words for what stands there already are no news.
        """
        before = self.meant()
        self.setText(text)
        meant = self.meant()
        if meant is None or meant != before:
            self.look()
        if meant is not None:
            self._write(meant)

    def choose(self, value: Value | None) -> None:
        """Take a value that was picked elsewhere, and tell of it."""
        self._write(value)
        self.look()

    def look(self) -> None:
        """Read the line, and tell what was understood."""
        value = self.meant()
        mark_wrong(self, None)
        self.understood.emit("" if value is None else self.reading.words(value))
        self._tell(value)

    def _write(self, value: Value | None) -> None:
        text = "" if value is None else self.reading.written(value)
        self._known = (text, value)
        if text != self.text():
            self.setText(text)

    def _leave(self) -> None:
        """Say that something cannot be read once the field is left, not while it is being typed."""
        try:
            value = self.value()
        except AmdeskError as error:
            mark_wrong(self, error)
            self.understood.emit("")
            self.refused.emit(error)
            return
        self._write(value)
        self._tell(value)

    def _tell(self, value: Value | None) -> None:
        if value != self._told:
            self._told = value
            self.changed.emit()


def understood(field: ReadField[Value], *, refusals: bool) -> QLabel:
    """A label for what a field understood, hidden while that is nothing; with ``refusals`` also why not."""
    made = label("", "caption", name=f"{field.objectName()}-understood")
    made.hide()
    field.understood.connect(lambda words: _say(made, field, words=words, kind="caption"))
    if refusals:
        wrapped(made)
        field.refused.connect(lambda error: _say(made, field, words=show.said(error), kind="error"))
    return made


def beside(field: ReadField[Value], said: QLabel) -> QWidget:
    """A field with what it says beside it, where there is no room of its own for that."""
    made = QWidget()
    made.setObjectName(f"{field.objectName()}-said")
    made.setFocusProxy(field)
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE.s)
    row.addWidget(field, 2)
    row.addWidget(said, 3)
    kept = said.sizePolicy()
    kept.setRetainSizeWhenHidden(True)
    said.setSizePolicy(kept)  # the line does not become shorter under one's hands
    return made


def _say(made: QLabel, field: ReadField[Value], *, words: str, kind: str) -> None:
    theme.as_kind(made, kind)
    theme.restyle(made)
    set_text(made, words)
    made.setVisible(bool(words))
    field.setAccessibleDescription(words)
