"""What stands around the pages: the way back and forward, the title, the page's tools, the status line."""

from __future__ import annotations

from collections.abc import Sequence
from weakref import WeakKeyDictionary

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from amdesk.gui import theme
from amdesk.gui.commands import COMMANDS
from amdesk.gui.speaking import announce
from amdesk.gui.theme import SIZE, SPACE
from amdesk.gui.widgets.buttons import icon_button
from amdesk.gui.widgets.flow import FlowLayout, let_it_break
from amdesk.gui.widgets.labels import OneLine
from amdesk.gui.widgets.layout import margins
from amdesk.i18n.catalog import _


class TitleRow(QWidget):
    """Back, forward, the title, and whatever the page wants beside it."""

    def __init__(self, actions: dict[str, QAction]) -> None:
        super().__init__()
        self.setObjectName("title-row")
        self._down = QVBoxLayout(self)
        margins(self._down, leading=SPACE.l, top=SPACE.m, trailing=SPACE.xl, bottom=SPACE.s)
        self._down.setSpacing(SPACE.s)
        self._row = QHBoxLayout()
        self._row.setSpacing(SPACE.xs)
        for id_ in ("go.back", "go.forward"):
            self._row.addWidget(_follow(actions[id_], id_))
        self._title = OneLine("display", name="title")
        self._title.setMinimumHeight(theme.tallest_line("display"))
        self._row.addSpacing(SPACE.s)
        self._row.addWidget(self._title, 1)
        self._down.addLayout(self._row)
        self._tools: QWidget | None = None
        self._owner: QWidget | None = None
        self._bounded = False
        self._holders: WeakKeyDictionary[QWidget, QWidget] = WeakKeyDictionary()

    def show_title(self, title: str) -> None:
        """Say where one is."""
        self._title.say(title)

    def show_tools(self, tools: Sequence[QWidget], owner: QWidget, *, bounded: bool = False) -> None:
        """Put a page's tools at the trailing end; they go with their page. ``bounded``, they stand no farther
        off than in a window of the usual size: on a wide screen what they are for ends there.

        Those of other pages wait here, unseen: under another parent they would be dressed anew each time.
        """
        if self._tools is not None and self._owner is owner:
            return  # news of the same page: what is typed into one of its tools goes on
        if self._tools is not None:
            self._tools.hide()
            for line in (self._row, self._down):
                line.removeWidget(self._tools)
        self._tools, self._owner, self._bounded = self._holder(tools, owner), owner, bounded
        self._arrange()
        self._tools.show()

    def _holder(self, tools: Sequence[QWidget], owner: QWidget) -> QWidget:
        """The row a page's tools stand in: made once, and found again where it waits."""
        if owner not in self._holders:
            made = self._holders[owner] = _line_of(tools)
            made.setParent(self)
            owner.destroyed.connect(made.deleteLater)
        return self._holders[owner]

    def event(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Resize}:
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        """The tools beside the title, or below it where one of them would be cut."""
        if self._tools is None:
            return
        kept = self._row.contentsMargins()
        needed = self._row.sizeHint().width() - kept.left() - kept.right()
        if self._row.indexOf(self._tools) < 0:
            needed += self._tools.sizeHint().width() + SPACE.xs
        around = self._down.contentsMargins()
        room = self.width() - around.left() - around.right()
        usual = theme.scaled(SIZE.window[0] - SIZE.side_bar) - around.left() - around.right()
        left = max(room - max(needed, usual), 0) if self._bounded else 0
        margins(self._row, leading=0, top=0, trailing=left, bottom=0)
        if needed <= room:
            if self._row.indexOf(self._tools) < 0:
                self._row.addWidget(self._tools, 0, Qt.AlignmentFlag.AlignVCenter)
        elif self._down.indexOf(self._tools) < 0:
            self._row.removeWidget(self._tools)
            self._down.addWidget(self._tools)


def _line_of(tools: Sequence[QWidget]) -> QWidget:
    made = QWidget()
    made.setObjectName("tools")
    line = FlowLayout(made, gap=SPACE.s)
    for tool in tools:
        line.addWidget(tool)
    let_it_break(made)
    return made


def _follow(action: QAction, id_: str) -> QPushButton:
    """A button that is possible when its action is."""
    command = COMMANDS[id_]
    made = icon_button(
        _(command.label),
        name=f"button-{id_}",
        icon=command.icon,
        run=action.trigger,
        shortcut=command.shortcut,
    )
    action.changed.connect(lambda: made.setEnabled(action.isEnabled()))
    return made


_BLANK = "\u00a0"  # an empty line is as high as one with words, whatever was said in it before


class StatusLine(QWidget):
    """One quiet line at the foot of the window."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("status-line")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme.as_kind(self, "status")
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.xl, SPACE.xs, SPACE.xl, SPACE.xs)
        row.setSpacing(SPACE.m)
        self._words = OneLine("caption", name="status", is_data=False)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._words.say(_BLANK)
        self._said = ""
        self._row = row
        row.addWidget(self._words, 1)

    def add(self, widget: QWidget) -> None:
        """Let something stand at the trailing end of the line."""
        self._row.addWidget(widget)

    def say(self, text: str) -> None:
        """Show a line (already translated), and have it read out when it is another one."""
        if text != self._said:
            announce(self, text)
        self._said = text
        self._words.say(text or _BLANK)
