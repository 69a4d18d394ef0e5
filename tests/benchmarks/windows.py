"""Start to first paint, and memory, against an empty PySide6 window: each in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from tests.benchmarks.measure import Measure
from tests.desks import KEY

START = 1.8  # times the empty window
MEMORY = 80.0  # MB over the empty window, at a million calls

_PAINTED = """
import os, sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
class Painted(QObject):
    def __init__(self, window):
        super().__init__()
        self.seen = False
        window.installEventFilter(self)
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and not self.seen:
            self.seen = True
            took = (time.time() - float(os.environ["STARTED"])) * 1000
            QTimer.singleShot(SETTLE, lambda: end(took))
        return False
def end(took):
    with open("/proc/self/status") as status:
        kilobytes = next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))
    sys.stdout.write(f"{took} {kilobytes / 1024}")
    sys.stdout.flush()
    leave()
    os._exit(0)
"""
_EMPTY = (
    "from PySide6.QtWidgets import QApplication, QMainWindow\n"
    + _PAINTED
    + "leave = lambda: None\n"
    + "app = QApplication([]); window = QMainWindow(); window.resize(1280, 820); painted = Painted(window)\n"
    "window.show(); app.exec()\n"
)
# What a click on the program's icon runs; the watcher comes in where the program has loaded Qt by itself.
_OURS = (
    f"PAINTED = {_PAINTED!r}\n"
    + """
import os, sys
from amdesk import app
from amdesk.services import unlocked
def watched(folder, **_more):
    from amdesk.domain.key import Key
    from amdesk.services.open_desk import open_desk
    desk = open_desk(folder, key=Key(bytes.fromhex(os.environ["KEY"])))
    from amdesk.gui.application import Application
    exec(PAINTED, globals())
    def show(self, *how, **more):
        self.painted = Painted(self.window)
        shown(self, *how, **more)
    shown, Application.show = Application.show, show
    globals()["leave"] = desk.close  # else the next start would first look whether the file is whole
    return desk
unlocked.open_here = watched
os.environ["AMDESK_DATA"] = sys.argv.pop()
sys.exit(app.start())
"""
)


def start(folder: Path, *, rounds: int = 9) -> Measure:
    """Start to first paint on a folder, against an empty window; the two take turns.

    The first turn is not counted: it compiles the modules, as installing the program does.
    """
    pairs = [(_run(_OURS, folder)[0], _run(_EMPTY, folder)[0]) for _ in range(rounds + 1)][1:]
    ours, floor = (median(times) for times in zip(*pairs, strict=True))
    return Measure("start to first paint (empty window)", ours, floor, f"≤ {START}×", ours <= START * floor)


def memory(folder: Path) -> Measure:
    """Resident memory a second after the first paint, over that of an empty window."""
    ours, floor = _run(_OURS, folder, settle=1500)[1], _run(_EMPTY, folder, settle=1500)[1]
    aim = f"≤ floor + {MEMORY:.0f} MB"
    return Measure(
        "memory with the window open (empty window)", ours, floor, aim, ours - floor <= MEMORY, "MB"
    )


def _run(script: str, folder: Path, *, settle: int = 0) -> tuple[float, float]:
    """Milliseconds from the process's start to its first paint, and its memory in megabytes."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "compiled")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    environment["KEY"] = KEY.hex
    environment["STARTED"] = str(time.time())
    command = [sys.executable, "-c", script.replace("SETTLE", str(settle)), str(folder)]
    told = subprocess.run(
        command, env=environment, capture_output=True, text=True, check=True, timeout=60
    ).stdout
    took, megabytes = map(float, told.split())
    return took, megabytes
