"""Entries one reads from above to below: in a column as wide as one reads, the keys on the whole of it."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from amdesk.gui import theme
from amdesk.gui.speaking import say_role
from amdesk.gui.theme import SIZE, SPACE
from amdesk.gui.widgets.layout import scroll
from amdesk.gui.widgets.ring import hold_keys


def reading_list(title: str, *, name: str, within: str) -> tuple[QScrollArea, QVBoxLayout]:
    """The area, called so (already translated) where it is read out, and where its entries go.

    ``within`` is the object name of what holds them.
    """
    held = QWidget()
    held.setObjectName(within)
    held.setMaximumWidth(theme.scaled(SIZE.reading))
    rows = QVBoxLayout(held)
    rows.setContentsMargins(SPACE.l, 0, SPACE.l, SPACE.xl)
    rows.setSpacing(0)
    area = scroll(held, name=name)
    say_role(area, "List")
    area.setAccessibleName(title)
    hold_keys(area)
    return area, rows
