"""Importing 10,000 rows, against plain ``executemany`` of the same rows into the same tables and indexes.

From a spreadsheet the floor is what openpyxl needs to read its cells, and the same writing.
"""

from __future__ import annotations

import csv
import io
import shutil
import time
from pathlib import Path
from statistics import median

from amdesk.services import exchange
from amdesk.store import opening
from amdesk.system import paths
from tests.benchmarks.measure import Measure
from tests.benchmarks.portfolio import NOW, Portfolio, fill
from tests.desks import open_desk, raw

ROWS = 10_000
ROUNDS = 5
SHARE = 2.0  # times the floor's time: half its speed
_HEADER = ("Company", "Contact", "Mobile", "E-mail", "Notes")


def measures(folder: Path) -> list[Measure]:
    """The figures: a list read, matched and written to the last index, against the writing alone.

    The two take turns; the preview that comes before an import is not counted.
    """
    source = folder / "clients.csv"
    source.write_bytes(_listed(Portfolio(ROWS, 0)))
    return [_from_text(folder, source), _from_spreadsheet(folder, source)]


def _from_text(folder: Path, source: Path) -> Measure:
    pairs = [(_import(folder, source), _write(folder)) for _ in range(ROUNDS + 1)][1:]
    ours, floor = (median(times) for times in zip(*pairs, strict=True))
    name = f"importing {ROWS:,} rows (executemany)"
    return Measure(name, ours, floor, f"≤ {SHARE:.0f}×", ours <= SHARE * floor)


def _from_spreadsheet(folder: Path, source: Path) -> Measure:
    book = folder / "clients.xlsx"
    _save(source, book)
    pairs = [(_import(folder, book), _read(book) + _write(folder)) for _ in range(2)][1:]
    ours, floor = (median(times) for times in zip(*pairs, strict=True))
    name = f"importing {ROWS:,} rows of a spreadsheet (openpyxl, executemany)"
    return Measure(name, ours, floor, f"≤ {SHARE:.0f}×", ours <= SHARE * floor)


def _save(source: Path, book: Path) -> None:
    """The same list as another program saves it."""
    from openpyxl import Workbook

    made = Workbook(write_only=True)
    sheet = made.create_sheet("Clients")
    for row in csv.reader(io.StringIO(source.read_text(encoding="utf-8-sig"))):
        sheet.append(row)
    made.save(book)


def _read(book: Path) -> float:
    """How long openpyxl takes to read every cell of it."""
    from openpyxl import load_workbook

    start = time.perf_counter()
    opened = load_workbook(book, read_only=True, data_only=True)
    for row in opened.worksheets[0].iter_rows(values_only=True):
        assert row
    opened.close()
    return (time.perf_counter() - start) * 1000


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


def _import(folder: Path, source: Path) -> float:
    place = folder / "importing"
    desk = open_desk(place, clock=lambda: NOW)
    wanted = exchange.preview(desk, source)
    start = time.perf_counter()
    exchange.drain(exchange.run(desk, wanted))
    took = (time.perf_counter() - start) * 1000
    desk.close()
    shutil.rmtree(place)  # its key as well: the next one begins anew
    return took


def _write(folder: Path) -> float:
    place = folder / "writing"
    open_desk(place, clock=lambda: NOW).close()
    connection = raw(paths.library(place))
    for pragma in opening.PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    start = time.perf_counter()
    fill(connection, Portfolio(ROWS, 0))
    took = (time.perf_counter() - start) * 1000
    connection.close()
    shutil.rmtree(place)  # its key as well: the next one begins anew
    return took
