"""The popup that says what has come: a window of its own that takes no keys from whoever is typing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from amdesk.domain.reminder import SNOOZE_NAMES, Armed
from amdesk.gui import show, theme
from amdesk.gui.theme import SIZE, SPACE
from amdesk.gui.widgets.buttons import button, icon_button
from amdesk.gui.widgets.flow import Flow
from amdesk.gui.widgets.labels import OneLine, label, rule
from amdesk.gui.widgets.layout import empty, margins, scroll
from amdesk.gui.widgets.picture import Picture
from amdesk.i18n.catalog import _, ngettext

MOST = 3  # reminders that are shown one by one; more become a list
_FLAGS = Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
_MOST_HIGH = 420


class Popup(QFrame):
    """Shows reminders until each is settled or the popup is closed, which settles nothing.

    ``finished``, ``opened`` give an ``Armed``, ``snoozed`` one and a choice, ``call_requested`` a client's
    id; ``all_requested`` asks for the page where all of them stand.
    """

    finished = Signal(object)
    snoozed = Signal(object, str)
    opened = Signal(object)
    call_requested = Signal(int)
    all_requested = Signal()

    def __init__(
        self,
        *,
        choices: Callable[[], Sequence[str]],
        words: Callable[[Armed], str],
        hides_names: bool = False,
    ) -> None:
        """``choices`` are those of snoozing that make sense now; ``words`` what was said last to a client."""
        super().__init__(None, _FLAGS)
        self._choices, self._words, self._hides_names = choices, words, hides_names
        self._found: dict[int, Armed] = {}
        self.setObjectName("reminder-popup")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme.as_kind(self, "popup")
        self.setFixedWidth(theme.scaled(SIZE.popup))
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
        self._all = button(_("Show all reminders"), "link", name="popup-all", run=self._show_all)
        down.addWidget(self._all, 0, Qt.AlignmentFlag.AlignLeading)

    def add(self, found: Sequence[Armed]) -> None:
        """Show these as well; the window stands where notifications stand, and does not come to the front."""
        self._found |= {one.id: one for one in found}
        self._fill()
        self._place()
        self.show()

    def settle(self, still_there: Mapping[int, Armed]) -> None:
        """Take away what was settled elsewhere; ``still_there`` are those that have come and are not."""
        self._found = {id_: still_there[id_] for id_ in self._found if id_ in still_there}
        if not self._found:
            self.close()
        elif self.isVisible():
            self._fill()
            self._place()

    def _fill(self) -> None:
        empty(self._rows)
        found = list(self._found.values())
        count = len(found)
        title = ngettext("{n} reminder", "{n} reminders", count).format(n=show.count(count))
        self._title.setText(title)
        self.setAccessibleName(title)
        for place, one in enumerate(found):
            if place:
                self._rows.addWidget(rule())
            self._rows.addWidget(self._row(one, short=count > MOST))
        self._rows.addStretch()
        self._all.setVisible(count > MOST)

    def _row(self, one: Armed, *, short: bool) -> QWidget:
        """A reminder with what can be done about it; in a list of many, in two lines."""
        made = QWidget()
        made.setObjectName(f"popup-{one.id}")
        client = "" if self._hides_names else one.client
        made.setAccessibleName(show.joined(client, one.reminder.text))
        down = QVBoxLayout(made)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(SPACE.xs)
        if client:
            name = OneLine("strong", name="popup-client")
            name.say(client)
            down.addWidget(name)
        down.addWidget(label(one.reminder.text, "body", name="popup-text", wrap=True))
        said = "" if short or self._hides_names else self._words(one)
        if said:
            last = QHBoxLayout()
            last.setSpacing(SPACE.s)
            last.addWidget(Picture("history", _("Said last")), 0, Qt.AlignmentFlag.AlignTop)
            last.addWidget(label(said, "caption", name="popup-said", wrap=True), 1)
            down.addLayout(last)
        down.addWidget(Flow(self._acts(one, short=short), name="popup-acts", gap=SPACE.s))
        return made

    def _acts(self, one: Armed, *, short: bool) -> list[QPushButton]:
        done = button(
            _("Done"), "plain" if short else "primary", name="popup-done", icon="done",
            run=lambda: self.finished.emit(one),
        )  # fmt: skip
        later = button(_("Snooze"), "plain" if short else "", name="popup-snooze", icon="clock")
        later.setMenu(self._snooze_menu(one, later))
        acts = [done, later, button(_("Open"), "plain", name="popup-open", run=lambda: self._open(one))]
        client = one.reminder.client_id
        if client is not None and not short:
            call = button(_("Log a call"), "plain", name="popup-call", run=lambda: self._call(client))
            acts.append(call)
        return acts

    def _snooze_menu(self, one: Armed, of: QWidget) -> QMenu:
        menu = QMenu(of)
        menu.setObjectName("popup-snooze-menu")
        for choice in self._choices():
            action = menu.addAction(_(SNOOZE_NAMES[choice]))
            action.triggered.connect(lambda _=False, choice=choice: self.snoozed.emit(one, choice))
        return menu

    def _open(self, one: Armed) -> None:
        self.close()
        self.opened.emit(one)

    def _call(self, client_id: int) -> None:
        self.close()
        self.call_requested.emit(client_id)

    def _show_all(self) -> None:
        self.close()
        self.all_requested.emit()

    def _place(self) -> None:
        """At the trailing top of the screen, as high as its rows up to a limit."""
        around = self._down.contentsMargins()
        needed = self._rows.heightForWidth(self.width() - around.left() - around.right())
        needed = max(needed, self._rows.sizeHint().height()) + SPACE.xs
        self._area.setFixedHeight(min(needed, theme.scaled(_MOST_HIGH)))
        self.adjustSize()
        room = (
            QGuiApplication.primaryScreen().availableGeometry().adjusted(SPACE.l, SPACE.l, -SPACE.l, -SPACE.l)
        )
        rtl = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.move(room.left() if rtl else room.right() - self.width(), room.top())

    def event(self, event: QEvent) -> bool:
        """No key here is for the window behind."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
