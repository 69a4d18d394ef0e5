"""Fields for dates: typed in any of the ways people write them, shown back as they were understood."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal

from amdesk.domain.calendars import PartialDate
from amdesk.domain.errors import AmdeskError
from amdesk.gui.widgets.fields import LineField
from amdesk.i18n import format as formats
from amdesk.i18n.bidi import strip_isolates
from amdesk.i18n.catalog import calendar_in_use, current


class DateField(LineField):
    """A day, such as “tomorrow”, “Friday” or 14/12; what was understood stands there when one leaves it.

    ``settled`` tells that it was left; a text that is no date stays as it was typed.
    """

    settled = Signal()

    def __init__(self, value: date | None, *, today: date, name: str, accessible: str) -> None:
        super().__init__(name=name, accessible=accessible)
        self._today = today
        self._known: tuple[str, date | None] = ("", None)
        self.show_date(value)
        self.editingFinished.connect(self._settle)

    def show_date(self, value: date | None) -> None:
        """Show a date, or none."""
        text = (
            strip_isolates(formats.date_text(value, current(), calendar=calendar_in_use())) if value else ""
        )
        self._known = (text, value)
        self.setText(text)

    def value(self) -> date | None:
        """The day meant, or nothing; an AmdeskError for what is no date."""
        from amdesk.i18n.parse import parse_date

        text = self.text().strip()
        if not text or text == self._known[0]:
            return self._known[1] if text else None
        return parse_date(text, language=current(), calendar=calendar_in_use(), today=self._today)

    def _settle(self) -> None:
        try:
            self.show_date(self.value())
        except AmdeskError:
            self._known = ("", None)
        self.settled.emit()


class PartialDateField(LineField):
    """A personal date, the year optional, in any of the three calendars."""

    settled = Signal()

    def __init__(self, value: PartialDate | None, *, name: str, accessible: str) -> None:
        super().__init__(name=name, accessible=accessible)
        self._known: tuple[str, PartialDate | None] = ("", None)
        self.show_date(value)
        self.editingFinished.connect(self._settle)

    def show_date(self, value: PartialDate | None) -> None:
        """Show a date, or none."""
        text = strip_isolates(formats.partial_text(value, current())) if value else ""
        self._known = (text, value)
        self.setText(text)

    def value(self) -> PartialDate | None:
        """The date meant, or nothing; an AmdeskError for what is no date."""
        from amdesk.i18n.parse import parse_partial

        text = self.text().strip()
        if not text or text == self._known[0]:
            return self._known[1] if text else None
        meant = parse_partial(text)
        if meant.year is None:  # 14/3 may be either; 1985 and 1364 tell their calendar themselves
            return parse_partial(text, hint_calendar=calendar_in_use())
        return meant

    def _settle(self) -> None:
        try:
            self.show_date(self.value())
        except AmdeskError:
            self._known = ("", None)
        self.settled.emit()
