"""The Qt that is installed does not kill the process, and nothing slow stands before the window."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from PySide6.QtCore import QObject

from amdesk.services import first_run
from tests.desks import open_desk

# None of these may stand between a person and the window: together they take longer than the window itself.
SLOW = {
    "amdesk.system.autostart",
    "babel.dates",
    "chardet",
    "cryptography",
    "holidays",
    "icalendar",
    "jinja2",
    "nh3",
    "numpy",
    "openpyxl",
    "persiantools",
    "phonenumbers",
    "plistlib",
    "pyluach",
    "sqlite_utils",
}

# The first page is asked for when the frame has been painted; what it shows, and faults, can wait till then.
LATER = {
    "amdesk.domain.client",
    "amdesk.domain.duplicate",
    "amdesk.domain.points",
    "amdesk.domain.summary",
    "amdesk.gui.copying",
    "amdesk.gui.dialogs",
    "amdesk.gui.dropping",
    "amdesk.gui.pages.today",
    "amdesk.gui.pages.trouble",
    "amdesk.store.agenda",
    "amdesk.store.clients",
}

# Starts the program as a person does; where waiting for keys would begin, it paints and tells what is loaded,
# in the order in which it was. Qt is loaded by the program itself.
UNTIL_PAINTED = """
import gc, json, sys
from amdesk.services import unlocked

def opened(folder, **more):
    desk = open_file(folder, **more)
    from PySide6.QtWidgets import QApplication
    QApplication.exec = lambda *_: paint_and_tell(QApplication)
    return desk

def paint_and_tell(app):
    for window in app.topLevelWidgets():
        window.grab()
    gc.unfreeze()  # what the start made is frozen, and would not be listed
    classes = [one.__name__ for one in gc.get_objects() if isinstance(one, type)]
    painted = len(app.topLevelWidgets())
    print(json.dumps({"windows": painted, "modules": list(sys.modules), "classes": classes}))
    return 0

open_file, unlocked.open_here = unlocked.open_here, opened
sys.argv = ["amdesk", "--data", sys.argv[1]]
from amdesk.__main__ import main
sys.exit(main())
"""


@pytest.fixture(scope="module")
def painted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What is loaded when the window of somebody who was here before has been painted."""
    folder = tmp_path_factory.mktemp("painted")
    desk = open_desk(folder)  # the very first start makes the file, and greets
    first_run.welcomed(desk)
    desk.close()
    command = [sys.executable, "-c", UNTIL_PAINTED, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert not done.returncode, done.stderr[-800:]
    told: dict[str, list[str]] = json.loads(done.stdout)
    assert told["windows"]
    return told


def test_the_window_is_painted_before_anything_slow_is_imported(painted: dict[str, list[str]]) -> None:
    assert (SLOW | LATER) & set(painted["modules"]) == set()


def test_what_needs_no_qt_is_loaded_before_qt(painted: dict[str, list[str]]) -> None:
    """PySide6 looks through the source of each module that is imported after it."""
    after = painted["modules"][painted["modules"].index("PySide6") :]
    assert [name for name in after if name.startswith("amdesk.") and not name.startswith("amdesk.gui")] == []


def test_qts_class_of_styles_is_not_made_for_the_frame(painted: dict[str, list[str]]) -> None:
    """Python would have to make four hundred names of it first."""
    assert "QStyle" not in painted["classes"]


def test_calls_that_return_nothing_leave_none_alone() -> None:
    """PySide6 6.12 takes a reference from None at each such call; after some thousands CPython 3.11 dies."""
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(500):
        thing.setObjectName("a name")
    assert sys.getrefcount(None) > before - 100
