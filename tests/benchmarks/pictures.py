"""Painting by the thousand: marks of a timeline, a frame of the board; each against a bare painter's time."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import count
from typing import TYPE_CHECKING

from amdesk.domain.board import Lane, Row, rows
from amdesk.domain.goal import Goal, GoalLine, Measurement, Milestone
from amdesk.domain.goal_picture import course, timeline
from amdesk.domain.goal_state import standing_of
from amdesk.domain.picture import Dot
from tests.benchmarks.measure import Measure, milliseconds

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

MARKS, BARS = 10_000, 2_000
FRAME = 1000 / 60  # ms
TIMES = 4.0  # the bare painter's
_TODAY = date(2026, 3, 10)
_SIZE = (1280, 820)


def measures() -> list[Measure]:
    """Every measure, in the offscreen window system."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from amdesk.gui.application import make_qt

    app = make_qt(["amdesk"])
    found = [_marks(), _timeline(), *_board()]
    app.processEvents()
    return found


def _marks() -> Measure:
    from PySide6.QtCore import QPointF, Qt
    from PySide6.QtGui import QColor, QPainter

    from amdesk.gui.colours import LIGHT
    from amdesk.gui.painting import Brush, Letters

    dots = [Dot(20 + n % 1200, 20 + n * 7 % 760, "value", "circle", 4.0) for n in range(MARKS)]
    brush, image = Brush(LIGHT, Letters()), _image()

    def bare() -> None:
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(LIGHT.accent))
        for dot in dots:
            painter.drawEllipse(QPointF(dot.x, dot.y), 4.0, 4.0)
        painter.end()

    def ours() -> None:
        painter = QPainter(image)
        brush.paint(painter, dots)
        painter.end()

    return _against(f"painting {MARKS:,} marks (bare painter)", milliseconds(ours), milliseconds(bare))


def _timeline() -> Measure:
    """A measurement a day for 27 years: worked out and painted, against the bare line through them."""
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QPainter

    from amdesk.gui.colours import LIGHT
    from amdesk.gui.painting import Brush, Letters
    from amdesk.i18n.reader import reader

    begins = _TODAY - timedelta(days=MARKS)
    goal = _goal(1, begins, _TODAY + timedelta(days=300))
    values = [
        Measurement(n, "", 1, begins + timedelta(days=n), Decimal(n % 97)) for n in range(MARKS)
    ]  # fmt: skip
    letters, image = Letters(), _image()
    brush, reads = Brush(LIGHT, letters), reader("en", width=letters.width)
    of = course(goal, values, today=_TODAY)
    points = [QPointF(n / MARKS * 1200, 20 + n % 97 * 7) for n in range(MARKS)]

    def bare() -> None:
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPolyline(points)
        painter.end()

    def made() -> None:
        timeline(of, reads, today=_TODAY, size=_SIZE)

    def ours() -> None:
        painter = QPainter(image)
        brush.paint(painter, shown.shapes)
        painter.end()

    shown = timeline(of, reads, today=_TODAY, size=_SIZE)
    worked_out = milliseconds(made)
    told = f"painting {MARKS:,} measurements, worked out in {worked_out:.0f} ms (bare line)"
    return _against(told, milliseconds(ours), milliseconds(bare))


def _board() -> list[Measure]:
    """Panning through the board a day at a time; the floor paints the same frame once it is worked out."""
    from PySide6.QtWidgets import QApplication

    from amdesk.domain.board_time import View
    from amdesk.gui.board_view import BoardView
    from amdesk.services.open_desk import open_in_memory

    desk = open_in_memory(clock=lambda: datetime(2026, 3, 10, 9, 30, tzinfo=UTC), zone=UTC)
    board = BoardView(desk)
    board.resize(*_SIZE)
    board.show_rows(_rows())
    board.show()
    QApplication.processEvents()
    days, lines = count(), count()

    def pan() -> None:
        view: View = board.view
        board.look(view._replace(begin=view.begin + (1 if next(days) % 2 else -1)))
        board.viewport().repaint()

    def scroll() -> None:
        board.verticalScrollBar().setValue(next(lines) * 40 % board.verticalScrollBar().maximum())
        board.viewport().repaint()

    def bare() -> None:
        board.viewport().repaint()
        board.picture()

    def worked_out() -> None:
        board.picture()

    floor = milliseconds(bare, rounds=30) - 2 * milliseconds(worked_out, rounds=30)
    found = [
        Measure(
            f"board of {BARS:,} bars, a frame {name} (painting it)", ours, max(floor, 0.0),
            f"≤ {FRAME:.1f} ms", ours <= FRAME,
        )
        for name, ours in (
            ("panned", milliseconds(pan, rounds=30)), ("scrolled", milliseconds(scroll, rounds=30)),
        )
    ]  # fmt: skip
    board.close()
    desk.close()
    return found


def _rows() -> tuple[Row, ...]:
    lanes = []
    for number in range(1, BARS + 1):
        begins = _TODAY - timedelta(days=20 + number % 200)
        goal = _goal(number, begins, begins + timedelta(days=60 + number % 300))
        line = GoalLine(goal, f"Client {goal.client_id}", "", False, Decimal(number % 90), _TODAY)
        stone = Milestone(number, "", number, "Half way", begins + timedelta(days=40))
        lanes.append(Lane(line, standing_of(line, today=_TODAY), "ABC"[number % 3], (stone,)))
    return rows(lanes, by="client")


def _goal(number: int, begins: date, due: date) -> Goal:
    return Goal(number, "", 1 + number // 2, f"Orders per week {number}", "Orders", "orders", "up",
                Decimal(10), Decimal(90), begins, due)  # fmt: skip


def _image() -> QImage:
    from PySide6.QtGui import QImage

    made = QImage(*_SIZE, QImage.Format.Format_RGB32)
    made.fill(0)
    return made


def _against(name: str, ours: float, floor: float) -> Measure:
    return Measure(name, ours, floor, f"≤ {TIMES:.0f}×", ours <= TIMES * floor)
