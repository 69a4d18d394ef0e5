"""The open list of a picker: every choice whole, in lines of one height whatever its script."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from amdesk.gui import theme
from amdesk.gui.widgets.fields import Picker
from amdesk.i18n.languages import LANGUAGES

CHOICES = [(code, each.name) for code, each in LANGUAGES.items()]


@pytest.fixture
def picker(qtbot: QtBot, spoken: str) -> Iterator[Picker]:
    made = Picker(CHOICES, "he", name="language", accessible="Language")
    qtbot.addWidget(made)
    made.show()
    made.showPopup()
    yield made
    made.hidePopup()


def row(picker: Picker, number: int) -> QImage:
    """A line of the open list as it is seen."""
    view = picker.view()
    return view.viewport().grab(view.visualRect(picker.model().index(number, 0))).toImage()


def test_lines_are_of_one_height_in_every_script(picker: Picker) -> None:
    assert len({picker.view().sizeHintForRow(number) for number in range(picker.count())}) == 1


def test_every_choice_is_read_whole(picker: Picker) -> None:
    words = max(picker.fontMetrics().horizontalAdvance(said) for _code, said in CHOICES)
    assert picker.view().viewport().width() >= words + theme.SIZE.icon


def test_the_choice_that_holds_is_ticked(picker: Picker) -> None:
    """By more than its colour: the end of its line is not empty, as that of the others is."""
    rtl = picker.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def is_marked(number: int) -> bool:
        seen = row(picker, number)
        first = theme.SPACE.xs if rtl else seen.width() - theme.SPACE.xs - theme.SIZE.icon
        end = range(first, first + theme.SIZE.icon)
        middle = seen.height() // 2
        return len({seen.pixel(x, y) for x in end for y in range(middle - 5, middle + 5)}) > 1

    assert [number for number in range(picker.count()) if is_marked(number)] == [picker.currentIndex()]
