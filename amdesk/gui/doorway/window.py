"""The window before there is a desk: shows why, tries again whatever it is asked to, and lets in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEventLoop, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from amdesk.domain.errors import AlreadyOpenError, AmdeskError
from amdesk.gui import theme
from amdesk.gui.background import patience
from amdesk.gui.doorway.page import Attempt, DoorPage, Refused
from amdesk.gui.doorway.registry import page_for
from amdesk.gui.enter_key import presses
from amdesk.gui.speaking import say_role
from amdesk.gui.tab_order import Ground
from amdesk.gui.theme import SIZE
from amdesk.gui.tray.mark import mark
from amdesk.services import other_folder, recovery
from amdesk.services.desk import Desk

_WAYS_BACK = ("door-back", "door-stop")
_LOOK_EVERY = 1500  # milliseconds


class Doorway(QWidget):
    """``opened`` carries the desk once an attempt succeeds, ``left`` tells that none will be made."""

    opened = Signal(object)
    left = Signal()

    def __init__(self, attempt: Attempt, error: AmdeskError, open_desk: Callable[[Attempt], Desk]) -> None:
        super().__init__()
        self.desk: Desk | None = None
        self.refused = _refused(attempt, error)
        self._open = open_desk
        say_role(self, "Window")
        self.setObjectName("doorway")
        self.setWindowTitle("amdesk")
        self.setWindowIcon(mark())
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme.as_kind(self, "page")
        self.pages = QStackedWidget()
        self.pages.setObjectName("door-pages")
        ground = Ground(lambda: ((), self.pages))
        for inner, outer in ((self.pages, ground), (ground, self)):
            down = QVBoxLayout(outer)
            down.setContentsMargins(0, 0, 0, 0)
            down.addWidget(inner)
        self.setMinimumSize(QSize(*SIZE.least_door))
        self.resize(QSize(*SIZE.door))
        self._waiting = QTimer(self, interval=_LOOK_EVERY)
        self._waiting.timeout.connect(self.look)
        self.tell()

    def look(self) -> None:
        """Come in once whoever has the file lets go of it: a command in a terminal is soon done."""
        folder, waits = self.refused.folder, isinstance(self.refused.error, AlreadyOpenError)
        if waits and folder is not None and self.pages.count() == 1 and recovery.is_free(folder):
            self.attempt(self.refused.attempt)

    def attempt(self, attempt: Attempt) -> None:
        """Open the door, or tell why it stays shut."""
        try:
            with patience():
                self.desk = self._open(attempt)
        except AmdeskError as error:
            self.refused = _refused(attempt, error)
            self.tell()
        else:
            self._waiting.stop()
            self.desk = _led(attempt, self.desk)
            self.opened.emit(self.desk)

    def tell(self) -> None:
        """Show the page of the present refusal, and none of those before it."""
        while (top := self.pages.currentWidget()) is not None:
            self.pages.removeWidget(top)
            top.deleteLater()
        self.show_page(page_for(self.refused))
        self._waiting.start()

    def show_page(self, page: DoorPage) -> None:
        """Show a page over the one there is."""
        page.attempt_requested.connect(self.attempt, Qt.ConnectionType.QueuedConnection)
        page.page_requested.connect(self.show_page)
        page.back_requested.connect(self._back)
        page.quit_requested.connect(self.close)
        self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        if page.first is not None:
            page.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _back(self) -> None:
        top = self.pages.currentWidget()
        assert isinstance(top, DoorPage)
        self.pages.removeWidget(top)
        top.deleteLater()
        below = self.pages.currentWidget()
        if isinstance(below, DoorPage) and below.first is not None:
            below.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back where a page has a way back, Enter presses the button with the keys."""
        found = (one for name in _WAYS_BACK for one in self.pages.findChildren(QPushButton, name))
        back = next((one for one in found if one.isVisible()), None)
        if event.key() == Qt.Key.Key_Escape and back is not None:
            back.click()
        elif not presses(event):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self._waiting.stop()
        if self.desk is None:
            self.left.emit()


def _refused(attempt: Attempt, error: AmdeskError) -> Refused:
    return Refused(attempt, error, getattr(error, "folder", None) or attempt.folder)


def _led(attempt: Attempt, desk: Desk) -> Desk:
    """From now on starts come here where that was chosen; that they do not is told inside."""
    if attempt.begun_in is None or desk.folder is None:
        return desk
    try:
        other_folder.lead(attempt.begun_in.folder, desk.folder)
    except AmdeskError as error:
        return replace(desk, notes=(*desk.notes, error.message))
    return desk


def stand(app: QApplication, door: Doorway) -> Desk | None:
    """Stay in the doorway until the person is let in or goes: the desk, or nothing."""
    loop = QEventLoop()
    door.opened.connect(lambda _desk: loop.quit())
    door.left.connect(loop.quit)
    app.setQuitOnLastWindowClosed(False)
    door.show()
    door.raise_()
    door.activateWindow()
    loop.exec()
    QTimer.singleShot(0, door.deleteLater)
    app.setQuitOnLastWindowClosed(True)
    return door.desk
