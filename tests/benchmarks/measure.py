"""Timing a thing against its floor in the same run."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Measure:
    """One line of the table: our time and the floor's, in milliseconds (or megabytes), and the aim in words.

    ``met`` says whether the aim is reached, or is nothing where none was set.
    """

    name: str
    ours: float
    floor: float
    aim: str
    met: bool | None
    unit: str = "ms"

    @property
    def ratio(self) -> float:
        """How many times the floor."""
        return self.ours / self.floor if self.floor else float("inf")


def milliseconds(act: Callable[[], object], *, rounds: int = 7) -> float:
    """The median time of an act, after one round to warm up."""
    act()
    found = []
    gc.collect()
    for _ in range(rounds):
        start = time.perf_counter()
        act()
        found.append((time.perf_counter() - start) * 1000)
    return median(found)


def table(measures: list[Measure]) -> str:
    """The figures as a table: ours, the floor's, the ratio between them."""
    lines = [f"{'':64}{'ours':>8}   {'floor':>8}   {'ratio':>7}  aim"]
    for one in measures:
        said = {True: "met", False: "MISSED", None: ""}[one.met]
        figures = f"{one.ours:8.2f} {one.unit:2}{one.floor:8.2f} {one.unit:2}{one.ratio:6.2f}×"
        lines.append(f"{one.name:64}{figures}  {one.aim} {said}")
    return "\n".join(lines)
