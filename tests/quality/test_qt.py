"""The Qt that is installed does not kill the process, and nothing slow stands before the window."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QObject

# None of these may stand between a person and the window: together they take longer than the window itself.
SLOW = {
    "babel.dates",
    "chardet",
    "jinja2",
    "numpy",
    "persiantools",
    "phonenumbers",
    "pyluach",
    "sqlite_utils",
}

# Starts the program as a person does; where waiting for keys would begin, it paints and tells what is loaded.
UNTIL_PAINTED = """
import json, sys
from PySide6.QtWidgets import QApplication

def paint_and_tell(*_):
    for window in QApplication.topLevelWidgets():
        window.grab()
    painted = len(QApplication.topLevelWidgets())
    print(json.dumps({"windows": painted, "modules": sorted(sys.modules)}))
    return 0

QApplication.exec = paint_and_tell
sys.argv = ["amdesk", "--data", sys.argv[1]]
from amdesk.__main__ import main
sys.exit(main())
"""


def test_the_window_is_painted_before_anything_slow_is_imported(tmp_path: Path) -> None:
    command = [sys.executable, "-c", UNTIL_PAINTED, str(tmp_path)]
    subprocess.run(command, capture_output=True, check=False)  # the very first start makes the file
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert not done.returncode, done.stderr[-800:]
    told = json.loads(done.stdout)
    assert told["windows"]
    assert SLOW & set(told["modules"]) == set()


def test_calls_that_return_nothing_leave_none_alone() -> None:
    """PySide6 6.12 takes a reference from None at each such call; after some thousands CPython 3.11 dies."""
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(500):
        thing.setObjectName("a name")
    assert sys.getrefcount(None) > before - 100
