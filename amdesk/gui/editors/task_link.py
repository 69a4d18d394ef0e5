"""A small form that chooses the task another one waits for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_
from amdesk.domain.task import TaskLine
from amdesk.gui import theme
from amdesk.gui.editors.task_outcomes import AskForm
from amdesk.gui.pick import Pick
from amdesk.gui.task_cells import until, who
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.form import Field
from amdesk.i18n.catalog import _


@dataclass(frozen=True, slots=True)
class TaskChoice:
    """A task to choose, with what tells it from its like."""

    id: int
    label: str
    detail: tuple[str, ...]


class LinkForm(AskForm):
    """Which task comes first; its list floats over ``within``."""

    def __init__(self, find: Callable[[str], Sequence[TaskLine]], *, within: QWidget) -> None:
        self.pick = Pick[TaskChoice](
            lambda text: [_choice(one) for one in find(text)], name="link-task",
            accessible=_("Task to wait for"), placeholder=_("A few letters of the task"),
            found=_("Tasks found"), icon=lambda _one: "action", within=within, nothing=_("No task found"),
        )  # fmt: skip
        self.pick.setMinimumWidth(theme.scaled(6 * SPACE.xxl))
        self.pick.destroyed.connect(self.pick.list.deleteLater)
        super().__init__(
            _("Which task has to be done first?"),
            _("One of the same client, or one that is for no client."),
            {"after": Field(_("Task to wait for"), self.pick)}, name="link", yes=_("Wait for it"),
        )  # fmt: skip

    def chosen(self) -> int:
        """The task chosen; an AmdeskError where there is none."""
        if self.pick.choice is None:
            raise AmdeskError(N_("Choose a task from the list."), beside="after")
        return self.pick.choice.id


def _choice(line: TaskLine) -> TaskChoice:
    told = (line.client, who(line.task), until(line.task))
    return TaskChoice(line.task.id, line.task.title, tuple(filter(None, told)))
