"""A date that is typed as people say it, with the date that was understood beside it while one types."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from amdesk.domain.errors import AmdeskError
from amdesk.gui import theme
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.fields import LineField, mark_wrong
from amdesk.gui.widgets.labels import label
from amdesk.i18n.bidi import strip_isolates
from amdesk.i18n.catalog import calendar_in_use, current, sentence
from amdesk.i18n.format import date_text


class WhenField(QWidget):
    """A line for “tomorrow”, “14/12”, “Monday” in the language's calendar; ``changed`` tells of another date.

    ``today`` is asked when a word such as “tomorrow” needs it. ``understood`` is the label that says which
    date that is; where it does not stand beside the line, its owner puts it elsewhere.
    """

    changed = Signal()

    def __init__(
        self,
        *,
        name: str,
        accessible: str,
        today: Callable[[], date],
        placeholder: str = "",
        beside: bool = True,
    ) -> None:
        super().__init__()
        self._today = today
        self._day: date | None = None
        self._error: AmdeskError | None = None
        self.line = LineField(name=name, accessible=accessible, placeholder=placeholder)
        self.understood = label("", "caption", name=f"{name}-understood")
        self.setObjectName(f"{name}-when")
        self.setFocusProxy(self.line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.s)
        row.addWidget(self.line, 2)
        if beside:
            row.addWidget(self.understood, 3)
        self.line.textEdited.connect(self._typed)
        self.line.editingFinished.connect(self._left)
        self.understood.hide()

    def day(self) -> date | None:
        """The date meant; nothing while the line is empty or not understood."""
        return self._day

    def checked(self) -> date | None:
        """The date meant; an AmdeskError where something was typed that is none."""
        if self._error is not None:
            raise self._error
        return self._day

    def text(self) -> str:
        """What was typed."""
        return self.line.text()

    def put_text(self, text: str) -> None:
        """Put words into the line as if they had been typed."""
        self.line.setText(text)
        self._read(text)

    def show_day(self, day: date | None) -> None:
        """Show a date that was kept; a line in which the same date was typed stays as it is."""
        if day == self._day and self._error is None:
            return
        self._day, self._error = day, None
        self.line.setText(
            strip_isolates(date_text(day, current(), calendar=calendar_in_use())) if day else ""
        )
        self._say("", wrong=False)

    def _typed(self, text: str) -> None:
        before = self._day
        self._read(text)
        if self._day != before:
            self.changed.emit()

    def _read(self, text: str) -> None:
        from amdesk.i18n.parse import parse_date

        self._day, self._error = None, None
        code = current()
        if text.strip():
            try:
                self._day = parse_date(text, language=code, calendar=calendar_in_use(), today=self._today())
            except AmdeskError as error:
                self._error = error
        self._say(
            date_text(self._day, code, calendar=calendar_in_use(), style="full") if self._day else "",
            wrong=False,
        )

    def _left(self) -> None:
        """Say that something is no date once the field is left, not while it is being typed."""
        if self._error is not None:
            self._say(sentence(self._error), wrong=True)

    def _say(self, words: str, *, wrong: bool) -> None:
        theme.as_kind(self.understood, "error" if wrong else "caption")
        theme.restyle(self.understood)
        self.understood.setText(words)
        self.understood.setVisible(bool(words))
        self.line.setAccessibleDescription(words)
        mark_wrong(self.line, wrong)
