"""Being there: ringing without a window, closing that is not the end, a second start that shows the first."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication

from amdesk.domain.errors import AmdeskError
from amdesk.domain.touched import Touched
from amdesk.gui import show
from amdesk.gui.about_reminders import ALL_THAT_CAME
from amdesk.gui.daily_backup import DailyBackup
from amdesk.gui.forgetting import Forgetting
from amdesk.gui.lock import Lock
from amdesk.gui.outbox_item import OutboxItem
from amdesk.gui.place import Place
from amdesk.gui.post import Post
from amdesk.gui.tray.closing import ClosingBar
from amdesk.gui.tray.icon import Tray
from amdesk.gui.tray.instance import Listener
from amdesk.gui.tray.mark import mark
from amdesk.gui.tray.ringing import Ringing
from amdesk.gui.tray.status import AlarmStatus
from amdesk.gui.window import Window
from amdesk.services import attachments, keys, leftovers, trash
from amdesk.services.desk import Desk

_RANG = Touched("", frozenset({"reminder"}))


class Presence(QObject):
    """Outlives every window; ``window`` gives the one there is."""

    def __init__(self, desk: Desk, window: Callable[[], Window], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._window = desk, window
        self._quits = self._was_told = False
        self._bar: ClosingBar | None = None
        self._listener: Listener | None = None
        self.ringing = Ringing(desk, self, screen=lambda: window().screen())
        self.ringing.place_requested.connect(self.go)
        self.ringing.raised.connect(self.show_window)
        self.ringing.quit_requested.connect(self.quit)
        self.ringing.refused.connect(lambda error: self._window().say(error))
        self.lock = Lock(desk, window, self)
        self.lock.changed.connect(lambda: self.ringing.set_locked(locked=self.lock.is_locked))
        self.lock.closed.connect(self._close_locked)
        self.lock.quit_requested.connect(self.quit)
        self.ringing.alarm.looked.connect(self.lock.idle.look)
        self._day = desk.today()
        self.ringing.alarm.looked.connect(self._see_day)
        self.backup = DailyBackup(desk, self)
        self.backup.refused.connect(lambda error: self._window().say(error))
        self.ringing.alarm.looked.connect(self.backup.look)
        self.post = Post(desk, self, keep_words=self._keep_words)
        self.post.refused.connect(lambda error: self._window().say(error))
        self.forgetting = Forgetting(desk, self)
        self.ringing.alarm.looked.connect(self.forgetting.look)
        self.ringing.alarm.rang.connect(lambda _: self._window().pages.hear(_RANG))

    def start(self) -> None:
        """Begin to ring and to listen, once the first window stands or is known not to be shown."""
        QApplication.setQuitOnLastWindowClosed(False)
        QApplication.setWindowIcon(mark())
        if self._desk.folder is not None:
            self._listener = Listener(self._desk.folder, self)
            self._listener.show_requested.connect(self.show_window)
        self.adopt(self._window())
        self.forgetting.begin()
        trash.let_go(self._desk)
        attachments.let_go(self._desk)
        self.ringing.start()
        self.post.start()

    def stop(self) -> None:
        """End, before the desk is closed."""
        self._window().removeEventFilter(self)
        QApplication.setQuitOnLastWindowClosed(True)
        self.lock.close()
        self.backup.stop()
        self.post.stop()
        self.forgetting.stop()
        self.ringing.stop()
        if self._listener is not None:
            self._listener.close()

    def adopt(self, window: Window) -> None:
        """Take care of a new window: its status line tells of the alarm, its closing is asked about."""
        status = AlarmStatus(self._desk, self.ringing.alarm)
        status.test_requested.connect(self.ringing.test)
        status.all_requested.connect(self.ringing.put_aside)
        status.all_requested.connect(lambda: self.go(ALL_THAT_CAME))
        status.paused.connect(self.ringing.alarm.pause)
        item = window.side.items["reminders"]
        status.counted.connect(lambda n, told: item.set_count(show.count(n) if n else "", told))
        status.refresh()
        window.status.add(status)
        OutboxItem(window.side, self._desk, window.pages)
        window.around.quit_requested.connect(self.quit)
        window.around.lock_requested.connect(self.lock_now)
        window.installEventFilter(self)
        self._bar = None

    def change_window(self, old: Window, new: Window) -> None:
        """A window takes another one's place, perhaps in another language."""
        old.removeEventFilter(self)
        self.ringing.alarm.look()  # another language may bring another country, and other days off with it
        self.adopt(new)
        self.ringing.dress()

    def show_window(self) -> None:
        """Bring the window up, from the tray or from behind others; locked, the one that unlocks."""
        if self.lock.is_locked:
            self.lock.raise_window()
            return
        window = self._window()
        if window.isMinimized():
            window.showNormal()
        window.show()
        window.raise_()
        window.activateWindow()

    def go(self, place: Place) -> None:
        """Show a page, with the window brought up; none while it is locked."""
        self.show_window()
        if not self.lock.is_locked:
            self._window().go(place)

    def lock_now(self) -> None:
        """Let nothing be seen until the passphrase is typed; where there is none, one is set first."""
        if keys.has_passphrase(self._desk):
            self.lock.lock()
        else:
            self._window().go(Place("passphrase", ask="lock"))

    def quit(self) -> None:
        """End the program, whatever closing the window means."""
        self._quits = True
        if self._window().close():
            QCoreApplication.quit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window() and event.type() == QEvent.Type.Close and not self._may_close():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _keep_words(self) -> None:
        self._window().pages.settle()

    def _see_day(self) -> None:
        """When another day has begun, whatever is shown is asked for again."""
        today = self._desk.today()
        if today != self._day:
            self._day = today
            trash.let_go(self._desk)
            leftovers.sweep_drafts(self._desk)
            self._window().pages.refresh()

    def _may_close(self) -> bool:
        """Whether the window may go; where it may, the program goes with it."""
        meaning = "quit" if self._quits else str(self._desk.settings["on_close"])
        window = self._window()
        if meaning != "ask" and not self._has_settled():
            return False
        if meaning == "stay":
            window.pages.remember()
            window.hide()
            return False
        if meaning == "ask":
            self._ask()
            return False
        if not self._quits:
            QCoreApplication.quit()
        return True

    def _has_settled(self) -> bool:
        """Words that the file does not take hold the window back once; who closes it again has read so."""
        try:
            self._window().pages.settle()
        except AmdeskError as error:
            was_told, self._was_told = self._was_told, True
            if not was_told:
                self._quits = False
                self.show_window()
                self._window().say(error)
            return was_told
        self._was_told = False
        return True

    def _close_locked(self) -> None:
        """Closing the locked window means what closing the window means; what that is, is not asked there."""
        if self._desk.settings["on_close"] == "quit":
            self.quit()
        else:
            self.lock.hide_window()

    def _ask(self) -> None:
        if self._bar is None:
            self._bar = ClosingBar(self._window(), has_tray=Tray.is_there())
            self._bar.answered.connect(self._answer)
        self._bar.ask()

    def _answer(self, meaning: str) -> None:
        assert self._bar is not None
        self._bar.hide()
        self._desk.settings.choose("on_close", meaning)
        self._window().close()
