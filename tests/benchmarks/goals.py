"""Goals by the ten thousand: their list, those of a client, Today; each against its plain SQL."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

from amdesk.i18n.collate import sort_key
from amdesk.services import agenda, goals
from amdesk.services.desk import Desk
from amdesk.store import opening
from amdesk.system import paths
from tests.benchmarks.agenda import statements
from tests.benchmarks.measure import Measure, milliseconds
from tests.benchmarks.portfolio import NOW, Portfolio
from tests.desks import open_desk, raw

EACH, MEASURED = 2, 6  # goals of a client, measurements of a goal
AIM, AIM_OF_CLIENT = 100.0, 5.0  # ms
_RHYTHMS = ("weekly", "monthly", "weekly", "daily")
_INSERT_GOAL = (
    "INSERT INTO goal(id, uuid, client_id, name, sort_name, folded, unit, baseline, target, start_on, "
    "due_on, rhythm, created_at) VALUES (?,?,?,?,?,?,'orders','100','200',?,?,?,?)"
)
_INSERT_MEASUREMENT = "INSERT INTO measurement(uuid, goal_id, taken_on, value) VALUES (?,?,?,?)"


def fill(folder: Path, clients: int) -> None:
    """Give each client of a portfolio its goals, in every state."""
    connection = raw(paths.library(folder))
    for pragma in opening.PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    made = Portfolio(clients, 0, seed=6)
    connection.execute("BEGIN")
    connection.executemany(_INSERT_GOAL, _goals(made))
    connection.executemany(_INSERT_MEASUREMENT, _measurements(made))
    connection.execute("COMMIT")
    connection.execute("ANALYZE")
    connection.close()


def _goals(made: Portfolio) -> Iterator[tuple[object, ...]]:
    for number in range(1, made.clients * EACH + 1):
        start = (NOW - timedelta(days=20 + number % 200)).date()
        due = start + timedelta(days=60 + number % 300)
        name = made.phrase(("en", "he", "fa", "ru", "el")[number % 5], 3)
        yield (
            number, made.uuid(), (number + 1) // EACH, name, sort_key(name), name, start.isoformat(),
            due.isoformat(), _RHYTHMS[number % 4], NOW.isoformat(),
        )  # fmt: skip


def _measurements(made: Portfolio) -> Iterator[tuple[object, ...]]:
    for number in range(1, made.clients * EACH + 1):
        for turn in range(MEASURED):
            days = (MEASURED - turn) * 12 - 11 + number % 9
            on = (NOW - timedelta(days=days)).date().isoformat()
            yield made.uuid(), number, on, str(100 + turn * 15 + number % 40)


def measures(folder: Path, clients: int) -> list[Measure]:
    """The figures on the portfolio that lies in a folder, with its goals."""
    fill(folder, clients)
    desk = open_desk(folder, clock=lambda: NOW)
    asked: tuple[tuple[str, float, Callable[[], object]], ...] = (
        ("list, and its first hundred lines", AIM, lambda: goals.lines(desk, goals.find(desk)[:100])),
        ("only those behind", AIM, lambda: goals.find(desk, states=("behind",))),
        ("found by a word", AIM, lambda: goals.find(desk, "budget")),
        ("those of a client", AIM_OF_CLIENT, lambda: goals.of_client(desk, clients // 2)),
        ("Today", AIM, lambda: agenda.today(desk)),
    )
    found = [_measure(desk, f"{clients * EACH:,} goals: {name}", ask, aim=aim) for name, aim, ask in asked]
    desk.close()
    return found


def _measure(desk: Desk, name: str, ask: Callable[[], object], *, aim: float) -> Measure:
    plain = statements(desk.store.connection, ask)
    ours = milliseconds(ask)
    floor = milliseconds(lambda: [desk.store.connection.execute(sql).fetchall() for sql in plain])
    return Measure(name, ours, floor, f"≤ {aim:.0f} ms", ours <= aim)
