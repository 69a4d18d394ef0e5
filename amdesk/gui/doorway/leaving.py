"""The buttons by which a page in the doorway is left: back to the one before, or out of the program."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from amdesk.gui.doorway.page import DoorPage
from amdesk.gui.widgets.buttons import button
from amdesk.i18n.catalog import _


def back_from(page: DoorPage) -> QPushButton:
    """Leads back to the page before."""
    return button(_("Back"), "", name="door-back", icon="back", run=page.back_requested.emit)


def quit_from(page: DoorPage) -> QPushButton:
    """Ends the program."""
    return button(_("Quit"), "", name="door-quit", run=page.quit_requested.emit)
