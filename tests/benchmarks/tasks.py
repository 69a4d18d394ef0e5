"""Tasks by the ten thousand: their lists, the board, who has what, Today; each against its plain SQL."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

from amdesk.services import agenda, alarms, tasks
from amdesk.services.desk import Desk
from amdesk.store import opening
from amdesk.system import paths
from tests.benchmarks.agenda import statements
from tests.benchmarks.measure import Measure, milliseconds
from tests.benchmarks.portfolio import NOW, Portfolio
from tests.desks import open_desk, raw

TASKS = 20_000
AIM, AIM_OF_CLIENT = 50.0, 5.0  # ms
_SIDES = ("us", "colleague", "client", "colleague", "third")
_INSERT = (
    "INSERT INTO task(id, uuid, client_id, title, folded, side, assignee, due_on, important, urgent, state, "
    "checkpoint_at, promise, done_at, created_at) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
)


def fill(folder: Path, clients: int) -> None:
    """Put tasks into a portfolio: four of five open, some late, some to be looked at."""
    connection = raw(paths.library(folder))
    for pragma in opening.PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("BEGIN")
    connection.executemany(_INSERT, _tasks(Portfolio(clients, 0, seed=8), clients))
    connection.execute("COMMIT")
    connection.execute("ANALYZE")
    connection.close()


def _tasks(made: Portfolio, clients: int) -> Iterator[tuple[object, ...]]:
    for number in range(1, TASKS + 1):
        side, is_done = _SIDES[number % 5], number % 5 == 4
        due = NOW + timedelta(days=number % 365 - 10)
        title = made.phrase(("en", "he", "fa", "ru", "el")[number % 5], 4)
        look = f"{due - timedelta(days=3):%Y-%m-%dT%H:%M:%S}Z" if side in {"colleague", "third"} else None
        yield (
            number, made.uuid(), 1 + number % clients, title, title, side, f"Person {number % 12}",
            due.date().isoformat(), number % 2, number % 3 == 0, "done" if is_done else "open", look,
            number % 2, NOW.isoformat() if is_done else None, NOW.isoformat(),
        )  # fmt: skip


def measures(folder: Path, clients: int) -> list[Measure]:
    """The figures on the portfolio that lies in a folder, with its tasks."""
    fill(folder, clients)
    desk = open_desk(folder, clock=lambda: NOW)
    asked: tuple[tuple[str, float, Callable[[], object]], ...] = (
        ("list, and its first hundred lines", AIM, lambda: tasks.lines(desk, tasks.find(desk)[:100])),
        ("those of colleagues", AIM, lambda: tasks.find(desk, sides=("colleague",))),
        ("those that are done", AIM, lambda: tasks.lines(desk, tasks.find(desk, settled=True)[:100])),
        ("board, a field at a time", AIM, lambda: _board(desk)),
        ("who has what", AIM, lambda: tasks.load(desk)),
        ("found by a word", AIM, lambda: tasks.find(desk, "budget")),
        ("promises of a client", AIM_OF_CLIENT, lambda: tasks.promises(desk, clients // 2)),
        ("what has come", AIM, lambda: alarms.count_come(desk)),
        ("Today", 2 * AIM, lambda: agenda.today(desk)),
    )
    found = [_measure(desk, f"{TASKS:,} tasks: {name}", ask, aim=aim) for name, aim, ask in asked]
    desk.close()
    return found


def _board(desk: Desk) -> None:
    for ids in tasks.board(desk).values():
        tasks.lines(desk, ids[:25])


def _measure(desk: Desk, name: str, ask: Callable[[], object], *, aim: float) -> Measure:
    plain = statements(desk.store.connection, ask)
    ours = milliseconds(ask)
    floor = milliseconds(lambda: [desk.store.connection.execute(sql).fetchall() for sql in plain])
    return Measure(name, ours, floor, f"≤ {aim:.0f} ms", ours <= aim)
