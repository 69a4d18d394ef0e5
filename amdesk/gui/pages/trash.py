"""The trash: what was deleted in the last 90 days, to be put back or let go."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QWidget

from amdesk.domain.messages import N_
from amdesk.domain.trash import NOUN_NAMES, Trashed
from amdesk.gui import show
from amdesk.gui.column_room import days, moments, room_for
from amdesk.gui.keys import keys_text
from amdesk.gui.own_keys import OwnKeys
from amdesk.gui.page import Face
from amdesk.gui.page_keys import key_of
from amdesk.gui.place import Place
from amdesk.gui.records import history_of
from amdesk.gui.rows import Cell, Column, Rows
from amdesk.gui.searched import Searched
from amdesk.gui.table import Table
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.empty import Empty
from amdesk.gui.widgets.fields import Picker
from amdesk.gui.widgets.labels import label
from amdesk.gui.widgets.layout import margins
from amdesk.gui.widgets.menu import Menu
from amdesk.gui.widgets.search import SearchField
from amdesk.i18n.catalog import _, ngettext, pgettext
from amdesk.services import trash
from amdesk.services.desk import Desk

_ICONS = {
    "client": "client", "contact": "contact", "interaction": "calls", "goal": "goal", "task": "tasks",
    "reminder": "reminders", "client_share": "post",
}  # fmt: skip


def _columns(desk: Desk) -> tuple[Column[Trashed], ...]:
    return (
        Column("what", N_("What"), _what),
        Column("client", N_("Client"), lambda one: Cell(one.client), 180),
        Column(
            "deleted",
            N_("Deleted"),
            lambda one: Cell(show.moment(desk, one.deleted_at)),
            room_for(map(Cell, moments(desk))),
            yields=1,
        ),
        Column(
            "goes",
            N_("Goes for good"),
            lambda one: Cell(show.moment_day(desk, one.goes_at)),
            room_for(map(Cell, days())),
        ),
    )


def _what(one: Trashed) -> Cell:
    return Cell(one.title, _(NOUN_NAMES[one.noun]), icon=_ICONS[one.noun], tip=one.title)


class TrashPage(QWidget):
    """Enter puts back what the keys are on; several can be chosen."""

    TABLES = frozenset(NOUN_NAMES)
    place_requested = Signal(object)
    finished = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._found: dict[int, Trashed] = {}
        self.setObjectName("trash")
        self.setAccessibleName(_("Trash"))
        rows = Rows(_columns(desk), lambda ids: [self._found[one] for one in ids], self)
        self.table = Table(rows, name="trash-table", accessible=_("Trash"))
        self.table.opens_by_click = False
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        search = SearchField(
            name="trash-search", accessible=_("Find in the trash"), placeholder=_("Words or client")
        )
        kinds = [(noun, _(words)) for noun, words in NOUN_NAMES.items()]
        kind = Picker(
            [("", _("Everything")), *kinds], "", name="trash-kind", accessible=_("Kind"), kind="filter"
        )
        none = Empty("remove", _("The trash is empty"), _("What is deleted stays here for 90 days."))
        clear = button(_("Show everything"), "", name="trash-clear", run=self.clear)
        lost = Empty("search", _("Nothing found"), _("Try fewer letters, or another kind."), action=clear)
        self.list = Searched(self.table, search, self._find, none_yet=none, none_found=lost, by=kind)
        self.list.fill(self)
        self.told = self._told()
        down = self.layout()
        assert down is not None
        down.addWidget(self.told)
        self.back = button(_("Put back"), "", name="trash-back", icon="undo", run=self.put_back)
        self.face = Face(
            title=lambda: _("Trash"), tools=(search, kind, self.back), status=self._status, focus=self.table,
            find=search, memory=self.list.memory, recall=self.list.recall, retold=self.list.counted,
            foot=self.told,
        )  # fmt: skip
        self._listen()

    def _told(self) -> QWidget:
        """What deleting for good does not reach, where one decides on it."""
        said = _(
            "Deleted for good, a record is still in the backups made before. They make room for newer ones, "
            "the last of them after about a year."
        )
        go = button(
            pgettext("title", "Backups"), "link", name="trash-backups",
            run=lambda: self.place_requested.emit(Place("backups")),
        )  # fmt: skip
        made = QWidget()
        made.setObjectName("trash-told")
        across = QHBoxLayout(made)
        margins(across, leading=SPACE.s, top=SPACE.s, trailing=SPACE.s, bottom=SPACE.m)
        across.addWidget(label(said, "muted", name="trash-told-words", wrap=True), 1)
        across.addWidget(go)
        return made

    def _listen(self) -> None:
        self.list.counted.connect(self._show_what_fits)
        self.table.opened.connect(lambda _id: self.put_back())
        self.table.menu_asked.connect(self._open_menu)
        OwnKeys(self.table, {"trash.remove": self.remove})

    def _show_what_fits(self) -> None:
        self.back.setEnabled(bool(self._found))
        self.told.setVisible(bool(self._found))

    def refresh(self) -> None:
        """Ask again for what is there."""
        self.list.refresh()

    def clear(self) -> None:
        """Look for nothing in particular."""
        self.list.clear()

    def put_back(self) -> None:
        """Put what is chosen back where it was."""
        self._do(trash.put_back)

    def remove(self) -> None:
        """Let go of what is chosen."""
        self._do(trash.remove)

    def _do(self, verb: Callable[[Desk, Sequence[Trashed]], object]) -> None:
        at = self.table.current_id()
        chosen = self.table.selected_ids() or ([at] if at is not None else [])
        if chosen:
            verb(self._desk, [self._found[one] for one in chosen])

    def _find(self, text: str, kind: object) -> list[int]:
        found = trash.find(self._desk, text)
        self._found = {one.id: one for one in found if not kind or one.noun == kind}
        return list(self._found)

    def _open_menu(self, at: QPoint) -> None:
        made = Menu(self, name="trash-menu", title=_("Trash"))
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        made.do(_("Put back"), self.put_back, name="trash-menu-back", icon="undo")
        one = self._found.get(self.table.current_id() or 0)
        if one is not None and one.noun != "client_share":
            past = history_of(one.noun, one.row_id, one.client_id)
            made.do(_("History"), lambda: self.place_requested.emit(past), name="trash-menu-history",
                    icon="history")  # fmt: skip
        made.do(
            _("Delete for good"), self.remove, name="trash-menu-remove", icon="remove",
            shortcut=keys_text(key_of("trash.remove")),
        )  # fmt: skip
        made.popup(at)

    def _status(self) -> str:
        count = self.table.rows.rowCount()
        if self.list.narrows:
            return ngettext("{n} found", "{n} found", count).format(n=show.count(count))
        return ngettext("{n} in the trash", "{n} in the trash", count).format(n=show.count(count))
