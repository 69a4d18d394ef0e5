"""What a standing window costs: another page, another language; and the language part of a start."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.benchmarks.measure import Measure

PAGE = 50.0  # ms: what a person takes for at once
LANGUAGE = 300.0
PART = 60.0

_TIMES = """
import gc, json, sys, time
from pathlib import Path
from statistics import median

def settle():
    from PySide6.QtCore import QEvent
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # left pages go, as they do while a program runs
    app.processEvents()

def once(act):
    start = time.thread_time()  # all of it is this thread's work: the clock would count other programs too
    act()
    settle()
    return (time.thread_time() - start) * 1000

def usual(act, before=lambda: None, rounds=7):
    times = []
    for _ in range(rounds + 1):
        before()
        settle()
        times.append(once(act))
    return median(times[1:])
"""
# The floor: a window with nothing in it changes between empty pages, and is put away for another one.
_SWITCHES = (
    _TIMES
    + """
from tests.desks import open_desk
desk = open_desk(Path(sys.argv[1]))
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget
from amdesk.gui.application import Application, make_qt
from amdesk.gui.place import Place
app = make_qt(["amdesk"])

def empty():
    made = QMainWindow()
    made.resize(1280, 820)
    made.pages = QStackedWidget()
    made.pages.addWidget(QWidget())
    made.pages.addWidget(QWidget())
    made.setCentralWidget(made.pages)
    made.show()
    return made

def another():
    global plain
    old, plain = plain, empty()
    old.close()

plain = empty()
floors = {
    "page": usual(lambda: plain.pages.setCurrentIndex(1), lambda: plain.pages.setCurrentIndex(0)),
    "language": usual(another),
}
plain.close()
shown = Application(app, desk, spoken="en")
shown.show()
app.processEvents()
gc.freeze()  # as the program does once its window stands
away = lambda: shown.window.go(Place("settings"))
ids = iter(range(int(sys.argv[2]) // 2, int(sys.argv[2])))  # never the same client twice
pages = {
    "Today": lambda: Place("today"), "Clients": lambda: Place("clients"),
    "a client": lambda: Place("client", next(ids)), "Calls": lambda: Place("calls"),
}
found = {name: usual(lambda: shown.window.go(place()), away) for name, place in pages.items()}
shown.window.go(Place("clients"))
codes = iter(["fa", "ru"] * 9)
found["language"] = usual(lambda: shown.set_language(next(codes)))
print(json.dumps([found, floors]))
"""
)
# The catalogue, its translators, the fonts and the dates of a language; and an empty window, for its size.
_PART = (
    _TIMES
    + """
start = time.perf_counter()
import amdesk.i18n.catalog
before = (time.perf_counter() - start) * 1000
start = time.perf_counter()
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.show()
app.processEvents()
floor = (time.perf_counter() - start) * 1000
from PySide6.QtCore import Qt
from amdesk.gui import application, fonts
def part():
    fonts.load()
    application.speak(app, application.Translators(), sys.argv[2])
print(json.dumps([before + once(part), floor]))
"""
)


def measures(folder: Path, clients_there: int) -> list[Measure]:
    """Each page and another language, with the portfolio of a folder behind them."""
    found, floors = _run(_SWITCHES, folder, str(clients_there))
    switched = found.pop("language")
    shown = [
        Measure(f"going to {page} (empty page)", took, floors["page"], f"≤ {PAGE:.0f} ms", took <= PAGE)
        for page, took in found.items()
    ]
    aim = f"≤ {LANGUAGE:.0f} ms"
    said = "another language, on the client list (empty window)"
    return [*shown, Measure(said, switched, floors["language"], aim, switched <= LANGUAGE)]


def language_part(folder: Path, *, rounds: int = 5) -> list[Measure]:
    """What a start spends on its language; the first turn compiles the catalogues, as installing does."""
    return [_part(folder, code, rounds) for code in ("fa", "he")]


def _part(folder: Path, code: str, rounds: int) -> Measure:
    pairs = sorted([_run(_PART, folder, code) for _ in range(rounds + 1)][1:])
    ours, floor = pairs[rounds // 2]
    return Measure(
        f"the language part of a start, {code} (empty window)", ours, floor, f"≤ {PART:.0f} ms", ours <= PART
    )


def _run(script: str, folder: Path, *more: str) -> Any:
    """What a script printed as JSON, run in a process of its own."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "compiled")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    command = [sys.executable, "-c", script, str(folder), *more]
    told = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=300)
    return json.loads(told.stdout)
