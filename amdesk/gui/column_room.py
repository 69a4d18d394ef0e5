"""How wide a column is for the widest it says in this language, and no wider: the names need the rest."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time

from PySide6.QtGui import QFontMetrics

from amdesk.gui import show, theme
from amdesk.gui.rows import Cell
from amdesk.gui.theme import SIZE, SPACE
from amdesk.gui.widgets import badge as badges
from amdesk.services.desk import Desk

_SPARE = 2  # rounding and slanted ends must not cost a last letter
_LONG_AGO = 2000
_LATE = time(22, 58)


def room_for(cells: Iterable[Cell]) -> int:
    """The width, at the usual size of letters, in which each of some cells is shown whole."""
    body, quiet = QFontMetrics(theme.font("body")), QFontMetrics(theme.font("caption"))
    widest = max(_width(cell, body, quiet) for cell in cells)
    return -(-widest * 100 // theme.scaled(100))


def _width(cell: Cell, body: QFontMetrics, quiet: QFontMetrics) -> int:
    parts = [badges.size(one).width() for one in cell.badges]
    parts += [body.horizontalAdvance(cell.text) + _SPARE] if cell.text else []
    line = sum(parts) + SPACE.s * max(len(parts) - 1, 0)
    icon = SIZE.icon + SPACE.s if cell.icon else 0
    return icon + max(line, quiet.horizontalAdvance(cell.detail) + _SPARE) + 2 * SPACE.s


def days() -> list[str]:
    """Late days of every month of any calendar, as lists say them: one of them is the widest."""
    return [show.day(on) for on in _late_days()]


def ages() -> list[str]:
    """How long ago something was, as lists say it: in days, or by its date."""
    return [*map(show.age, range(show.RECENT)), *days()]


def moments(desk: Desk) -> list[str]:
    """The same with a time of day."""
    return [show.moment(desk, datetime.combine(on, _LATE, desk.zone)) for on in _late_days()]


def _late_days() -> list[date]:
    """In each month two days, ten apart: where one is early in the month of another calendar, one is late."""
    return [date(_LONG_AGO, month, day) for month in range(1, 13) for day in (18, 28)]
