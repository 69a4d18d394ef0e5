"""A column of days has room for every day of a year, in the calendar they are shown in."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtWidgets import QApplication

from amdesk.gui import show
from amdesk.gui.column_room import days, room_for
from amdesk.gui.rows import Cell


def test_every_day_of_a_year_fits_a_column_made_for_days(qapp: QApplication, tongue: str) -> None:
    room = room_for(Cell(day) for day in days())
    year = (date(2025, 3, 1) + timedelta(days=n) for n in range(366))
    assert room_for(Cell(show.day(day)) for day in year) <= room
