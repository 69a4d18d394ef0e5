"""Where the keys are is seen: a line in the colour for it, whatever has them, no longer than its words."""

from __future__ import annotations

from array import array
from contextlib import closing

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from amdesk.gui.application import Application
from amdesk.gui.colours import LIGHT
from amdesk.gui.place import Place
from amdesk.gui.table import Table
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.fields import Check
from amdesk.gui.widgets.layout import column
from amdesk.gui.window import Window
from amdesk.services import clients
from amdesk.services.desk import Desk
from tests.gallery.pictures import SHOTS
from tests.gui.keys import Key, Keyboard
from tests.quality.walkers import settle

_FOCUS = int(QColor(LIGHT.focus).rgb())
# What shows the keys in a way of its own: a box, a link, an entry, a step, a button that is pressed, areas.
SEEN = {
    "settings": ("setting-toman", "settings-welcome"),
    "client": ("entry-49", "client-timeline"),
    "log-call": ("call-channel-mobile",),
    "history": ("past-step-1", "history-area"),
    "task": ("task-scroll",),
    "summary-corrected": ("mail-changes",),
    "import-preview": ("mapping",),
    "keys": ("keys-scroll",),
    "about": ("about-scroll",),
}


def show(qtbot: QtBot, window: QWidget) -> None:
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()


def lit(widget: QWidget) -> list[QPoint]:
    """The points of a window in the colour of the keys, as seen from a widget in it."""
    window = widget.window()
    drawn = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    dots = array("I", bytes(drawn.constBits()))
    across = drawn.bytesPerLine() // dots.itemsize
    zero = widget.mapTo(window, QPoint())
    return [QPoint(n % across, n // across) - zero for n, dot in enumerate(dots) if dot == _FOCUS]


def ring(app: QApplication, widget: QWidget) -> list[QPoint]:
    """Where the colour appears when the keys come."""
    had = app.focusWidget()
    if had is not None:
        had.clearFocus()
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()
    settle(app)
    before = set(map(QPoint.toTuple, lit(widget)))
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    settle(app)
    assert widget.hasFocus()
    return [QPoint(*dot) for dot in set(map(QPoint.toTuple, lit(widget))) - before]


@pytest.mark.parametrize("page", SEEN)
def test_what_has_the_keys_is_lined(qapp: QApplication, qtbot: QtBot, desk: Desk, page: str) -> None:
    desk.settings.choose("theme", "light")
    shot = next(one for one in SHOTS if one.name == page)
    with closing(Application(qapp, desk, spoken="en")) as running:
        window = running.window
        show(qtbot, window)
        window.go(shot.place(desk))
        settle(qapp)
        shot.act(window)
        settle(qapp)
        for name in SEEN[page]:
            found = window.findChild(QWidget, name)
            assert isinstance(found, QWidget)
            dots = ring(qapp, found)
            assert len(dots) > 50
            assert all(found.rect().contains(dot) for dot in dots)


@pytest.mark.parametrize("rtl", [False, True])
def test_the_line_below_a_link_is_as_long_as_its_words(qapp: QApplication, qtbot: QtBot, rtl: bool) -> None:
    link = button("Backups", "link", name="link")
    ground = column(link, button("Other", name="other"), name="ground")
    qtbot.addWidget(ground)
    ground.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    ground.resize(600, 100)
    show(qtbot, ground)
    box = QRect()
    for dot in ring(qapp, link):
        box |= QRect(dot, dot)
    words = link.fontMetrics().horizontalAdvance("Backups")
    assert words <= box.width() < words * 1.5
    assert (box.right() == link.width() - 1) if rtl else (box.left() == 0)


def test_the_line_around_a_box_keeps_to_its_words(qapp: QApplication, qtbot: QtBot) -> None:
    box = Check("Personal dates of relatives as well", name="box")
    ground = column(box, button("Other", name="other"), name="ground")
    qtbot.addWidget(ground)
    ground.resize(600, 100)
    show(qtbot, ground)
    dots = ring(qapp, box)
    assert dots
    assert max(dot.x() for dot in dots) < box.sizeHint().width() + 2


def test_who_uses_the_mouse_is_shown_a_large_area_s_line_only_at_the_first_key(
    window: Window,
) -> None:
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton)
    window.go(Place("client", clients.find(window.desk, "Harbour")[0]))
    area = window.findChild(QWidget, "client-timeline")
    assert isinstance(area, QWidget)
    line = area.findChild(QWidget, "ring")
    assert isinstance(line, QWidget)
    assert (area.hasFocus(), line.isVisible()) == (True, False)
    QTest.keyClick(area, Qt.Key.Key_Shift)
    assert line.isVisible()


def test_tab_comes_to_a_row_of_a_list_that_has_been_filled_anew(window: Window) -> None:
    window.go(Place("clients"))
    table = window.findChild(Table, "clients-table")
    assert isinstance(table, Table)
    table.setFocus()
    window.begin_find()
    keys = Keyboard(window)
    keys.type("zzz")
    keys.press(Key.Key_Escape)
    assert not table.currentIndex().isValid()
    for _ in range(9):
        if not table.hasFocus():
            keys.press(Key.Key_Tab)
    assert (table.hasFocus(), table.currentIndex().row()) == (True, 0)
