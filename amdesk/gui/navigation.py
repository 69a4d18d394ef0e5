"""Going from page to page: builds them, keeps those come back to, remembers how each was left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import cast

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from amdesk.domain.touched import Touched
from amdesk.gui import records, standing
from amdesk.gui.page import Page
from amdesk.gui.place import Left, Place, Trail, Visit
from amdesk.gui.registry import PAGES
from amdesk.gui.speaking import keys_are_at
from amdesk.services import damage
from amdesk.services.desk import Desk


class Navigation(QObject):
    """Shows the page of the present place; ``arrived`` tells that another one, or its news, is shown,
    ``heard`` which tables a change has touched, wherever they are shown, ``unsaved`` the Visit of an editor
    that was left with words in it.
    """

    arrived = Signal()
    heard = Signal(object)
    setting_changed = Signal(str)
    door_requested = Signal()
    unsaved = Signal(object)

    def __init__(self, desk: Desk, stack: QStackedWidget, trail: Trail) -> None:
        super().__init__(stack)
        self.trail = trail
        self.page: Page | None = None
        self._desk = desk
        self.stack = stack
        self._kept: dict[str, Page] = {}
        self._untouched: Mapping[str, object] = {}  # what an editor held before anything was typed
        self._is_in_trouble = False  # what stands there tells why there is no page

    def start(self) -> None:
        """Show the place the trail is at."""
        self._arrive(self.trail.here)

    def go(self, place: Place) -> None:
        """Go somewhere new."""
        self.settle()
        self.remember()
        self._arrive(self.trail.go(place))

    def back(self) -> None:
        """One place back."""
        self.settle()
        self.remember()
        self._arrive(self.trail.back(), again=True)

    def forward(self) -> None:
        """One place forward."""
        self.settle()
        self.remember()
        self._arrive(self.trail.forward(), again=True)

    def remember(self) -> None:
        """Let the present page say how it was left."""
        if self.page is not None and not self._is_in_trouble:
            self.trail.here.state = dict(self.page.face.memory())
            self.trail.here.standing = standing.read(self.page)

    def hear(self, touched: Touched) -> None:
        """Ask again where a step changed what is shown, and others when they come back.

        The ways back and forward lead to who stayed, whoever gets the id of the one that was merged.
        """
        was = self.trail.here.place
        if "merged" in touched.tables:
            self.trail.lead(lambda place: records.stayed(self._desk, place))
        if self.page is not None and self.page.TABLES & touched.tables:
            if self.trail.here.place == was:
                self._refresh(self.page)
            else:
                self._arrive(self.trail.here)
        elif self._is_in_trouble:
            self._arrive(self.trail.here)
        self.heard.emit(touched.tables)

    def refresh(self) -> None:
        """Ask again for what is shown: it was shown on another day. What is being written is left alone."""
        if self.page is not None and self.page.TABLES:
            self._refresh(self.page)

    def settle(self) -> None:
        """No page is left with words on it that the disk does not take: an AmdeskError keeps one there."""
        if self.page is not None and not self._is_in_trouble:
            self.page.face.settle()

    def bring_back(self, left: Visit) -> None:
        """Go back into an editor that was left, with what was typed in it."""
        self.settle()
        self.remember()
        self._arrive(self.trail.again(left), again=True)

    def _finish(self, place: Place | Left | None) -> None:
        """An editor is done: go where it says, or back; there is no way back into it, unless it was left."""
        self.settle()
        if isinstance(place, Left):
            self._leave_unsaved()
            return
        visit = self.trail.replace(place) if place is not None else self.trail.drop()
        self._arrive(visit, again=place is None)

    def _leave_unsaved(self) -> None:
        self.remember()
        left, untouched = self.trail.here, self._untouched
        self._arrive(self.trail.drop(), again=True)
        if left.state != untouched:
            self.unsaved.emit(left)

    def _arrive(self, visit: Visit, *, again: bool = False) -> None:
        """Show a place; ``again`` as it stood when it was left. What cannot be shown says so in its stead.

        A page is filled before it is shown: what came into it afterwards would come one by one, and lay all
        out anew each time.
        """
        page: Page | None = None
        try:
            visit.place = records.stayed(self._desk, visit.place)
            with QSignalBlocker(self):  # its news are told as it arrives
                page = self._page_for(visit.place)
                page.face.recall(visit.state)
                page.refresh()
            self._show(page)
            if PAGES[visit.place.page].acts:
                visit.place = replace(visit.place, ask="")
        except Exception as error:  # noqa: BLE001 - told on the page, and a mistake of ours in the log too
            if page is not None and page is not self.page:
                _discard(self.stack, cast(QWidget, page))
            self._show_trouble(error)
            return
        self.arrived.emit()
        if page.face.focus is not None:
            page.face.focus.clearFocus()  # the stack may have given it the keys before the page was filled
            page.face.focus.setFocus(Qt.FocusReason.OtherFocusReason)
            if not page.face.focus.hasFocus():
                keys_are_at(QApplication.focusWidget())
        if visit.place.at:
            standing.stand_at(page, visit.place.at)
        if again:
            standing.put_back(page, visit.standing)

    def _page_for(self, place: Place) -> Page:
        kind = PAGES[place.page]
        if (kept := self._kept.get(place.page)) is not None:
            if kind.turn is not None:
                kind.turn(kept, place)
            return kept
        page = kind.build(self._desk, place)
        self._untouched = dict(page.face.memory())
        page.place_requested.connect(self.go)
        page.finished.connect(self._finish)
        if page.face.setting_changed is not None:
            page.face.setting_changed.connect(self.setting_changed)
        if page.face.retold is not None:
            page.face.retold.connect(self.arrived)
        from amdesk.gui.unread_list import UnreadList  # lists come with the first page

        for unread in cast(QWidget, page).findChildren(UnreadList):
            unread.door_requested.connect(self.door_requested)
        self.stack.addWidget(cast(QWidget, page))
        cast(QWidget, page).resize(self.stack.size())  # it is filled for the room it will have
        if kind.is_kept:
            self._kept[place.page] = page
        return page

    def _refresh(self, page: Page) -> None:
        try:
            page.refresh()
        except Exception as error:  # noqa: BLE001 - as on arrival
            self._show_trouble(error)
        else:
            self.arrived.emit()

    def _show(self, page: Page) -> None:
        left, self.page = self.page, page
        self._is_in_trouble = False
        if left is not None and left is not page and page.face.focus is not None:
            _take_keys_from(left)
        self.stack.setCurrentWidget(cast(QWidget, page))
        if left is not None and left is not page and left not in self._kept.values():
            _discard(self.stack, cast(QWidget, left))

    def _show_trouble(self, error: Exception) -> None:
        """Never half a page: one that failed is not kept either, and built again when it is tried again."""
        self._kept.pop(self.trail.here.place.page, None)
        from amdesk.gui.pages.trouble import TroublePage

        page = TroublePage(self._understood(error))
        page.door_requested.connect(self.door_requested)
        page.again_requested.connect(lambda: self._arrive(self.trail.here))
        page.left.connect(self._leave)
        self.stack.addWidget(page)
        self._show(page)
        self._is_in_trouble = True
        self.arrived.emit()
        assert page.face.focus is not None
        page.face.focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _understood(self, error: Exception) -> Exception:
        """Damage is said as such, and what is whole of the file works on."""
        damaged = damage.told(error)
        if damaged is not None:
            damage.go_on(self._desk)
        return damaged or error

    def _leave(self) -> None:
        self._finish(None if self.trail.can_go_back else Place("today"))


def _discard(stack: QStackedWidget, page: QWidget) -> None:
    stack.removeWidget(page)
    page.deleteLater()


def _take_keys_from(page: Page) -> None:
    """A page that goes with the keys on it would hand them to a neighbour, who is read out, on their way."""
    focus = QApplication.focusWidget()
    grounds = (cast(QWidget, page), *page.face.tools)
    if focus is not None and any(one is focus or one.isAncestorOf(focus) for one in grounds):
        focus.clearFocus()
