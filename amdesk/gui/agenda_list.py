"""The list of Today: groups of lines one under the other, and the keys from line to line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from amdesk.domain.agenda_rows import CAP
from amdesk.gui import show, theme
from amdesk.gui.agenda_groups import Group, Line
from amdesk.gui.agenda_row import AgendaRow
from amdesk.gui.speaking import say_role
from amdesk.gui.theme import SIZE, SPACE
from amdesk.gui.widgets.badge import Badge, BadgeLabel
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.labels import label
from amdesk.gui.widgets.layout import empty
from amdesk.i18n.catalog import _, ngettext

_ANY_WIDTH = (1 << 24) - 1  # Qt's own greatest


class AgendaList(QWidget):
    """``acted``, ``opened`` give a row, ``menu_asked`` a row and where on the screen."""

    acted = Signal(object)
    opened = Signal(object)
    menu_asked = Signal(object, QPoint)

    def __init__(self) -> None:
        super().__init__()
        say_role(self, "List")
        self.setObjectName("today-inner")
        self.setMaximumWidth(theme.scaled(SIZE.agenda))
        self.setAccessibleName(_("Today"))
        self.lines: list[AgendaRow] = []
        self._groups: Sequence[Group] = ()
        self._whole: set[str] = set()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(SPACE.l, 0, SPACE.l, SPACE.xl)
        self._rows.setSpacing(0)

    def show_groups(
        self, groups: Sequence[Group], *, nothing: QWidget | None = None, to_come: Sequence[Line] = ()
    ) -> None:
        """Show other groups, or ``nothing`` and what is to come; the keys stay on their line or its place."""
        at, row = self.focused()
        if row is not None and groups:
            row.clearFocus()  # else a line that goes looks first for who has the keys next
        empty(self._rows)
        self.lines, self._groups = [], groups
        for group in groups:
            self._add(group)
        if nothing is not None:
            self._rows.addWidget(nothing, 0 if to_come else 1)
        if to_come:
            self._head("to-come", _("What comes next"))
            self._add_lines(to_come)
        fills = nothing is not None and not to_come
        # what says that nothing is here stands in the middle of the page, as on every other one
        self.setMaximumWidth(_ANY_WIDTH if fills else theme.scaled(SIZE.agenda))
        self._rows.addStretch(0 if fills else 1)  # what room is left stands below
        self._settle()
        if row is not None and self.lines:
            same = (n for n, line in enumerate(self.lines) if _key(line) == _key(row))
            line = self.lines[next(same, min(at, len(self.lines) - 1))]
            line.setFocus()
            line.is_chosen = row.is_chosen and _key(line) == _key(row)

    def _settle(self) -> None:
        """Stand where it belongs at once: only then can a line be scrolled to."""
        for part in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if not part.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
                part.show()
        self._rows.activate()
        QCoreApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))

    def focused(self) -> tuple[int, AgendaRow | None]:
        """The line the keys are on, and its place."""
        return next(((n, line) for n, line in enumerate(self.lines) if line.hasFocus()), (0, None))

    def take_focus(self) -> None:
        """Put the keys on the first line, where there is one."""
        if self.lines:
            self.lines[0].setFocus()

    def _add(self, group: Group) -> None:
        lines = group.lines if group.name in self._whole else group.lines[:CAP]
        if group.above:
            self._rows.addSpacing(SPACE.l)
            self._rows.addWidget(label(group.above, "title", name=f"above-{group.name}"))
        self._head(group.name, group.title, count=len(group.lines), group=group)
        self._add_lines(lines)
        left = len(group.lines) - len(lines)
        if left:
            text = ngettext("Show {n} more", "Show {n} more", left).format(n=show.count(left))
            more = button(text, "link", name=f"more-{group.name}", run=lambda: self._show_all(group.name))
            self._rows.addWidget(more, 0, Qt.AlignmentFlag.AlignLeading)
        elif group.has_more:
            told = _("There are more: they come as these are done.")
            self._rows.addWidget(label(told, "caption", name=f"others-{group.name}", wrap=True))

    def _head(self, name: str, title: str, *, count: int = 0, group: Group | None = None) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(SPACE.s, SPACE.l, SPACE.s, SPACE.s)
        head.setSpacing(SPACE.s)
        head.addWidget(label(title, "section", name=f"section-{name}"))
        if count:
            more = "+" if group is not None and group.has_more else ""
            head.addWidget(label(show.count(count) + more, "caption", name=f"count-{name}"))
        if group is not None and group.note:
            head.addWidget(BadgeLabel(Badge(group.note, "quiet"), name=f"note-{name}"))
        head.addStretch()
        self._rows.addLayout(head)

    def _add_lines(self, lines: Sequence[Line]) -> None:
        for one in lines:
            line = AgendaRow(one.row, one.when)
            line.acted.connect(self.acted)
            line.opened.connect(self.opened)
            line.menu_asked.connect(self.menu_asked)
            line.stepped.connect(self._step)
            self.lines.append(line)
            self._rows.addWidget(line)

    def _show_all(self, name: str) -> None:
        self._whole.add(name)
        first = next((n for n, group in enumerate(self._groups) if group.name == name), 0)
        shown = sum(min(len(group.lines), CAP) for group in self._groups[: first + 1])
        self.show_groups(self._groups)
        self.lines[min(shown, len(self.lines) - 1)].setFocus()

    def _step(self, by: int) -> None:
        """From line to line, over the headings."""
        at, _line = self.focused()
        line = self.lines[max(0, min(at + by, len(self.lines) - 1))]
        line.setFocus(Qt.FocusReason.TabFocusReason if by > 0 else Qt.FocusReason.BacktabFocusReason)


def _key(line: AgendaRow) -> tuple[str, int]:
    return line.row.kind, line.row.id
