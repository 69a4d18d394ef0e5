"""Fields for dates: typed in any of the ways people write them, or picked from a calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QStyle

from amdesk.domain.calendars import CALENDAR_NAMES, PartialDate
from amdesk.domain.errors import AmdeskError
from amdesk.gui import show, theme
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.buttons import icon_button
from amdesk.gui.widgets.date_popup import DatePopup
from amdesk.gui.widgets.directions import write_line
from amdesk.gui.widgets.fields import Picker
from amdesk.gui.widgets.labels import reading_direction
from amdesk.gui.widgets.reading import ReadField
from amdesk.i18n.bidi import strip_isolates
from amdesk.i18n.catalog import _, calendar_in_use, current
from amdesk.i18n.format import date_text, partial_text, unbroken
from amdesk.services.week import Week


class DateField(ReadField[date]):
    """A day, such as “tomorrow”, “Friday” or 14/12; F4 or its button opens a calendar."""

    speaks = True

    def __init__(
        self, value: date | None, *, week: Week, name: str, accessible: str, placeholder: str = ""
    ) -> None:
        super().__init__(_Days(week), name=name, accessible=accessible, placeholder=placeholder)
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

    def open_calendar(self) -> DatePopup:
        """Open the calendar on the day meant, else on today."""
        popup = DatePopup(self.meant(), week=self._week, calendar=calendar_in_use(), parent=self)
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


class PartialDateField(ReadField[PartialDate]):
    """A personal date, its year optional. ``calendar`` is the picker of its calendar, to stand beside it."""

    speaks = True

    def __init__(
        self, value: PartialDate | None, *, name: str, accessible: str, calendar_named: str = ""
    ) -> None:  # fmt: skip
        choices = [(one, _(said)) for one, said in CALENDAR_NAMES.items()]
        named = calendar_named or _("Calendar of the birthday")
        picker = Picker(choices, calendar_in_use(), name=f"{name}-calendar", accessible=named)
        super().__init__(_Birthdays(picker), name=name, accessible=accessible)
        self.calendar = picker
        self.calendar.picked.connect(self._convert)
        self.textChanged.connect(self._turn)
        self.put(value)
        self._turn()

    def put(self, value: PartialDate | None) -> None:
        """Show a date, its calendar beside it."""
        super().put(value)
        self._show_calendar()

    def look(self) -> None:
        super().look()
        self._show_calendar()

    def _show_calendar(self) -> None:
        """The calendar of the date meant; of one that does not exist, the one its year or month tells."""
        from amdesk.i18n.parse import told_calendar

        meant = self.meant()
        told = meant.calendar if meant is not None else told_calendar(self.text())
        if told is not None:
            self.calendar.choose(told)

    def _convert(self, calendar: object) -> None:
        """The same day in another calendar; without a year, the same day and month there. What is no date
        yet is read in the calendar chosen, unless it tells its own.
        """
        meant = self.meant()
        if meant is None or meant.calendar == calendar:
            self.look()
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


@dataclass(frozen=True)
class _Days:
    """Reading of days, in the person's calendar."""

    week: Week

    def parse(self, text: str) -> date:
        from amdesk.i18n.parse import parse_date

        return parse_date(text, language=current(), calendar=calendar_in_use(), today=self.week.today())

    def written(self, value: date) -> str:
        return strip_isolates(date_text(value, current(), calendar=calendar_in_use()))

    def words(self, value: date) -> str:
        return unbroken(date_text(value, current(), calendar=calendar_in_use(), style="full"))


@dataclass(frozen=True)
class _Birthdays:
    """Reading of dates whose year may be unknown. A year tells its calendar itself; without one it is the
    picker's, unless the month has a name.
    """

    picker: Picker

    def parse(self, text: str) -> PartialDate:
        from amdesk.i18n.parse import parse_partial

        try:
            chosen = parse_partial(text, hint_calendar=str(self.picker.value()))
        except AmdeskError:
            return parse_partial(text)
        return chosen if chosen.year is None else parse_partial(text)

    def written(self, value: PartialDate) -> str:
        return strip_isolates(partial_text(value, current()))

    def words(self, value: PartialDate) -> str:
        """The date, and the same in the person's own calendar where it is in another."""
        day, own = value.to_gregorian(), calendar_in_use()
        again = date_text(day, current(), calendar=own, style="long") if day and own != value.calendar else ""
        return show.joined(*map(unbroken, (partial_text(value, current()), again)))
