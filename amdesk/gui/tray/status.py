"""Where the window says that the alarm is awake: when it looked, when it rings next, and a button to try."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from amdesk.gui import show
from amdesk.gui.theme import SPACE
from amdesk.gui.tray.alarm import Alarm
from amdesk.gui.tray.icon import Tray
from amdesk.gui.tray.pausing import PAUSE_NAMES, pause_until
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.flow import FlowLayout, let_it_break
from amdesk.gui.widgets.labels import label, set_text
from amdesk.gui.widgets.menu import KeyMenu
from amdesk.i18n.catalog import _, ngettext
from amdesk.services import alarms
from amdesk.services.desk import Desk


class AlarmStatus(QWidget):
    """“Checked 10:42 · next 11:00”; and what the tray has, where the desktop has none.

    ``test_requested`` asks to ring for real, ``all_requested`` for the reminders, ``paused`` gives until when
    nothing is to ring, or nothing; ``counted`` tells how many have come, and that in words.
    """

    counted = Signal(int, str)
    test_requested = Signal()
    all_requested = Signal()
    paused = Signal(object)

    def __init__(self, desk: Desk, alarm: Alarm) -> None:
        super().__init__()
        self._desk, self._alarm = desk, alarm
        self.setObjectName("alarm-status")
        row = FlowLayout(self, gap=SPACE.m)
        let_it_break(self)
        self.come = button("", "link", name="alarm-come", run=self.all_requested.emit)
        self.words = label("", "caption", name="alarm-words")
        self._pauses = KeyMenu(self)
        self._pauses.setAccessibleName(_("Pause…"))
        self.pause = button(_("Pause…"), "link", name="alarm-pause", run=self._offer_pauses)
        test = button(_("Test"), "link", name="alarm-test", run=self.test_requested.emit)
        test.setToolTip(_("Ring once now, to see how a reminder comes"))
        for part in (self.come, self.words, self.pause, test):
            row.addWidget(part)
        self._fill_pauses()
        alarm.looked.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Say what the alarm knows."""
        has_tray = Tray.is_there()
        self.pause.setVisible(not has_tray)
        come = 0 if self._alarm.checked_at is None else alarms.count_come(self._desk)
        told = ngettext("{n} alert has come", "{n} alerts have come", come).format(n=show.count(come))
        self.come.setText(told)
        self.come.setAccessibleName(told)
        self.come.setVisible(bool(come) and not has_tray)
        self.counted.emit(come, told)
        set_text(self.words, self._words())

    def _words(self) -> str:
        alarm = self._alarm
        if alarm.checked_at is None:
            return ""
        checked = _("checked {moment}").format(moment=show.clock(self._desk, alarm.checked_at))
        if alarm.paused_until is not None:
            until = show.clock(self._desk, alarm.paused_until)
            return show.joined(checked, _("paused until {moment}").format(moment=until))
        if alarm.next_at is None:
            return show.joined(checked, _("no reminder is coming"))
        return show.joined(checked, _("next {moment}").format(moment=show.clock(self._desk, alarm.next_at)))

    def _fill_pauses(self) -> None:
        self._pauses.setObjectName("alarm-pauses")
        for choice, said in {**PAUSE_NAMES, "": _("Ring again")}.items():
            action = self._pauses.addAction(_(said))
            action.triggered.connect(lambda _=False, choice=choice: self._pause(choice))

    def _offer_pauses(self) -> None:
        """Open upwards: the line stands at the foot of the window."""
        at = self.pause.mapToGlobal(QPoint(0, -self._pauses.sizeHint().height()))
        self._pauses.popup(at)

    def _pause(self, choice: str) -> None:
        self.paused.emit(pause_until(self._desk, choice))
