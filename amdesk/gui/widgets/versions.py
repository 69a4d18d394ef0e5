"""A page as it is now, or as it was shared on a day."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from amdesk.gui.widgets.fields import Picker
from amdesk.gui.widgets.layout import empty
from amdesk.i18n.catalog import _

_NOW = "now"


class Versions(QWidget):
    """The page as it is now, or as it was shared on a day; nothing to see while nothing was shared."""

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("leaf-versions-room")
        self._offered: list[tuple[int, str]] = []
        self._picker: Picker | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def value(self) -> int | None:
        """Which of those that were shared; nothing for the page as it is now."""
        found = self._picker.value() if self._picker else None
        return found if isinstance(found, int) else None

    def choose_now(self) -> None:
        """Back to the page as it is now."""
        if self._picker is not None:
            self._picker.choose(_NOW)

    def offer(self, shared: list[tuple[int, str]]) -> None:
        """Offer these beside the page as it is now; the one chosen stays so while it is there."""
        if shared == self._offered:
            return
        chosen = self.value()
        self._offered = shared
        empty(self._row)
        choices: list[tuple[object, str]] = [(_NOW, _("As it is now"))]
        choices += [(id_, _("Shared: {moment}").format(moment=at)) for id_, at in shared]
        self._picker = Picker(
            choices, chosen or _NOW, name="leaf-versions", accessible=_("Now, or as it was shared")
        )
        self._picker.picked.connect(self.picked)
        self._row.addWidget(self._picker)
        self.setVisible(bool(shared))
