"""Where nothing was found the keys go on to the way out, and from there back to everything."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton

from amdesk.gui.place import Place
from amdesk.gui.window import Window
from tests.gui.keys import CTRL, Key, Keyboard


@pytest.mark.parametrize("page", ["clients", "calls", "goals", "reminders", "tasks"])
def test_down_leads_to_what_shows_everything_again(window: Window, page: str) -> None:
    keyboard = Keyboard(window)
    window.go(Place(page))
    keyboard.press(Key.Key_F, CTRL)
    keyboard.type("zzzz")
    keyboard.press(Key.Key_Down)
    assert isinstance(keyboard.at, QPushButton)
    assert keyboard.at.isVisible()
    keyboard.press(Key.Key_Return)
    assert window.place == Place(page)
    assert window.pages.page is not None
    assert window.pages.page.face.find is not None
    assert not window.pages.page.face.find.property("text")
