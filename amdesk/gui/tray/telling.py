"""Tells the desktop's notifications what has come, where that is wanted, and hears what is pressed there."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QObject, QSocketNotifier, Signal

from amdesk.domain.reminder import Armed, Key
from amdesk.gui import show
from amdesk.gui.tray.popup import MOST
from amdesk.gui.tray.shown_text import shown_text
from amdesk.i18n.catalog import _, ngettext
from amdesk.services.desk import Desk
from amdesk.system.notifications import Notifications

# A notification's buttons, and what each asks of the reminder.
_ASKS = {"done": "done", "snooze": "minutes"}


class DesktopTelling(QObject):
    """``asked`` gives an ``Armed`` and what is wanted of it; ``all_requested`` asks for the page of all."""

    asked = Signal(object, str)
    all_requested = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._host: Notifications | None = None
        self._notifier: QSocketNotifier | None = None
        self._told: dict[int, Armed] = {}

    @property
    def told(self) -> Collection[Key]:
        """What notifications are there for."""
        return {one.key for one in self._told.values()}

    def tell(self, found: Sequence[Armed]) -> None:
        """Show notifications: one by one, or many as one."""
        host = self._open()
        if host is None:
            return
        if len(found) > MOST:
            count = len(found)
            title = ngettext("{n} reminder", "{n} reminders", count).format(n=show.count(count))
            host.show(title, "", actions=[("default", _("Open"))])
            return
        for one in found:
            self._tell(host, one)

    def tell_locked(self, found: Sequence[Armed]) -> None:
        """Show that something has come while the program is locked, and nothing of what it is."""
        if (host := self._open()) is not None:
            count = len(found)
            title = ngettext("{n} reminder", "{n} reminders", count).format(n=show.count(count))
            words = _("amdesk is locked. Unlock it to see what has come.")
            urgent = any(one.reminder.urgent for one in found)
            host.show(title, words, actions=[("default", _("Open"))], urgent=urgent)

    def settle(self, still_there: Collection[Key]) -> None:
        """Take away what was settled; ``still_there`` are those that are not."""
        for number, one in list(self._told.items()):
            if one.key not in still_there and self._host is not None:
                self._host.close(number)
                del self._told[number]

    def stop(self) -> None:
        """Let go of the host; it is asked for again when there is something to tell."""
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier = None
        if self._host is not None:
            self._host.bus.close()
            self._host = None
        self._told = {}

    def _open(self) -> Notifications | None:
        """The desktop's host, where it is wanted: asking for it may start it, and takes time."""
        if not self._desk.settings["desktop_notifications"]:
            return None
        if self._host is None and (found := Notifications.open()) is not None:
            self._host = found
            self._notifier = QSocketNotifier(found.bus.fileno(), QSocketNotifier.Type.Read, self)
            self._notifier.activated.connect(self._hear)
        return self._host

    def _tell(self, host: Notifications, one: Armed) -> None:
        hides = self._desk.settings["hide_names"]
        title = one.client if one.client and not hides else _("Reminder")
        actions = [("default", _("Open")), ("done", _("On track") if one.noun == "task" else _("Done")),
                   ("snooze", _("Snooze"))]  # fmt: skip
        number = host.show(
            title, shown_text(one, hides_names=hides), actions=actions, urgent=one.reminder.urgent
        )
        if number is not None:
            self._told[number] = one

    def _hear(self) -> None:
        assert self._host is not None
        try:
            pressed = self._host.pressed(self._host.bus.signals())
        except OSError:  # the host has gone with its bus: the popup is there
            self.stop()
            return
        for press in pressed:
            one = self._told.get(press.notification)
            if one is None:
                self.all_requested.emit()
            else:
                self.asked.emit(one, _ASKS.get(press.action, "open"))
