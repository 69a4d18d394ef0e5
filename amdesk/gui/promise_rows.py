"""Open tasks of a client where its page tells what is open: whose, until when, and done by one press."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from amdesk.domain.task import Task
from amdesk.gui import show
from amdesk.gui.place import Place
from amdesk.gui.task_cells import who
from amdesk.gui.widgets.buttons import icon_button
from amdesk.gui.widgets.labels import label, paragraph
from amdesk.gui.widgets.layout import column
from amdesk.gui.widgets.pressed import Pressed
from amdesk.i18n.bidi import isolate
from amdesk.i18n.catalog import _
from amdesk.services import tasks
from amdesk.services.desk import Desk

Go = Callable[[Place], object]


def to_read(desk: Desk, task: Task) -> QWidget:
    """A task, with whose it is and until when."""
    told = _told(desk, task, show.joined)
    return column(paragraph(task.title, name="promise-text"), told, name="promise", gap=0)


def to_do(desk: Desk, task: Task, go: Go) -> QWidget:
    """The same, with what opens it and what settles it."""
    go_there = partial(go, Place("task", task.id, task.client_id))
    text = Pressed(paragraph(task.title, name="promise-text"), go_there, name="promise-pressed")
    across = QHBoxLayout()
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(0)
    across.addWidget(_told(desk, task, _below), 1)
    for name, icon, words, run in (
        ("open", "open", _("Open: {text}"), go_there),
        ("done", "done", _("Done: {text}"), partial(tasks.finish, desk, task.id)),
    ):
        said = words.format(text=task.title)
        across.addWidget(icon_button(said, name=f"promise-{name}-{task.id}", icon=icon, run=run))
    made = QWidget()
    made.setObjectName("promise")
    down = QVBoxLayout(made)
    down.setContentsMargins(0, 0, 0, 0)
    down.setSpacing(0)
    down.addWidget(text)
    down.addLayout(across)
    return made


def _below(*parts: str) -> str:
    """A line each: beside two buttons there is room for one of them."""
    return "\n".join(parts)


def _told(desk: Desk, task: Task, put: Callable[..., str]) -> QWidget:
    late = task.is_late(desk.today())
    until = _("by {date}").format(date=show.day(task.due_on)) if task.due_on else _("no date agreed")
    if task.due_on is not None and late:
        until = show.overdue(task.due_on)
    said = put(isolate(who(task)), until)
    return label(said, "error" if late else "caption", name="promise-who", wrap=True)
