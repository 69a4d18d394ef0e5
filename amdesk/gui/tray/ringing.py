"""Joins the alarm to what shows it (popup, tray, the desktop's notifications); does what is pressed there.

It outlives every window, and asks for one by signals.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QScreen

from amdesk.domain.errors import AmdeskError
from amdesk.domain.reminder import SNOOZE_NAMES, Armed
from amdesk.domain.touched import Touched
from amdesk.gui.about_reminders import ALL_THAT_CAME, place_of
from amdesk.gui.place import Place
from amdesk.gui.signals import News
from amdesk.gui.tray.alarm import TABLES, Alarm
from amdesk.gui.tray.icon import Tray
from amdesk.gui.tray.pausing import pause_until
from amdesk.gui.tray.popup import Popup
from amdesk.gui.tray.telling import DesktopTelling
from amdesk.i18n.catalog import _
from amdesk.services import alarms, clients, reminders
from amdesk.services.desk import Desk

_NEXT = 3  # reminders in the tray's menu


class Ringing(QObject):
    """``place_requested`` asks for a page, with the window brought up; ``raised`` for the window as it is;
    ``quit_requested`` for the end of the program; ``refused`` gives an AmdeskError to be told.
    """

    place_requested = Signal(object)
    raised = Signal()
    quit_requested = Signal()
    refused = Signal(object)

    def __init__(
        self,
        desk: Desk,
        parent: QObject | None = None,
        *,
        screen: Callable[[], QScreen] = QGuiApplication.primaryScreen,
    ) -> None:
        """``screen`` is the one the person looks at."""
        super().__init__(parent)
        self._desk, self._screen = desk, screen
        self.alarm = Alarm(desk, self)
        self.popup: Popup | None = None
        self.tray: Tray | None = None
        self._desktop = DesktopTelling(desk, self)
        self._desktop.asked.connect(self._do)
        self._desktop.all_requested.connect(self._show_all)
        self.alarm.rang.connect(self._ring)
        self.alarm.looked.connect(self.refresh)
        self._is_locked = False
        self._news = News(desk)
        self._news.touched.connect(self._hear)

    def start(self) -> None:
        """Begin, once the window stands: nothing here is needed to see it."""
        self.dress()
        self.alarm.start()

    def stop(self) -> None:
        """End, before the desk is closed."""
        self.alarm.stop()
        self._news.stop()
        self._undress()
        self._desktop.stop()

    def dress(self) -> None:
        """Make what has words in it, anew for another language; what is shown stays shown."""
        shown = self.popup.shown if self.popup is not None else ()
        self._undress()
        self.tray = Tray(self._desk, self)
        self.tray.call_requested.connect(lambda: self.place_requested.emit(Place("log_call")))
        self.tray.today_requested.connect(lambda: self.place_requested.emit(Place("today")))
        self.tray.window_requested.connect(self.raised)
        self.tray.quit_requested.connect(self.quit_requested)
        self.tray.opened.connect(partial(self._do, what="open"))
        self.tray.paused.connect(lambda choice: self.alarm.pause(pause_until(self._desk, choice)))
        if shown:
            self.popup = self._make_popup()
            self.popup.add(shown)
        if self.alarm.checked_at is not None:
            self.refresh()

    def refresh(self) -> None:
        """Show in the tray how things stand."""
        if self.tray is not None:
            self.tray.show_state(
                come=alarms.count_come(self._desk),
                coming=alarms.coming(self._desk, limit=_NEXT),
                next_at=self.alarm.next_at,
                paused_until=self.alarm.paused_until,
                is_locked=self._is_locked,
            )

    def set_locked(self, *, locked: bool) -> None:
        """Ring without names, and open no record, until it is unlocked; what is shown is shown again so."""
        self._is_locked = locked
        if locked:
            self._desktop.settle(())
        if self.popup is not None:
            self.popup.refill()
        self.refresh()

    def test(self) -> None:
        """Ring for real, even in a pause: by a reminder that is set to this very minute."""
        now = self._desk.now().astimezone(self._desk.zone)
        made = reminders.add(
            self._desk, text=_("A test: this is how a reminder comes."), due_on=now.date(),
            clock=f"{now:%H:%M}", urgent=True,
        )  # fmt: skip
        self.alarm.look()
        if self.alarm.paused_until is not None:
            self._ring(reminders.lines(self._desk, [made]))

    def put_aside(self) -> None:
        """Close what popped up: what has come is looked at elsewhere."""
        if self.popup is not None:
            self.popup.close()

    def _undress(self) -> None:
        if self.tray is not None:
            self.tray.remove()
            self.tray = None
        if self.popup is not None:
            self.popup.close()
            self.popup.deleteLater()
            self.popup = None

    def _ring(self, found: Sequence[Armed]) -> None:
        """Show what has come, and only then note that it rang: killed before, it rings after the start."""
        if self.popup is None:
            self.popup = self._make_popup()
        self.popup.add(found)
        self.alarm.shown(found)
        if self._is_locked:
            self._desktop.tell_locked(found)
        else:
            self._desktop.tell(found)

    def _make_popup(self) -> Popup:
        made = Popup(
            choices=lambda: reminders.snooze_choices(self._desk),
            words=self._said_last,
            hides_names=lambda: bool(self._desk.settings["hide_names"]),
            screen=self._screen,
            at_foot=lambda: bool(self._desk.settings["desktop_notifications"]),
            is_locked=lambda: self._is_locked,
        )
        made.unlock_requested.connect(self.raised)
        made.asked.connect(self._do)
        made.all_requested.connect(self._show_all)
        return made

    def _said_last(self, one: Armed) -> str:
        client = one.reminder.client_id
        return clients.said_last(self._desk, client) if client is not None else ""

    def _show_all(self) -> None:
        if self._is_locked:
            self.raised.emit()
        else:
            self.place_requested.emit(ALL_THAT_CAME)

    def _do(self, one: Armed, what: str) -> None:
        """Do what was pressed, wherever it was; locked, nothing but show the window that unlocks."""
        if self._is_locked:
            self.raised.emit()
            return
        its = one.reminder
        try:
            if what == "done":
                alarms.finish(self._desk, one)
            elif what == "drop":
                alarms.drop(self._desk, one)
            elif what in SNOOZE_NAMES:
                alarms.snooze(self._desk, one, choice=what)
            elif what == "day":
                self.place_requested.emit(Place("reschedule", its.id))
            elif what == "call":
                self.place_requested.emit(
                    Place("log_call", alarms.contact_of(self._desk, one), its.client_id)
                )
            else:
                self.place_requested.emit(place_of(self._desk, its))
        except AmdeskError as error:
            self.refused.emit(error)

    def _hear(self, touched: Touched) -> None:
        """What is settled, here or in the window, is no longer shown as if it were not."""
        if not touched.tables & TABLES:
            return
        shown = [one.key for one in self.popup.shown] if self.popup is not None else []
        there = alarms.still_come(self._desk, {*shown, *self._desktop.told})
        if self.popup is not None:
            self.popup.settle(there)
        self._desktop.settle(there.keys())
        self.refresh()
