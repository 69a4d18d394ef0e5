"""Long work on a folder while there is no desk on it: begins by itself, can be stopped, says its end."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from amdesk.domain.errors import AmdeskError
from amdesk.gui.doorway.layout import inside, title
from amdesk.gui.doorway.page import DoorPage, Refused
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.flow import Flow
from amdesk.gui.widgets.labels import label
from amdesk.gui.widgets.outcome import Outcome
from amdesk.gui.widgets.work_stack import WorkStack
from amdesk.i18n.catalog import _, sentence

Steps = Callable[[], Generator[Any, None, Any]]


class UnderWayPage(DoorPage):
    """Says ``words`` while the ``steps`` last; when they are done the attempt is made again. Refused, it says
    so, ``stopped`` what is so then, and offers ``ways``; ``ended`` stands above them where there is one.
    """

    def __init__(
        self,
        refused: Refused,
        words: str,
        ways: Sequence[QPushButton],
        *,
        name: str,
        steps: Steps,
        stopped: str,
        ended: str = "",
    ) -> None:
        super().__init__(refused)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self._words, self._steps = words, steps
        self.first = ways[0]
        self.outcome = Outcome(name="door-outcome")
        shown = QWidget()
        shown.setObjectName(f"{name}-shown")
        said = [] if ended else [label(sentence(refused.error.message), "body", name="door-text", wrap=True)]
        inside(
            shown, title(ended or words), *said, self.outcome,
            Flow(ways, name=f"{name}-ways", gap=SPACE.s),
        )  # fmt: skip
        self.stack = WorkStack(shown, name=f"{name}-stack")
        self.stack.progress.say_beside(whole_or_nothing())
        self.stack.stopped.connect(lambda: self.outcome.say(stopped, tone="info"))
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(self.stack)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.begin)
        self._soon.start()

    def begin(self) -> None:
        """Begin, or begin anew."""
        self._soon.stop()
        self.outcome.hide()
        work = self.stack.start(self._steps(), self._words)
        work.done.connect(lambda _made: self.try_again())
        work.failed.connect(self._refuse)

    def _refuse(self, error: AmdeskError) -> None:
        self.outcome.say(sentence(error.message), tone="danger")


def whole_or_nothing() -> str:
    """What is so while work in the doorway lasts: there is no other page to go to."""
    return _("Nothing is kept until it is done; stopping takes all of it back.")
