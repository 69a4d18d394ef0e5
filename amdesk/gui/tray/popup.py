"""The popup that says what has come: a window of its own that takes no keys from whoever is typing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from itertools import islice

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QScreen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from amdesk.domain.reminder import Armed, Key
from amdesk.gui import show, theme
from amdesk.gui.speaking import announce, say_role
from amdesk.gui.theme import SIZE, SPACE
from amdesk.gui.tray.popup_row import PopupRow
from amdesk.gui.tray.shown_text import shown_text
from amdesk.gui.widgets.buttons import button, icon_button
from amdesk.gui.widgets.floating import keeps_key
from amdesk.gui.widgets.labels import label, rule
from amdesk.gui.widgets.layout import column, empty, margins, row, scroll
from amdesk.gui.widgets.menu import Menu
from amdesk.i18n.catalog import _, ngettext

MOST = 3  # reminders that are shown one by one; more become a list
_LONGEST = 20  # lines of that list; nobody settles more than these without going to the page of all
_FLAGS = Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
_MOST_HIGH = 420
_LEAVING = frozenset({"open", "call", "day"})


class Popup(QFrame):
    """Shows reminders until each is settled or the popup is closed, which settles nothing.

    ``asked`` gives an ``Armed`` and what is wanted of it (see ``PopupRow``); ``all_requested`` asks for the
    page where all of them stand. While the program is locked it only says how many have come;
    ``unlock_requested`` asks for the window.
    """

    asked = Signal(object, str)
    all_requested = Signal()
    unlock_requested = Signal()

    def __init__(
        self,
        *,
        choices: Callable[[], Sequence[str]],
        words: Callable[[Armed], str],
        hides_names: Callable[[], bool],
        screen: Callable[[], QScreen],
        at_foot: Callable[[], bool],
        is_locked: Callable[[], bool] = lambda: False,
    ) -> None:
        """``choices`` are those of snoozing that make sense now; ``words`` what was said last to a client;
        ``at_foot`` where the desktop's own notifications stand at the top.
        """
        super().__init__(None, _FLAGS)
        self._choices, self._words, self._hides_names = choices, words, hides_names
        self._screen, self._at_foot, self._is_locked = screen, at_foot, is_locked
        self._found: dict[Key, Armed] = {}
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._fill)
        say_role(self, "Window")
        self.setObjectName("reminder-popup")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme.as_kind(self, "popup")
        self.setFixedWidth(theme.scaled(SIZE.popup))
        self._build()

    def _build(self) -> None:
        down = self._down = QVBoxLayout(self)
        margins(down, leading=SPACE.l, top=SPACE.m, trailing=SPACE.m, bottom=SPACE.l)
        down.setSpacing(SPACE.s)
        head = QHBoxLayout()
        self._title = label("", "section", name="popup-title")
        head.addWidget(self._title, 1)
        head.addWidget(icon_button(_("Close"), name="popup-close", icon="close", run=self.close))
        down.addLayout(head)
        inner = QWidget()
        inner.setObjectName("popup-inner")
        self._rows = QVBoxLayout(inner)
        margins(self._rows, leading=0, top=0, trailing=SPACE.xs, bottom=0)
        self._rows.setSpacing(SPACE.m)
        self._area = scroll(inner, name="popup-scroll")
        down.addWidget(self._area)
        self._all = button(_("Show all in Today"), "link", name="popup-all", run=self._show_all)
        down.addWidget(self._all, 0, Qt.AlignmentFlag.AlignLeading)

    @property
    def shown(self) -> Sequence[Armed]:
        """What it has to say, whether there is room for a line of each or not."""
        return tuple(self._found.values())

    def add(self, found: Sequence[Armed]) -> None:
        """Show these as well; the window stands where notifications stand, and does not come to the front.

        A menu that is open stays open: they come below what is there already.
        """
        new = [one for one in found if one.key not in self._found]
        self._found |= {one.key: one for one in found}
        menu = next((one for one in self.findChildren(Menu) if one.isVisible()), None)
        if menu is None:
            self._fill()
        else:
            menu.aboutToHide.connect(self._soon.start)  # not before what is chosen in it is done
            self._say_count()
            self._append(new)
            self._place()
        self.show()
        announce(self, self._said(new))

    def _said(self, new: Sequence[Armed]) -> str:
        """What is read out of those that have come now: the keys are elsewhere, and stay there."""
        hides = self._hides_names()
        texts = [] if self._is_locked() else [shown_text(one, hides_names=hides) for one in new[:MOST]]
        return "\n".join((self.accessibleName(), *texts))

    def settle(self, still_there: Mapping[Key, Armed]) -> None:
        """Take away what was settled elsewhere; ``still_there`` are those that have come and are not."""
        if not self.isVisible():
            return
        self._found = {key: still_there[key] for key in self._found if key in still_there}
        if self._found:
            self._fill()
        else:
            self.close()

    def refill(self) -> None:
        """Say the same again in another way: the program was locked, or unlocked."""
        for menu in self.findChildren(Menu):
            menu.close()
        self._fill()

    def _fill(self) -> None:
        if not self._found:
            return
        empty(self._rows)
        self._rows.addStretch()
        self._say_count()
        if self._is_locked():
            self._stand(locked := self._locked())
            locked.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._append(islice(self._found.values(), _LONGEST))
        self._place()

    def _locked(self) -> QWidget:
        """No name and no word of what has come: only that something has."""
        unlock = button(_("Unlock…"), "primary", name="popup-unlock", run=self.unlock_requested.emit)
        made = column(
            label(_("amdesk is locked. Unlock it to see what has come."), name="popup-locked", wrap=True),
            row(unlock, name="popup-locked-ways"),
            name="popup-locked-rows",
        )
        made.setFocusProxy(unlock)
        return made

    def _say_count(self) -> None:
        count = len(self._found)
        title = ngettext("{n} reminder", "{n} reminders", count).format(n=show.count(count))
        self._title.setText(title)
        self.setAccessibleName(title)
        self._all.setVisible(count > MOST and not self._is_locked())

    def _append(self, found: Iterable[Armed]) -> None:
        """These below the others, as far as there is room for a line of each."""
        choices = self._choices()
        for one in found:
            if self._rows.count() > 2 * _LONGEST:
                return
            is_first = self._rows.count() == 1
            if not is_first:
                self._stand(rule())
            made = self._row(one, choices, short=len(self._found) > MOST)
            self._stand(made)
            if is_first:
                made.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stand(self, part: QWidget) -> None:
        """One more above the stretch; what is not shown yet would count for nothing in the rows' height."""
        self._rows.insertWidget(self._rows.count() - 1, part)
        part.show()

    def _row(self, one: Armed, choices: Sequence[str], *, short: bool) -> PopupRow:
        """A reminder with what can be done about it; in a list of many, in two lines."""
        hides = self._hides_names()
        made = PopupRow(
            one, text=shown_text(one, hides_names=hides), client="" if hides else one.client,
            said="" if short or hides else self._words(one), choices=choices, short=short,
        )  # fmt: skip
        made.asked.connect(partial(self._ask, one))
        return made

    def _ask(self, one: Armed, what: str) -> None:
        """What leads into the window is no longer looked at here; the others stay."""
        if what in _LEAVING:
            self.settle({key: other for key, other in self._found.items() if key != one.key})
        self.asked.emit(one, what)

    def _show_all(self) -> None:
        self.close()
        self.all_requested.emit()

    def _place(self) -> None:
        """At a trailing corner of the screen the window is on, as high as its rows up to a limit."""
        around = self._down.contentsMargins()
        across = self.width() - around.left() - around.right()
        told = self._rows.hasHeightForWidth()
        needed = self._rows.heightForWidth(across) if told else self._rows.sizeHint().height()
        self._area.setFixedHeight(min(needed + SPACE.xs, theme.scaled(_MOST_HIGH)))
        self.adjustSize()
        room = self._screen().availableGeometry().adjusted(SPACE.l, SPACE.l, -SPACE.l, -SPACE.l)
        rtl = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        top = room.bottom() - self.height() if self._at_foot() else room.top()
        self.move(room.left() if rtl else room.right() - self.width(), top)

    def closeEvent(self, event: QCloseEvent) -> None:
        """What was put aside does not come along with what rings next."""
        self._found = {}
        super().closeEvent(event)

    def event(self, event: QEvent) -> bool:
        """No key here is for the window behind."""
        return keeps_key(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
