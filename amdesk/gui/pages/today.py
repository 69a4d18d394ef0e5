"""Today: one list that says why, and one key for what to do about each line."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from amdesk.domain.agenda import CAP, SECTION_NAMES, Row, Section
from amdesk.gui import show, theme
from amdesk.gui.agenda_row import AgendaRow
from amdesk.gui.page import Face
from amdesk.gui.place import Place
from amdesk.gui.speaking import say_role
from amdesk.gui.theme import SIZE, SPACE
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.empty import Empty
from amdesk.gui.widgets.labels import label
from amdesk.gui.widgets.layout import empty, scroll
from amdesk.i18n import format as formats
from amdesk.i18n.catalog import _, calendar_in_use, current, ngettext
from amdesk.services import agenda, summaries
from amdesk.services.desk import Desk


class TodayPage(QWidget):
    """Everything that wants attention now, section by section."""

    TABLES = frozenset({"client", "interaction", "summary", "point"})
    place_requested = Signal(object)
    finished = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        say_role(self, "Grouping")
        self._desk = desk
        self._whole: set[str] = set()
        self._count = 0
        self.lines: list[AgendaRow] = []
        self.setObjectName("today")
        self.setAccessibleName(_("Today"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        inner = QWidget()
        inner.setObjectName("today-inner")
        inner.setMaximumWidth(theme.scaled(SIZE.reading))
        say_role(inner, "List")
        inner.setAccessibleName(_("Today"))
        self._rows = QVBoxLayout(inner)
        self._rows.setContentsMargins(SPACE.l, 0, SPACE.l, SPACE.xl)
        self._rows.setSpacing(0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll(inner, name="today-scroll"))
        day = formats.date_text(desk.today(), current(), calendar=calendar_in_use(), style="full")
        self.face = Face(
            title=lambda: _("Today"), tools=(label(day, "muted", name="today-date"),), status=self._status,
            focus=self,
        )  # fmt: skip

    def refresh(self) -> None:
        """Ask again what wants attention; the keys stay on the same line, or the one in its place."""
        at = next((n for n, line in enumerate(self.lines) if line.hasFocus()), None)
        empty(self._rows)
        self.lines = []
        found = agenda.today(self._desk)
        self._count = sum(len(section.rows) for section in found.sections)
        for section in found.sections:
            self._add(section)
        if not found.sections:
            told = _("No summary is owed, nobody waits for a call, and no question is open.")
            self._rows.addWidget(Empty("done", _("Nothing is waiting"), told), 1)
        self._rows.addStretch()
        if at is not None and self.lines:
            self.lines[min(at, len(self.lines) - 1)].setFocus()

    def _add(self, section: Section) -> None:
        rows = section.rows if section.name in self._whole else section.rows[:CAP]
        head = QHBoxLayout()
        head.setContentsMargins(SPACE.s, SPACE.l, SPACE.s, SPACE.s)
        head.setSpacing(SPACE.s)
        head.addWidget(label(_(SECTION_NAMES[section.name]), "section", name=f"section-{section.name}"))
        head.addWidget(label(show.count(len(section.rows)), "caption", name=f"count-{section.name}"))
        head.addStretch()
        self._rows.addLayout(head)
        for row in rows:
            line = AgendaRow(row)
            line.acted.connect(self._act)
            line.stepped.connect(self._step)
            line.opened.connect(lambda id_: self.place_requested.emit(Place("client", id_)))
            self.lines.append(line)
            self._rows.addWidget(line)
        left = len(section.rows) - len(rows)
        if left:
            text = ngettext("Show {n} more", "Show {n} more", left).format(n=show.count(left))
            more = button(text, "link", name=f"more-{section.name}", run=lambda: self._show_all(section.name))
            self._rows.addWidget(more, 0, Qt.AlignmentFlag.AlignLeading)

    def _show_all(self, name: str) -> None:
        self._whole.add(name)
        self.refresh()

    def _act(self, row: Row) -> None:
        """Do what the line asks for: most lead to where it is done, “sent” is said at once."""
        match row.action, row.kind:
            case "sent", _kind:
                summaries.mark_sent(self._desk, row.id)
            case "log", _kind:
                self.place_requested.emit(Place("log_call", about=row.client_id))
            case _action, "interaction":
                self.place_requested.emit(Place("summary", row.id, row.client_id))
            case action, "summary":
                call = summaries.get(self._desk, row.id).interaction_id
                self.place_requested.emit(Place("summary", call, row.client_id, ask=action))
            case _:
                self.place_requested.emit(Place("client", row.client_id))

    def _status(self) -> str:
        return ngettext("{n} thing is waiting", "{n} things are waiting", self._count).format(
            n=show.count(self._count)
        )

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keys are on a line, whenever there is one."""
        super().focusInEvent(event)
        if self.lines:
            self.lines[0].setFocus()

    def _step(self, by: int) -> None:
        """From line to line, over the headings."""
        at = next((n for n, line in enumerate(self.lines) if line.hasFocus()), 0)
        self.lines[max(0, min(at + by, len(self.lines) - 1))].setFocus()
