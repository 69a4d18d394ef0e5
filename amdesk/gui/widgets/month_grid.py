"""A month on the wall: six weeks of days, each of which can be pointed at, named and picked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QWidget

from amdesk.domain.calendars import parts
from amdesk.domain.months import WEEKS, weeks
from amdesk.gui import theme
from amdesk.gui.colours import Colours
from amdesk.gui.theme import RADIUS, SIZE, SPACE
from amdesk.gui.widgets.labels import label, tool_tip
from amdesk.i18n.catalog import _, current
from amdesk.i18n.format import WEEKDAYS, date_text, listed, unbroken
from amdesk.i18n.months import day_figures, short_weekday
from amdesk.i18n.translations import translation
from amdesk.services.week import Week

_RING = 1.5
_DOT = 2.0


@dataclass(frozen=True, slots=True)
class Day:
    """What a cell shows: ``number`` in the calendar's own figures, ``words`` the whole date."""

    day: date
    number: str
    words: str
    outside: bool = False
    today: bool = False
    chosen: bool = False
    free: bool = False
    holiday: str = ""

    @property
    def name(self) -> str:
        """All of it, for who hears it instead of seeing it."""
        said = (self.words, _("Today") if self.today else "", self.holiday, _("Weekend") if self.free else "")
        return listed(filter(None, said), current())


class DayCell(QAbstractButton):
    """One day, painted: its ground a free day's, a ring for today, filled when it is the field's own date,
    a dot for a holiday.
    """

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.day: Day | None = None
        self.setObjectName(name)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFont(theme.font("body"))

    def show_day(self, day: Day) -> None:
        """Show another day."""
        self.day = day
        self.setText(day.number)
        self.setChecked(day.chosen)
        self.setAccessibleName(day.name)
        self.setToolTip(tool_tip(day.holiday))
        self.setFont(theme.font("strong" if day.today else "body"))
        self.update()

    def nextCheckState(self) -> None:
        """A click picks the day; which one is filled says who shows it."""

    def sizeHint(self) -> QSize:
        letters = self.fontMetrics()
        wide = letters.horizontalAdvance("88") + 2 * SPACE.s + SPACE.xs
        return QSize(max(wide, SIZE.control + SPACE.xs), max(letters.height() + SPACE.m, SIZE.control))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys are the calendar's."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.day is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        c = theme.colours(self.palette())
        ground = self._ground(c)
        box = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.setPen(Qt.PenStyle.NoPen)
        if ground:
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(box, RADIUS.m, RADIUS.m)
        ink = QColor(self._ink(c))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self._paint_rings(painter, box, c, ink)
        painter.setPen(ink)
        painter.setFont(self.font())
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text())
        if self.day.holiday:
            _paint_dot(painter, self.rect(), ink)
        painter.end()

    def _paint_rings(self, painter: QPainter, box: QRectF, c: Colours, ink: QColor) -> None:
        """The cursor's ring outside, today's inside."""
        if self.day is not None and self.day.today:
            inset = 3 if self.hasFocus() else 1
            painter.setPen(QPen(ink if self.day.chosen else QColor(c.accent), _RING))
            painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), RADIUS.m - 1, RADIUS.m - 1)
        if self.hasFocus():
            painter.setPen(QPen(QColor(c.focus), 2))
            painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), RADIUS.m + 1, RADIUS.m + 1)

    def _ground(self, c: Colours) -> str:
        if self.isChecked():
            return c.accent
        return c.pressed if self.underMouse() else c.selected if self.hasFocus() else ""

    def _ink(self, c: Colours) -> str:
        assert self.day is not None
        if self.isChecked():
            return c.on_accent
        if self.day.outside:
            return c.faint
        return c.danger.ink if self.day.holiday else c.accent if self.day.today else c.text


def _paint_dot(painter: QPainter, cell: QRect, ink: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(QPointF(cell.center().x() + 0.5, cell.bottom() - SPACE.xs - 1.0), _DOT, _DOT)


class MonthGrid(QWidget):
    """The month of a day under the names of the weekdays. ``picked`` gives the day that was clicked."""

    picked = Signal(object)

    def __init__(self, *, week: Week, calendar: str, chosen: date | None) -> None:
        super().__init__()
        self._week, self._calendar, self._chosen = week, calendar, chosen
        self._holidays: dict[int, Mapping[date, str]] = {}
        self.setObjectName("month-grid")
        self.setAccessibleName(_("Days"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        self._heads = [_weekday((week.first_day + column) % 7) for column in range(7)]
        for column, head in enumerate(self._heads):
            grid.addWidget(head, 0, column)
        self.cells = [DayCell(name=f"day-{number}") for number in range(7 * WEEKS)]
        for number, cell in enumerate(self.cells):
            grid.addWidget(cell, 1 + number // 7, number % 7)
            cell.clicked.connect(lambda _=False, cell=cell: self.picked.emit(cell.day.day))

    def show_day(self, day: date) -> None:
        """Show the month of a day, and put the cursor on it."""
        shown = parts(day, self._calendar)[:2]
        days = [one for row in weeks(day, self._calendar, first_day=self._week.first_day) for one in row]
        for cell, one in zip(self.cells, days, strict=True):
            cell.show_day(self._day(one, outside=parts(one, self._calendar)[:2] != shown))
            cell.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if one == day else Qt.FocusPolicy.ClickFocus
            )  # one stop for Tab
        self.cell(day).setFocus(Qt.FocusReason.TabFocusReason)

    def cell(self, day: date) -> DayCell:
        """The cell of a day that is shown."""
        return next(cell for cell in self.cells if cell.day is not None and cell.day.day == day)

    def holiday(self, day: date) -> str:
        """The name of a day's holiday, or nothing."""
        if day.year not in self._holidays:
            self._holidays[day.year] = self._week.holidays(day.year)
        return self._holidays[day.year].get(day, "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Free days stand on a band of their own."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.colours(self.palette()).side))
        band = QRect()
        for column, (head, last) in enumerate(zip(self._heads, self.cells[-7:], strict=True)):
            if (self._week.first_day + column) % 7 in self._week.weekend:
                band = band.united(head.geometry()).united(last.geometry())
            elif not band.isNull():
                painter.drawRoundedRect(band, RADIUS.m, RADIUS.m)
                band = QRect()
        if not band.isNull():
            painter.drawRoundedRect(band, RADIUS.m, RADIUS.m)
        painter.end()

    def _day(self, day: date, *, outside: bool) -> Day:
        code = current()
        return Day(
            day,
            day_figures(day, code, calendar=self._calendar),
            unbroken(date_text(day, code, calendar=self._calendar, style="full")),
            outside=outside,
            today=day == self._week.today(),
            chosen=day == self._chosen,
            free=day.weekday() in self._week.weekend,
            holiday=self.holiday(day),
        )


def _weekday(weekday: int) -> QWidget:
    """The short name above a column."""
    code = current()
    made = label(short_weekday(weekday, code), "caption", name=f"weekday-{weekday}")
    made.setAccessibleName(translation(code).template(WEEKDAYS[weekday]))
    made.setToolTip(made.accessibleName())
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    made.setMinimumHeight(SPACE.xl)
    return made
