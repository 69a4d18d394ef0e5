"""A form that is left keeps what was typed within reach: Escape and Cancel lose nothing."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton, QTextEdit

from amdesk.gui.place import Place
from amdesk.gui.window import Window
from amdesk.i18n.catalog import _
from tests.gui.keys import Key, Keyboard

TYPED = "Bakery am Eck"
EDITORS = [
    Place("edit_client"),
    Place("edit_client", 1),
    Place("edit_contact", about=1),
    Place("edit_goal", about=1),
    Place("edit_task"),
    Place("edit_reminder"),
]


def words(window: Window) -> str:
    """What stands in the field that an editor gives the keys to."""
    page = window.pages.page
    assert page is not None
    field = page.face.focus
    assert isinstance(field, QLineEdit | QTextEdit)
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


@pytest.fixture(params=EDITORS, ids=lambda place: f"{place.page}-{place.id or 'new'}")
def keyboard(request: pytest.FixtureRequest, window: Window) -> Keyboard:
    window.go(request.param)
    return Keyboard(window)


def test_what_was_typed_is_brought_back(keyboard: Keyboard) -> None:
    window = keyboard.window
    left = window.place
    keyboard.type(TYPED)
    typed = words(window)
    keyboard.press(Key.Key_Escape)
    assert window.place == Place("today")
    assert window.undo_bar.isVisible()
    assert window.undo_bar.accessibleName() == _("Not saved")
    window.undo_bar.action.click()
    assert window.place == left
    assert TYPED in typed
    assert words(window) == typed
    assert not window.undo_bar.isVisible()


def test_a_form_left_as_it_came_says_nothing(keyboard: Keyboard) -> None:
    keyboard.press(Key.Key_Escape)
    assert keyboard.window.place == Place("today")
    assert not keyboard.window.undo_bar.isVisible()


def test_the_button_leaves_as_the_key_does(window: Window) -> None:
    window.go(Place("edit_client"))
    Keyboard(window).type(TYPED)
    cancel = window.findChild(QPushButton, "edit-client-cancel")
    assert isinstance(cancel, QPushButton)
    cancel.click()
    assert window.undo_bar.accessibleName() == _("Not saved")


def test_what_is_brought_back_takes_no_other_form_away(window: Window) -> None:
    keyboard = Keyboard(window)
    window.go(Place("edit_client"))
    keyboard.type(TYPED)
    keyboard.press(Key.Key_Escape)
    window.go(Place("edit_client"))
    keyboard.type("Another")
    window.undo_bar.action.click()
    assert words(window) == TYPED
    window.back()
    assert words(window) == "Another"
