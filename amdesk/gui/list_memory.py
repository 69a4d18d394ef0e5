"""A list as the person wants it: its columns, their order and width, what it is sorted by, how dense."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QPushButton

from amdesk.domain.messages import N_
from amdesk.gui import table_layout
from amdesk.gui.table import Table
from amdesk.gui.widgets.buttons import icon_button
from amdesk.gui.widgets.menu import Menu
from amdesk.i18n.catalog import _
from amdesk.services.desk import Desk

_DENSITIES = (("comfortable", N_("Comfortable rows")), ("compact", N_("Compact rows")))


class ListMemory(QObject):
    """Keeps a table's layout under a key of the settings; ``changed`` asks for the list to be sorted anew."""

    changed = Signal()

    def __init__(self, desk: Desk, table: Table, *, key: str, sort: str = "", descending: bool = False):
        super().__init__(table)
        self._desk, self._table, self._key = desk, table, key
        usual = replace(table.columns.layout, sort=sort, descending=descending)
        self._usual = usual
        known = table.rows.columns
        found = table_layout.remembered(
            desk.settings[key], usual, known=[one.id for one in known], first=known[0].id
        )
        if found.sort not in {one.sort for one in known}:
            found = replace(found, sort=usual.sort)
        table.columns.arrange(found)
        table.rows.set_order(found.sort, descending=found.descending)
        table.columns.arranged.connect(self._keep)
        table.sorted_by.connect(lambda by, down: self.sort(by, descending=down))
        table.columns_asked.connect(self.open_menu)
        self.button = icon_button(
            _("Columns and rows"), name=f"{table.objectName()}-columns", icon="columns", run=self._open_below
        )

    def shows(self, column: str) -> bool:
        """Whether a column is to be seen now."""
        return self._table.columns.shows(column)

    def wear(self) -> bool:
        """Be as dense as the settings say; whether that is compact."""
        compact = bool(self._desk.settings["density"] == "compact")
        self._table.set_density(compact=compact)
        return compact

    def sort(self, by: str, *, descending: bool) -> None:
        """Sort by something, now and next time."""
        self._table.rows.set_order(by, descending=descending)
        self._table.columns.layout = replace(self._table.columns.layout, sort=by, descending=descending)
        self._keep()
        self.changed.emit()

    def menu(self) -> Menu:
        """Every choice there is for this list."""
        table = self._table
        made = Menu(table, name=f"{table.objectName()}-menu", title=_("Columns and rows"))
        for column in table.rows.columns[1:]:
            made.tick(
                _(column.title), self._toggling(column.id), name=f"column-{column.id}",
                on=column.id in table.columns.layout.shown,
            )  # fmt: skip
        made.addSeparator()
        sorting = made.within(_("Sort by"), name="sort-menu")
        by, down = table.rows.order
        sortable = [(one.sort, _(one.title)) for one in table.rows.columns if one.sort]
        if sortable:
            sorting.one_of(sortable, by, lambda new: self.sort(str(new), descending=down), name="sort")
            sorting.addSeparator()
            ways: list[tuple[object, str]] = [(False, _("Ascending")), (True, _("Descending"))]
            sorting.one_of(
                ways, down, lambda way: self.sort(table.rows.order[0], descending=bool(way)), name="sort-way"
            )
        sorting.menuAction().setVisible(bool(sortable))
        said: list[tuple[object, str]] = [(key, _(words)) for key, words in _DENSITIES]
        made.one_of(said, self._desk.settings["density"], self._choose_density, name="density")
        made.addSeparator()
        made.do(_("Usual columns"), self.reset, name="columns-reset", icon="undo")
        return made

    def open_menu(self, at: QPoint) -> None:
        """Open the menu somewhere."""
        self.menu().popup(at)

    def reset(self) -> None:
        """Columns and order as they were at first."""
        self._table.columns.arrange(self._usual)
        self._desk.settings.choose(self._key, {})
        self.sort(self._usual.sort, descending=self._usual.descending)

    def _open_below(self) -> None:
        below(self.button, self.menu())

    def _toggling(self, column: str) -> Callable[[bool], None]:
        def toggle(on: bool) -> None:
            columns, known = self._table.columns, [one.id for one in self._table.rows.columns]
            shown = tuple(one for one in columns.layout.shown if one != column)
            if on:
                shown = table_layout.shown_again(column, shown, known=known)
            columns.arrange(replace(columns.layout, shown=shown))
            self._table.rows.redraw()
            self._keep()

        return toggle

    def _choose_density(self, density: object) -> None:
        self._desk.settings.choose("density", density)
        self.wear()

    def _keep(self) -> None:
        self._desk.settings.choose(self._key, self._table.columns.layout.as_values())


def below(made: QPushButton, menu: Menu) -> None:
    """Open a menu below a button, at the edge where one begins to read."""
    from PySide6.QtCore import Qt

    rtl = made.layoutDirection() == Qt.LayoutDirection.RightToLeft
    x = made.width() - menu.sizeHint().width() if rtl else 0
    menu.popup(made.mapToGlobal(QPoint(x, made.height())))
