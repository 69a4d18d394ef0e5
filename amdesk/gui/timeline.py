"""A client's past in one list: by months and days, searched and narrowed, walked through by keys."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amdesk.domain.interaction import CHANNEL_NAMES
from amdesk.domain.timeline import Entry
from amdesk.gui import theme
from amdesk.gui.entry import EntryView
from amdesk.gui.place import Place
from amdesk.gui.theme import SIZE, SPACE
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.empty import Empty
from amdesk.gui.widgets.fields import Picker
from amdesk.gui.widgets.flow import FlowLayout, let_it_break
from amdesk.gui.widgets.labels import label
from amdesk.gui.widgets.layout import empty
from amdesk.gui.widgets.reading_list import ReadingList
from amdesk.gui.widgets.search import SearchField
from amdesk.i18n.catalog import _, calendar_in_use, current
from amdesk.i18n.months import month_title
from amdesk.services import clients
from amdesk.services.desk import Desk

FIRST, MORE = 6, 24  # a window full at once, the rest as it is scrolled to


class Narrowing(QWidget):
    """The line above: words looked for, a channel, only what is open. ``changed`` tells of another choice."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("past-narrowing")
        self.search = SearchField(
            name="past-search", accessible=_("Find in the past"), placeholder=_("Find in the past")
        )
        self.search.setMaximumWidth(theme.scaled(SIZE.promises - 2 * SPACE.xl))
        channels = [(None, _("Every channel")), *((one, _(said)) for one, said in CHANNEL_NAMES.items())]
        self.channel = Picker(channels, name="past-channel", accessible=_("Channel"), kind="filter")
        self.open_only = button(_("Open points"), "chip", name="past-open")
        self.open_only.setCheckable(True)
        self.open_only.setToolTip(_("Only where a question or a promise is open"))
        down = QVBoxLayout(self)
        down.setContentsMargins(SPACE.xl, SPACE.xs, SPACE.xl, SPACE.s)
        line = FlowLayout(gap=SPACE.s)
        down.addLayout(line)
        for part in (self.search, self.channel, self.open_only):
            line.addWidget(part)
        let_it_break(self)
        self.search.textChanged.connect(lambda _text: self.changed.emit())
        self.channel.picked.connect(lambda _value: self.changed.emit())
        self.open_only.clicked.connect(lambda _on: self.changed.emit())

    def chosen(self) -> dict[str, object]:
        """What the past is narrowed to."""
        channel = self.channel.value()
        return {
            "text": self.search.text(),
            "channel": str(channel) if channel else None,
            "with_open_points": self.open_only.isChecked(),
        }

    def put(self, chosen: Mapping[str, object]) -> None:
        """Put back what ``chosen`` gave, without telling anyone."""
        was = self.blockSignals(True)
        self.search.setText(str(chosen.get("text") or ""))
        self.channel.choose(chosen.get("channel"))
        self.open_only.setChecked(chosen.get("with_open_points") is True)
        self.blockSignals(was)

    def advice(self) -> str:
        """What to leave out where nothing is found."""
        if not self.search.text():
            return ""
        return _("Try fewer letters, or every channel.") if self.channel.value() else _("Try fewer letters.")

    @property
    def narrows(self) -> bool:
        """Whether anything is left out."""
        return any(self.chosen().values())


class Timeline(QWidget):
    """The past of one client, as much of it as was scrolled to."""

    place_requested = Signal(object)

    def __init__(self, desk: Desk, client_id: int) -> None:
        super().__init__()
        self._desk, self._id = desk, client_id
        self._shown, self._scrolled = FIRST, 0
        self._oldest: int | None = None
        self._month = ""
        self.views: list[EntryView] = []
        self.setObjectName("timeline")
        self.narrowing = Narrowing()
        self.narrowing.changed.connect(self._look)
        self.narrowing.search.down_pressed.connect(lambda: self.step(1))
        self.narrowing.search.entered.connect(lambda: self.step(1))
        self._list = ReadingList(_("Timeline"), name="client-timeline", within="past")
        self.area, self._past = self._list.area, self._list.rows
        self._list.near_end.connect(self._fetch_more)
        self._list.entered.connect(lambda: self.step(1))
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.narrowing)
        down.addWidget(self.area, 1)

    def turn_to(self, client_id: int) -> None:
        """Show the past of another client at the next refresh: from the newest on, nothing left out."""
        self._id = client_id
        self._shown, self._scrolled = FIRST, 0
        self.area.verticalScrollBar().setValue(0)
        self.narrowing.put({})

    def refresh(self) -> None:
        """Ask again, and stay where one was reading."""
        self._scrolled = max(self._scrolled, self.area.verticalScrollBar().value())
        held = next((view.entry.interaction.id for view in self.views if view.hasFocus()), None)
        empty(self._past)
        self.area.setFocusProxy(None)  # type: ignore[arg-type]
        self.views, self._month = [], ""
        entries = self._asked(before=None, limit=self._shown)
        self._append(entries, asked=self._shown)
        self.narrowing.setVisible(bool(entries) or self.narrowing.narrows)
        if not entries:
            self._past.addWidget(self._nothing(), 1)
        for view in self.views:
            if view.entry.interaction.id == held:
                view.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._scroll_back)

    def _asked(self, *, before: int | None, limit: int) -> list[Entry]:
        chosen = self.narrowing.chosen()
        return clients.timeline(self._desk, self._id, before=before, limit=limit, **chosen)  # type: ignore[arg-type]

    def _look(self) -> None:
        """Something else is looked for: from the newest on."""
        self._shown, self._scrolled = FIRST, 0
        self.area.verticalScrollBar().setValue(0)
        self.refresh()

    def _append(self, entries: list[Entry], *, asked: int) -> None:
        """Entries below those shown, each month under its name."""
        for entry in entries:
            on = entry.interaction.started_at.astimezone(self._desk.zone).date()
            self._name_month(on)
            view = EntryView(self._desk, entry, in_month=True)
            view.place_requested.connect(self.place_requested)
            view.stepped.connect(lambda by, view=view: self.step(by, since=view))
            self.views.append(view)
            self._past.addWidget(view)
        self._past.addStretch()
        self._oldest = entries[-1].interaction.id if len(entries) == asked else None

    def _name_month(self, on: date) -> None:
        month = month_title(on, current(), calendar=calendar_in_use())
        if month != self._month:
            heading = label(month, "title", name="past-month")
            heading.setContentsMargins(SPACE.s, SPACE.l if self._month else SPACE.xs, SPACE.s, SPACE.s)
            self._past.addWidget(heading)
            self._month = month

    def _nothing(self) -> Empty:
        if self.narrowing.narrows:
            clear = button(_("Show everything"), "", name="past-clear", run=self.clear)
            return Empty("search", _("Nothing found"), self.narrowing.advice(), action=clear)
        place = Place("log_call", about=self._id)
        first = button(
            _("Log a call"), "primary", name="client-first-call", icon="calls",
            run=lambda: self.place_requested.emit(place),
        )  # fmt: skip
        self.area.setFocusProxy(first)  # there is nothing to read: the keys are on what can be done
        told = _("Every call, meeting, mail and visit will stand here, newest first.")
        return Empty("calls", _("Nothing logged yet"), told, action=first)

    def clear(self) -> None:
        """Leave nothing out."""
        self.narrowing.put({})
        self._look()

    def step(self, by: int, *, since: EntryView | None = None) -> None:
        """Put the keys some entries further on; more are fetched at the end."""
        at = self.views.index(since) if since in self.views else -1
        if at + by >= len(self.views):
            self._fetch_more()
        if at == 0 and by < 0:
            self.narrowing.search.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.views:
            view = self.views[max(min(at + by, len(self.views) - 1), 0)]
            view.setFocus(Qt.FocusReason.OtherFocusReason)
            self._show(view)

    def _show(self, view: EntryView) -> None:
        """Bring an entry into sight: all of it, or its beginning where it is longer than the window."""
        bar = self.area.verticalScrollBar()
        top, high = view.y() - SPACE.l, self.area.viewport().height()
        if top < bar.value() or view.height() > high:
            bar.setValue(top)
        elif view.y() + view.height() > bar.value() + high:
            bar.setValue(view.y() + view.height() - high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a window so high that it could not be scrolled, what is older is there at once."""
        super().resizeEvent(event)
        enough = self.height() // theme.scaled(SIZE.entry)
        if 0 < len(self.views) < enough:
            self._fetch_more()

    def _fetch_more(self) -> None:
        if self._oldest is None:
            return
        entries = self._asked(before=self._oldest, limit=MORE)
        self._past.takeAt(self._past.count() - 1)
        self._append(entries, asked=MORE)
        self._shown += len(entries)

    def memory(self) -> dict[str, object]:
        """What to come back to."""
        at = self.area.verticalScrollBar().value()
        return {"shown": self._shown, "at": at, "narrowed": self.narrowing.chosen()}

    def recall(self, memory: Mapping[str, object]) -> None:
        """Come back to it."""
        shown, at, narrowed = memory.get("shown"), memory.get("at"), memory.get("narrowed")
        if isinstance(shown, int) and isinstance(at, int):
            self._shown, self._scrolled = shown, at
        if isinstance(narrowed, Mapping):
            self.narrowing.put(narrowed)

    def _scroll_back(self) -> None:
        self.area.verticalScrollBar().setValue(self._scrolled)
        self._scrolled = 0
