"""The window in a real session turns dark, and to high contrast, when the desktop does."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QStyleHints

from amdesk.gui.colours import DARK, HIGH_DARK, HIGH_LIGHT, LIGHT
from tests.quality.test_orca import PYTHON, lacking

PORTAL = Path(__file__).with_name("portal.py")
# Opens the window as app.py does, and says the colour of its ground at first and after each change of theme.
SAYS_ITS_GROUND = """
import sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject
from amdesk.gui.application import Application, make_qt
from tests.desks import open_desk

app = make_qt(["amdesk"])
shown = Application(app, open_desk(Path(sys.argv[1])))
said = ""

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.StyleChange:
            say()
        return False

def say():
    global said
    side = shown.window.side
    ground = side.grab().toImage().pixelColor(side.rect().center()).name()
    if ground != said:
        said = ground
        print(ground, flush=True)

watch = Watch()
shown.window.settled.connect(say)
shown.window.installEventFilter(watch)
shown.show()
sys.exit(app.exec())
"""

WHY_NOT = lacking() or ("" if hasattr(QStyleHints, "accessibility") else "Qt tells of contrast since 6.10")
pytestmark = pytest.mark.skipif(bool(WHY_NOT), reason=WHY_NOT)


def test_the_window_follows_the_desktop_while_it_is_open(tmp_path: Path) -> None:
    program = [sys.executable, "-c", SAYS_ITS_GROUND, str(tmp_path)]
    done = subprocess.run(
        ["dbus-run-session", "--", PYTHON, str(PORTAL), *program],
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    grounds = [line for line in done.stdout.split() if line.startswith("#")]
    assert grounds == [LIGHT.side, DARK.side, HIGH_DARK.side, HIGH_LIGHT.side], done.stderr[-1500:]
