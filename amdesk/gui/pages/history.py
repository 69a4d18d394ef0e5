"""The history of a record: by days, newest first, what each step changed, and what can be put back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amdesk.domain.record_past import Change, Past
from amdesk.gui import show, theme
from amdesk.gui.page import Face
from amdesk.gui.past_steps import StepView, title_words
from amdesk.gui.records import place_of
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.empty import Empty
from amdesk.gui.widgets.labels import label
from amdesk.gui.widgets.layout import empty
from amdesk.gui.widgets.reading_list import ReadingList
from amdesk.i18n.catalog import _, ngettext
from amdesk.services import history
from amdesk.services.desk import Desk
from amdesk.services.history import Record

FIRST, MORE = 12, 24  # a window full at once, the rest as it is scrolled to
_ENOUGH = SPACE.xxl * 2  # the least height of a step


class HistoryPage(QWidget):
    """Shows the steps that changed a record and its parts, as many as were scrolled to."""

    TABLES = frozenset(
        "client contact address interaction interaction_contact summary point reminder relative "
        "personal_date goal measurement milestone planned_action task task_link question attachment".split()
    )
    place_requested = Signal(object)
    finished = Signal(object)

    def __init__(self, desk: Desk, noun: str, record_id: int) -> None:
        super().__init__()
        self._desk, self._noun, self._id = desk, noun, record_id
        self._record: Record | None = None
        self._shown, self._scrolled = FIRST, 0
        self._day: date | None = None
        self.views: list[StepView] = []
        self.setObjectName("history")
        self._list = ReadingList(_("History"), name="history-area", within="history-steps")
        self.area, self._rows = self._list.area, self._list.rows
        self._list.near_end.connect(self._fetch_more)
        self._list.entered.connect(lambda: self.step(1))
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(self.area)
        self._open = button(_("Open"), "", name="history-open", icon="open", run=self._go)
        self.face = Face(
            title=self._title, tools=(self._open,), status=self._status, focus=self.area,
            memory=self._memory, recall=self._recall, bounded=True,
        )  # fmt: skip

    def refresh(self) -> None:
        """Ask again, and stay where one was reading."""
        self._scrolled = max(self._scrolled, self.area.verticalScrollBar().value())
        held = next((view.past.step.id for view in self.views if view.hasFocus()), None)
        self._record = history.look(self._desk, self._noun, self._id)
        self.setAccessibleName(self._title())
        empty(self._rows)
        self.views, self._day = [], None
        self._append(self._record.past[: self._shown])
        if not self.views:
            told = _("What is changed from now on will stand here, and can be put back as it was.")
            self._rows.addWidget(Empty("history", _("Nothing has changed yet"), told), 1)
        for view in self.views:
            if view.past.step.id == held:
                view.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._scroll_back)

    def _append(self, found: tuple[Past, ...]) -> None:
        """Steps below those shown, each day under its name."""
        record = self._record
        assert record is not None
        for one in found:
            self._name_day(one.step.at.astimezone(self._desk.zone).date())
            view = StepView(self._desk, record, one)
            view.stepped.connect(self.step)
            view.put_back.connect(self.put_back)
            view.all_put_back.connect(self.put_all_back)
            self.views.append(view)
            self._rows.addWidget(view)
        self._rows.addStretch()

    def _name_day(self, on: date) -> None:
        if on != self._day:
            name = label(show.day_named(self._desk, on), "title", name="history-day")
            name.setContentsMargins(SPACE.s, SPACE.l if self._day else SPACE.xs, SPACE.s, SPACE.s)
            self._rows.addWidget(name)
            self._day = on

    def put_back(self, change: Change) -> None:
        """Make one thing what it was before a step changed it."""
        assert self._record is not None
        history.put_back(self._desk, self._record, change)

    def put_all_back(self, one: Past) -> None:
        """Make the record what it was before a step."""
        assert self._record is not None
        history.put_all_back(self._desk, self._record, one)

    def step(self, by: int) -> None:
        """Put the keys some steps further on; older ones are fetched at the end."""
        at = next((place for place, view in enumerate(self.views) if view.hasFocus()), -1)
        if at + by >= len(self.views):
            self._fetch_more()
        if self.views:
            view = self.views[max(min(at + by, len(self.views) - 1), 0)]
            view.setFocus(Qt.FocusReason.OtherFocusReason)
            self.area.ensureWidgetVisible(view, 0, SPACE.l)

    def _fetch_more(self) -> None:
        record = self._record
        if record is None or self._shown >= len(record.past):
            return
        self._rows.takeAt(self._rows.count() - 1)
        self._append(record.past[self._shown : self._shown + MORE])
        self._shown += MORE

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a window so high that it could not be scrolled, what is older is there at once."""
        super().resizeEvent(event)
        if len(self.views) * theme.scaled(_ENOUGH) < self.height():
            self._fetch_more()

    def _title(self) -> str:
        return title_words(self._record) if self._record is not None else _("History")

    def _status(self) -> str:
        n = len(self._record.past) if self._record is not None else 0
        return ngettext("{n} step", "{n} steps", n).format(n=show.count(n))

    def _go(self) -> None:
        if self._record is not None:
            self.place_requested.emit(place_of(self._record.noun, self._record.id, self._record.client_id))

    def _memory(self) -> Mapping[str, object]:
        return {"shown": self._shown, "at": self.area.verticalScrollBar().value()}

    def _recall(self, memory: Mapping[str, object]) -> None:
        shown, at = memory.get("shown"), memory.get("at")
        if isinstance(shown, int) and isinstance(at, int):
            self._shown, self._scrolled = shown, at

    def _scroll_back(self) -> None:
        self.area.verticalScrollBar().setValue(self._scrolled)
        self._scrolled = 0
