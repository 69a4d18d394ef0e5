"""One reminder in the popup: whose it is, what it says, what was said last, and what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from amdesk.domain.reminder import SNOOZE_NAMES, Armed
from amdesk.gui import show
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.buttons import button, menu_button
from amdesk.gui.widgets.flow import Flow
from amdesk.gui.widgets.labels import OneLine, label, paragraph
from amdesk.gui.widgets.menu import Menu
from amdesk.gui.widgets.picture import Picture
from amdesk.i18n.catalog import _


class PopupRow(QWidget):
    """``asked`` gives what is wanted: done, open, call, day, drop, or one of the choices of snoozing."""

    asked = Signal(str)

    def __init__(
        self, one: Armed, *, text: str, client: str, said: str, choices: Sequence[str], short: bool
    ) -> None:
        """``text`` is what may be shown of it; ``client`` and ``said`` (last) may be empty; ``short`` is one
        of a list of many.
        """
        super().__init__()
        self._is_reminder, self._is_task = one.noun == "reminder", one.noun == "task"
        self.setObjectName(f"popup-{one.id}" if self._is_reminder else f"popup-{one.noun}-{one.id}")
        self.setAccessibleName(show.joined(client, text))
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(SPACE.xs)
        if client:
            name = OneLine("strong", name="popup-client")
            name.say(client)
            down.addWidget(name)
        # A reminder is the person's own sentence; a notice is ours, with a name at its beginning.
        ours = partial(label, wrap=True)
        down.addWidget((paragraph if self._is_reminder else ours)(text, name="popup-text"))
        if said:
            last = QHBoxLayout()
            last.setSpacing(SPACE.s)
            last.addWidget(Picture("history", _("Said last")), 0, Qt.AlignmentFlag.AlignTop)
            last.addWidget(paragraph(said, "caption", name="popup-said"), 1)
            down.addLayout(last)
        acts = self._acts(short=short, has_client=one.reminder.client_id is not None)
        self.first = acts[0]
        acts[1].setMenu(self._menu(choices))
        down.addWidget(Flow(acts, name="popup-acts", gap=SPACE.s))

    def _acts(self, *, short: bool, has_client: bool) -> list[QPushButton]:
        acts = [
            button(_("On track") if self._is_task else _("Done"), "plain" if short else "primary",
                   name="popup-done", icon="done", run=lambda: self.asked.emit("done")),
            menu_button(_("Snooze"), "plain" if short else "", name="popup-snooze", icon="clock"),
            button(_("Open"), "plain", name="popup-open", run=lambda: self.asked.emit("open")),
        ]  # fmt: skip
        if has_client and not short:
            acts.append(
                button(_("Log a call"), "plain", name="popup-call", run=lambda: self.asked.emit("call"))
            )
        return acts

    def _menu(self, choices: Sequence[str]) -> Menu:
        menu = Menu(self, name="popup-snooze-menu", title=_("Snooze"))
        for choice in choices:
            said = _(SNOOZE_NAMES[choice])
            menu.do(said, lambda choice=choice: self.asked.emit(choice), name=f"snooze-{choice}")  # type: ignore[misc]
        if self._is_reminder:
            menu.do(
                _("Another day or time…"), lambda: self.asked.emit("day"), name="snooze-day", icon="calendar"
            )
        if self._is_task:
            return menu
        menu.addSeparator()
        drop = _("Drop") if self._is_reminder else _("Drop for this year")
        menu.do(drop, lambda: self.asked.emit("drop"), name="snooze-drop", icon="close")
        return menu
