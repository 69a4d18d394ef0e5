"""A kept backup in a list of them: when it was made, how large it is, and the button that restores it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from amdesk.gui import show
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.labels import label
from amdesk.gui.widgets.layout import column
from amdesk.i18n.catalog import _


class BackupLine(QWidget):
    """``when`` is the moment as it is shown, ``size`` is in bytes; ``words`` stand on the button."""

    def __init__(self, when: str, size: int, words: str, *, name: str, run: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName(f"{name}-line")
        told = column(
            label(when, "body", name=f"{name}-when"),
            label(show.size(size), "caption", name=f"{name}-size"),
            name=f"{name}-told", gap=0,
        )  # fmt: skip
        self.restore: QPushButton = button(words, "", name=f"{name}-restore", run=run)
        self.restore.setAccessibleName(_("Restore the backup of {moment}").format(moment=when))
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(SPACE.m)
        across.addWidget(told)
        across.addStretch()  # the buttons of a list stand below one another
        across.addWidget(self.restore, 0, Qt.AlignmentFlag.AlignVCenter)
