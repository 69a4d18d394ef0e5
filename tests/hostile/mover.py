"""A process to be killed: it opens a folder of a version that did not encrypt, and says when it begins."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.desks import open_desk

if __name__ == "__main__":
    place = Path(sys.argv[1])
    sys.stdout.write("begins\n")
    sys.stdout.flush()
    open_desk(place).close()
    sys.stdout.write("moved\n")
