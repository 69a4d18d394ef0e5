"""A quiet word in an editor that somebody like this is there already; it never holds one up."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from amdesk.domain.duplicate import Pair
from amdesk.gui.merge_words import reasons_text
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.labels import label, set_text
from amdesk.i18n.bidi import isolate
from amdesk.i18n.catalog import _

_PAUSE_MS = 300  # between the last letter and a look


class LikeHint(QWidget):
    """``opened`` gives who is there already: a pair of which ``one`` is meant."""

    opened = Signal(object)

    def __init__(self, find: Callable[[], Pair | None], *, name: str) -> None:
        """``find`` looks for somebody like what is typed."""
        super().__init__()
        self._find = find
        self.found: Pair | None = None
        self.setObjectName(name)
        self.words = label("", "muted", name=f"{name}-words", wrap=True)
        self.open = button(_("Open"), "link", name=f"{name}-open", run=self._open)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(SPACE.m)
        across.addWidget(self.words, 1)
        across.addWidget(self.open)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self._look_if_seen)
        self.hide()

    def wait(self) -> None:
        """Look once one pauses."""
        self._timer.start()

    def _look_if_seen(self) -> None:
        """Who has left meanwhile asks no more."""
        editor = self.parentWidget()
        if editor is not None and editor.isVisible():
            self.look()

    def look(self) -> None:
        """Look now who is there already."""
        self.found = pair = self._find()
        self.setVisible(pair is not None)
        if pair is None:
            return
        is_client = pair.one.noun == "client"
        told = (
            _("There is a client like this: {name}. {why}.")
            if is_client
            else _("There is a contact like this: {name}, {client}. {why}.")
        )
        why = reasons_text(pair.reasons)
        said = told.format(name=isolate(pair.one.name), client=isolate(pair.one.client), why=why)
        set_text(self.words, said)
        self.setAccessibleName(said)

    def _open(self) -> None:
        if self.found is not None:
            self.opened.emit(self.found)
