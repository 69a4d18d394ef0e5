"""Menus that stay: what is ticked in one can be seen at once, and the next tick needs no second way in."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QHideEvent, QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QWidget

from amdesk.gui import icons
from amdesk.gui.widgets.ring import by_keys


class KeyMenu(QMenu):
    """A menu that opens on its first line where it was opened by a key: Enter takes it."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        choose_first(self)


class Menu(KeyMenu):
    """A menu with a name; ticking in it leaves it open, any other choice closes it, and then it goes."""

    def __init__(self, parent: QWidget, *, name: str, title: str = "") -> None:
        super().__init__(title.replace("&", "&&"), parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setToolTipsVisible(True)

    def do(
        self, text: str, run: Callable[[], object], *, name: str, icon: str = "", shortcut: str = ""
    ) -> QAction:
        """A line that does something; the shortcut is only shown, whoever owns it listens for it."""
        made = self.addAction(text.replace("&", "&&") + (f"\t{shortcut}" if shortcut else ""))
        made.setObjectName(name)
        if icon:
            made.setIcon(icons.icon(icon))
        made.triggered.connect(lambda *_: run())
        return made

    def tick(self, text: str, run: Callable[[bool], object], *, name: str, on: bool) -> QAction:
        """A line to be ticked; ``run`` hears whether it now is."""
        made = self.addAction(text.replace("&", "&&"))
        made.setObjectName(name)
        made.setCheckable(True)
        made.setChecked(on)
        made.triggered.connect(run)
        return made

    def one_of(
        self,
        choices: Sequence[tuple[object, str]],
        chosen: object,
        run: Callable[[object], object],
        *,
        name: str,
    ) -> None:
        """Lines of which one is ticked."""
        group = QActionGroup(self)
        for value, text in choices:
            made = self.tick(text, _choosing(run, value), name=f"{name}-{value}", on=value == chosen)
            group.addAction(made)

    def within(self, title: str, *, name: str, icon: str = "") -> Menu:
        """A menu inside this one."""
        made = Menu(self, name=name, title=title)
        added = self.addMenu(made)
        if icon:
            added.setIcon(icons.icon(icon))
        return made

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not isinstance(self.parentWidget(), Menu):
            self.deleteLater()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._ticked(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Space or not self._ticked(self.activeAction()):
            super().keyPressEvent(event)

    def _ticked(self, action: QAction | None) -> bool:
        if action is None or not action.isCheckable() or not action.isEnabled():
            return False
        if action.actionGroup() is not None:
            return False  # one of several was chosen: there is nothing more to tick
        action.trigger()
        return True


def choose_first(menu: QMenu) -> None:
    """Put the keys on the first line of a menu, or on the one of several that is in force, where the keys
    opened it. Qt does so only below a menu bar.
    """
    opener = menu.parentWidget()
    if opener is None or isinstance(opener, QMenu) or not by_keys(opener.window()):
        return
    lines = [one for one in menu.actions() if one.isEnabled() and one.isVisible() and not one.isSeparator()]
    in_force = [one for one in lines if one.isChecked() and one.actionGroup() is not None]
    for line in (in_force or lines)[:1]:
        menu.setActiveAction(line)


def _choosing(run: Callable[[object], object], value: object) -> Callable[[bool], object]:
    return lambda _on: run(value)
