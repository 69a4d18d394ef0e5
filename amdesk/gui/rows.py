"""A list model that holds ids only; lines are fetched in blocks when they are painted."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, Literal, Protocol, TypeAlias, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from amdesk.domain.errors import DamagedError
from amdesk.gui.widgets.badge import Badge
from amdesk.gui.widgets.labels import FIGURES, LEADING, tool_tip
from amdesk.i18n.catalog import _, current, sentence
from amdesk.i18n.format import listed
from amdesk.services import damage
from amdesk.services.desk import Desk

BLOCK = 128
BLOCKS_KEPT = 24
CELL_ROLE = int(Qt.ItemDataRole.UserRole)
ID_ROLE = CELL_ROLE + 1

Index = QModelIndex | QPersistentModelIndex
Align = Literal["leading", "figures"]


class Line(Protocol):
    """What a list shows of one record."""

    @property
    def id(self) -> int: ...


L = TypeVar("L", bound=Line)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """In the place of a line that the file has and that cannot be read, for it is damaged there."""

    id: int


def readable(desk: Desk, lines: Callable[[Desk, Sequence[int]], Sequence[L]]) -> Fetch[L]:
    """Fetches what can be read, and says of which ids it cannot."""

    def fetch(ids: Sequence[int]) -> Sequence[L | Unreadable]:
        found, lost = damage.each(desk, ids, partial(lines, desk))
        return [*found, *map(Unreadable, lost)]

    return fetch


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell says: a text, a quieter second line, badges after the text, an icon before it.

    ``tone`` is of the text, ``detail_tone`` of the line under it. ``tip`` is said under the mouse; ``code``
    is written left to right whatever stands around it.
    """

    text: str
    detail: str = ""
    badges: tuple[Badge, ...] = ()
    icon: str = ""
    tone: str = ""
    tip: str = ""
    code: bool = False
    detail_tone: str = ""


Fetch: TypeAlias = Callable[[Sequence[int]], Sequence[L | Unreadable]]


@dataclass(frozen=True)
class Column(Generic[L]):
    """One column: its title (a message id), the cell of a line, its width in pixels; those without one
    ``share`` what is left.

    ``align`` is leading, for lines of either direction begin at the same edge of a list, or figures, whose
    last digits stand one under the other at the right; ``sort`` is the name the service sorts by, empty where
    it cannot. Those not ``usual`` are there to be chosen. Where those that share what is left have too little
    of it, the column that ``yields`` most is left out first; with 0 it never is. One that ``wraps`` says its
    text in as many lines as a row has room for.
    """

    id: str
    title: str
    cell: Callable[[L], Cell]
    width: int = 0
    align: Align = "leading"
    sort: str = ""
    usual: bool = True
    share: int = 1
    yields: int = 0
    wraps: bool = False


class Rows(QAbstractTableModel, Generic[L]):
    """Rows of ids. ``fetch`` gives the lines of some ids; what it leaves out is shown empty.

    ``met_damage`` tells that some of those asked for cannot be read, and whether that is all of them.
    """

    met_damage = Signal(bool)

    def __init__(
        self,
        columns: Sequence[Column[L]],
        fetch: Fetch[L],
        parent: QObject | None = None,
        *,
        taken: Callable[[Sequence[int]], QMimeData] | None = None,
    ) -> None:
        """``taken`` makes what leaves the list when rows of it are dragged away."""
        super().__init__(parent)
        self.columns = tuple(columns)
        self._taken = taken
        self._fetch = fetch
        self._ids: Sequence[int] = ()
        self.order = ("", False)
        self.told: Callable[[], Sequence[int]] = lambda: range(len(self.columns))
        self._blocks: OrderedDict[int, dict[int, L | Unreadable]] = OrderedDict()

    def set_ids(self, ids: Sequence[int]) -> None:
        """Show these; what was fetched before is forgotten."""
        self._blocks.clear()
        if len(ids) == len(self._ids) and list(ids) == list(self._ids):
            self.redraw()
            return
        self.beginResetModel()
        self._ids = ids
        self.endResetModel()

    def set_order(self, sort: str, *, descending: bool) -> None:
        """Say by which of its columns the ids are sorted; the header marks it."""
        self.order = (sort, descending)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def id_at(self, row: int) -> int | None:
        """The id in a row."""
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def row_of(self, id: int) -> int:
        """The row of an id, or -1."""
        try:
            return self._ids.index(id)
        except ValueError:
            return -1

    def line(self, row: int) -> L | None:
        """The line in a row, fetched with its block when first asked for; nothing where it cannot be read."""
        found = self._found(row)
        return None if isinstance(found, Unreadable) else found

    def _found(self, row: int) -> L | Unreadable | None:
        number = row // BLOCK
        block = self._blocks.get(number)
        if block is None:
            ids = self._ids[number * BLOCK : (number + 1) * BLOCK]
            block = {line.id: line for line in self._fetch(ids)}
            self._blocks[number] = block
            if lost := sum(isinstance(line, Unreadable) for line in block.values()):
                self.met_damage.emit(lost == len(block))
            while len(self._blocks) > BLOCKS_KEPT:
                self._blocks.popitem(last=False)
        else:
            self._blocks.move_to_end(number)
        return block.get(self._ids[row])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        known = super().flags(index)
        return known | Qt.ItemFlag.ItemIsDragEnabled if self._taken and index.isValid() else known

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        rows = sorted({index.row() for index in indexes})
        ids = [self._ids[row] for row in rows if row < len(self._ids)]
        return self._taken(ids) if self._taken else super().mimeData(list(indexes))

    def redraw(self) -> None:
        """The cells say something else of the same lines."""
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, len(self.columns) - 1))

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._ids):
            return None
        if role == ID_ROLE:
            return self._ids[index.row()]
        if role not in _TEXT_ROLES and role != CELL_ROLE:
            return None
        line = self._found(index.row())
        if line is None or isinstance(line, Unreadable):
            cell = _lost() if line is not None and index.column() == self.told()[0] else Cell("")
            return cell if role == CELL_ROLE else _TEXT_ROLES[role](cell)
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == self.told()[0]:
            return self._whole(line)
        cell = self.columns[index.column()].cell(line)
        return cell if role == CELL_ROLE else _TEXT_ROLES[role](cell)

    def _whole(self, line: L) -> str:
        """A row as one sentence: keys go from row to row, and only its first cell is read out."""
        shown = [self.columns[number] for number in self.told()]
        said = [(column.title, _spoken(column.cell(line))) for column in shown]
        rest = (f"{_(title)}: {words}" if title else words for title, words in said[1:] if words)
        return listed(filter(None, (said[0][1], *rest)), current())

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return _(column.title) if column.title else ""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return FIGURES if column.align == "figures" else LEADING
        return None


def _lost() -> Cell:
    return Cell(_("Cannot be read"), icon="warning", tone="warn", tip=sentence(DamagedError()))


def _spoken(cell: Cell) -> str:
    """What a screen reader says of a cell."""
    text = "" if cell.text and cell.tip.startswith(cell.text) else cell.text
    parts = (text, cell.detail, *(badge.text for badge in cell.badges), cell.tip)
    return listed(filter(None, dict.fromkeys(parts)), current())


_TEXT_ROLES: dict[int, Callable[[Cell], str]] = {
    int(Qt.ItemDataRole.DisplayRole): lambda cell: cell.text,
    int(Qt.ItemDataRole.EditRole): lambda cell: cell.text,
    int(Qt.ItemDataRole.AccessibleTextRole): _spoken,
    int(Qt.ItemDataRole.ToolTipRole): lambda cell: tool_tip(cell.tip),
}
