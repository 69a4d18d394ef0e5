"""Joins the alarm to what shows it (popup, tray, the desktop's notifications); does what is pressed there.

It outlives every window, and asks for one by signals.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QSocketNotifier, Signal

from amdesk.domain.errors import AmdeskError
from amdesk.domain.reminder import Armed
from amdesk.domain.touched import Touched
from amdesk.gui import show
from amdesk.gui.place import Place
from amdesk.gui.signals import News
from amdesk.gui.tray.alarm import Alarm
from amdesk.gui.tray.icon import Tray
from amdesk.gui.tray.pausing import pause_until
from amdesk.gui.tray.popup import MOST, Popup
from amdesk.i18n.catalog import _, ngettext
from amdesk.services import clients, reminders
from amdesk.services.desk import Desk
from amdesk.system.notifications import Notifications

_NEXT = 3  # reminders in the tray's menu


class Ringing(QObject):
    """``place_requested`` asks for a page, with the window brought up; ``raised`` for the window as it is;
    ``quit_requested`` for the end of the program; ``refused`` gives an AmdeskError to be told.
    """

    place_requested = Signal(object)
    raised = Signal()
    quit_requested = Signal()
    refused = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.alarm = Alarm(desk, self)
        self.popup: Popup | None = None
        self.tray: Tray | None = None
        self._host: Notifications | None = None
        self._told: dict[int, Armed] = {}
        self.alarm.rang.connect(self._ring)
        self.alarm.looked.connect(self.refresh)
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
        if self._host is not None:
            self._notifier.setEnabled(False)
            self._host.bus.close()
            self._host = None

    def dress(self) -> None:
        """Make what has words in it, anew for another language."""
        self._undress()
        self.tray = Tray(self._desk, self)
        self.tray.call_requested.connect(lambda: self.place_requested.emit(Place("log_call")))
        self.tray.today_requested.connect(lambda: self.place_requested.emit(Place("today")))
        self.tray.window_requested.connect(self.raised)
        self.tray.quit_requested.connect(self.quit_requested)
        self.tray.opened.connect(self._open)
        self.tray.paused.connect(lambda choice: self.alarm.pause(pause_until(self._desk, choice)))
        if self.alarm.checked_at is not None:
            self.refresh()

    def refresh(self) -> None:
        """Show in the tray how things stand."""
        if self.tray is not None:
            self.tray.show_state(
                come=len(reminders.come(self._desk)),
                coming=reminders.coming(self._desk, limit=_NEXT),
                next_at=self.alarm.next_at,
                paused_until=self.alarm.paused_until,
            )

    def test(self) -> None:
        """Ring for real: by a reminder that is set to this very minute."""
        now = self._desk.now().astimezone(self._desk.zone)
        reminders.add(
            self._desk, text=_("A test: this is how a reminder comes."), due_on=now.date(),
            clock=f"{now:%H:%M}", urgent=True,
        )  # fmt: skip
        self.alarm.look()

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
        self._tell_desktop(found)
        self.alarm.shown(found)

    def _make_popup(self) -> Popup:
        made = Popup(
            choices=lambda: reminders.snooze_choices(self._desk),
            words=self._said_last,
            hides_names=bool(self._desk.settings["hide_names"]),
        )
        made.finished.connect(self._finish)
        made.snoozed.connect(self._snooze)
        made.opened.connect(self._open)
        made.call_requested.connect(lambda id_: self.place_requested.emit(Place("log_call", about=id_)))
        made.all_requested.connect(lambda: self.place_requested.emit(Place("reminders")))
        return made

    def _said_last(self, one: Armed) -> str:
        client = one.reminder.client_id
        return clients.said_last(self._desk, client) if client is not None else ""

    def _finish(self, one: Armed) -> None:
        self._try(lambda: reminders.finish(self._desk, one.id))

    def _snooze(self, one: Armed, choice: str) -> None:
        self._try(lambda: reminders.snooze(self._desk, one.id, choice=choice))

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except AmdeskError as error:
            self.refused.emit(error)

    def _open(self, one: Armed) -> None:
        its = one.reminder
        place = Place("client", its.client_id) if its.client_id else Place("edit_reminder", its.id)
        self.place_requested.emit(place)

    def _hear(self, touched: Touched) -> None:
        """What is settled, here or in the window, is no longer shown as if it were not."""
        if "reminder" not in touched.tables and "client" not in touched.tables:
            return
        come = {one.id: one for one in reminders.come(self._desk)}
        if self.popup is not None:
            self.popup.settle(come)
        for number, one in list(self._told.items()):
            if one.id not in come and self._host is not None:
                self._host.close(number)
                del self._told[number]
        self.refresh()

    # the desktop's notifications

    def _open_host(self) -> Notifications | None:
        """The desktop's host, where it is wanted: asking for it may start it, and takes time."""
        if not self._desk.settings["desktop_notifications"]:
            return None
        if self._host is None and (found := Notifications.open()) is not None:
            self._host = found
            self._notifier = QSocketNotifier(found.bus.fileno(), QSocketNotifier.Type.Read, self)
            self._notifier.activated.connect(self._hear_host)
        return self._host

    def _tell_desktop(self, found: Sequence[Armed]) -> None:
        """The same by the desktop, where the person wants that: one by one, or many as one."""
        host = self._open_host()
        if host is None:
            return
        if len(found) > MOST:
            count = len(found)
            title = ngettext("{n} reminder", "{n} reminders", count).format(n=show.count(count))
            host.show(title, "", actions=[("default", _("Open"))])
            return
        for one in found:
            self._tell(host, one)

    def _tell(self, host: Notifications, one: Armed) -> None:
        hides = self._desk.settings["hide_names"]
        title = one.client if one.client and not hides else _("Reminder")
        actions = [("default", _("Open")), ("done", _("Done")), ("snooze", _("Snooze"))]
        number = host.show(title, one.reminder.text, actions=actions, urgent=one.reminder.urgent)
        if number is not None:
            self._told[number] = one

    def _hear_host(self) -> None:
        assert self._host is not None
        try:
            pressed = self._host.pressed(self._host.bus.signals())
        except OSError:  # the host has gone with its bus: the popup is there
            self._notifier.setEnabled(False)
            return
        for press in pressed:
            one = self._told.get(press.notification)
            if one is None:
                self.place_requested.emit(Place("reminders"))
            elif press.action == "done":
                self._finish(one)
            elif press.action == "snooze":
                self._snooze(one, "minutes")
            else:
                self._open(one)
