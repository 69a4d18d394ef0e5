"""Today and the days ahead among many reminders, each against the plain SQL of its queries."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

from amdesk.services import agenda
from amdesk.services.desk import Desk
from amdesk.store import opening
from amdesk.store.driver import Connection
from amdesk.system import paths
from tests.benchmarks.measure import Measure, milliseconds
from tests.benchmarks.portfolio import NOW, Portfolio
from tests.desks import open_desk, raw

EACH = 2  # reminders of a client
COME = 500  # of them, all at one start
AIM = 100.0  # ms
_INSERT = (
    "INSERT INTO reminder(uuid, client_id, text, folded, due_on, clock, zone, first_on, created_at) "
    "VALUES (?,?,?,?,?,?,'UTC',?,?)"
)


def fill(folder: Path, clients: int) -> None:
    """Give each client of a portfolio its reminders: some have come, the rest are spread over two years."""
    connection = raw(paths.library(folder))
    for pragma in opening.PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("BEGIN")
    connection.executemany(_INSERT, _rows(clients))
    connection.execute("COMMIT")
    connection.execute("ANALYZE")
    connection.close()


def _rows(clients: int) -> Iterator[tuple[object, ...]]:
    made = Portfolio(clients, 0, seed=5)
    for number in range(clients * EACH):
        come = number < COME
        on = (NOW + timedelta(days=-3 if come else 1 + number % 730)).date().isoformat()
        text = made.phrase("en", 5)
        clock = f"{8 + number % 10:02}:{number % 60:02}"
        yield made.uuid(), number % clients + 1, text, text, on, clock, on, NOW.isoformat()


def measures(folder: Path, clients: int) -> list[Measure]:
    """The figures on the portfolio that lies in a folder, with its reminders."""
    fill(folder, clients)
    desk = open_desk(folder, clock=lambda: NOW)
    tomorrow = desk.today() + timedelta(days=1)
    asked: tuple[tuple[str, Callable[[], object]], ...] = (
        ("Today", lambda: agenda.today(desk)),
        ("Tomorrow", lambda: agenda.ahead(desk, first=tomorrow, days=1)),
        ("the week", lambda: agenda.ahead(desk, first=desk.today(), days=agenda.WEEK)),
    )
    found = [_measure(desk, f"{clients * EACH:,} reminders: {name}", ask) for name, ask in asked]
    desk.close()
    return found


def _measure(desk: Desk, name: str, ask: Callable[[], object]) -> Measure:
    ask()  # what is to be reckoned once is reckoned
    plain = statements(desk.store.connection, ask)
    ours = milliseconds(ask)
    floor = milliseconds(lambda: [desk.store.connection.execute(sql).fetchall() for sql in plain])
    return Measure(name, ours, floor, f"≤ {AIM:.0f} ms", ours <= AIM)


def statements(connection: Connection, ask: Callable[[], object]) -> list[str]:
    """The SQL that is run to answer, with its values."""
    heard: list[str] = []
    connection.set_trace_callback(heard.append)
    try:
        ask()
    finally:
        connection.set_trace_callback(None)
    return heard
