"""Backing up a portfolio, against copying its file, and the longest that a window waits meanwhile."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

from amdesk.services import backups
from amdesk.system import paths
from tests.benchmarks.measure import Measure
from tests.benchmarks.portfolio import NOW
from tests.desks import open_desk

_AIM = 3_000.0  # ms
_LIVE = 100.0  # ms that a window may stand still


def measures(folder: Path) -> list[Measure]:
    """The figures on the portfolio that lies in a folder."""
    pieces = []
    desk = open_desk(folder, clock=lambda: NOW)
    steps = backups.back_up(desk, folder / "all.zip")
    while True:
        start = time.perf_counter()
        try:
            next(steps)
        except StopIteration:
            break
        finally:
            pieces.append((time.perf_counter() - start) * 1000)
    desk.close()
    start = time.perf_counter()
    shutil.copyfile(paths.library(folder), folder / "copy")
    floor = (time.perf_counter() - start) * 1000
    ours = sum(pieces)
    return [
        Measure("a backup, read back (copying the file)", ours, floor, "≤ 3 s", ours <= _AIM),
        Measure("a backup: the longest piece", max(pieces), floor, "≤ 100 ms", max(pieces) <= _LIVE),
    ]
