"""The reminders set for a client, as they fall due, each with Done: a part of the client's page."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from amdesk.domain.reminder import Armed
from amdesk.gui import show
from amdesk.gui.place import Place
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.buttons import button, icon_button
from amdesk.gui.widgets.data_button import DataButton
from amdesk.gui.widgets.labels import label
from amdesk.gui.widgets.layout import column, empty
from amdesk.i18n.catalog import _
from amdesk.services import reminders
from amdesk.services.desk import Desk

_MOST = 5  # the page of all has the rest


class ClientReminders(QWidget):
    """Nothing to be seen while none is set."""

    place_requested = Signal(object)

    def __init__(self, desk: Desk, client_id: int) -> None:
        super().__init__()
        self._desk, self._id = desk, client_id
        self.setObjectName("client-reminders")
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(SPACE.m)

    def turn_to(self, client_id: int) -> None:
        """Show those of another client at the next refresh."""
        self._id = client_id

    def refresh(self) -> None:
        """Ask again which are open."""
        empty(self._rows)
        ids = reminders.find(self._desk, client_id=self._id)
        self.setVisible(bool(ids))
        if not ids:
            return
        self._rows.addWidget(label(_("Reminders"), "section", name="client-reminders-title"))
        for one in reminders.lines(self._desk, ids[:_MOST]):
            self._rows.addWidget(self._row(one))
        if len(ids) > _MOST:
            self._rows.addWidget(
                button(_("Show all reminders"), "link", name="client-reminders-all",
                       run=lambda: self.place_requested.emit(Place("reminders")))
            )  # fmt: skip

    def _row(self, one: Armed) -> QWidget:
        its = one.reminder
        edit = Place("edit_reminder", its.id)
        text = DataButton(
            its.text, "name", name=f"client-reminder-{its.id}", run=lambda: self.place_requested.emit(edit)
        )
        waits = its.state == "snoozed"
        late = its.due_on < self._desk.today() and not waits
        when = show.overdue(its.due_on) if late else show.joined(show.day(its.due_on), _clock(its.clock))
        if waits:
            when = show.joined(show.clock(self._desk, one.rings_at), _("snoozed"))
        told = label(when, "error" if late else "caption", name="client-reminder-on", wrap=True)
        done = icon_button(
            _("Done: {text}").format(text=its.text), name=f"client-reminder-done-{its.id}",
            icon="done", run=partial(reminders.finish, self._desk, its.id),
        )  # fmt: skip
        made = QWidget()
        made.setObjectName("client-reminder")
        across = QHBoxLayout(made)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(SPACE.s)
        across.addWidget(column(text, told, name="client-reminder-words", gap=0), 1)
        across.addWidget(done, 0, Qt.AlignmentFlag.AlignTop)
        return made


def _clock(clock: str) -> str:
    return show.wall_clock(clock) if clock else ""
