"""The window stands where it stood, its side bar as wide as it was drawn; a desk in memory keeps nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from amdesk.gui.theme import SIZE
from amdesk.gui.window import Window
from amdesk.services.desk import Desk


def anew(desk: Desk, window: Window) -> Window:
    """The window of the next start."""
    window.around.quit()
    return Window(desk)


def test_the_window_opens_as_high_as_it_was_left(window: Window, desk: Desk) -> None:
    window.resize(1000, 640)  # wider than the screen that is none: a width is fitted into a screen
    again = anew(desk, window)
    assert again.height() == 640
    again.deleteLater()


def test_a_side_bar_drawn_wider_stays_wider(window: Window, desk: Desk) -> None:
    window.split.give_side(SIZE.side_bar + 60)
    drawn = window.split.width_of_side
    assert drawn > SIZE.side_bar
    again = anew(desk, window)
    again.show()
    QApplication.processEvents()
    assert again.split.width_of_side == drawn
    again.close()
    again.deleteLater()


def test_side_bar_and_page_take_the_whole_width_in_either_direction(window: Window) -> None:
    QApplication.processEvents()
    split, page = window.split, window.split.widget(1)
    assert page is not None
    begin, end = page.geometry(), window.side.geometry()
    if window.isRightToLeft():
        assert (begin.left(), end.right()) == (0, split.width() - 1)
    else:
        assert (end.left(), begin.right()) == (0, split.width() - 1)


def test_f9_folds_the_side_bar_away_and_brings_it_back(window: Window) -> None:
    seen = []
    for _ in range(2):
        QTest.keyClick(window, Qt.Key.Key_F9)
        seen.append(window.split.width_of_side > 0)
    assert seen == [False, True]


def test_the_side_bar_is_never_narrower_than_its_words(window: Window) -> None:
    window.split.give_side(100)
    assert window.split.width_of_side in {0, window.side.sizeHint().width()}


def test_what_was_never_remembered_opens_as_it_is_meant(empty_desk: Desk) -> None:
    made = Window(empty_desk)
    assert (made.width(), made.height()) == SIZE.window
    made.resize(1000, 640)
    made.close()
    assert empty_desk.settings["window"] == ""
    made.deleteLater()
