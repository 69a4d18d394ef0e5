"""What becomes of an exception nobody caught: a sentence for the person's mistakes, a window for ours."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import TracebackType

from amdesk.domain.errors import AmdeskError
from amdesk.services import damage

_FRAMES = 12


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
    parts = path.replace("\\", "/").split("/")
    return "/".join(parts[parts.index("amdesk") :]) if "amdesk" in parts else parts[-1]


class Hook:
    """Stands in for ``sys.excepthook``: each fault is logged every time and shown once.

    ``mistake`` gets what the person can mend, ``fault`` the description of a bug.
    """

    def __init__(self, *, mistake: Callable[[AmdeskError], object], fault: Callable[[str], object]) -> None:
        self._mistake, self._fault = mistake, fault
        self._shown: set[str] = set()
        self._before = sys.excepthook

    def install(self) -> None:
        """From now on, catch what nobody caught."""
        sys.excepthook = self

    def remove(self) -> None:
        """Give the place back."""
        sys.excepthook = self._before

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, AmdeskError):
            self._mistake(error)
        elif (damaged := damage.told(error)) is not None:
            note(kind, trace)
            self._mistake(damaged)
        elif issubclass(kind, (KeyboardInterrupt, SystemExit)):
            self._before(kind, error, trace)
        else:
            what = note(kind, trace)
            if what not in self._shown:
                self._shown.add(what)
                self._fault(what)
