"""Long work on the command line: a bar on a terminal, nothing elsewhere; Ctrl+C takes it back."""

from __future__ import annotations

import sys
from collections.abc import Generator
from contextlib import closing
from typing import TypeVar

import click

from amdesk.services import exchange
from amdesk.services.exchange import Progress

Result = TypeVar("Result")


def follow(work: Generator[Progress, None, Result], label: str) -> Result:
    """Do the work to its end; what it returns. Stopping it from outside closes it, and it rolls back."""
    with closing(work):
        if not (sys.stderr and sys.stderr.isatty()):
            return exchange.drain(work)
        with click.progressbar(length=1, label=label, file=sys.stderr) as bar:
            while True:
                try:
                    step = next(work)
                except StopIteration as end:
                    return end.value  # type: ignore[no-any-return]
                bar.length = max(step.total, 1)
                bar.update(step.done - bar.pos)
