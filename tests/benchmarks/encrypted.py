"""What encryption costs: the same library encrypted and in plain, opened and searched by turns."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

from amdesk.services import clients, search
from amdesk.services.desk import Desk
from amdesk.system import paths
from tests.benchmarks.measure import Measure, milliseconds
from tests.benchmarks.portfolio import NOW
from tests.desks import open_desk, raw

SHARE = 1.5  # times the plain file's time
OPENING = 20.0  # ms more than the plain file
ROUNDS = 15


def measures(folder: Path) -> list[Measure]:
    """The figures on the portfolio that lies in a folder."""
    beside = folder / "plain"
    _decrypt(folder, beside)
    asked: tuple[tuple[str, Callable[[Desk], object]], ...] = (
        ("searching all calls", lambda desk: search.search(desk, "budget")),
        ("searching for a name", lambda desk: search.search(desk, "north")),
        ("the list of clients", lambda desk: clients.lines(desk, clients.find(desk)[:50])),
    )
    ours, floor = _by_turns(partial(_open, folder), partial(_open, beside))
    found = [
        Measure("encrypted: opening (plain)", ours, floor, f"≤ +{OPENING:.0f} ms", ours <= floor + OPENING)
    ]
    encrypted, plain = open_desk(folder, clock=lambda: NOW), open_desk(beside, clock=lambda: NOW)
    for name, ask in asked:
        ours, floor = _by_turns(partial(ask, encrypted), partial(ask, plain))
        found.append(Measure(f"encrypted: {name} (plain)", ours, floor, f"≤ {SHARE}×", ours <= SHARE * floor))
    encrypted.close()
    plain.close()
    shutil.rmtree(beside)
    return found


def _decrypt(folder: Path, beside: Path) -> None:
    """The same library in plain: what is marked as the sample is not encrypted."""
    beside.mkdir()
    paths.sample_mark(beside).touch()
    connection = raw(paths.library(folder))
    connection.execute("ATTACH DATABASE ? AS plain KEY ''", [str(paths.library(beside))])
    connection.execute("SELECT sqlcipher_export('plain')").fetchone()
    for pragma in ("application_id", "user_version"):
        value = connection.execute(f"PRAGMA main.{pragma}").fetchone()[0]
        connection.execute(f"PRAGMA plain.{pragma} = {value}")
    connection.close()


def _open(folder: Path) -> None:
    open_desk(folder, clock=lambda: NOW).close()


def _by_turns(ours: Callable[[], object], floor: Callable[[], object]) -> tuple[float, float]:
    """The usual time of each: they take turns, so that what else the machine does is to the cost of both."""
    pairs = [(milliseconds(ours, rounds=1), milliseconds(floor, rounds=1)) for _ in range(ROUNDS)]
    first, second = (median(times) for times in zip(*pairs, strict=True))
    return first, second
