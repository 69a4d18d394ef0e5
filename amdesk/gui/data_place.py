"""In the settings: where one's data lie, and the way to have them elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from amdesk.domain.errors import AmdeskError
from amdesk.gui import show
from amdesk.gui.ask_files import ask_folder
from amdesk.gui.doorway.ways import show_folder
from amdesk.gui.speaking import announce
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.flow import Flow
from amdesk.gui.widgets.labels import label, set_text
from amdesk.i18n.bidi import isolate
from amdesk.i18n.catalog import _, sentence
from amdesk.services import moving
from amdesk.services.desk import Desk


class DataPlace(QWidget):
    """Shows the folder; a chosen one is looked at and said before the data go there, which ``leave`` begins.

    What a move has left behind can be deleted here.
    """

    def __init__(self, desk: Desk, leave: Callable[[], object]) -> None:
        super().__init__()
        self._desk, self._leave = desk, leave
        self._to: Path | None = None
        self.setObjectName("data-place")
        self.setAccessibleName(_("Where your data is"))
        self.error = label("", "error", name="data-error", wrap=True)
        self.choose = button(_("Move my data to…"), "", name="data-move", run=self._ask)
        shown = button(_("Show the folder"), "", name="data-show", run=self._show)
        self._ways = Flow([self.choose, shown], name="data-ways", gap=SPACE.s)
        self._plan = label("", "body", name="data-plan", wrap=True)
        self._left = label("", "body", name="data-left", wrap=True)
        self.go = button(_("Move"), "primary", name="data-go", run=self._go)
        stay = button(_("Cancel"), "", name="data-stay", run=self._stay)
        let_go = button(_("Delete that copy"), "", name="data-let-go", run=self._let_go)
        self._asked = _below(self._plan, [self.go, stay], name="data-asked")
        self._rest = _below(self._left, [let_go], name="data-rest")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(SPACE.s)
        rows.addWidget(label(_("Where your data is"), "caption", name="data-name"))
        rows.addWidget(label(isolate(str(desk.folder)), name="data-folder", wrap=True))
        for part in (self._ways, self.error, self._asked, self._rest):
            rows.addWidget(part)
        self.error.hide()
        self._asked.hide()
        self.setFocusProxy(self.choose)
        self._tell_rest()

    def plan(self, chosen: Path) -> None:
        """Say what would be done with a folder that was chosen, or why it cannot be."""
        self._stay()
        to = moving.place_in(chosen)
        try:
            moving.look(self._desk, to)
        except AmdeskError as error:
            self._refuse(error)
            return
        self._to = to
        said = _(
            "Everything goes to {folder}: records, files, backups. amdesk closes its window for that and "
            "opens it again there. What is here stays as a copy until you delete it."
        ).format(folder=show.own(str(to)))
        set_text(self._plan, said)
        self._asked.show()
        announce(self._plan, said)
        self.go.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        ask_folder(self, _("Move my data to…"), name="data-dialog", then=self.plan)

    def _go(self) -> None:
        try:
            assert self._to is not None
            moving.begin(self._desk, self._to)
        except AmdeskError as error:
            self._stay()
            self._refuse(error)
        else:
            self._leave()

    def _stay(self) -> None:
        self.error.hide()
        self._asked.hide()

    def _let_go(self) -> None:
        try:
            moving.let_go(self._desk)
        except AmdeskError as error:
            self._refuse(error)
        self._tell_rest()
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_rest(self) -> None:
        left = moving.left_behind(self._desk)
        self._rest.setVisible(left is not None)
        if left is not None:
            said = _("A copy from the day it was moved is still in {folder}.")
            set_text(self._left, said.format(folder=show.own(str(left))))

    def _refuse(self, error: AmdeskError) -> None:
        words = sentence(error.message)
        set_text(self.error, words)
        self.error.show()
        announce(self.error, words, at_once=True)

    def _show(self) -> None:
        assert self._desk.folder is not None
        show_folder(self._desk.folder)


def _below(words: QLabel, ways: Sequence[QWidget], *, name: str) -> QWidget:
    made = QWidget()
    made.setObjectName(name)
    rows = QVBoxLayout(made)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(SPACE.s)
    rows.addWidget(words)
    rows.addWidget(Flow(ways, name=f"{name}-ways", gap=SPACE.s))
    return made
