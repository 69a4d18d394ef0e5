"""The window: side bar, title, page, and the bars that speak. It carries; pages show; commands ask it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import cast

from PySide6.QtCore import QByteArray, QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from amdesk.domain.errors import AmdeskError, DamagedError, DiskError
from amdesk.domain.messages import N_
from amdesk.domain.touched import Touched
from amdesk.gui import menus, theme, words
from amdesk.gui.around import WindowAround
from amdesk.gui.background import patience
from amdesk.gui.commands import COMMANDS
from amdesk.gui.frame import StatusLine, TitleRow
from amdesk.gui.keys import with_keys
from amdesk.gui.navigation import Navigation
from amdesk.gui.place import Place, Trail, Visit
from amdesk.gui.registry import PAGES
from amdesk.gui.room_watch import RoomWatch
from amdesk.gui.signals import News
from amdesk.gui.tab_order import Ground
from amdesk.gui.theme import SIZE
from amdesk.gui.widgets.badge import Badge, BadgeLabel
from amdesk.gui.widgets.bars import MessageBar, UndoBar
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.nav import NavTask, SideBar
from amdesk.gui.window_place import SideSplit, WindowPlace
from amdesk.i18n.catalog import _, pgettext
from amdesk.services import first_run, keys
from amdesk.services.desk import Desk


@dataclass(frozen=True)
class Memory:
    """What a window hands on to the next one, when the language changes."""

    trail: Trail
    geometry: QByteArray


class Window(QMainWindow):
    """The one window. ``settled`` tells that its first page is filled."""

    settled = Signal()
    setting_changed = Signal(str)

    def __init__(self, desk: Desk, memory: Memory | None = None) -> None:
        super().__init__()
        self.desk = desk
        self.setObjectName("window")
        self.setWindowTitle("amdesk")
        self.commands = menus.Actions(self, self)
        menus.fill(self.menuBar(), self.commands)
        self._stack = QStackedWidget()
        self._stack.setObjectName("pages")
        self.pages = Navigation(desk, self._stack, memory.trail if memory else Trail(Place("today")))
        self.pages.arrived.connect(self._arrived)
        self.pages.setting_changed.connect(self.setting_changed)
        self.pages.unsaved.connect(partial(_offer_what_was_typed, self))
        self._build()
        self.around = WindowAround(
            self, self, window_parts=lambda: _parts(self), page=lambda: self.pages.page,
            explaining=self.commands.by_id["help.explain"],
        )  # fmt: skip
        self._undoing = False
        self._has_settled = False
        self._news = News(desk)
        self._news.touched.connect(self._hear)
        self.setMinimumSize(QSize(*SIZE.least_window))
        WindowPlace(self, self.split, desk)
        if memory:
            self.restoreGeometry(memory.geometry)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame stands before the first page is asked for: a start is seen at once."""
        super().paintEvent(event)
        if not self._has_settled:
            self._has_settled = True
            QTimer.singleShot(0, self, self._settle)

    def _build(self) -> None:
        ground = Ground(lambda: _late(self))
        across = QHBoxLayout(ground)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        self.code_lacking = _code_lacking(self)
        self.side = _side_bar(self)
        self._content = QWidget()
        self._content.setObjectName("content")
        self._content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._content.installEventFilter(self)
        theme.as_kind(self._content, "page")
        self.title = TitleRow(self.commands.by_id)
        self.message = MessageBar(close=_("Close"))
        self.room = RoomWatch(self.message, self.desk, again=self.pages.settle)
        self.status = StatusLine()
        down = QVBoxLayout(self._content)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.title)
        down.addWidget(self.message)
        down.addWidget(self._stack, 1)
        down.addWidget(self.status)
        self.undo_bar = UndoBar(self._content, foot=lambda: _foot(self))
        self.split: SideSplit = SideSplit(self.side, self._content)
        across.addWidget(self.split)
        self.setCentralWidget(ground)

    def _settle(self) -> None:
        """Fill the first page once the frame stands."""
        self.pages.start()
        self.settled.emit()

    @property
    def place(self) -> Place:
        return self.pages.trail.here.place

    @property
    def can_go_back(self) -> bool:
        return self.pages.trail.can_go_back

    @property
    def can_go_forward(self) -> bool:
        return self.pages.trail.can_go_forward

    def go(self, place: Place) -> None:
        self.pages.go(place)

    def back(self) -> None:
        self.pages.back()

    def forward(self) -> None:
        self.pages.forward()

    def begin_find(self) -> None:
        if self.pages.page is None or self.pages.page.face.find is None:
            self.go(Place("clients"))
        if self.pages.page is not None and self.pages.page.face.find is not None:
            field = self.pages.page.face.find
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            if isinstance(field, QLineEdit):
                field.selectAll()

    def undo(self) -> None:
        self.pages.remember()  # what is being typed is kept first, and so is the first to be taken back
        self._undoing = True
        try:
            with patience():
                self.desk.undo()
        finally:
            self._undoing = False

    def redo(self) -> None:
        self.pages.remember()
        with patience():
            self.desk.redo()

    def say(self, error: AmdeskError) -> None:
        """Show what could not be done, in the one place for it."""
        from amdesk.gui import show  # the first paint has nothing to say

        if isinstance(error, DamagedError):
            mend = self.pages.door_requested.emit
            self.message.say(show.said(error.message), way=_("Restore or save…"), run=mend)
            return
        self.message.say(show.said(error.message))
        if isinstance(error, DiskError):
            self.room.begin()

    def memory(self) -> Memory:
        """What the next window starts from."""
        self.pages.remember()
        return Memory(self.pages.trail, self.saveGeometry())

    def closeEvent(self, event: QCloseEvent) -> None:
        self.pages.remember()
        self._news.stop()
        super().closeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._content and event.type() == QEvent.Type.Resize:
            self.undo_bar.place()
        return super().eventFilter(watched, event)

    def _hear(self, touched: Touched) -> None:
        if not touched.label:  # no step: nothing that the person did, or that could be taken back
            self.pages.hear(touched)
            return
        self.message.hide()
        if self.pages.page is not None:
            self.pages.page.face.heard()
        self.pages.hear(touched)
        self.commands.refresh()
        if self.pages.page is None or not self.pages.page.face.quiet:
            self._offer_way_back(touched.label)
        else:
            self.undo_bar.hide()  # it would name an older step than the one it takes back

    def _offer_way_back(self, label: str) -> None:
        if self._undoing:
            self.undo_bar.say(words.undone(label), _(COMMANDS["edit.redo"].label), self.redo)
        else:
            self.undo_bar.say(words.done(label), _(COMMANDS["edit.undo"].label), self.undo)

    def _arrived(self) -> None:
        page = self.pages.page
        assert page is not None
        title = page.face.title()
        kind = PAGES[self.place.page]
        above = PAGES[kind.belongs_to].label if kind.belongs_to else ""
        sample = _("Sample portfolio") if first_run.is_sample(self.desk) else ""
        parts = (title, _(above) if above else "", sample, "amdesk")
        self.setWindowTitle(pgettext("title of the window", " – ").join(filter(None, parts)))
        self.title.show_title(title)
        self.title.show_tools(page.face.tools, cast(QWidget, page), bounded=page.face.bounded)
        self.status.say(page.face.status())
        self.side.light(kind.belongs_to or kind.id)
        self.code_lacking.setVisible(keys.needs_code(self.desk))
        self.commands.refresh()
        QTimer.singleShot(0, self.undo_bar, self.undo_bar.place)  # once the page stands


def _offer_what_was_typed(window: Window, left: Visit) -> None:
    def go_on() -> None:
        window.undo_bar.hide()
        window.pages.bring_back(left)

    window.undo_bar.say(_("Not saved"), _("Go on writing"), go_on)


def _foot(window: Window) -> QWidget | None:
    """What the page shown says at its foot."""
    return window.pages.page.face.foot if window.pages.page is not None else None


def _late(window: Window) -> tuple[Sequence[QWidget], QWidget]:
    """Tools of a form come after it by Tab, those of a list before it, as one uses them."""
    page = window.pages.page
    late = () if page is None or page.face.find is not None else page.face.tools
    return late, window.pages.stack


def _parts(window: Window) -> Sequence[QWidget]:
    """The parts of a window that F6 goes through."""
    page = window.pages.page
    shown = () if page is None else page.face.parts or (cast(QWidget, page),)
    return (window.side, window.title, *shown, window.message, window.undo_bar)


def _code_lacking(window: Window) -> NavTask:
    """A calm line for as long as the recovery code was not kept."""
    why = _("Not kept yet: without it nobody opens your records once this computer is lost.")
    made = NavTask(_("Recovery code…"), "private", name="side-code", why=why)
    made.clicked.connect(lambda: window.go(Place("recovery_code")))
    made.hide()
    return made


# What one does from anywhere stands above the places; the palette alone would have to be known of.
_ABOVE = (
    ("call.log", "primary", "side-log", COMMANDS["call.log"].label),
    ("help.commands", "", "side-find", N_("Find anything")),
)


def _side_bar(window: Window) -> SideBar:
    bar = SideBar(name="side-bar", accessible=_("Places"))
    if first_run.is_sample(window.desk):
        bar.add_widget(BadgeLabel(Badge(_("Sample portfolio"), "info"), name="side-sample"))
    for id_, look, name, said in _ABOVE:
        act = window.commands.by_id[id_]
        made = button(_(said), look, name=name, icon=COMMANDS[id_].icon, run=act.trigger)
        made.setToolTip(with_keys(_(said), COMMANDS[id_].shortcut))
        bar.add_widget(made)
    bar.add_gap()
    for end in ("top", "bottom"):
        for kind in PAGES.values():
            if kind.side == end:
                bar.add(kind.id, _(kind.label), kind.icon)
                bar.show_item(kind.id, shown=kind.id != "outbox")  # until it is known what is in it
        if end == "top":
            bar.add_stretch()
            bar.add_task(window.code_lacking)
    bar.chosen.connect(lambda page: window.go(Place(page)))
    return bar
