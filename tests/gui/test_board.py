"""Goals over time in the window: walked by keys, moved by hand, in the direction of the language."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from amdesk.domain.board_time import HEAD, LEAST_DAYS, MOST_DAYS
from amdesk.gui.pages.goals_board import GoalsBoard
from amdesk.gui.place import Place
from amdesk.gui.window import Window
from amdesk.services import goals
from amdesk.services.desk import Desk
from tests.gui.conftest import NOW
from tests.gui.keys import CTRL, NONE, SHIFT, Key
from tests.portfolios import sample_desk


@pytest.fixture(scope="module")
def portfolio() -> Iterator[Desk]:
    with closing(sample_desk(NOW)) as made:
        yield made


@pytest.fixture
def board(portfolio: Desk, spoken: str, qtbot: QtBot) -> Iterator[GoalsBoard]:
    page = GoalsBoard(portfolio)
    page.resize(1000, 700)
    page.refresh()
    page.show()
    page.activateWindow()
    page.view.setFocus()
    qtbot.waitUntil(page.view.hasFocus)
    yield page
    portfolio.settings.choose("time_runs", "")
    page.close()


def press(board: GoalsBoard, key: Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(board.view, key, modifier)


def forward(board: GoalsBoard) -> Key:
    """The arrow that points to what is later."""
    return Key.Key_Left if board.isRightToLeft() else Key.Key_Right


def wheel(board: GoalsBoard, at: QPointF, *, notches: int, keys: Qt.KeyboardModifier = NONE) -> None:
    viewport = board.view.viewport()
    event = QWheelEvent(
        at, QPointF(viewport.mapToGlobal(at.toPoint())), QPoint(), QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton, keys, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(viewport, event)


def test_it_is_one_button_away_from_the_list_of_goals_and_found_as_it_was_left(window: Window) -> None:
    window.go(Place("goals"))
    button = window.findChild(QPushButton, "goals-board")
    assert isinstance(button, QPushButton)
    button.click()
    page = window.pages.page
    assert isinstance(page, GoalsBoard)
    page.grouping.choose("tier")
    page.refresh()
    page.view.zoom(2)
    page.view.go(3)
    seen = page.view.view
    window.go(Place("settings"))
    window.back()
    page = window.pages.page
    assert isinstance(page, GoalsBoard)
    assert (page.view.view.begin, page.view.view.days) == (seen.begin, seen.days)
    assert page.grouping.value() == "tier"
    assert page.view.walk.row == 3


def test_a_client_s_own_board_shows_that_client_only(portfolio: Desk, qtbot: QtBot) -> None:
    of = goals.lines(portfolio, goals.find(portfolio, sort="client"))[0].goal.client_id
    page = GoalsBoard(portfolio, of)
    qtbot.addWidget(page)
    page.refresh()
    assert {row.client_id for row in page.view.walk.rows} == {of}


def test_keys_go_from_line_to_line_and_each_is_said(board: GoalsBoard) -> None:
    told = []
    for _ in range(3):
        told.append(board.view.accessibleDescription())
        press(board, Key.Key_Down)
    assert len(set(told)) == 3
    press(board, Key.Key_End, CTRL)
    assert board.view.walk.row == len(board.view.walk.rows) - 1
    assert board.view.verticalScrollBar().value() == board.view.verticalScrollBar().maximum()


def test_arrows_to_the_side_go_through_time_as_it_is_read(board: GoalsBoard) -> None:
    board.view.go(next(n for n, row in enumerate(board.view.walk.rows) if row.kind == "goal"))
    press(board, forward(board))
    first = board.view.walk.stop
    press(board, forward(board))
    second = board.view.walk.stop
    assert first is not None
    assert second is not None
    assert second.day >= first.day
    assert board.view.view.scale.holds(second.day)
    assert board.view.reads.say(second.said) == board.view.accessibleDescription()


def test_enter_opens_the_goal_one_is_on(board: GoalsBoard) -> None:
    row = next(n for n, row in enumerate(board.view.walk.rows) if row.kind == "goal")
    board.view.go(row)
    lane = board.view.walk.rows[row].lane
    asked: list[Place] = []
    board.place_requested.connect(asked.append)
    press(board, Key.Key_Return)
    assert lane is not None
    assert asked == [Place("goal", lane.line.id, lane.line.goal.client_id)]


def test_plus_and_minus_go_from_a_week_to_three_years_and_t_back_to_today(
    board: GoalsBoard, portfolio: Desk
) -> None:
    for key, most in ((Key.Key_Minus, MOST_DAYS), (Key.Key_Plus, LEAST_DAYS)):
        for _ in range(30):
            press(board, key)
        assert board.view.view.days == most
    for _ in range(20):
        press(board, forward(board), SHIFT)
    assert not board.view.view.scale.holds(portfolio.today())
    press(board, Key.Key_T)
    assert board.view.view.scale.holds(portfolio.today())


def test_the_board_follows_the_hand_that_drags_it(board: GoalsBoard) -> None:
    viewport, before = board.view.viewport(), board.view.view
    start = viewport.rect().center()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, NONE, start)
    QTest.mouseMove(viewport, start + QPoint(100, 0))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, NONE, start + QPoint(100, 0))
    later = board.view.view.begin > before.begin
    assert later is board.isRightToLeft()


def test_the_wheel_zooms_where_the_pointer_is_over_the_axis_or_with_ctrl(board: GoalsBoard) -> None:
    before = board.view.view
    middle = QPointF(board.view.viewport().rect().center())
    wheel(board, QPointF(middle.x(), HEAD / 2), notches=1)
    closer = board.view.view
    assert closer.days < before.days
    wheel(board, middle, notches=-1, keys=CTRL)
    assert board.view.view.days == pytest.approx(before.days)
    assert board.view.view.begin == pytest.approx(before.begin)
    wheel(board, middle, notches=-1)
    assert board.view.verticalScrollBar().value() > 0


def test_time_can_be_turned_round_by_one_setting(board: GoalsBoard, portfolio: Desk) -> None:
    def places() -> list[float]:
        found = [(one.said, one.x) for one in board.view.picture().marks if one.kind == "goal"]
        return [x for _said, x in found]

    usual = places()
    portfolio.settings.choose("time_runs", "right" if board.isRightToLeft() else "left")
    assert places() != usual
