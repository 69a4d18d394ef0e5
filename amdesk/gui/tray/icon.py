"""The icon in the tray, with the count of what has come and a menu of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from amdesk.domain.reminder import Armed
from amdesk.gui import icons, show
from amdesk.gui.tray.mark import mark
from amdesk.gui.tray.pausing import PAUSE_NAMES
from amdesk.gui.tray.shown_text import shown_text
from amdesk.i18n.bidi import isolate
from amdesk.i18n.catalog import _, ngettext
from amdesk.services.desk import Desk

_LONGEST = 60  # letters of a reminder in a menu


class Tray(QObject):
    """Asks for what is chosen in its menu; ``paused`` gives a choice of pausing, or nothing to ring again."""

    call_requested = Signal()
    today_requested = Signal()
    window_requested = Signal()
    quit_requested = Signal()
    opened = Signal(object)
    paused = Signal(str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: object = None
        self.menu = QMenu()
        self.menu.setObjectName("tray-menu")
        self.menu.setAccessibleName("amdesk")
        self._icon = QSystemTrayIcon(mark(), self)
        self._icon.setContextMenu(self.menu)
        self._icon.activated.connect(self._on_activated)

    @staticmethod
    def is_there() -> bool:
        """Whether this desktop has a tray at all."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def show_state(
        self, *, come: int, coming: Sequence[Armed], next_at: datetime | None, paused_until: datetime | None,
        is_locked: bool = False,
    ) -> None:  # fmt: skip
        """Show how many have come, which come next, and whether it is paused; the panel hears news only.

        While the program is locked the menu leads to no record.
        """
        shown = (
            come,
            tuple(coming),
            next_at,
            paused_until,
            self._desk.today(),
            self._desk.settings["hide_names"],
            is_locked,
        )
        if shown != self._shown:
            self._shown = shown
            self._say(come, next_at)
            self.menu.clear()
            if is_locked:
                self._add(_("Unlock…"), self.window_requested.emit, icon="private")
            else:
                self._fill(coming)
            self._fill_foot(paused_until)
        if self._icon.isVisible() != self.is_there():
            self._icon.setVisible(self.is_there())

    def _say(self, come: int, next_at: datetime | None) -> None:
        self._icon.setIcon(mark(come))
        told = ngettext("{n} alert has come", "{n} alerts have come", come).format(n=show.count(come))
        ahead = _("next {moment}").format(moment=show.clock(self._desk, next_at)) if next_at else ""
        self._icon.setToolTip(show.joined("amdesk", told if come else "", ahead))

    def remove(self) -> None:
        """Take the icon away."""
        self._icon.hide()
        self.menu.deleteLater()

    def _fill(self, coming: Sequence[Armed]) -> None:
        self._add(_("Log a call"), self.call_requested.emit, icon="calls")
        self._add(_("Today"), self.today_requested.emit, icon="today")
        self.menu.addSeparator()
        for one in coming:
            self._add(self._line(one), partial(self.opened.emit, one))
        if not coming:
            self.menu.addAction(_("No reminder is coming")).setEnabled(False)

    def _fill_foot(self, paused_until: datetime | None) -> None:
        """What is there whether it is locked or not."""
        self.menu.addSeparator()
        if paused_until is None:
            pausing = self.menu.addMenu(icons.icon("pause"), _("Pause for"))
            for choice, said in PAUSE_NAMES.items():
                action = pausing.addAction(_(said))
                action.triggered.connect(lambda _=False, choice=choice: self.paused.emit(choice))
        else:
            until = show.clock(self._desk, paused_until)
            text = _("Ring again (paused until {moment})").format(moment=until)
            self._add(text, lambda: self.paused.emit(""), icon="reminders")
        self.menu.addSeparator()
        self._add(_("Show amdesk"), self.window_requested.emit)
        self._add(_("Quit"), self.quit_requested.emit)

    def _add(self, text: str, run: Callable[[], object], *, icon: str = "") -> None:
        action = self.menu.addAction(text)
        if icon:
            action.setIcon(icons.icon(icon))
        action.triggered.connect(lambda *_: run())

    def _line(self, one: Armed) -> str:
        text = shown_text(one, hides_names=bool(self._desk.settings["hide_names"]))
        words = text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
        client = "" if self._desk.settings["hide_names"] else one.client
        said = show.joined(
            show.clock(self._desk, one.rings_at), isolate(client) if client else "", isolate(words)
        )
        return said.replace("&", "&&")

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason == QSystemTrayIcon.ActivationReason.Trigger:
            self.window_requested.emit()
