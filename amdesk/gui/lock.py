"""The lock: hides all that shows records until the passphrase is typed; nothing is closed, reminders ring."""

from __future__ import annotations

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from amdesk.domain.errors import AmdeskError
from amdesk.gui.idle import Idle
from amdesk.gui.lock_window import LockWindow
from amdesk.gui.speaking import keep_unheard
from amdesk.gui.widgets.work_stack import PUT_AWAY
from amdesk.services import keys
from amdesk.services.desk import Desk

_NEVER_SHOWN = frozenset({Qt.WindowType.ToolTip, Qt.WindowType.Popup, Qt.WindowType.SplashScreen})


class Lock(QObject):
    """``changed`` tells that it was locked or unlocked; ``closed`` that the locked window is to be closed."""

    changed = Signal()
    closed = Signal()
    quit_requested = Signal()

    def __init__(self, desk: Desk, window: Callable[[], QWidget], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._window = desk, window
        self._hidden: list[QWidget] = []
        self.shown: LockWindow | None = None
        self.idle = Idle(desk, self)
        self.idle.passed.connect(self.lock)
        self.follow_setting()

    @property
    def is_locked(self) -> bool:
        """Whether nothing of the records is to be seen."""
        return self.shown is not None

    def follow_setting(self) -> None:
        """Watch for as long as is chosen; without a passphrase nothing locks."""
        chosen = str(self._desk.settings["lock_after"])
        self.idle.watch(int(chosen) if chosen and keys.has_passphrase(self._desk) else 0)

    def lock(self) -> None:
        """Put all windows away, and the locked one in the place of the one that was seen."""
        if self.is_locked or not keys.has_passphrase(self._desk):
            return
        self._note(locked=True)
        main = self._window()
        self.shown = LockWindow(self._desk, main)
        self.shown.unlocked.connect(self._unlock)
        self.shown.closed.connect(self.closed)
        self.shown.quit_requested.connect(self.quit_requested)
        was_seen = main.isVisible()
        self._hide_all()
        self.changed.emit()
        if was_seen:
            self.raise_window()

    def raise_window(self) -> None:
        """Bring the locked window up."""
        if self.shown is not None:
            self.shown.show()
            self.shown.raise_()
            self.shown.activateWindow()

    def hide_window(self) -> None:
        """Put the locked window away, as the window is that only rings."""
        if self.shown is not None:
            self.shown.hide()

    def close(self) -> None:
        """The program ends, locked as it is."""
        self.idle.watch(0)
        if self.shown is not None:
            self.shown.hide()
            self.shown.deleteLater()
            self.shown = None

    def _hide_all(self) -> None:
        QToolTip.hideText()
        while (menu := QApplication.activePopupWidget()) is not None:
            menu.close()
        for one in QApplication.topLevelWidgets():
            if one is self.shown or one.windowType() in _NEVER_SHOWN or not _shows_records(one):
                continue
            if one.isVisible():
                self._hidden.append(one)
                one.setProperty(PUT_AWAY, True)
                one.hide()
            keep_unheard(one, on=True)

    def _unlock(self) -> None:
        shown, self.shown = self.shown, None
        assert shown is not None
        self._note(locked=False)
        main = self._window()
        if main not in self._hidden:
            self._hidden.insert(0, main)
        hidden, self._hidden = self._hidden, []
        for one in QApplication.topLevelWidgets():
            keep_unheard(one, on=False)
        self.idle.watch(0)
        self.follow_setting()
        for one in hidden:
            if shiboken6.isValid(one):
                one.setProperty(PUT_AWAY, False)
                one.show()
        main.raise_()
        main.activateWindow()
        shown.hide()
        shown.deleteLater()
        self.changed.emit()

    def _note(self, *, locked: bool) -> None:
        """What is ended while it is locked starts locked; where that cannot be noted, it locks still."""
        try:
            self._desk.settings.choose("locked", locked)
        except AmdeskError:
            return


def _shows_records(window: QWidget) -> bool:
    """The popup of reminders stays, and hides by itself what it says."""
    return window.objectName() != "reminder-popup"
