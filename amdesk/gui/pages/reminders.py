"""Reminders: all that are open as they fall due, or those that are settled, and what to do about each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from amdesk.domain.messages import N_
from amdesk.domain.recurrence import REPEAT_NAMES
from amdesk.domain.reminder import KIND_NAMES, SNOOZE_NAMES, STATE_NAMES, Armed
from amdesk.gui import show
from amdesk.gui.about_reminders import place_of
from amdesk.gui.column_room import days, moments, room_for
from amdesk.gui.keys import keys_text
from amdesk.gui.page import Face
from amdesk.gui.page_keys import key_of
from amdesk.gui.place import Place
from amdesk.gui.records import history_of
from amdesk.gui.rows import Cell, Column, Rows, readable
from amdesk.gui.searched import Searched
from amdesk.gui.table import Table
from amdesk.gui.widgets.badge import Badge
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.empty import Empty
from amdesk.gui.widgets.menu import Menu
from amdesk.gui.widgets.search import SearchField
from amdesk.gui.widgets.segments import Segment, Segments
from amdesk.i18n.catalog import _, ngettext, pgettext
from amdesk.services import reminders
from amdesk.services.desk import Desk


def _columns(desk: Desk) -> tuple[Column[Armed], ...]:
    return (
        Column("text", N_("Reminder"), _text, share=2),
        Column("client", N_("Client"), lambda one: Cell(one.client)),
        Column("due", N_("Day"), partial(_due, desk), room_for(Cell(day, badges=_late()) for day in days())),
        Column("rings", N_("Rings"), partial(_rings, desk), room_for(_rings_widest(desk)), yields=1),
        Column(
            "repeat",
            N_("Repeat"),
            _repeat,
            room_for(Cell(show.repeat(one)) for one in REPEAT_NAMES if one),
            yields=2,
        ),
    )


def _text(one: Armed) -> Cell:
    its = one.reminder
    urgent = (Badge(_("Urgent"), "danger"),) if its.urgent and its.is_open else ()
    kind = "" if its.kind == "follow_up" else _(KIND_NAMES[its.kind])  # which most are
    return Cell(its.text, kind, urgent, icon="alarm" if one.rang else "reminders")


def _due(desk: Desk, one: Armed) -> Cell:
    its = one.reminder
    overdue = its.state == "pending" and its.due_on < desk.today()
    told = its.clock and show.wall_clock(its.clock)
    return Cell(show.day(its.due_on), told, _late() if overdue else ())


def _late() -> tuple[Badge, ...]:
    return (Badge(pgettext("reminder", "Overdue"), "danger"),)


def _rings(desk: Desk, one: Armed) -> Cell:
    its = one.reminder
    if not its.is_open:
        return Cell("", badges=(Badge(_(STATE_NAMES[its.state])),))
    told = _("rang, waits for you") if one.rang else _("snoozed") if its.state == "snoozed" else ""
    return Cell(show.clock(desk, one.rings_at), told, tone="danger" if one.rang else "")


def _rings_widest(desk: Desk) -> list[Cell]:
    """What there is to say of when it rings, at a late moment."""
    settled = [Cell("", badges=(Badge(_(said)),)) for said in STATE_NAMES.values()]
    return [*(Cell(moment, _("rang, waits for you")) for moment in moments(desk)), *settled]


def _repeat(one: Armed) -> Cell:
    words = show.repeat(one.reminder.repeat)
    return Cell(words, tip=words)


class RemindersPage(QWidget):
    """The list with its search; Space settles the line the keys are on."""

    TABLES = frozenset({"reminder", "client"})
    place_requested = Signal(object)
    finished = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setObjectName("reminders")
        self.setAccessibleName(_("Reminders"))
        self.rows = Rows(_columns(desk), readable(desk, reminders.lines), self)
        self.search = SearchField(
            name="reminders-search", accessible=_("Find reminders"), placeholder=_("Words or client")
        )
        shown = (
            Segment("open", pgettext("reminders", "Open")),
            Segment("settled", pgettext("reminders", "Settled")),
        )
        self.shown = Segments(shown, "open", name="reminders-shown", accessible=_("Which reminders"))
        self.table = Table(self.rows, name="reminders-table", accessible=_("Reminders"))
        new = button(_("New reminder"), "", name="reminders-new", icon="add", run=self._new)
        none_yet, none_found = self._empty_states()
        self.list = Searched(
            self.table, self.search, self._find, none_yet=none_yet, none_found=none_found, by=self.shown
        )
        self.list.fill(self)
        self._listen()
        self.face = Face(
            title=lambda: _("Reminders"), tools=(self.search, self.shown, new), status=self._status,
            focus=self.table, find=self.search, memory=self.list.memory, recall=self.list.recall,
            retold=self.list.counted,
        )  # fmt: skip

    def _listen(self) -> None:
        self.table.opened.connect(lambda id_: self.place_requested.emit(Place("edit_reminder", id_)))
        self.table.menu_asked.connect(self._open_menu)
        for key, verb in (("reminder.done", reminders.finish), ("reminder.remove", reminders.remove)):
            made = QShortcut(QKeySequence(key_of(key)), self.table)
            made.setContext(Qt.ShortcutContext.WidgetShortcut)
            made.activated.connect(partial(self._do, verb))
        later = QShortcut(QKeySequence(key_of("reminder.snooze")), self.table)
        later.setContext(Qt.ShortcutContext.WidgetShortcut)
        later.activated.connect(self._open_menu_by_key)

    def _empty_states(self) -> tuple[Empty, Empty]:
        first = button(_("New reminder"), "primary", name="reminders-first", icon="add", run=self._new)
        none_yet = Empty(
            "reminders", _("No reminder is set"),
            _("Set one for a day or a time: it rings here, and stays until it is done."), action=first,
        )  # fmt: skip
        clear = button(_("Show all reminders"), "", name="reminders-clear", run=self.clear)
        return none_yet, Empty("search", _("No reminder found"), _("Try fewer letters."), action=clear)

    def refresh(self) -> None:
        """Ask again for what is looked for."""
        self.list.refresh()

    def clear(self) -> None:
        """Look for nothing in particular."""
        self.list.clear()

    def _find(self, text: str, shown: object) -> list[int]:
        return reminders.find(self._desk, text, settled=shown == "settled")

    def _new(self) -> None:
        self.place_requested.emit(Place("edit_reminder"))

    def _do(self, verb: Callable[[Desk, int], object]) -> None:
        """Settle the line the keys are on."""
        one = self.table.current_id()
        if one is not None:
            verb(self._desk, one)

    def _open_menu_by_key(self) -> None:
        box = self.table.visualRect(self.table.currentIndex())
        self._open_menu(self.table.viewport().mapToGlobal(box.center()))

    def _open_menu(self, at: QPoint) -> None:
        one = self.table.current_id()
        if one is not None and self.shown.value() == "open":
            self.menu_of(one).popup(at)

    def menu_of(self, one: int) -> Menu:
        """What can be done about a reminder."""
        made = Menu(self, name="reminder-menu", title=_("Reminder"))
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        desk, go = self._desk, self.place_requested.emit
        made.do(_("Done"), partial(reminders.finish, desk, one), name="reminder-done", icon="done",
                shortcut=keys_text(key_of("reminder.done")))  # fmt: skip
        later = made.within(_("Snooze"), name="reminder-snooze", icon="clock")
        for choice in reminders.snooze_choices(desk):
            snooze = partial(reminders.snooze, desk, one, choice=choice)
            later.do(_(SNOOZE_NAMES[choice]), snooze, name=f"snooze-{choice}")
        made.do(_("Another day or time…"), partial(go, Place("reschedule", one)), name="reminder-day",
                icon="calendar")  # fmt: skip
        made.do(_("Edit"), partial(go, Place("edit_reminder", one)), name="reminder-edit", icon="edit")
        past = history_of("reminder", one, reminders.get(desk, one).client_id)
        made.do(_("History"), partial(go, past), name="reminder-history", icon="history")
        place = place_of(desk, reminders.get(desk, one))
        if place.page != "edit_reminder":
            made.do(_("Open"), partial(go, place), name="reminder-open", icon="open")
        made.addSeparator()
        made.do(_("Drop"), partial(reminders.drop, desk, one), name="reminder-drop", icon="close")
        made.do(_("Delete"), partial(reminders.remove, desk, one), name="reminder-remove", icon="remove",
                shortcut=keys_text(key_of("reminder.remove")))  # fmt: skip
        return made

    def _status(self) -> str:
        count = self.rows.rowCount()
        return ngettext("{n} reminder", "{n} reminders", count).format(n=show.count(count))
