"""The calendar that opens under a date field: a month to walk through by keys, wheel and buttons."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from amdesk.domain.months import month_after, month_before, month_begin, month_end, within, years_on
from amdesk.gui import theme
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.buttons import button, icon_button
from amdesk.gui.widgets.floating import keeps_key, paint_ground
from amdesk.gui.widgets.labels import label, set_text, tool_tip
from amdesk.gui.widgets.month_grid import MonthGrid
from amdesk.i18n.catalog import _, current
from amdesk.i18n.format import date_text
from amdesk.i18n.months import month_title
from amdesk.services.week import Week

Key = Qt.Key
Step = Callable[[date, str], date]
_NOTCH = 120
# The key with a T on it, by the letter each keyboard writes with it.
_TODAY = frozenset("tеאفτ")
_PICKS = {Key.Key_Return, Key.Key_Enter, Key.Key_Space, Key.Key_Select}
_LEAVES = {Key.Key_Escape, Key.Key_F4, Key.Key_Back}
_STEPS: dict[int, Step] = {
    Key.Key_Up: lambda day, _: day - timedelta(days=7),
    Key.Key_Down: lambda day, _: day + timedelta(days=7),
    Key.Key_PageUp: month_before,
    Key.Key_PageDown: month_after,
    Key.Key_Home: month_begin,
    Key.Key_End: month_end,
}
_YEARS: dict[int, Step] = {
    Key.Key_PageUp: lambda day, calendar: years_on(day, calendar, years=-1),
    Key.Key_PageDown: lambda day, calendar: years_on(day, calendar, years=1),
}
# What is worth knowing beside the Gregorian date, by language.
_OTHER = {"he": "hebrew", "fa": "jalali"}


class DatePopup(QFrame):
    """``picked`` gives the day; closing without one is no answer."""

    picked = Signal(object)

    def __init__(
        self, chosen: date | None, *, week: Week, calendar: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._week, self._calendar = week, calendar
        self._turned = 0
        self.day = within(chosen or week.today())
        self.setObjectName("date-popup")
        self.setAccessibleName(_("Choose a date"))
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        theme.as_kind(self, "popup")
        self.title = label("", "strong", name="date-popup-title")
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.grid = MonthGrid(week=week, calendar=calendar, chosen=chosen)
        self.other = label("", "caption", name="date-popup-other")
        self.holiday = label("", "caption", name="date-popup-holiday")
        self._build()
        self.grid.picked.connect(self._pick)
        self.go(self.day)

    def go(self, day: date) -> None:
        """Put the cursor on a day, and show its month."""
        self.day = within(day)
        set_text(self.title, month_title(self.day, current(), calendar=self._calendar))
        self.grid.show_day(self.day)
        other = "gregorian" if self._calendar != "gregorian" else _OTHER.get(current(), "")
        self.other.setVisible(bool(other))
        set_text(self.other, date_text(self.day, current(), calendar=other, style="long") if other else "")
        name = self.grid.holiday(self.day)
        room = self.grid.sizeHint().width()
        set_text(self.holiday, self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room))
        self.holiday.setToolTip(tool_tip(name))

    def open_under(self, line: QWidget) -> None:
        """Open below a field, at its leading edge; above it where the screen ends."""
        self.adjustSize()
        screen = line.screen().availableGeometry()
        rtl = QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        under = line.mapToGlobal(QPoint(line.width() - self.width() if rtl else 0, line.height() + SPACE.xs))
        if under.y() + self.height() > screen.bottom():
            under.setY(line.mapToGlobal(QPoint(0, -SPACE.xs - self.height())).y())
        last = screen.right() - self.width()
        self.move(max(min(under.x(), last), screen.left()), max(under.y(), screen.top()))
        self.show()
        self.grid.cell(self.day).setFocus(Qt.FocusReason.PopupFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_ground(self)

    def event(self, event: QEvent) -> bool:
        """No key here is for the window below."""
        return keeps_key(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        step = self._step(event)
        if step is not None:
            self.go(step(self.day, self._calendar))
        elif key in _PICKS:
            self._pick(self.day)
        elif key in _LEAVES or (key == Key.Key_Up and event.modifiers() & Qt.KeyboardModifier.AltModifier):
            self.close()
        elif key == Key.Key_T or event.text().casefold() in _TODAY:
            self.go(self._week.today())
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A notch of the wheel is a month."""
        self._turned += event.angleDelta().y()
        while abs(self._turned) >= _NOTCH:
            back = self._turned > 0
            self._turned += -_NOTCH if back else _NOTCH
            self.go((month_before if back else month_after)(self.day, self._calendar))
        event.accept()

    def _step(self, event: QKeyEvent) -> Step | None:
        """Where a key leads; left and right along the line of reading."""
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return None
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier):
            return _YEARS.get(event.key())
        if event.key() in {Key.Key_Left, Key.Key_Right}:
            rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            days = 1 if (event.key() == Key.Key_Right) != rtl else -1
            return lambda day, _: day + timedelta(days=days)
        return _STEPS.get(event.key())

    def _pick(self, day: date) -> None:
        self.picked.emit(day)
        self.close()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(0)
        for icon, words, keys in (
            ("much_earlier", _("Previous year"), "Ctrl+PgUp"),
            ("earlier", _("Previous month"), "PgUp"),
        ):
            head.addWidget(self._way(icon, words, keys))
        head.addWidget(self.title, 1)
        for icon, words, keys in (
            ("later", _("Next month"), "PgDown"),
            ("much_later", _("Next year"), "Ctrl+PgDown"),
        ):
            head.addWidget(self._way(icon, words, keys))
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self.other)
        said.addWidget(self.holiday)
        foot = QHBoxLayout()
        foot.setContentsMargins(SPACE.s, 0, SPACE.s, 0)
        foot.addLayout(said, 1)
        back = button(_("Today"), "link", name="date-popup-today", run=lambda: self.go(self._week.today()))
        back.setToolTip(f"{back.text()} (T)")
        back.setAutoDefault(True)
        said.setContentsMargins(0, 0, 0, _above_foot(back, self.holiday))
        foot.addWidget(back, 0, Qt.AlignmentFlag.AlignBottom)
        down = QVBoxLayout(self)
        down.setContentsMargins(SPACE.s, SPACE.s, SPACE.s, SPACE.s)
        down.setSpacing(SPACE.xs)
        down.addLayout(head)
        down.addWidget(self.grid)
        down.addLayout(foot)

    def _way(self, icon: str, words: str, keys: str) -> QWidget:
        """A button that turns the calendar as its key does."""
        year = icon.startswith("much")
        key = Key.Key_PageUp if icon.endswith("earlier") else Key.Key_PageDown
        step = (_YEARS if year else _STEPS)[key]
        made = icon_button(
            words,
            name=f"date-popup-{icon}",
            icon=icon,
            run=lambda: self._turn(made, step),
            shortcut=keys,
        )
        made.setAutoDefault(True)
        return made

    def _turn(self, way: QWidget, step: Step) -> None:
        """Turn the calendar; who pressed the button by keys stays on it."""
        had_keys = way.hasFocus()
        self.go(step(self.day, self._calendar))
        if had_keys:
            way.setFocus(Qt.FocusReason.TabFocusReason)


def _above_foot(link: QWidget, words: QWidget) -> int:
    """How far words stand above the foot of a link beside them, so that both stand on one line."""
    link.ensurePolished()
    within, beside = link.fontMetrics(), words.fontMetrics()
    around = link.sizeHint().height() - within.height()
    return max((around + 1) // 2 + within.descent() - beside.descent(), 0)
