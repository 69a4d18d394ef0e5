"""Long work on the command line: a bar on a terminal, nothing elsewhere; Ctrl+C takes it back."""

from __future__ import annotations

import sys
from collections.abc import Generator
from contextlib import closing
from typing import Protocol, TypeVar

import click

Result = TypeVar("Result")


class Progress(Protocol):
    """How far the work has come."""

    @property
    def done(self) -> int: ...
    @property
    def total(self) -> int: ...


def follow(work: Generator[Progress, None, Result], label: str) -> Result:
    """Do the work to its end; what it returns. Stopping it from outside closes it, and it rolls back."""
    with closing(work):
        if not (sys.stderr and sys.stderr.isatty()):
            return _end(work)
        with click.progressbar(length=1, label=label, file=sys.stderr) as bar:
            while True:
                try:
                    step = next(work)
                except StopIteration as end:
                    return end.value  # type: ignore[no-any-return]
                bar.length = max(step.total, 1)
                bar.update(step.done - bar.pos)


def _end(work: Generator[Progress, None, Result]) -> Result:
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]
