"""Importing 10,000 rows, against plain ``executemany`` of the same rows into the same tables and indexes."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from amdesk.services import exchange
from amdesk.services.open_desk import open_desk
from amdesk.store import driver, opening
from amdesk.system import paths
from tests.benchmarks.measure import Measure, milliseconds
from tests.benchmarks.portfolio import NOW, Portfolio, fill

ROWS = 10_000
SHARE = 2.0  # times the floor's time: half its speed
_HEADER = ("Company", "Contact", "Mobile", "E-mail", "Notes")


def measures(folder: Path) -> list[Measure]:
    """The figure: a whole import, from the file on disk to the last index, against the writing alone."""
    source = folder / "clients.csv"
    source.write_bytes(_listed(Portfolio(ROWS, 0)))
    ours = milliseconds(lambda: _import(folder, source), rounds=3)
    floor = milliseconds(lambda: _write(folder), rounds=3)
    return [
        Measure(
            f"importing {ROWS:,} rows (executemany)", ours, floor, f"≤ {SHARE:.0f}×", ours <= SHARE * floor
        )
    ]


def _listed(portfolio: Portfolio) -> bytes:
    """The portfolio as another program would export it."""
    rows = io.StringIO()
    writer = csv.writer(rows)
    writer.writerow(_HEADER)
    addresses = list(portfolio.address_rows())
    for client, contact, phone, mail in zip(
        portfolio.client_rows(), portfolio.contact_rows(), addresses[::2], addresses[1::2], strict=True
    ):
        writer.writerow((client[3], contact[3], phone[6], mail[6], client[8]))
    return rows.getvalue().encode("utf-8-sig")


def _import(folder: Path, source: Path) -> None:
    place = folder / "importing"
    desk = open_desk(place, clock=lambda: NOW)
    exchange.drain(exchange.run(desk, exchange.preview(desk, source)))
    desk.close()
    paths.library(place).unlink()


def _write(folder: Path) -> None:
    place = folder / "writing"
    open_desk(place, clock=lambda: NOW).close()
    connection = driver.connect(str(paths.library(place)), isolation_level=None)
    for pragma in opening.PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    fill(connection, Portfolio(ROWS, 0))
    connection.close()
    paths.library(place).unlink()
