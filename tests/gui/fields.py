"""A form with one field, in a language: what the tests of fields type into."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from amdesk.gui.widgets.form import Field

NONE = Qt.KeyboardModifier.NoModifier


class Page(QWidget):
    """A field in a form above a line to go to."""

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.field = field
        self.next = QLineEdit()
        down = QVBoxLayout(self)
        down.addWidget(field)
        down.addWidget(self.next)
        self.resize(640, 240)


def shown(qtbot: QtBot, editor: QWidget, *, hint: str = "") -> Page:
    """A page with the field, open and with the keys in the field."""
    page = Page(Field("Name", editor, hint=hint))
    # the bot knows it weakly; what it does before closing is what keeps the page
    qtbot.addWidget(page, before_close_func=lambda _: page.hide())
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    editor.setFocus()
    return page


def write(text: str) -> None:
    """Type a text letter by letter into what has the keys, whatever its script."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            at = QApplication.focusWidget()
            assert at is not None
            QApplication.sendEvent(at, QKeyEvent(kind, 0, NONE, letter))


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    """Press one key where the keys are."""
    at = QApplication.focusWidget()
    assert at is not None
    QTest.keyClick(at, key, modifier)
    QApplication.processEvents()


def ink(line: QLineEdit) -> tuple[int, int]:
    """The first and the last column of a line in which letters are drawn."""
    image = line.grab().toImage()
    rows, columns = range(9, image.height() - 9), range(12, image.width() - 12)
    drawn = [x for x in columns for y in rows if image.pixelColor(x, y).lightness() < 100]
    return min(drawn), max(drawn)
