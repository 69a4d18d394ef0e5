"""What was measured of a goal, the newest first: the list, and the line to type one in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QSizePolicy, QVBoxLayout, QWidget

from amdesk.domain.goal import Goal, Measurement
from amdesk.domain.goal_state import expected_on
from amdesk.domain.messages import N_
from amdesk.gui import goal_words, show, theme
from amdesk.gui.goal_measuring import MeasuringLine
from amdesk.gui.keys import keys_text
from amdesk.gui.own_keys import OwnKeys
from amdesk.gui.page_keys import key_of
from amdesk.gui.place import Place
from amdesk.gui.rows import Cell, Column, Rows
from amdesk.gui.table import Table
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.flow import Flow
from amdesk.gui.widgets.labels import label
from amdesk.gui.widgets.menu import Menu
from amdesk.i18n.catalog import _, pgettext
from amdesk.services import goals
from amdesk.services.desk import Desk
from amdesk.services.goals import GoalPage

_MOST_ROWS = 8  # of them stand on the page at once; the list scrolls for the rest


class GoalMeasurements(QWidget):
    """Enter on a line of the list changes it, Delete takes it away, Ctrl+V pastes two columns.

    ``line``, where one is typed, stands where the page puts it.
    """

    place_requested = Signal(object)

    def __init__(self, desk: Desk, goal_id: int) -> None:
        super().__init__()
        self._desk, self._goal_id = desk, goal_id
        self._known: dict[int, Measurement] = {}
        self._goal: Goal | None = None
        self.setObjectName("goal-measurements")
        self.line = MeasuringLine(desk, goal_id)
        self.line.kept.connect(self._show_kept)
        self.line.left.connect(self._leave_line)
        self.rows = Rows(self._columns(), self._fetch, self)
        self.table = Table(
            self.rows, name="measurements-table", accessible=_("Measurements"), tall=False
        )  # fmt: skip
        self.table.opens_by_click = False
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.opened.connect(self.change)
        self.table.menu_asked.connect(lambda at: self.menu().popup(at))
        for field in (self.line.day, self.line.value):
            OwnKeys(field, {"measure.paste": self.paste}, possible=_columns_are_copied)
        OwnKeys(self.table, {"measure.paste": self.paste, "measure.remove": self.remove})
        self._lay_out()

    def _columns(self) -> tuple[Column[Measurement], ...]:
        return (
            Column("day", N_("Day"), lambda one: Cell(show.day(one.taken_on)), 150),
            Column("value", N_("Value"), self._value, 150, align="figures"),
            Column("expected", N_("Expected"), self._expected, 150, align="figures"),
            Column("note", N_("Note"), lambda one: Cell(one.note, tip=one.note)),
        )

    def _lay_out(self) -> None:
        title = label(_("Measurements"), "section", name="measurements-title")
        title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        ways = (
            (_("Paste two columns"), "measurements-paste", self.paste),
            (_("From a file…"), "measurements-import", self.import_file),
        )
        links = [button(text, "link", name=name, run=run) for text, name, run in ways]
        head = Flow((title, *links), name="measurements-head", gap=SPACE.l)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(SPACE.s)
        down.addWidget(head)
        down.addWidget(self.table, 1)
        down.addStretch()

    def show_page(self, page: GoalPage) -> None:
        """Show these; what is being typed stays."""
        self._goal = page.goal
        self._known = {one.id: one for one in page.measurements}
        self.table.show_ids([one.id for one in reversed(page.measurements)])
        self.table.setVisible(bool(self._known))
        rows = min(len(self._known), _MOST_ROWS) + 1
        self.table.setMinimumHeight(theme.row_height(compact=False, tall=False) * rows)

    def change(self, measurement_id: int) -> None:
        """Change one in the line it was typed in."""
        if (one := self._known.get(measurement_id)) is not None:
            self.line.show_measurement(one)

    def remove(self) -> None:
        """Take away the lines chosen, as one step."""
        chosen = self.table.selected_ids()
        if chosen:
            with self._desk.step(N_("Delete measurements")):
                for one in chosen:
                    goals.remove_measurement(self._desk, one)

    def paste(self) -> None:
        """Look at what the clipboard holds, and what would become of it."""
        client = self._goal.client_id if self._goal else None
        text = QGuiApplication.clipboard().text()
        self.place_requested.emit(Place("read_measurements", self._goal_id, client, text=text))

    def import_file(self) -> None:
        """Choose a list in a file, which may be of many goals, and look at what it would bring."""
        self.place_requested.emit(Place("import"))

    def _show_kept(self, measurement_id: int) -> None:
        self.table.select_id(measurement_id)

    def _leave_line(self) -> None:
        self.table.take_focus()

    def menu(self) -> Menu:
        """What can be done with a measurement."""
        made = Menu(self, name="measurement-menu", title=_("Measurements"))
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        current = self.table.current_id()
        made.do(pgettext("measurement", "Change"), lambda: self.change(current or 0),
                name="measurement-change", icon="edit",
                shortcut=keys_text(key_of("measure.change")))  # fmt: skip
        made.do(_("Paste two columns"), self.paste, name="measurement-paste", icon="copy",
                shortcut=keys_text(key_of("measure.paste")))  # fmt: skip
        made.addSeparator()
        made.do(_("Delete"), self.remove, name="measurement-remove", icon="remove",
                shortcut=keys_text(key_of("measure.remove")))  # fmt: skip
        return made

    def _fetch(self, ids: Sequence[int]) -> list[Measurement]:
        return [self._known[one] for one in ids if one in self._known]

    def _value(self, one: Measurement) -> Cell:
        return Cell(goal_words.value(self._goal, one.value) if self._goal else "")

    def _expected(self, one: Measurement) -> Cell:
        if self._goal is None or not self._goal.start_on <= one.taken_on <= self._goal.due_on:
            return Cell("")
        return Cell(goal_words.value(self._goal, expected_on(self._goal, one.taken_on)))


def _columns_are_copied() -> bool:
    """Whether the clipboard holds more than one figure: then it is no text for a field."""
    text = QGuiApplication.clipboard().text().strip()
    return "\n" in text or "\t" in text
