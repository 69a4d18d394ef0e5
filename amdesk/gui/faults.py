"""What becomes of an exception nobody caught: a sentence for the person's mistakes, a window for ours."""

from __future__ import annotations

import sys
import threading
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

import amdesk
from amdesk.domain.errors import AmdeskError
from amdesk.services import damage

_FRAMES = 12
_MOST_NOTED = 20  # times that one fault is logged
_HOME = Path(amdesk.__file__).parent


def describe(kind: type[BaseException], trace: TracebackType | None) -> str:
    """The type of an exception and where it came from, without its words: they may hold names."""
    import traceback

    frames = traceback.extract_tb(trace)[-_FRAMES:]
    where = [f"  {_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
    return "\n".join([kind.__name__, *where])


def note(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Write a fault into the log; its description."""
    import logging

    what = describe(kind, trace)
    logging.getLogger("amdesk").error("%s", what)
    return what


def _short(path: str) -> str:
    """A file of ours by its place in the program, any other by its name: folders are named after people."""
    file = Path(path)
    return file.relative_to(_HOME.parent).as_posix() if file.is_relative_to(_HOME) else file.name


class Hook:
    """Stands in for ``sys.excepthook``: each fault is logged, a few times at most, and shown once.

    What fails in a thread, or while something is thrown away, is logged only: nobody waits for it there, and
    a thread must not touch a window. ``mistake`` gets what the person can mend, ``fault`` the description of
    a bug.
    """

    def __init__(self, *, mistake: Callable[[AmdeskError], object], fault: Callable[[str], object]) -> None:
        self._mistake, self._fault = mistake, fault
        self._shown: set[str] = set()
        self._seen: Counter[str] = Counter()
        self._before = sys.excepthook, threading.excepthook, sys.unraisablehook

    def install(self) -> None:
        """From now on, catch what nobody caught."""
        sys.excepthook = self
        threading.excepthook = lambda found: self._aside(found.exc_type, found.exc_traceback)
        sys.unraisablehook = lambda found: self._aside(found.exc_type, found.exc_traceback)

    def remove(self) -> None:
        """Give the place back."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, AmdeskError):
            self._mistake(error)
        elif (damaged := damage.told(error)) is not None:
            self._note(kind, trace)
            self._mistake(damaged)
        elif issubclass(kind, (KeyboardInterrupt, SystemExit)):
            self._before[0](kind, error, trace)
        else:
            what = self._note(kind, trace)
            if what not in self._shown:
                self._shown.add(what)
                self._fault(what)

    def _aside(self, kind: type[BaseException], trace: TracebackType | None) -> None:
        if not issubclass(kind, (AmdeskError, SystemExit)):
            self._note(kind, trace)

    def _note(self, kind: type[BaseException], trace: TracebackType | None) -> str:
        """Log a fault; one that comes with every painting must not push all others out of the log."""
        what = describe(kind, trace)
        self._seen[what] += 1
        return note(kind, trace) if self._seen[what] <= _MOST_NOTED else what
