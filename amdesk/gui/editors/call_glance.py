"""What one wants to know of a client while speaking: the last call, what is promised, what is open."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amdesk.gui import show, theme
from amdesk.gui.open_matters import OpenMatters
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.labels import label, paragraph
from amdesk.gui.widgets.layout import empty
from amdesk.i18n.bidi import isolate
from amdesk.i18n.catalog import _
from amdesk.services import clients
from amdesk.services.desk import Desk


class CallGlance(QWidget):
    """A quiet panel beside the form; empty until there is a client."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setObjectName("call-glance")
        self.setAccessibleName(_("What you know"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme.as_kind(self, "panel")
        self._last = QVBoxLayout()
        self._last.setSpacing(SPACE.xs)
        self.open = OpenMatters(desk)
        down = QVBoxLayout(self)
        down.setContentsMargins(SPACE.l, SPACE.l, SPACE.l, SPACE.l)
        down.setSpacing(SPACE.xl)
        down.addLayout(self._last)
        down.addWidget(self.open, 1)
        self.hide()

    def show_client(self, client_id: int | None) -> None:
        """Show what there is to know of a client, or nothing."""
        self.setVisible(client_id is not None)
        if client_id is None:
            return
        empty(self._last)
        self._last.addWidget(label(_("Last time"), "section", name="glance-last"))
        self._last.addSpacing(SPACE.s)
        entries = clients.timeline(self._desk, client_id, limit=1)
        for entry in entries:
            when = show.ago(self._desk, entry.interaction.started_at)
            said = entry.points[0].text if entry.points else entry.interaction.occasion
            if said:
                self._last.addWidget(paragraph(said, name="glance-said"))
            people = show.joined(when, *map(isolate, entry.people))
            self._last.addWidget(label(people, "caption", name="glance-when", wrap=True))
        if not entries:
            self._last.addWidget(label(_("The first call"), "muted", name="glance-first"))
        self.open.show_page(clients.page(self._desk, client_id))
