"""Tab walks through the whole window: every control that can be used once, and round again to the first."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLayout, QLayoutItem, QWidget
from shiboken6 import Shiboken

from amdesk.gui.place import Place
from amdesk.gui.tab_order import Ground
from amdesk.gui.window import Window
from amdesk.services import clients
from tests.gallery.pictures import SHOTS, Shot

# One picture of each page and of each state that brings controls of its own.
_NAMES = frozenset(
    "today clients client calls goals goal settings edit-client edit-contact log-call summary-missing "
    "summary-draft summary-confirm import-preview keys".split()
)
WALKED = [shot for shot in SHOTS if shot.name in _NAMES]
_MOST = 400


@pytest.fixture(params=WALKED, ids=lambda shot: shot.name)
def shown(request: pytest.FixtureRequest, window: Window) -> Window:
    shot: Shot = request.param
    window.go(shot.place(window.desk))
    shot.act(window)
    QApplication.processEvents()
    return window


def walk(window: Window, key: Qt.Key, modifier: Qt.KeyboardModifier) -> list[QWidget]:
    """What has the keys, one after another, until it is the first one again."""
    first = QApplication.focusWidget() or window
    if not first.focusPolicy() & Qt.FocusPolicy.TabFocus:
        QTest.keyClick(first, key, modifier)
        first = QApplication.focusWidget() or window
    found = [first]
    while len(found) < _MOST:
        QTest.keyClick(found[-1], key, modifier)
        QApplication.processEvents()
        at = QApplication.focusWidget()
        if at is None or at is first:
            break
        found.append(at)
    return found


def stops(window: Window) -> set[QWidget]:
    """Every control that is there to be used."""
    return {one for one in window.findChildren(QWidget) if takes_keys(one)}


def takes_keys(widget: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def said(widgets: object) -> list[str]:
    assert isinstance(widgets, set | list)
    return sorted(f"{type(one).__name__} {one.objectName()}" for one in widgets)


def test_tab_reaches_every_control_once_comes_round_and_goes_the_same_way_back(shown: Window) -> None:
    found = walk(shown, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
    assert len(found) < _MOST
    assert len(found) == len(set(found))
    assert said(stops(shown) - set(found)) == []
    back = walk(shown, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert back[1:] == found[:0:-1]


def test_every_picture_that_is_walked_through_exists() -> None:
    assert {shot.name for shot in WALKED} == _NAMES


def test_the_fields_of_a_form_come_before_its_buttons_and_a_search_before_its_list(window: Window) -> None:
    window.go(Place("edit_client"))
    assert order(window, "client-name", "client-notes", "edit-client-cancel", "edit-client-save")
    window.go(Place("clients"))
    assert order(window, "side-log", "button-go.back", "clients-search", "clients-table")


def order(window: Window, *names: str) -> bool:
    ground = window.centralWidget()
    assert isinstance(ground, Ground)
    found = [one.objectName() for one in ground.order()]
    at = [found.index(name) for name in names]
    return at == sorted(at)


def test_what_can_be_undone_is_reached_after_the_page(window: Window) -> None:
    clients.change(window.desk, 1, name="Another name")
    assert order(window, "today", "undo-action")


def test_going_from_page_to_page_leaves_nothing_behind(window: Window) -> None:
    counted = []
    for _turn in range(3):
        window.go(Place("edit_client"))
        window.go(Place("settings"))  # what had the keys is hidden: Qt asks where they go
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
        items = [one for one in Shiboken.getAllValidWrappers() if is_bare(one)]
        counted.append((len(window.findChildren(QWidget)), len(items)))
    assert counted[1] == counted[2]


def is_bare(one: object) -> bool:
    """Whether it is what a layout keeps a widget in, which Qt frees without telling Python."""
    return isinstance(one, QLayoutItem) and not isinstance(one, QLayout)
