"""The part of a task's page that tells which tasks it waits for, and which wait for it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amdesk.domain.task import STATE_NAMES, TaskLine
from amdesk.gui import show
from amdesk.gui.place import Place
from amdesk.gui.task_cells import until, who
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.buttons import button, icon_button
from amdesk.gui.widgets.data_button import DataButton
from amdesk.gui.widgets.flow import Flow
from amdesk.gui.widgets.labels import label
from amdesk.gui.widgets.layout import column, empty
from amdesk.gui.widgets.layout import row as beside
from amdesk.i18n.bidi import isolate
from amdesk.i18n.catalog import _, pgettext
from amdesk.services.task_page import TaskPage


class TaskLinks(QWidget):
    """Each opens; one that is waited for can be taken out, another added.

    ``wanted`` asks for another, ``taken_out`` gives the id of one.
    """

    place_requested = Signal(object)
    wanted = Signal()
    taken_out = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("task-links")
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(SPACE.l)

    def show_page(self, page: TaskPage) -> None:
        """Show these; what is settled waits for nothing more."""
        empty(self._rows)
        after = [self._line(one, out=True) for one in page.after]
        if page.line.task.is_open:
            add = button(
                _("Wait for another task…"), "", name="task-link-add", icon="add", run=self.wanted.emit
            )
            after.append(Flow([add], name="task-link-acts"))
        before = [self._line(one, out=False) for one in page.before]
        for title, parts in ((pgettext("task", "After"), after), (pgettext("task", "Before"), before)):
            if parts:
                head = label(title, "section", name="task-section")
                self._rows.addWidget(column(head, *parts, name="task-part", gap=SPACE.s))
        self.setVisible(bool(after or before))

    def _line(self, line: TaskLine, *, out: bool) -> QWidget:
        task = line.task
        run = partial(self.place_requested.emit, Place("task", task.id))
        opens = DataButton(task.title, "link", name=f"task-link-{task.id}", icon="action", run=run)
        first: list[QWidget] = [opens]
        if out:
            said = _("Take out {name}").format(name=task.title)
            taken = partial(self.taken_out.emit, task.id)
            first.append(icon_button(said, name=f"task-link-{task.id}-out", icon="close", run=taken))
        stands = until(task) if task.is_open else _(STATE_NAMES[task.state])
        told = label(show.joined(isolate(who(task)), stands), "caption", name="task-link-told", wrap=True)
        return column(beside(*first, name="task-link-line"), told, name="task-link", gap=0)
