"""Duplicates: records that are likely one, with the reasons; each pair is merged or told apart."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

from amdesk.domain.duplicate import Known, Pair
from amdesk.domain.messages import N_
from amdesk.domain.text import fold
from amdesk.domain.trash import NOUN_NAMES
from amdesk.gui import show
from amdesk.gui.background import patience
from amdesk.gui.keys import keys_text
from amdesk.gui.merge_words import reasons_text
from amdesk.gui.own_keys import OwnKeys
from amdesk.gui.page import Face
from amdesk.gui.page_keys import key_of
from amdesk.gui.place import Place
from amdesk.gui.rows import Cell, Column, Rows
from amdesk.gui.searched import Searched
from amdesk.gui.table import Table
from amdesk.gui.widgets.badge import Badge
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.empty import Empty
from amdesk.gui.widgets.fields import Picker
from amdesk.gui.widgets.menu import Menu
from amdesk.gui.widgets.search import SearchField
from amdesk.i18n.catalog import _, ngettext
from amdesk.services import duplicates, merged
from amdesk.services.desk import Desk


def _record(one: Known) -> Cell:
    detail = one.code if one.noun == "client" else one.client
    return Cell(one.name, detail, icon=one.noun, tip=one.name)


def _why(pair: Pair) -> Cell:
    badges = () if pair.is_strong else (Badge(_("Perhaps"), "quiet"),)
    said = reasons_text(pair.reasons)
    return Cell(said, badges=badges, tip=said)


_COLUMNS: tuple[Column[Pair], ...] = (
    Column("one", N_("First record"), lambda pair: _record(pair.one)),
    Column("other", N_("Second record"), lambda pair: _record(pair.other)),
    Column("why", N_("Why"), _why, 300),
)


class DuplicatesPage(QWidget):
    """Enter looks at a pair side by side; a key says that the two are not the same."""

    TABLES = frozenset({"client", "contact", "address", "apart", "merged"})
    place_requested = Signal(object)
    finished = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._all: list[Pair] = []
        self._found: dict[int, Pair] = {}
        self.setObjectName("duplicates")
        self.setAccessibleName(_("Duplicates"))
        rows = Rows(_COLUMNS, lambda ids: [self._found[one] for one in ids if one in self._found], self)
        self.table = Table(rows, name="duplicates-table", accessible=_("Duplicates"))
        search = SearchField(
            name="duplicates-search", accessible=_("Find duplicates"), placeholder=_("Name or client")
        )
        kinds = [(noun, _(NOUN_NAMES[noun])) for noun in merged.NOUNS]
        kind = Picker(
            [("", _("Everything")), *kinds], "", name="duplicates-kind", accessible=_("Kind"), kind="filter"
        )
        none = Empty(
            "done", _("No duplicates"),
            _("No two clients or contacts share an e-mail, a phone, or a name and company."),
        )  # fmt: skip
        clear = button(_("Show everything"), "", name="duplicates-clear", run=self.clear)
        lost = Empty("search", _("Nothing found"), _("Try fewer letters, or another kind."), action=clear)
        self.list = Searched(self.table, search, self._find, none_yet=none, none_found=lost, by=kind)
        self.list.fill(self)
        self.apart = button(_("Not the same"), "", name="duplicates-apart", run=self.keep_apart)
        self.merge = button(_("Merge…"), "primary", name="duplicates-merge", run=self.open_current)
        self.face = Face(
            title=lambda: _("Duplicates"), tools=(search, kind, self.apart, self.merge), status=self._status,
            focus=self.table, find=search, memory=self.list.memory, recall=self.list.recall,
            retold=self.list.counted, client=self._client,
        )  # fmt: skip
        self._listen()

    def _listen(self) -> None:
        self.list.counted.connect(self._offer)
        self.table.moved_to.connect(lambda _id: self._offer())
        self.table.opened.connect(self._open)
        self.table.menu_asked.connect(self._open_menu)
        OwnKeys(self.table, {"duplicates.apart": self.keep_apart})

    def refresh(self) -> None:
        """Look again which there are."""
        with patience():
            self._all = duplicates.find(self._desk)
        self.list.refresh()
        if self._found and not self.table.currentIndex().isValid():
            self.table.select_id(next(iter(self._found)))

    def clear(self) -> None:
        """Look for nothing in particular."""
        self.list.clear()

    def open_current(self) -> None:
        """Look at the pair the keys are on."""
        at = self.table.current_id()
        if at is not None:
            self._open(at)

    def keep_apart(self) -> None:
        """The two of the line the keys are on are not the same; the keys stay where they were."""
        at = self.table.current_id()
        pair = self._found.get(at) if at is not None else None
        if pair is None:
            return
        row = self.table.currentIndex().row()
        duplicates.keep_apart(self._desk, pair.noun, pair.one.id, pair.other.id)
        self.refresh()
        near = self.table.rows.id_at(min(row, self.table.rows.rowCount() - 1))
        if near is not None:
            self.table.select_id(near)

    def _find(self, text: str, kind: object) -> list[int]:
        words = fold(text).split()
        self._found = {
            one.id: one for one in self._all if (not kind or one.noun == kind) and _holds(one, words)
        }
        return list(self._found)

    def _open(self, at: int) -> None:
        pair = self._found.get(at)
        if pair is not None:
            place = Place("merge", pair.one.id, within=pair.other.id, ask=pair.noun, text="duplicates")
            self.place_requested.emit(place)

    def _client(self) -> int | None:
        at = self.table.current_id()
        pair = self._found.get(at) if at is not None else None
        return pair.one.client_id if pair else None

    def _offer(self) -> None:
        is_on_one = self.table.current_id() in self._found
        for one in (self.apart, self.merge):
            one.setEnabled(is_on_one)

    def _open_menu(self, at: QPoint) -> None:
        made = Menu(self, name="duplicates-menu", title=_("Duplicates"))
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        made.do(_("Merge…"), self.open_current, name="duplicates-menu-merge", icon="open",
                shortcut=keys_text(key_of("list.open")))  # fmt: skip
        made.do(_("Not the same"), self.keep_apart, name="duplicates-menu-apart", icon="close",
                shortcut=keys_text(key_of("duplicates.apart")))  # fmt: skip
        made.popup(at)

    def _status(self) -> str:
        count = self.table.rows.rowCount()
        return ngettext("{n} pair", "{n} pairs", count).format(n=show.count(count))


def _holds(pair: Pair, words: list[str]) -> bool:
    said = fold(" ".join(f"{one.name} {one.client} {one.code}" for one in (pair.one, pair.other)))
    return all(word in said for word in words)
