"""The page of a task in the window."""

from __future__ import annotations

from amdesk.gui.pages.task import TaskPage
from amdesk.gui.place import Place
from amdesk.gui.window import Window


def page(window: Window, one: int) -> TaskPage:
    window.go(Place("task", one))
    shown = window.pages.page
    assert isinstance(shown, TaskPage)
    return shown
