"""20,000 reminders among 10,000 clients, against the plain SQL of the same answers; 500 that come at once."""

from __future__ import annotations

import os
import time
from datetime import timedelta
from itertools import count
from pathlib import Path
from statistics import median

from amdesk.services import reminders
from amdesk.services.desk import Desk
from amdesk.store import opening
from amdesk.system import paths
from tests.benchmarks.measure import Measure, milliseconds
from tests.benchmarks.portfolio import NOW, Portfolio, fill
from tests.desks import open_desk, raw

CLIENTS, REMINDERS, AT_ONCE = 10_000, 20_000, 500
NEXT, WRITTEN, LIST, DIGEST = 5.0, 5.0, 50.0, 200.0  # ms
_SQL = {
    "next": "SELECT min(rings_at) FROM alarm WHERE rang = 0",
    "list": "SELECT id FROM reminder WHERE deleted_at IS NULL AND state IN ('pending', 'snoozed') "
    "ORDER BY due_on, clock, id",
    "found": "SELECT id FROM reminder WHERE instr(folded, 'budget') > 0",
    "due": f"SELECT * FROM reminder LIMIT {AT_ONCE}",
}


def measures(folder: Path) -> list[Measure]:
    """The figures."""
    desk = open_desk(_portfolio(folder), clock=lambda: NOW)
    with desk.step("Reminders"):
        for number in range(REMINDERS - AT_ONCE):
            _add(desk, number, days=1 + number % 700)
    found = _reading(desk)
    with desk.step("Reminders"):
        for number in range(AT_ONCE):
            _add(desk, number, days=0)
    found.append(_digest(desk))
    desk.close()
    return found


def _portfolio(folder: Path) -> Path:
    place = folder / "reminders"
    open_desk(place).close()
    connection = raw(paths.library(place))
    for pragma in opening.PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    fill(connection, Portfolio(CLIENTS, 1))
    connection.close()
    return place


def _add(desk: Desk, number: int, *, days: int) -> None:
    reminders.add(
        desk, text=f"Ask about the budget {number}", due_on=NOW.date() + timedelta(days=days), urgent=True,
        client_id=1 + number % CLIENTS, clock="" if number % 3 and days else f"{number % 9:02}:30",
    )  # fmt: skip


def _reading(desk: Desk) -> list[Measure]:
    def plain(name: str) -> float:
        return milliseconds(lambda: desk.store.connection.execute(_SQL[name]).fetchall())

    numbers = count()

    def after_a_change() -> None:
        """What the alarm asks once a reminder was written."""
        reminders.change(desk, 1 + next(numbers), text="Ask again")
        begun = time.perf_counter()
        reminders.next_rings_at(desk)
        asked.append((time.perf_counter() - begun) * 1000)

    asked: list[float] = []
    milliseconds(after_a_change)
    del asked[0]  # which reckoned all of them
    known = (
        ("when the next one rings", milliseconds(lambda: reminders.next_rings_at(desk)), plain("next"), NEXT),
        ("the same once one was written", median(asked), plain("next"), WRITTEN),
        ("how many have come", milliseconds(lambda: reminders.count_come(desk)), plain("next"), NEXT),
        (
            "first page of the list",
            milliseconds(lambda: reminders.lines(desk, reminders.find(desk)[:128])), plain("list"), LIST,
        ),
        (
            "looking for some, one key",
            milliseconds(lambda: reminders.lines(desk, reminders.find(desk, "budg")[:128])),
            plain("found"), LIST,
        ),
    )  # fmt: skip
    return [_line(name, ours, floor, most) for name, ours, floor, most in known]


def _digest(desk: Desk) -> Measure:
    """From the look to the list on the screen, what rang being noted."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from amdesk.gui.application import dress, make_qt
    from amdesk.gui.tray.ringing import Ringing

    app = make_qt(["amdesk"])
    dress(app)
    ringing = Ringing(desk)
    reminders.next_rings_at(desk)
    reminders.snooze_choices(desk)  # Today asked which days are free before anything rings
    begun = time.perf_counter()
    ringing.alarm.look()
    app.processEvents()
    took = (time.perf_counter() - begun) * 1000
    assert ringing.popup is not None
    assert len(ringing.popup.shown) == AT_ONCE
    ringing.stop()
    floor = milliseconds(lambda: desk.store.connection.execute(_SQL["due"]).fetchall())
    return _line(f"{AT_ONCE} that come at one start", took, floor, DIGEST)


def _line(name: str, ours: float, floor: float, most: float) -> Measure:
    return Measure(f"{REMINDERS:>7,} reminders: {name}", ours, floor, f"≤ {most:.0f} ms", ours <= most)
