"""Today: one list that says why, and one key for what to do about each line; Tomorrow and the week ahead."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amdesk.domain.agenda_rows import Row
from amdesk.gui import show
from amdesk.gui.agenda_acts import AgendaActs
from amdesk.gui.agenda_groups import VIEW_NAMES, View, view
from amdesk.gui.agenda_list import AgendaList
from amdesk.gui.agenda_row import AgendaRow
from amdesk.gui.page import Face
from amdesk.gui.page_keys import keys_of
from amdesk.gui.speaking import say_role
from amdesk.gui.widgets.empty import Empty
from amdesk.gui.widgets.labels import label, set_text
from amdesk.gui.widgets.layout import scroll
from amdesk.gui.widgets.segments import Segment, Segments
from amdesk.i18n import format as formats
from amdesk.i18n.catalog import _, calendar_in_use, current, ngettext
from amdesk.services.desk import Desk


class TodayPage(QWidget):
    """Everything that wants attention now, section by section, or on the days ahead."""

    TABLES = frozenset(
        "client contact interaction interaction_contact summary point reminder relative personal_date goal "
        "measurement task question".split()
    )
    place_requested = Signal(object)
    finished = Signal(object)
    looked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        say_role(self, "Grouping")
        self._desk = desk
        self._view = View(())
        self.setObjectName("today")
        self.setAccessibleName(_("Today"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.list = AgendaList()
        self.acts = AgendaActs(desk, self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll(self.list, name="today-scroll"))
        self._date = label("", "muted", name="today-date")
        keys = dict(zip(VIEW_NAMES, keys_of("today.view"), strict=True))
        choices = [Segment(name, _(said), key=keys[name]) for name, said in VIEW_NAMES.items()]
        self.views = Segments(choices, "today", name="today-views", accessible=_("Which days"))
        self._listen(keys)
        self.face = Face(
            title=lambda: _(VIEW_NAMES[self.views.value()]), tools=(self._date, self.views),
            status=self._status, focus=self, memory=self._memory, recall=self._recall, retold=self.looked,
            client=self._client, verbs=lambda: {"page.print": self.print}, bounded=True,
        )  # fmt: skip

    @property
    def lines(self) -> list[AgendaRow]:
        """The lines shown, in their order."""
        return self.list.lines

    def _listen(self, keys: Mapping[str, str]) -> None:
        self.acts.place_requested.connect(self.place_requested)
        self.list.acted.connect(self.acts.act)
        self.list.opened.connect(self.acts.open)
        self.list.menu_asked.connect(self._open_menu)
        self.views.picked.connect(lambda _view: self._look())
        for name, key in keys.items():
            made = QShortcut(QKeySequence(key), self)
            made.setContext(Qt.ShortcutContext.WindowShortcut)
            made.activated.connect(lambda name=name: self.look_at(name))

    def look_at(self, name: str) -> None:
        """Show another view, and put the keys on its first line."""
        self.views.choose(name)
        self._look()
        self.list.take_focus()

    def _look(self) -> None:
        self.refresh()
        self.looked.emit()

    def refresh(self) -> None:
        """Ask again what wants attention; the keys stay on the same line, or the one in its place."""
        shown, today = self.views.value(), self._desk.today()
        day = formats.date_text(today, current(), calendar=calendar_in_use(), style="full")
        set_text(self._date, day if shown == "today" else "")  # the days ahead say theirs
        found = view(self._desk, shown)
        if found == self._view and self.lines:
            return  # a row is made of its line alone: the same lines are the same rows
        self._view = found
        nothing = None if self._view.groups else self._nothing()
        self.list.show_groups(self._view.groups, nothing=nothing, to_come=self._view.to_come)

    def _nothing(self) -> Empty:
        if self.views.value() != "today":
            return Empty("calendar", _("Nothing is planned"), _("What falls on these days will stand here."))
        told = _("No summary is owed, nobody waits for a call, and no question is open.")
        return Empty("done", _("Nothing is waiting"), told)

    def _open_menu(self, row: Row, at: QPoint) -> None:
        menu = self.acts.menu(row)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def print(self) -> None:
        """Print the view, or make a file of it."""
        from amdesk.gui import agenda_paper

        agenda_paper.print_view(self._desk, self._view, title=self.face.title(), parent=self)

    def _client(self) -> int | None:
        """The client of the line somebody went to; the first one has the keys before anybody wanted it."""
        _place, line = self.list.focused()
        return line.row.client_id if line is not None and line.is_chosen else None

    def _memory(self) -> Mapping[str, object]:
        return {"view": self.views.value()}

    def _recall(self, memory: Mapping[str, object]) -> None:
        self.views.choose(str(memory.get("view", "today")))

    def _status(self) -> str:
        count = self._view.count
        return ngettext("{n} thing is waiting", "{n} things are waiting", count).format(n=show.count(count))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keys are on a line, whenever there is one."""
        super().focusInEvent(event)
        self.list.take_focus()
