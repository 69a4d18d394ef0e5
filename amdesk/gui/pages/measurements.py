"""Two columns from a spreadsheet, days and values: how each line was read, before any of it is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_
from amdesk.domain.verdict import KIND_NAMES
from amdesk.gui import goal_words, show
from amdesk.gui.column_room import days, room_for
from amdesk.gui.editors.sheet import keys_to
from amdesk.gui.page import Face
from amdesk.gui.pages.import_tables import ICON, TONE, counted
from amdesk.gui.place import Left
from amdesk.gui.rows import Cell, Column, Rows
from amdesk.gui.table import Table
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.badge import Badge, BadgeLabel
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.fields import TextField
from amdesk.gui.widgets.flow import Flow
from amdesk.gui.widgets.form import Field
from amdesk.gui.widgets.layout import empty
from amdesk.i18n.catalog import _, ngettext
from amdesk.services import goals, measuring
from amdesk.services.desk import Desk
from amdesk.services.measuring import Reading

_LINES = 6


@dataclass(frozen=True, slots=True)
class _Line:
    """A line read, with its number in the list."""

    id: int
    reading: Reading


def _verdict(one: _Line) -> Cell:
    return _kind(one.reading.kind)


def _kind(kind: str) -> Cell:
    return Cell("", badges=(Badge(_(KIND_NAMES[kind]), TONE[kind], ICON[kind]),))


def _why(one: _Line) -> Cell:
    said = show.said(one.reading.message) if one.reading.message else ""
    if one.reading.kind == "update":
        said = _("That day has another value: the newer one counts.")
    return Cell(said, tone="danger" if one.reading.kind == "error" else "", tip=said)


class ReadMeasurements(QWidget):
    """What was pasted stands in a field and can be mended there; below it is what becomes of each line."""

    TABLES: frozenset[str] = frozenset()
    place_requested = Signal(object)
    finished = Signal(object)

    def __init__(self, desk: Desk, goal_id: int, *, text: str) -> None:
        super().__init__()
        self._desk, self._id = desk, goal_id
        self._goal = goals.get(desk, goal_id).goal
        self._readings: tuple[Reading, ...] = ()
        self.setObjectName("read-measurements")
        self.setAccessibleName(_("Paste measurements"))
        self.text = TextField(text, name="pasted-text", accessible=_("Days and values"), lines=_LINES)
        self.field = Field(
            _("Days and values"), self.text, hint=_("A line each: a day and its value, in either order")
        )
        self.field.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._counts = QVBoxLayout()
        self.rows = Rows(self._columns(), self._fetch, self)
        self.table = Table(self.rows, name="readings-table", accessible=_("What becomes of each line"))
        self.keep = button("", "primary", name="readings-keep", run=self.save)
        cancel = button(_("Cancel"), "plain", name="readings-cancel", run=self._cancel)
        self._lay_out()
        keys_to(self, cancel, self.keep, save=self.save, cancel=self._cancel)
        self.text.textChanged.connect(self._read)
        self.face = Face(
            title=lambda: _("Paste measurements"), tools=(cancel, self.keep), status=lambda: self._goal.name,
            focus=self.text, memory=lambda: {"text": self.text.toPlainText()}, recall=self._recall,
        )  # fmt: skip
        self._read()

    def _columns(self) -> tuple[Column[_Line], ...]:
        return (
            Column("line", N_("Line"), lambda one: Cell(show.count(one.reading.line)), 64, align="figures"),
            Column("verdict", N_("What becomes of it"), _verdict, room_for(map(_kind, KIND_NAMES))),
            Column(
                "day",
                N_("Day"),
                lambda one: Cell(show.day(one.reading.taken_on)),
                room_for(map(Cell, days())),
            ),
            Column("value", N_("Value"), self._value, 112, align="figures"),
            Column("why", N_("Worth knowing"), _why, wraps=True),
        )

    def _lay_out(self) -> None:
        down = QVBoxLayout(self)
        down.setContentsMargins(SPACE.xl, SPACE.s, SPACE.xl, SPACE.m)
        down.setSpacing(SPACE.m)
        down.addWidget(self.field)
        down.addLayout(self._counts)
        down.addWidget(self.table, 1)
        down.addStretch()

    def refresh(self) -> None:
        """What was pasted is read when it changes."""

    def save(self) -> None:
        """Keep all that could be read, as one step."""
        if self.keep.isEnabled():
            good = [one for one in self._readings if one.kind != "error"]
            measuring.measure_many(self._desk, self._id, good)
            self.finished.emit(None)

    def _read(self) -> None:
        """Read what stands in the field, and say what would become of it."""
        self.field.say(None)
        try:
            self._readings = measuring.read_pasted(self._desk, self._id, self.text.toPlainText())
        except AmdeskError as error:
            self._readings = ()
            self.field.say(error if self.text.toPlainText().strip() else None)
        self.rows.set_ids(())
        self.rows.set_ids(range(len(self._readings)))
        self.table.setVisible(bool(self._readings))
        self._count()

    def _count(self) -> None:
        kinds = [one.kind for one in self._readings]
        empty(self._counts)
        badges = [(kind, kinds.count(kind)) for kind in KIND_NAMES if kind in kinds]
        if badges:
            made = [BadgeLabel(Badge(counted(kind, n), TONE[kind], ICON[kind]), name="readings-count")
                    for kind, n in badges]  # fmt: skip
            self._counts.addWidget(Flow(made, name="readings-counts", gap=SPACE.s))
        new = sum(kind in {"new", "update"} for kind in kinds)
        words = ngettext("Keep {n} measurement", "Keep {n} measurements", new).format(n=show.count(new))
        words = words if new else _("Save")
        self.keep.setText(words)
        self.keep.setAccessibleName(words)
        self.keep.setEnabled(new > 0)

    def _fetch(self, ids: Sequence[int]) -> list[_Line]:
        return [_Line(one, self._readings[one]) for one in ids if one < len(self._readings)]

    def _value(self, one: _Line) -> Cell:
        return Cell(goal_words.value(self._goal, one.reading.value))

    def _cancel(self) -> None:
        self.finished.emit(Left())

    def _recall(self, memory: Mapping[str, object]) -> None:
        if memory:
            self.text.setPlainText(str(memory["text"]))
