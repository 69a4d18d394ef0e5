"""A client's page: facts and people first, the whole past in the middle, what is open at the end."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from amdesk.domain.timeline import Entry
from amdesk.gui import show, theme
from amdesk.gui.entry import EntryView
from amdesk.gui.open_matters import OpenMatters
from amdesk.gui.page import Face
from amdesk.gui.pages.client_facts import Facts
from amdesk.gui.place import Place
from amdesk.gui.theme import SIZE, SPACE
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.empty import Empty
from amdesk.gui.widgets.labels import upright
from amdesk.gui.widgets.layout import empty, margins, scroll
from amdesk.i18n.catalog import _
from amdesk.services import clients
from amdesk.services.desk import Desk

FIRST, MORE = 20, 40


class ClientPage(QWidget):
    """Everything about one client that is worth knowing before the next call."""

    TABLES = frozenset(
        {"client", "contact", "address", "interaction", "interaction_contact", "summary", "point"}
    )
    place_requested = Signal(object)
    finished = Signal(object)

    def __init__(self, desk: Desk, client_id: int) -> None:
        super().__init__()
        self._desk, self._id = desk, client_id
        self._name = self._since = ""
        self._shown = FIRST
        self._oldest: int | None = None
        self._scrolled = 0
        self.setObjectName("client")
        self.facts, self.open = Facts(desk), OpenMatters(desk)
        self.facts.place_requested.connect(self.place_requested)
        self.open.place_requested.connect(self.place_requested)
        past = QWidget()
        past.setObjectName("past")
        self._past = QVBoxLayout(past)
        self._past.setContentsMargins(SPACE.xl, 0, SPACE.xl, SPACE.xl)
        self._past.setSpacing(0)
        self.past = scroll(past, name="client-timeline")
        self.past.setAccessibleName(_("Timeline"))
        self.past.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.past.verticalScrollBar().valueChanged.connect(self._reach)
        self._build()
        self.face = Face(
            title=lambda: self._name,
            tools=self._tools(),
            status=lambda: self._since,
            focus=self.past,
            memory=lambda: {"shown": self._shown, "at": self.past.verticalScrollBar().value()},
            recall=self._recall,
        )

    def _build(self) -> None:
        self._side, self._open_side = _Side(theme.scaled(SIZE.facts)), _Side(theme.scaled(SIZE.promises))
        self._side.column.addWidget(self.facts)
        self._edge = upright(name="open-edge")
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self._side.area)
        across.addWidget(upright(name="facts-edge"))
        across.addWidget(self.past, 1)
        across.addWidget(self._edge)
        across.addWidget(self._open_side.area)
        self._arrange()

    def _tools(self) -> tuple[QWidget, ...]:
        def ask(text: str, icon: str, place: Place) -> QWidget:
            name = f"client-{place.page}"
            return button(text, "", name=name, icon=icon, run=lambda: self.place_requested.emit(place))

        return (
            ask(_("Add contact"), "add_contact", Place("edit_contact", about=self._id)),
            ask(_("Edit"), "edit", Place("edit_client", self._id)),
        )

    def refresh(self) -> None:
        """Ask again for everything shown, and stay where one was reading."""
        self._scrolled = max(self._scrolled, self.past.verticalScrollBar().value())
        page = clients.page(self._desk, self._id)
        self._name = page.client.name
        since = show.moment_day(self._desk, page.client.created_at)
        self._since = _("In the file since {date}").format(date=since) if since else ""
        self.setAccessibleName(page.client.name)
        self.facts.show_page(page)
        self.open.show_page(page)
        empty(self._past)
        entries = clients.timeline(self._desk, self._id, limit=self._shown)
        self._append(entries, asked=self._shown)
        if not entries:
            self._past.addWidget(self._nothing_yet(), 1)
        QTimer.singleShot(0, self._scroll_back)

    def _append(self, entries: list[Entry], *, asked: int) -> None:
        for entry in entries:
            view = EntryView(self._desk, entry)
            view.place_requested.connect(self.place_requested)
            self._past.addWidget(view)
        self._past.addStretch()
        self._oldest = entries[-1].interaction.id if len(entries) == asked else None

    def _nothing_yet(self) -> Empty:
        place = Place("log_call", about=self._id)
        first = button(
            _("Log a call"), "primary", name="client-first-call", icon="calls",
            run=lambda: self.place_requested.emit(place),
        )  # fmt: skip
        told = _("Every call, meeting, mail and visit will stand here, newest first.")
        return Empty("calls", _("Nothing logged yet"), told, action=first)

    def _reach(self, value: int) -> None:
        """Near the end of what is shown, show more."""
        bar = self.past.verticalScrollBar()
        if self._oldest is not None and value and value > bar.maximum() - bar.pageStep():
            entries = clients.timeline(self._desk, self._id, before=self._oldest, limit=MORE)
            self._past.takeAt(self._past.count() - 1)
            self._append(entries, asked=MORE)
            self._shown += len(entries)

    def _recall(self, memory: Mapping[str, object]) -> None:
        shown, at = memory.get("shown"), memory.get("at")
        if isinstance(shown, int) and isinstance(at, int):
            self._shown, self._scrolled = shown, at

    def _scroll_back(self) -> None:
        self.past.verticalScrollBar().setValue(self._scrolled)
        self._scrolled = 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """In a narrow window, what is open stands below the facts instead of beside the past."""
        wide = self.width() >= theme.scaled(SIZE.three_columns)
        self._edge.setVisible(wide)
        self._open_side.area.setVisible(wide)
        target = (self._open_side if wide else self._side).column
        if target.indexOf(self.open) < 0:
            target.addWidget(self.open)


class _Side:
    """A column at one side of the page: what it holds, and the area it scrolls in."""

    def __init__(self, width: int) -> None:
        holder = QWidget()
        holder.setObjectName("side-column")
        down = QVBoxLayout(holder)
        margins(down, leading=SPACE.xl, top=SPACE.s, trailing=SPACE.l, bottom=SPACE.xl)
        self.column = QVBoxLayout()
        self.column.setSpacing(SPACE.xl)
        down.addLayout(self.column)
        down.addStretch()
        self.area = scroll(holder, name="client-side")
        self.area.setFixedWidth(width)
