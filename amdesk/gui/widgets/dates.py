"""Fields for dates: typed in any of the ways people write them, or picked from a calendar."""

from __future__ import annotations

from datetime import date
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QStyle

from amdesk.domain.calendars import PartialDate
from amdesk.domain.errors import AmdeskError
from amdesk.gui import show, theme, words
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.buttons import icon_button
from amdesk.gui.widgets.date_popup import DatePopup
from amdesk.gui.widgets.directions import write_line
from amdesk.gui.widgets.fields import Picker
from amdesk.gui.widgets.labels import reading_direction
from amdesk.gui.widgets.reading import ReadField
from amdesk.i18n.bidi import strip_isolates
from amdesk.i18n.catalog import _, calendar_in_use, current
from amdesk.i18n.format import date_text, partial_text
from amdesk.services.week import Week


class DateField(ReadField):
    """A day, such as “tomorrow”, “Friday” or 14/12; F4 or its button opens a calendar."""

    speaks = True

    def __init__(
        self, value: date | None, *, week: Week, name: str, accessible: str, placeholder: str = ""
    ) -> None:
        super().__init__(name=name, accessible=accessible, placeholder=placeholder)
        self._week = week
        self.button = icon_button(
            _("Choose a date"),
            name=f"{name}-calendar",
            icon="calendar",
            run=self.open_calendar,
            shortcut="F4",
        )
        theme.as_kind(self.button, "inset")
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.setCursor(Qt.CursorShape.ArrowCursor)
        self.button.setParent(self)
        self._keep_room()
        self.textChanged.connect(self._turn)
        self.put(value)
        self._turn()

    def value(self) -> date | None:
        """The day meant, or nothing; an AmdeskError for what is no date."""
        return cast(date | None, self.read())

    def day(self) -> date | None:
        """The day meant; nothing as well for what is no date."""
        return cast(date | None, self.meant())

    def parse(self, text: str) -> date:
        from amdesk.i18n.parse import parse_date

        return parse_date(text, language=current(), calendar=calendar_in_use(), today=self._week.today())

    def written(self, value: object) -> str:
        return strip_isolates(date_text(cast(date, value), current(), calendar=calendar_in_use()))

    def words(self, value: object) -> str:
        return date_text(cast(date, value), current(), calendar=calendar_in_use(), style="full")

    def open_calendar(self) -> DatePopup:
        """Open the calendar on the day meant, else on today."""
        popup = DatePopup(self.day(), week=self._week, calendar=calendar_in_use(), parent=self)
        popup.picked.connect(self.choose)
        popup.open_under(self)
        return popup

    def keyPressEvent(self, event: QKeyEvent) -> None:
        below = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if below or event.key() == Qt.Key.Key_F4:
            self.open_calendar()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        inner = self.rect().adjusted(SPACE.xs, 0, -SPACE.xs, 0)
        size = self.button.sizeHint()
        place = QStyle.alignedRect(
            QApplication.layoutDirection(),
            Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter,
            size,
            inner,
        )
        self.button.setGeometry(place)

    def _keep_room(self) -> None:
        """The window's direction says where the button stands; the line's own turns with what is typed."""
        room = self.button.sizeHint().width() - SPACE.xs
        rtl = QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setTextMargins(room if rtl else 0, 0, 0 if rtl else room, 0)

    def _turn(self) -> None:
        write_line(self, reading_direction(self.text(), QApplication.layoutDirection()))


class PartialDateField(ReadField):
    """A personal date, its year optional. ``calendar`` is the picker of its calendar, to stand beside it."""

    speaks = True

    def __init__(self, value: PartialDate | None, *, name: str, accessible: str) -> None:
        super().__init__(name=name, accessible=accessible)
        choices = [(one, _(said)) for one, said in words.CALENDAR.items()]
        self.calendar = Picker(
            choices, calendar_in_use(), name=f"{name}-calendar", accessible=_("Calendar of the birthday")
        )
        self.calendar.picked.connect(self._convert)
        self.textChanged.connect(self._turn)
        self.put(value)
        self._turn()

    def value(self) -> PartialDate | None:
        """The date meant, or nothing; an AmdeskError for what is no date."""
        return cast(PartialDate | None, self.read())

    def parse(self, text: str) -> PartialDate:
        """A year tells its calendar itself; without one it is the picker's, unless the month has a name."""
        from amdesk.i18n.parse import parse_partial

        try:
            chosen = parse_partial(text, hint_calendar=str(self.calendar.value()))
        except AmdeskError:
            return parse_partial(text)
        return chosen if chosen.year is None else parse_partial(text)

    def written(self, value: object) -> str:
        return strip_isolates(partial_text(cast(PartialDate, value), current()))

    def words(self, value: object) -> str:
        """The date, and the same in the person's own calendar where it is in another."""
        meant = cast(PartialDate, value)
        day, own = meant.to_gregorian(), calendar_in_use()
        again = date_text(day, current(), calendar=own, style="long") if day and own != meant.calendar else ""
        return show.joined(partial_text(meant, current()), again)

    def put(self, value: object) -> None:
        """Show a date, its calendar beside it."""
        super().put(value)
        self._show_calendar()

    def look(self) -> None:
        super().look()
        self._show_calendar()

    def _show_calendar(self) -> None:
        meant = cast(PartialDate | None, self.meant())
        if meant is not None:
            self.calendar.choose(meant.calendar)

    def _convert(self, calendar: object) -> None:
        """The same day in another calendar; without a year, the same day and month there."""
        meant = cast(PartialDate | None, self.meant())
        if meant is None or meant.calendar == calendar:
            return
        day, chosen = meant.to_gregorian(), str(calendar)
        try:
            if day is None:
                self.choose(PartialDate(meant.month, meant.day, None, chosen))
            else:
                self.choose(PartialDate.from_date(day, chosen))
        except AmdeskError as error:
            self._show_calendar()
            self.refused.emit(error)

    def _turn(self) -> None:
        write_line(self, reading_direction(self.text(), QApplication.layoutDirection()))
