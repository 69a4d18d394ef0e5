"""A client's page: facts and people first, the whole past in the middle, what is open at the end."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from amdesk.gui import show, theme
from amdesk.gui.client_goals import ClientGoals
from amdesk.gui.client_reminders import ClientReminders
from amdesk.gui.open_matters import OpenMatters
from amdesk.gui.page import Face
from amdesk.gui.page_keys import key_of
from amdesk.gui.pages.client_facts import Facts
from amdesk.gui.place import Place
from amdesk.gui.theme import SIZE, SPACE
from amdesk.gui.timeline import Timeline
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.labels import upright
from amdesk.gui.widgets.layout import margins, scroll
from amdesk.i18n.catalog import _
from amdesk.services import clients, pasting
from amdesk.services.desk import Desk

_WIDE, _WIDEST = 1400, 1.5  # from which width on the sides grow, and how far


class ClientPage(QWidget):
    """Everything about one client that is worth knowing before the next call."""

    TABLES = frozenset(
        "client contact address relative personal_date interaction interaction_contact summary point "
        "reminder goal measurement task question".split()
    )
    place_requested = Signal(object)
    finished = Signal(object)

    def __init__(self, desk: Desk, client_id: int) -> None:
        super().__init__()
        self._desk, self._id = desk, client_id
        self._name = self._since = ""
        self.setObjectName("client")
        self.facts, self.open = Facts(desk), OpenMatters(desk, changeable=True)
        self.timeline = Timeline(desk, client_id)
        self.past = self.timeline.area
        self.goals = ClientGoals(desk, client_id)
        self.reminders = ClientReminders(desk, client_id)
        for part in (self.facts, self.open, self.goals, self.reminders, self.timeline):
            part.place_requested.connect(self.place_requested)
        self._build()
        paste = QShortcut(QKeySequence(key_of("past.paste")), self, self.paste)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.face = Face(
            title=lambda: self._name,
            tools=self._tools(),
            status=lambda: self._since,
            focus=self.past,
            find=self.timeline.narrowing.search,
            memory=self._memory,
            recall=self.timeline.recall,
            parts=(self._side.area, self.timeline, self._open_side.area),
        )

    def _build(self) -> None:
        self._side, self._open_side = _Side(), _Side()
        self._side.column.addWidget(self.facts)
        self._edge = upright(name="open-edge")
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self._side.area)
        across.addWidget(upright(name="facts-edge"))
        across.addWidget(self.timeline, 1)
        across.addWidget(self._edge)
        across.addWidget(self._open_side.area)

    def _tools(self) -> tuple[QWidget, ...]:
        def ask(text: str, icon: str, page: str) -> QWidget:
            run = lambda: self.place_requested.emit(Place(page, about=self._id))  # noqa: E731 - whoever it is
            return button(text, "", name=f"client-{page}", icon=icon, run=run)

        edit = lambda: self.place_requested.emit(Place("edit_client", self._id))  # noqa: E731
        return (
            ask(_("Prepare"), "post", "prepare"),
            ask(_("Add contact"), "add_contact", "edit_contact"),
            ask(_("New reminder"), "reminders", "edit_reminder"),
            button(_("Edit"), "", name="client-edit_client", icon="edit", run=edit),
        )

    def turn_to(self, client_id: int) -> None:
        """Be the page of another client, as if it had just been opened; ``refresh`` fills it."""
        self.open.leave()
        self._id = client_id
        for part in (self.goals, self.reminders, self.timeline):
            part.turn_to(client_id)
        for side in (self._side, self._open_side):
            side.area.verticalScrollBar().setValue(0)

    def refresh(self) -> None:
        """Ask again for everything shown, and stay where one was reading."""
        page = clients.page(self._desk, self._id)
        self._name = page.client.name
        since = show.moment_day(self._desk, page.client.created_at)
        self._since = _("In the file since {date}").format(date=since) if since else ""
        self.setAccessibleName(page.client.name)
        self._arrange()
        self.facts.show_page(page)
        self.open.show_page(page)
        self.goals.refresh()
        self.reminders.refresh()
        self.timeline.refresh()

    def paste(self) -> None:
        """The people on the clipboard become contacts here, or those known get the address they lacked."""
        text = QGuiApplication.clipboard().text()
        pasting.take(self._desk, self._id, pasting.people(text))

    def _memory(self) -> Mapping[str, object]:
        """What to come back to; notes that are being written are kept first."""
        self.facts.notes.keep()
        return self.timeline.memory()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """In a narrow window, what is open stands below the facts instead of beside the past; in a wide one
        both sides have more of the room that nobody reads across.
        """
        wide = self.width() >= theme.scaled(SIZE.three_columns)
        self._edge.setVisible(wide)
        self._open_side.area.setVisible(wide)
        grown = min(max(self.width() / theme.scaled(_WIDE), 1.0), _WIDEST)
        for side, usual in ((self._side, SIZE.facts), (self._open_side, SIZE.promises)):
            side.area.setFixedWidth(round(theme.scaled(usual) * grown))
        target = (self._open_side if wide else self._side).column
        if target.indexOf(self.open) < 0:
            target.addWidget(self.open)
            target.addWidget(self.goals)
            target.addWidget(self.reminders)


class _Side:
    """A column at one side of the page: what it holds, and the area it scrolls in."""

    def __init__(self) -> None:
        holder = QWidget()
        holder.setObjectName("side-column")
        down = QVBoxLayout(holder)
        margins(down, leading=SPACE.xl, top=SPACE.s, trailing=SPACE.l, bottom=SPACE.xl)
        self.column = QVBoxLayout()
        self.column.setSpacing(SPACE.xl)
        down.addLayout(self.column)
        down.addStretch(1)  # a tall window leaves its room at the foot
        self.area = scroll(holder, name="client-side")
