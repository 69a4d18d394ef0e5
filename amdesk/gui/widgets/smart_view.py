"""How well a task is put: five ticks, each with what would meet it. Advice: nothing is held up by it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from amdesk.domain.smart import Tick
from amdesk.gui import theme
from amdesk.gui.speaking import say_role
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets import help_mark
from amdesk.gui.widgets.labels import label
from amdesk.gui.widgets.layout import empty, margins
from amdesk.gui.widgets.picture import Picture
from amdesk.i18n.catalog import _, pgettext


class SmartView(QWidget):
    """A quiet panel; ``show_ticks`` fills it anew."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("smart")
        say_role(self, "List")
        self.setAccessibleName(_("How well the task is put"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme.as_kind(self, "panel")
        self._shown: Sequence[Tick] = ()
        title = label(_("How well the task is put"), "caption", name="smart-title")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACE.xs)
        down = QVBoxLayout(self)
        margins(down, leading=SPACE.m, top=SPACE.m, trailing=SPACE.m, bottom=SPACE.m)
        down.setSpacing(SPACE.s)
        down.addWidget(help_mark.beside(title, "smart"), 0, Qt.AlignmentFlag.AlignLeading)
        down.addLayout(self._rows)

    def show_ticks(self, ticks: Sequence[Tick]) -> None:
        """Show these; the same ones again change nothing."""
        if ticks == self._shown:
            return
        self._shown = ticks
        empty(self._rows)
        for tick in ticks:
            self._rows.addLayout(_row(tick))


def _row(tick: Tick) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SPACE.s)
    met = pgettext("tick", "Met") if tick.is_met else pgettext("tick", "Not yet")
    row.addWidget(Picture("done" if tick.is_met else "lacking", met), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label(_(tick.name), "body", name=f"smart-{tick.id}"), 0, Qt.AlignmentFlag.AlignTop)
    advice = "" if tick.is_met else _(tick.advice)
    row.addWidget(label(advice, "caption", name=f"smart-{tick.id}-advice", wrap=True), 1)
    return row
