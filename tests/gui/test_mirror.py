"""A part of a line lies where Qt would put it in a language written the other way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QStyle

from amdesk.gui.mirror import visual_rect

LINE = QRect(30, 10, 200, 24)


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("part", [QRect(30, 14, 16, 16), QRect(58, 10, 172, 24), QRect(100, 10, 1, 24), LINE])
def test_a_part_of_a_line_lies_where_qt_would_put_it(direction: Qt.LayoutDirection, part: QRect) -> None:
    assert visual_rect(direction, LINE, part) == QStyle.visualRect(direction, LINE, part)
