"""Pictures as they should look, kept beside the tests: ``python -m tests.golden`` draws them anew.

Look at what has changed before it is committed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from amdesk.domain.board import Event, Lane, rows
from amdesk.domain.board_picture import board, picture
from amdesk.domain.board_time import View, around
from amdesk.domain.goal import Goal, GoalLine, Measurement, Milestone
from amdesk.domain.goal_picture import course, timeline
from amdesk.domain.goal_state import standing_of
from amdesk.domain.picture import Picture, Reader
from amdesk.i18n.languages import language
from amdesk.i18n.reader import reader

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

FOLDER = Path(__file__).parent / "data" / "golden"
TODAY = date(2026, 3, 10)
# A language with the calendar it is read in: the names of months are all of the three calendars'.
READERS = {"he": "hebrew", "fa": "jalali", "ru": "gregorian"}
NAMES = {
    "he": ("עלות להזמנה", "מלונות הגלבוע"), "fa": ("سفارش در هفته", "صنایع غذایی دماوند"),
    "ru": ("Стоимость заявки", "ООО «Северный свет»"),
}  # fmt: skip


def _goal(code: str, id: int = 1, *, down: bool = False) -> Goal:
    name, _client = NAMES[code]
    baseline, target = (Decimal(80), Decimal(20)) if down else (Decimal(20), Decimal(80))
    begins = date(2026, 1, 5) - timedelta(days=40 * (id - 1))
    return Goal(id, "", id, name, name, "%", "down" if down else "up", baseline, target, begins,
                date(2026, 5, 20))  # fmt: skip


def goal_timeline(code: str, reads: Reader) -> Picture:
    """A goal that falls in Russian and rises elsewhere, with a milestone reached and one to come."""
    goal = _goal(code, down=code == "ru")
    steps = [Decimal(step) for step in (0, 4, 9, 9, 15, 22, 21, 28, 31)]
    sign = -1 if code == "ru" else 1
    values = (
        Measurement(n, "", 1, goal.start_on + timedelta(days=7 * n), goal.baseline + sign * step)
        for n, step in enumerate(steps)
    )
    stones = (
        Milestone(1, "", 1, "1", date(2026, 2, 10), None, date(2026, 2, 9)),
        Milestone(2, "", 1, "2", date(2026, 4, 15), Decimal(60)),
    )
    of = course(goal, values, stones, today=TODAY, title=goal.name)
    made = timeline(of, reads, today=TODAY, size=(480, 220))
    return made.mirrored() if language(code).rtl else made


def goals_board(code: str, reads: Reader) -> Picture:
    """Two clients with a goal each, meetings and a summary."""
    _name, client = NAMES[code]
    lanes = []
    for id, value in ((1, 55), (2, 25)):
        line = GoalLine(_goal(code, id), client, "", False, Decimal(value), date(2026, 3, 8))
        stone = Milestone(id, "", id, "1", date(2026, 4, 1))
        lanes.append(Lane(line, standing_of(line, today=TODAY), "A", (stone,)))
    events = {
        1: (Event(date(2026, 2, 2), "meeting", 1, "A-2026-001", "visit"),
            Event(date(2026, 2, 3), "sent", 1, "A-2026-001", "visit")),
    }  # fmt: skip
    view = around(TODAY, View(0, 150, width=480, height=228))
    made = picture(board(rows(lanes, by="client"), events), view, reads, today=TODAY)
    return made.mirrored() if language(code).rtl else made


PICTURES: dict[str, Callable[[str, Reader], Picture]] = {"timeline": goal_timeline, "board": goals_board}


def draw(name: str, code: str) -> QImage:
    """A picture in a language that the program speaks at the moment, in shades of grey: as it is printed."""
    from PySide6.QtGui import QImage

    from amdesk.gui import picture_files
    from amdesk.gui.painting import Letters

    reads = reader(code, READERS[code], width=Letters().width)
    return picture_files.image(PICTURES[name](code, reads)).convertToFormat(QImage.Format.Format_Grayscale8)


def path(name: str, code: str) -> Path:
    """Where a picture is kept."""
    return FOLDER / f"{name}.{code}.png"


def main() -> int:
    """Draw all of them."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from amdesk.gui.application import make_qt, speak
    from amdesk.gui.translators import Translators

    app, translators = make_qt(["amdesk"]), Translators()
    FOLDER.mkdir(parents=True, exist_ok=True)
    for code in READERS:
        speak(app, translators, code)
        for name in PICTURES:
            draw(name, code).save(str(path(name, code)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
