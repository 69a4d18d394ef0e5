"""Looking for duplicates, and merging a client with thousands of calls, against the plain SQL of it."""

from __future__ import annotations

import time
from pathlib import Path

from amdesk.services import clients, contacts, duplicates
from amdesk.services.desk import Desk
from tests.benchmarks.measure import Measure, milliseconds
from tests.benchmarks.portfolio import NOW
from tests.desks import open_desk

_FIND, _MERGE = 2_000.0, 2_000.0  # ms: a moment that a page may take, and a step that is seldom
_TWINS, _CALLS = 200, 5_000
_SHARED = "SELECT normal FROM address WHERE normal IS NOT NULL GROUP BY normal HAVING count(*) > 1"
_MOVE = "UPDATE interaction SET client_id = ? WHERE id IN (SELECT id FROM interaction LIMIT ?)"


def measures(folder: Path) -> list[Measure]:
    """The figures on the portfolio that lies in a folder; it stays as it was."""
    desk = open_desk(folder, clock=lambda: NOW)
    found = _of_a_desk(desk)
    while desk.undo():
        pass
    desk.close()
    return found


def _of_a_desk(desk: Desk) -> list[Measure]:
    connection = desk.store.connection
    twin = _add_twins(desk)
    finding = milliseconds(lambda: duplicates.find(desk), rounds=3)
    floor = milliseconds(lambda: connection.execute(_SHARED).fetchall(), rounds=3)
    with desk.step("New client"):
        start = time.perf_counter()
        desk.store.execute(_MOVE, [twin, _CALLS])
        moving = (time.perf_counter() - start) * 1000
    start = time.perf_counter()
    with desk.step("Merge clients"):  # within a step no backup is made first
        duplicates.merge(desk, 1, twin)
    merging = (time.perf_counter() - start) * 1000
    start = time.perf_counter()
    desk.undo()
    undoing = (time.perf_counter() - start) * 1000
    return [
        Measure(
            f"duplicates of {_TWINS} clients (numbers shared)", finding, floor, "≤ 2 s", finding <= _FIND
        ),
        Measure(
            f"merging a client with {_CALLS:,} calls (moving them)",
            merging,
            moving,
            "≤ 2 s",
            merging <= _MERGE,
        ),
        Measure("the same undone", undoing, moving, "", None),
    ]


def _add_twins(desk: Desk) -> int:
    """Clients that are there a second time, by name or by the mail of a contact; the first of them."""
    with desk.step("New client"):
        made = [clients.add(desk, name=f"{clients.get(desk, one).name} Ltd") for one in range(1, _TWINS + 1)]
        for one, twin in zip(range(1, _TWINS + 1, 2), made[::2], strict=True):
            contacts.add_address(desk, twin, medium="email", value=f"p{one}@c{one}.example")
    return made[0]
