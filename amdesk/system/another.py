"""How to start the program once more, beside this one."""

from __future__ import annotations

import sys


def way_to_start(*words: str) -> list[str]:
    """What to run, with what is typed behind it: Python and the program, or the frozen program alone."""
    alone = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "amdesk"]
    return [*alone, *words]
