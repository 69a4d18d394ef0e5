"""The outbox: what needs the person first, then what waits to be sent, then what went out of late."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from amdesk.domain.outgoing import Outgoing
from amdesk.gui import outgoing_words, theme
from amdesk.gui.keys import keys_text
from amdesk.gui.outgoing_view import OutgoingView, acts_of
from amdesk.gui.own_keys import OwnKeys
from amdesk.gui.page import Face
from amdesk.gui.page_keys import key_of
from amdesk.gui.place import Place
from amdesk.gui.rows import Rows
from amdesk.gui.table import Table
from amdesk.gui.theme import SIZE, SPACE
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.empty import Empty
from amdesk.gui.widgets.menu import Menu
from amdesk.i18n.catalog import _
from amdesk.services import mail_account, outbox
from amdesk.services.desk import Desk

_KEYS = {"outbox.again": "again", "outbox.arrived": "arrived", "outbox.draft": "draft", "outbox.out": "out"}


class OutboxPage(QWidget):
    """A list with the mail of its line beside it, or below it in a narrow window."""

    TABLES = frozenset({"outgoing", "client"})
    place_requested = Signal(object)
    finished = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._found: dict[int, Outgoing] = {}
        self.setObjectName("outbox")
        self.setAccessibleName(_("Outbox"))
        rows = Rows(
            outgoing_words.columns(desk),
            lambda ids: [self._found[one] for one in ids if one in self._found],
            self,
        )
        self.table = Table(rows, name="outbox-table", accessible=_("Outbox"))
        self.table.opens_by_click = False
        self.view = OutgoingView(desk)
        self._account = button(_("Sending account…"), "", name="outbox-account", run=self._to_account)
        self._set_up = button(
            _("Set up a sending account…"), "primary", name="outbox-set-up", run=self._to_account
        )
        self.none = Empty("send", _("Nothing waits to be sent"), action=self._set_up)
        self._lay_out()
        self._listen()
        self.face = Face(
            title=lambda: _("Outbox"), tools=(self._account,), status=self._status, focus=self.table,
            memory=self._memory, recall=self._recall, parts=(self.table, self.view),
        )  # fmt: skip

    def _lay_out(self) -> None:
        self._split = split = QSplitter(Qt.Orientation.Horizontal)
        split.setObjectName("outbox-split")
        split.setChildrenCollapsible(False)
        split.setHandleWidth(SPACE.l + 1)
        split.addWidget(self.table)
        split.addWidget(self.view)
        split.setSizes([SIZE.form, SIZE.form])
        self.stack = QStackedWidget()
        self.stack.setObjectName("outbox-stack")
        for state in (split, self.none):
            self.stack.addWidget(state)
        down = QVBoxLayout(self)
        down.setContentsMargins(SPACE.l, 0, SPACE.l, 0)
        down.addWidget(self.stack)

    def _listen(self) -> None:
        self.table.moved_to.connect(lambda _id: self._show_current())
        self.table.opened.connect(lambda _id: self.do("open"))
        self.table.menu_asked.connect(self._open_menu)
        self.view.asked.connect(self.do)
        self.view.place_requested.connect(self.place_requested)
        OwnKeys(self.table, {key: partial(self.do, verb) for key, verb in _KEYS.items()})

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the mail stands below the list."""
        super().resizeEvent(event)
        wide = self.width() >= theme.scaled(SIZE.two_columns)
        self._split.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)

    def refresh(self) -> None:
        """Ask again what is in it."""
        self._found = {one.id: one for one in outbox.lines(self._desk)}
        self.table.show_ids(list(self._found))
        if self._found and self.table.current_id() is None:
            self.table.select_id(next(iter(self._found)))
        self.stack.setCurrentWidget(self._split if self._found else self.none)
        account = mail_account.of(self._desk)
        said = _("What cannot be sent at once waits here until there is a network.")
        self.none.text.setText(
            said if account else _("Mails are handed to your mail program, which sends them.")
        )
        self.none.text.show()
        self._set_up.setVisible(account is None)
        self._show_current()

    def do(self, verb: str) -> None:
        """Do something with the mail of the line the keys are on, as far as that is possible now."""
        one = self._current()
        act = next((act for act in acts_of(one) if act.verb == verb), None) if one else None
        if one is None or act is None:
            return
        if act.run is None:
            self.view.go(one)
            return
        act.run(self._desk, one.id)

    def _current(self) -> Outgoing | None:
        at = self.table.current_id()
        return self._found.get(at) if at is not None else None

    def _show_current(self) -> None:
        one = self._current()
        if one is not None:
            self.view.show_mail(one)

    def _open_menu(self, at: QPoint) -> None:
        one = self._current()
        if one is None:
            return
        made = Menu(self, name="outbox-menu", title=_("Outbox"))
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for act in acts_of(one):
            keys = keys_text(key_of(act.key)) if act.key else ""
            made.do(
                _(act.words),
                partial(self.do, act.verb),
                name=f"outbox-menu-{act.verb}",
                shortcut=keys,
            )
        made.popup(at)

    def _status(self) -> str:
        waiting = sum(one.state in {"waiting", "giving"} for one in self._found.values())
        wrong = sum(outgoing_words.needs_the_person(one) for one in self._found.values())
        return outgoing_words.counted(waiting, wrong) if waiting or wrong else ""

    def _to_account(self) -> None:
        self.place_requested.emit(Place("mail_account"))

    def _memory(self) -> Mapping[str, object]:
        return {"row": self.table.current_id()}

    def _recall(self, memory: Mapping[str, object]) -> None:
        """Who comes anew finds what needs them; who comes back, where they were."""
        self.table.setCurrentIndex(QModelIndex())
        self.refresh()
        row = memory.get("row")
        if isinstance(row, int):
            self.table.select_id(row)
