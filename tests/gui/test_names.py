"""Walks over every page: all that can be reached has a name, all that shows data is plain text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QComboBox, QLabel, QLineEdit, QMenuBar, QWidget

from amdesk.gui.window import Window
from tests.gallery.pictures import SHOTS, Shot


@pytest.fixture(params=SHOTS, ids=lambda shot: shot.name)
def shown(request: pytest.FixtureRequest, window: Window) -> Window:
    """The window at one of the places of the gallery."""
    shot: Shot = request.param
    window.go(shot.place(window.desk))
    shot.act(window)
    return window


def test_whatever_takes_the_keys_can_be_named_by_a_screen_reader(shown: Window) -> None:
    reached = [w for w in visible(shown) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    nameless = [w for w in reached if not w.accessibleName()]
    assert not [f"{type(w).__name__} {w.objectName()}" for w in nameless]


def test_every_part_of_the_window_has_an_object_name(shown: Window) -> None:
    nameless = [w for w in visible(shown) if not w.objectName()]
    assert not [f"{type(w).__name__} in {_home(w)}" for w in nameless]


def test_every_label_shows_plain_text(shown: Window) -> None:
    rich = [w for w in shown.findChildren(QLabel) if w.textFormat() != Qt.TextFormat.PlainText]
    assert not [w.objectName() for w in rich]


def visible(window: Window) -> list[QWidget]:
    """Every widget of ours that is shown."""
    return [w for w in window.findChildren(QWidget) if w.isVisible() and not _of_qt(w)]


def _of_qt(widget: QWidget) -> bool:
    """What Qt makes for itself: viewports, scroll bars, the inside of a field."""
    parent = widget.parentWidget()
    return any(
        one.objectName().startswith("qt_") for one in (widget, parent) if one is not None
    ) or isinstance(parent, QAbstractScrollArea | QLineEdit | QComboBox | QMenuBar)


def _home(widget: QWidget) -> str:
    parent = widget.parentWidget()
    return parent.objectName() if parent is not None else ""
