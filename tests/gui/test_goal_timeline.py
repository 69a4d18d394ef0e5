"""A goal's timeline on its page: its marks by keys and pointer, and the picture as a file."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from amdesk.domain.errors import AmdeskError
from amdesk.gui import picture_files
from amdesk.gui.goal_timeline import GoalTimeline
from amdesk.services import goals
from amdesk.services.desk import Desk
from tests.gui.conftest import NOW
from tests.gui.keys import Key
from tests.portfolios import sample_desk


@pytest.fixture(scope="module")
def portfolio() -> Iterator[Desk]:
    with closing(sample_desk(NOW)) as made:
        yield made


@pytest.fixture
def timeline(portfolio: Desk, spoken: str, qtbot: QtBot) -> Iterator[GoalTimeline]:
    pages = [goals.get(portfolio, one) for one in goals.find(portfolio)]
    made = GoalTimeline(portfolio)
    made.resize(800, 340)
    made.show()
    made.show_page(max(pages, key=lambda page: len(page.measurements)))
    made.activateWindow()
    made.view.setFocus()
    qtbot.waitUntil(made.view.hasFocus)
    yield made
    made.close()


def test_it_says_what_it_shows_and_how_the_goal_stands(timeline: GoalTimeline) -> None:
    view = timeline.view
    assert view.picture is not None
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface is not None
    assert interface.role() == QAccessible.Role.Chart
    assert view.accessibleName() == timeline._reads.tell(view.picture.said)


def test_arrows_walk_its_marks_as_time_is_read_and_each_is_said(timeline: GoalTimeline) -> None:
    view = timeline.view
    assert view.picture is not None
    forward, back = Key.Key_Right, Key.Key_Left
    if timeline.isRightToLeft():
        forward, back = back, forward
    told = []
    for _ in range(3):
        QTest.keyClick(view, forward)
        told.append(view.accessibleDescription())
    assert told == [timeline._reads.say(mark.said) for mark in view.picture.marks[:3]]
    QTest.keyClick(view, back)
    assert view.accessibleDescription() == told[1]
    QTest.keyClick(view, Key.Key_End)
    assert view.mark == view.picture.marks[-1]


def test_the_mark_under_the_pointer_is_found(timeline: GoalTimeline) -> None:
    view = timeline.view
    assert view.picture is not None
    mark = view.picture.marks[2]
    assert view.mark_at(QPointF(mark.x + 8, mark.y + 8)) == 2  # 8 pixels around the picture
    assert view.mark_at(QPointF(0, 0)) is None


def test_time_runs_as_the_language_is_read(timeline: GoalTimeline) -> None:
    assert timeline.view.picture is not None
    marks = timeline.view.picture.marks
    assert (marks[0].x > marks[-1].x) is timeline.isRightToLeft()


@pytest.mark.parametrize("kind", picture_files.KINDS)
def test_it_is_saved_in_the_form_that_is_asked_for(timeline: GoalTimeline, kind: str, tmp_path: Path) -> None:
    timeline.save()
    asked = timeline.findChild(QFileDialog, "picture-dialog")
    assert isinstance(asked, QFileDialog)
    asked.selectNameFilter(f"{kind.upper()} (*.{kind})")
    asked.fileSelected.emit(str(tmp_path / "goal v1.2"))
    made = tmp_path / f"goal v1.2.{kind}"
    if kind == "png":
        assert QImage(str(made)).width() > 1000
    elif kind == "svg":
        assert ET.parse(made).getroot().tag.endswith("svg")
    else:
        assert made.read_bytes().startswith(b"%PDF")


def test_where_it_cannot_be_written_that_is_said(timeline: GoalTimeline, tmp_path: Path) -> None:
    assert timeline.view.picture is not None
    with pytest.raises(AmdeskError, match="cannot be written"):
        picture_files.save(timeline.view.picture, timeline._reads, tmp_path / "none" / "goal.png")
