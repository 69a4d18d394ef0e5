"""The menu bar: which commands stand where, and the actions made of them."""

from __future__ import annotations

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenuBar

from amdesk.gui import icons
from amdesk.gui.commands import COMMANDS, Command, Shell
from amdesk.gui.menu_table import LINE, MENUS
from amdesk.i18n.catalog import _


class Actions:
    """The actions of a window: one for each command, asked anew what is possible before a menu shows."""

    def __init__(self, window: QMainWindow, shell: Shell) -> None:
        self._shell = shell
        self.by_id = {command.id: self._make(window, command) for command in COMMANDS.values()}

    def _make(self, window: QMainWindow, command: Command) -> QAction:
        action = QAction(_(command.label), window)
        action.setObjectName(command.id)
        action.setShortcut(QKeySequence(command.shortcut))
        if command.icon:
            action.setIcon(icons.icon(command.icon))
        action.triggered.connect(lambda *_: command.run(self._shell))
        window.addAction(action)
        return action

    def refresh(self) -> None:
        """Ask every command whether it can run now."""
        for id_, action in self.by_id.items():
            action.setEnabled(COMMANDS[id_].enabled(self._shell))


def fill(bar: QMenuBar, actions: Actions) -> None:
    """Put the commands into the menu bar."""
    bar.setObjectName("menu-bar")
    bar.setAccessibleName(_("Menus"))
    for title, ids in MENUS:
        menu = bar.addMenu(_(title))
        menu.setObjectName(f"menu-{title.replace('&', '').lower()}")
        for id_ in ids:
            if id_ == LINE:
                menu.addSeparator()
            else:
                menu.addAction(actions.by_id[id_])
