"""What opens a backup of another machine is asked for: the recovery code it was made with, or words."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amdesk.domain.errors import BackupNeedsKeyError
from amdesk.gui import show
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.ask_secret import AskSecret, ask_code, ask_either
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.labels import label
from amdesk.gui.widgets.layout import column, empty, fill, form_area
from amdesk.i18n.catalog import _
from amdesk.services import backup_keys


class BackupCode(QWidget):
    """``opened`` carries the file and its key; ``left``, that the person does without."""

    opened = Signal(object, object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("backup-code")
        self.asked: AskSecret | None = None
        inner = column(name="backup-code-column", gap=SPACE.m)
        down = inner.layout()
        assert isinstance(down, QVBoxLayout)
        self._down = down
        area = form_area(inner, name="backup-code-scroll", sides=SPACE.s)
        fill(QVBoxLayout(self), [area], gap=0, margin=0)

    def ask(self, error: BackupNeedsKeyError) -> None:
        """Ask for what opens this backup."""
        empty(self._down)
        back = button(_("Not now"), "", name="backup-code-back", run=self.left.emit)
        ask = ask_either if backup_keys.has_passphrase(error.file) else ask_code
        self.asked = ask(partial(backup_keys.key_of, error.file), go=_("Open"), others=[back])
        self.asked.opened.connect(partial(self._open, error.file))
        self._down.addWidget(label(show.said(error.message), "body", name="backup-code-said", wrap=True))
        self._down.addWidget(self.asked)
        self.asked.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, file: Path, key: object) -> None:
        self.opened.emit(file, key)
