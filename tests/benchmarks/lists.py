"""List, search, page, Today and logging, each against the plain SQL of the same answer."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from pathlib import Path

from amdesk.domain.client_filter import ClientFilter
from amdesk.services import agenda, clients, interactions, search
from amdesk.services.desk import Desk
from amdesk.store import driver, opening
from tests.benchmarks.measure import Measure, milliseconds
from tests.benchmarks.portfolio import NOW
from tests.desks import open_desk

FAST = 50.0  # ms: what a person takes for at once
LOG = 5.0  # ms over the bare commit
_TYPED = ("b", "bu", "bud", "קמ", "отч", "7777", "ampa")
_SQL = {
    "list": "SELECT id FROM client WHERE deleted_at IS NULL ORDER BY sort_name, id",
    "typed": "SELECT rowid FROM client_search WHERE client_search MATCH '\"bud\" *'",
    "page": "SELECT * FROM interaction WHERE client_id = 500 AND deleted_at IS NULL "
    "ORDER BY started_at DESC LIMIT 50",
    "calls": "SELECT rowid FROM interaction_search WHERE interaction_search MATCH '\"budget\" *' "
    "ORDER BY rowid DESC LIMIT 50",
}


def measures(folder: Path, clients_there: int) -> list[Measure]:
    """The figures on the portfolio that lies in a folder."""
    desk = open_desk(folder, clock=lambda: NOW)
    found = [*_reading(desk, clients_there), _logging(desk, folder, clients_there)]
    desk.close()
    return found


def _reading(desk: Desk, size: int) -> list[Measure]:
    def plain(name: str) -> Callable[[], object]:
        return lambda: desk.store.connection.execute(_SQL[name]).fetchall()

    def first_page() -> None:
        clients.lines(desk, clients.find(desk)[:128])

    def typing() -> None:
        for typed in _TYPED:
            clients.lines(desk, clients.find(desk, typed)[:128])

    def narrowed() -> None:
        """Key clients nobody reached for two weeks, of whom something is not known."""
        wanted = ClientFilter(tiers=("A", "B"), quiet_days=14, lacks=("birthday",))
        clients.lines(desk, clients.find(desk, where=wanted)[:128])

    def page() -> None:
        clients.page(desk, 500)
        clients.timeline(desk, 500)

    known = (
        ("first page of the client list", milliseconds(first_page), milliseconds(plain("list"))),
        ("search as you type, one key", milliseconds(typing) / len(_TYPED), milliseconds(plain("typed"))),
        ("first page of a filtered list", milliseconds(narrowed), milliseconds(plain("list"))),
        ("opening a client’s page", milliseconds(page), milliseconds(plain("page"))),
        (
            "searching all calls",
            milliseconds(lambda: search.search(desk, "budget")),
            milliseconds(plain("calls")),
        ),
        ("Today", milliseconds(lambda: agenda.today(desk)), milliseconds(plain("page"))),
    )
    return [
        Measure(f"{size:>7,} clients: {name}", ours, floor, f"≤ {FAST:.0f} ms", ours <= FAST)
        for name, ours, floor in known
    ]


def _logging(desk: Desk, folder: Path, size: int) -> Measure:
    bare = driver.connect(str(folder / "bare.sqlite"), isolation_level=None)
    for pragma in opening.PRAGMAS:
        bare.execute(f"PRAGMA {pragma}")
    bare.execute("CREATE TABLE IF NOT EXISTS t (id INTEGER PRIMARY KEY, text TEXT)")
    numbers = count()

    def log() -> None:
        interactions.log(desk, client_id=500, occasion=f"call {next(numbers)}", minutes=5)

    ours = milliseconds(log, rounds=51)
    floor = milliseconds(lambda: bare.execute("INSERT INTO t(text) VALUES ('call')"), rounds=51)
    bare.close()
    (folder / "bare.sqlite").unlink()
    return Measure(
        f"{size:>7,} clients: logging a call (bare commit)",
        ours,
        floor,
        f"≤ floor + {LOG:.0f} ms",
        ours - floor <= LOG,
    )
