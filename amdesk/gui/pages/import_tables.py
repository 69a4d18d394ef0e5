"""The two tables of the import page: how the columns were understood, and what becomes of each row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from amdesk.domain.messages import N_
from amdesk.domain.verdict import KIND_NAMES, Verdict
from amdesk.gui import show, theme
from amdesk.gui.rows import Cell, Column, Rows
from amdesk.gui.speaking import say_role
from amdesk.gui.table import Table
from amdesk.gui.theme import SPACE, ToneName
from amdesk.gui.widgets.badge import Badge
from amdesk.gui.widgets.fields import Picker
from amdesk.gui.widgets.labels import data_label, label
from amdesk.gui.widgets.layout import empty
from amdesk.gui.widgets.ring import hold_keys
from amdesk.i18n.catalog import _, ngettext
from amdesk.services.exchange import Preview

TONE: dict[str, ToneName] = {"new": "good", "update": "info", "duplicate": "quiet", "error": "danger"}
ICON = {"new": "add", "update": "edit", "duplicate": "done", "error": "alert"}
_SAMPLES = 3


@dataclass(frozen=True, slots=True)
class _Line:
    id: int
    verdict: Verdict


class Verdicts(QWidget):
    """What becomes of each row, with the number of its line in the file."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("verdicts")
        self._all: tuple[Verdict, ...] = ()
        self.rows = Rows(_COLUMNS, self._fetch, self)
        self.table = Table(self.rows, name="verdicts-table", accessible=_("What becomes of each row"))
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(self.table)

    def show_verdicts(self, verdicts: Sequence[Verdict], *, kind: str = "") -> None:
        """Show these, or those of one kind."""
        self._all = tuple(verdicts)
        self.rows.set_ids(())
        self.rows.set_ids([n for n, one in enumerate(self._all) if not kind or one.kind == kind])

    def _fetch(self, ids: Sequence[int]) -> list[_Line]:
        return [_Line(id_, self._all[id_]) for id_ in ids]


def _verdict(line: _Line) -> Cell:
    kind = line.verdict.kind
    return Cell("", badges=(Badge(_(KIND_NAMES[kind]), TONE[kind], ICON[kind]),))


def _why(line: _Line) -> Cell:
    one = line.verdict
    said = " ".join(map(show.said, one.told))
    return Cell(said, tone="danger" if one.kind == "error" else "", tip=said)


_COLUMNS: tuple[Column[_Line], ...] = (
    Column("line", N_("Line"), lambda line: Cell(show.count(line.verdict.line)), 72, align="figures"),
    Column("verdict", N_("What becomes of it"), _verdict, 168),
    Column("title", N_("What it is about"), lambda line: Cell(show.apart(line.verdict.title)), share=2),
    Column("why", N_("Worth knowing"), _why, share=3, wraps=True),
)


class Mapping(QScrollArea):
    """Each column of a file: its title, what it is taken for, its first values. ``changed`` by hand."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        say_role(self, "Grouping")
        self.setObjectName("mapping")
        self.setAccessibleName(_("How the columns were understood"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.as_kind(self, "page")
        hold_keys(self)
        self.pickers: list[Picker] = []
        self._columns: object = None
        ground = QWidget()
        ground.setObjectName("mapping-ground")
        theme.as_kind(ground, "page")
        self._grid = QGridLayout(ground)
        self._grid.setContentsMargins(0, 0, 0, SPACE.m)
        self._grid.setHorizontalSpacing(SPACE.m)
        self._grid.setVerticalSpacing(SPACE.xs)
        self.setWidget(ground)
        self._ground = ground

    def show_preview(self, found: Preview) -> None:
        """Show the columns of a file; the same ones, taken for something else, stay as they are."""
        columns = (found.header, found.fields, found.sample)
        if columns == self._columns:
            for picker, field in zip(self.pickers, found.mapping, strict=True):
                picker.choose(field)
            return
        self._columns = columns
        empty(self._grid)
        self.pickers = []
        choices: list[tuple[object, str]] = [
            (None, _("Leave out")),
            *((f, _(said)) for f, said in found.fields),
        ]
        for number, title in enumerate(found.header):
            picker = Picker(
                choices, found.mapping[number], name=f"mapping-{number}",
                accessible=_("Column “{title}” is").format(title=title),
            )  # fmt: skip
            picker.picked.connect(lambda _value: self.changed.emit())
            self.pickers.append(picker)
            self._grid.addWidget(data_label(title, "strong", name=f"mapping-title-{number}"), 0, number)
            self._grid.addWidget(picker, 1, number)
            self._grid.setColumnMinimumWidth(number, theme.scaled(4 * SPACE.xxl))
            for row, values in enumerate(found.sample[:_SAMPLES]):
                value = " ".join(values[number].split()) if number < len(values) else ""
                said = data_label(_short(value), "caption", name=f"mapping-{number}-{row}")
                self._grid.addWidget(said, 2 + row, number)
        self._grid.setColumnStretch(len(found.header), 1)
        for part in self._ground.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            part.setVisible(self._grid.indexOf(part) >= 0)  # Qt shows them later, and reckons without them
        self.setFixedHeight(self._ground.sizeHint().height() + SPACE.m)

    def chosen(self) -> tuple[str | None, ...]:
        """What each column is taken for."""
        return tuple(None if picker.value() is None else str(picker.value()) for picker in self.pickers)


def _short(value: str) -> str:
    return value if len(value) <= _WIDEST else value[: _WIDEST - 1] + "…"


_WIDEST = 28


def counted(kind: str, n: int) -> str:
    """How many rows had a verdict."""
    words = {
        "new": ngettext("{n} new", "{n} new", n),
        "update": ngettext("{n} updated", "{n} updated", n),
        "duplicate": ngettext("{n} with nothing new", "{n} with nothing new", n),
        "error": ngettext("{n} not imported", "{n} not imported", n),
    }
    return words[kind].format(n=show.count(n))


def counts_badges(found: Preview) -> list[Badge]:
    """How many rows of each verdict there are."""
    counts = found.counts.by_kind.items()
    return [Badge(counted(kind, n), TONE[kind], ICON[kind]) for kind, n in counts if n]


def heading(text: str, *, name: str) -> QWidget:
    """A small heading above a table."""
    return label(text, "section", name=name, wrap=True)
