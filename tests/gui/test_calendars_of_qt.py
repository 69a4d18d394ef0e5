"""Our calendars against Qt's, day for day."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QCalendar, QDate

from amdesk.domain.calendars import parts, to_date

FIRST, LAST = date(1925, 3, 22), date(2058, 3, 19)  # Qt and the observed calendar part in 2058


def test_every_jalali_day_is_the_one_qt_knows() -> None:
    qt = QCalendar(QCalendar.System.Jalali)
    day = FIRST
    while day <= LAST:
        known = qt.partsFromDate(QDate(day.year, day.month, day.day))
        ours = parts(day, "jalali")
        assert ours == (known.year, known.month, known.day), day
        assert to_date(*ours, calendar="jalali") == day
        day += timedelta(days=1)
