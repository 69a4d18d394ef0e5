"""The outbox in the side bar: there while mails are sent from here, with how many of them wait."""

from __future__ import annotations

from PySide6.QtCore import QObject

from amdesk.gui import outgoing_words, show
from amdesk.gui.navigation import Navigation
from amdesk.gui.widgets.nav import SideBar
from amdesk.services import mail_account, outbox
from amdesk.services.desk import Desk


class OutboxItem(QObject):
    """Follows the news of the outbox and of its account; without one it is there while something is in it."""

    def __init__(self, side: SideBar, desk: Desk, pages: Navigation) -> None:
        super().__init__(side)
        self._side, self._desk = side, desk
        pages.heard.connect(self._hear)
        pages.setting_changed.connect(lambda key: self.refresh() if key == "mail_account" else None)
        self.refresh()

    def refresh(self) -> None:
        """Ask again how much is in it."""
        count, wrong = outbox.count(self._desk), outbox.count_wrong(self._desk)
        self._side.show_item("outbox", shown=count > 0 or mail_account.of(self._desk) is not None)
        said = outgoing_words.counted(count - wrong, wrong)
        item = self._side.items["outbox"]
        item.set_count(show.count(count) if count else "", said, tone="danger" if wrong else "")

    def _hear(self, tables: frozenset[str]) -> None:
        if "outgoing" in tables:
            self.refresh()
