"""Measure amdesk against floors in the same run: ``python -m tests.benchmarks [--sizes 1000,10000]``."""

from __future__ import annotations

import argparse
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from amdesk.services import first_run
from amdesk.store import opening
from amdesk.system import paths
from tests.benchmarks import (
    agenda,
    backups,
    bulk,
    duplicates,
    encrypted,
    goals,
    keyring,
    lists,
    pictures,
    ringing,
    switches,
    tasks,
    windows,
)
from tests.benchmarks.measure import Measure, table
from tests.benchmarks.portfolio import Portfolio, fill
from tests.desks import open_desk, raw

CALLS_EACH = 10
WITH_REMINDERS = 10_000  # clients: the portfolio that gets reminders as well, once all else is measured


def main() -> int:
    """Make a portfolio of each size, measure, and print the table; 1 when an aim was missed."""
    options = argparse.ArgumentParser(prog="tests.benchmarks", description=__doc__)
    options.add_argument("--sizes", default="1000,10000,100000", help="how many clients, ten calls each")
    sizes = [int(size) for size in options.parse_args().sizes.split(",")]
    with tempfile.TemporaryDirectory(prefix="amdesk-benchmark-") as folder:
        found = [one for size in sizes for one in _measures(Path(folder), size)]
        found += switches.language_part(Path(folder))
        found += bulk.measures(Path(folder))
        found += ringing.measures(Path(folder))
        found += pictures.measures()
    sys.stdout.write(table(found) + "\n")
    return 1 if any(one.met is False for one in found) else 0


def _measures(folder: Path, size: int) -> list[Measure]:
    sys.stderr.write(f"{size:,} clients …\n")
    place = folder / str(size)
    desk = open_desk(place)
    first_run.welcomed(desk)
    desk.close()
    connection = raw(paths.library(place))
    for pragma in opening.PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    fill(connection, Portfolio(size, CALLS_EACH))
    connection.close()
    found = lists.measures(place, size)
    found += [_named(one, size) for one in duplicates.measures(place)]
    others = [*switches.measures(place, size), windows.start(place), windows.memory(place)]
    if size == WITH_REMINDERS:
        others += [*encrypted.measures(place), *keyring.measures()]
        others += [*agenda.measures(place, size), *backups.measures(place), *goals.measures(place, size)]
        others += tasks.measures(place, size)
    return [*found, *(_named(one, size) for one in others)]


def _named(one: Measure, size: int) -> Measure:
    return replace(one, name=f"{size:>7,} clients: {one.name}")


if __name__ == "__main__":
    sys.exit(main())
