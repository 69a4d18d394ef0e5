"""A form: fields one under the other, each with its name above and what is wrong with it below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from amdesk.domain.errors import AmdeskError
from amdesk.gui import show, theme
from amdesk.gui.speaking import announce
from amdesk.gui.tab_order import bring_into_sight
from amdesk.gui.theme import SIZE, SPACE
from amdesk.gui.widgets import help_mark
from amdesk.gui.widgets.fields import mark_wrong
from amdesk.gui.widgets.labels import label, set_text
from amdesk.gui.widgets.reading import ReadField, beside, understood


class Field(QWidget):
    """One field with its name; ``say`` shows a sentence beside it and has it read out, ``hint`` is there
    while all is well.

    What a field understands while one types takes the place of the hint, or stands beside it where there is
    none; what it cannot read is said below.
    """

    def __init__(self, title: str, editor: QWidget, *, hint: str = "", term: str = "") -> None:
        """``term`` is a word of the trade that is explained beside the name, or beside a nameless editor."""
        super().__init__()
        self.editor = editor
        self._hint = hint
        self.setObjectName(f"field-{editor.objectName()}")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(SPACE.xs)
        self._name = name = label(title, "caption", name=f"name-{editor.objectName()}")
        if title:
            name.setBuddy(editor)
            editor.setAccessibleDescription(hint)  # its name is heard already
        self.below = label(hint, "caption", name=f"below-{editor.objectName()}", wrap=True)
        with_words = self._with_words(editor)
        if term and title:
            rows.addWidget(help_mark.beside(name, term, of=editor), 0, Qt.AlignmentFlag.AlignLeading)
        else:
            rows.addWidget(name)
        if term and not title:
            rows.addWidget(help_mark.beside(with_words, term), 0, Qt.AlignmentFlag.AlignLeading)
        else:
            rows.addWidget(with_words)
        rows.addWidget(self.below)
        # only now: a label shown before it has a parent is a window of its own for a moment
        self.below.setVisible(bool(hint))
        name.setVisible(bool(title))
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(lambda: bring_into_sight(self))

    def _with_words(self, editor: QWidget) -> QWidget:
        """The editor, with a place beside it for its words where they need one."""
        if not isinstance(editor, ReadField):
            return editor
        editor.refused.connect(self.say)
        editor.understood.connect(self._hear)
        return (
            beside(editor, understood(editor, refusals=False)) if editor.speaks and not self._hint else editor
        )

    def _hear(self, words: str) -> None:
        self.say(None)
        if self._hint and words:
            set_text(self.below, words)
            self.editor.setAccessibleDescription(words)

    def come_into_sight(self) -> None:
        """Take the keys, and bring into sight what is said below as well."""
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._soon.start()  # not before there is room for it

    def call(self, title: str) -> None:
        """Give it another name (already translated): it asks for something else."""
        set_text(self._name, title)
        self.editor.setAccessibleName(title)

    def say(self, error: AmdeskError | None) -> None:
        """Show what is wrong beside the field, or that nothing is."""
        words = show.said(error.message) if error else self._hint
        theme.as_kind(self.below, "error" if error else "caption")
        theme.restyle(self.below)
        set_text(self.below, words)
        self.below.setVisible(bool(words))
        self.editor.setAccessibleDescription(words)
        mark_wrong(self.editor, error)
        if error:
            announce(self, words, at_once=True)  # the keys may be in the field already: nothing else tells


class Form(QWidget):
    """A column of fields no wider than is good for reading."""

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setMaximumWidth(theme.scaled(SIZE.form))
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(SPACE.l)

    def add(self, *parts: QWidget, stretch: Sequence[int] = ()) -> None:
        """A row of one field, or of several side by side sharing its width by ``stretch``."""
        if len(parts) == 1:
            self._rows.addWidget(parts[0])
            return
        line = QHBoxLayout()
        line.setSpacing(SPACE.m)
        for number, part in enumerate(parts):
            line.addWidget(part, stretch[number] if stretch else 1, Qt.AlignmentFlag.AlignTop)
        self._rows.addLayout(line)

    def heading(self, text: str, *, name: str, term: str = "", of: QWidget | None = None) -> None:
        """A heading within the form; ``term`` is explained beside it, and from the field it is ``of``."""
        self._rows.addSpacing(SPACE.s)
        made: QWidget = label(text, "strong", name=name)
        if term:
            made = help_mark.beside(made, term, of=of)
        self._rows.addWidget(made, 0, Qt.AlignmentFlag.AlignLeading if term else Qt.AlignmentFlag(0))

    def end(self) -> None:
        """Push everything up."""
        self._rows.addStretch()
