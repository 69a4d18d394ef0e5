"""The columns of a table on the screen: shown, moved and made as wide as a layout says, and read back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QTableView

from amdesk.gui import table_layout, theme
from amdesk.gui.table_header import Header
from amdesk.gui.table_layout import Layout

MOST = 640  # of what shares the rest, before the others grow as well


class TableColumns(QObject):
    """Dresses a table in a ``layout``. ``arranged`` tells that the person has made another one by hand."""

    arranged = Signal()

    def __init__(self, table: QTableView, header: Header) -> None:
        super().__init__(table)
        self._table, self._header = table, header
        self._known = {column.id: (number, column) for number, column in enumerate(header.rows.columns)}
        self._few: tuple[str, ...] = ()
        self._left_out: frozenset[str] = frozenset()
        self.layout = Layout(tuple(one.id for one in header.rows.columns if one.usual))
        header.arranged.connect(self._take)
        self.arrange(self.layout)

    def arrange(self, layout: Layout) -> None:
        """Show these columns in this order and width."""
        self.layout = layout
        shown = self._now()
        hidden = [one for one in self._known if one not in shown]
        for place, name in enumerate((*shown, *hidden)):
            number, _column = self._known[name]
            self._header.moveSection(self._header.visualIndex(number), place)
            self._table.setColumnHidden(number, name in hidden)
        self.fit()

    def show_few(self, few: tuple[str, ...]) -> None:
        """Show, of the columns chosen, only these while there is no room for others; nothing: all."""
        if few != self._few:
            self._few = few
            self.arrange(self.layout)
            self._header.rows.redraw()

    def shows(self, name: str) -> bool:
        """Whether a column is among those shown now."""
        return name in self._now()

    def fit(self) -> None:
        """Columns are as wide as they were made while enough is left for those that share the rest, for which
        those that yield are left out.
        """
        left_out = self._without_room()
        if left_out != self._left_out:
            self._left_out = left_out
            self.arrange(self.layout)
            self._header.rows.redraw()
            return
        for name, width in self._widths(self._now()).items():
            self._header.resizeSection(self._known[name][0], width)

    def _without_room(self) -> frozenset[str]:
        """The columns that are left out for now."""
        names, left_out = self._chosen(), set[str]()
        yielding = sorted(names, key=lambda one: -self._known[one][1].yields)
        for name in (one for one in yielding if self._known[one][1].yields):
            found = self._widths([one for one in names if one not in left_out])
            shared = [width for one, width in found.items() if not self._known[one][1].width]
            if max(shared, default=table_layout.ENOUGH) >= theme.scaled(table_layout.ENOUGH):
                break
            left_out.add(name)
        return frozenset(left_out)

    def _widths(self, names: Sequence[str]) -> dict[str, int]:
        """How wide each of these columns would be."""
        shown = [self._known[one][1] for one in names]
        chosen = self.layout.widths
        wanted = {
            one.id: theme.scaled(chosen[one.id]) if one.id in chosen else self._usual(one.id)
            for one in shown
            if one.width
        }
        sharing = [one for one in shown if not one.width]
        usual = max((chosen.get(one.id, 0) for one in sharing), default=0)
        elastic = {one.id: chosen.get(one.id, 0) or usual or one.share for one in sharing}
        room = self._room()
        by_hand = [one for one in wanted if one in chosen]
        wanted = table_layout.grown(room, wanted, sharing=len(elastic), kept=by_hand, most=theme.scaled(MOST))
        return table_layout.fit(room, wanted, elastic, least=self._header.minimumSectionSize())

    def _room(self) -> int:
        """The same whether the list is scrolled or not: its bar comes and goes, the columns stay."""
        bar = self._table.verticalScrollBar().sizeHint().width()
        return self._table.width() - 2 * self._table.frameWidth() - bar

    def _usual(self, name: str) -> int:
        """How wide a column is that nobody has sized: as it was made, or as its title is in this language."""
        number, column = self._known[name]
        return max(theme.scaled(column.width), self._header.words_width(number))

    def _now(self) -> list[str]:
        """The columns that are shown now."""
        return [one for one in self._chosen() if one not in self._left_out]

    def _chosen(self) -> list[str]:
        """Those that were chosen, as far as there is a pane beside them."""
        return [one for one in self.layout.shown if not self._few or one in self._few]

    def _take(self) -> None:
        """Note how the person has arranged the columns."""
        columns = self._header.rows.columns
        unit = theme.scaled(100) / 100
        sizes = {columns[one].id: self._header.sectionSize(one) for one in self._header.visible()}
        widths = {name: round(size / unit) for name, size in sizes.items()}
        order = iter(sizes)  # what is left out for now keeps its place among them
        shown = tuple(next(order) if one in sizes else one for one in self.layout.shown)
        self.layout = replace(self.layout, shown=shown, widths={**self.layout.widths, **widths})
        self.arranged.emit()
