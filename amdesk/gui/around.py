"""What stands around the pages and serves all of them: palette, parts, Escape, the mouse's side buttons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenuBar, QWidget

from amdesk.gui import parts
from amdesk.gui.commands import Shell
from amdesk.gui.enter_key import presses
from amdesk.gui.page import Page
from amdesk.gui.tab_order import Ground
from amdesk.gui.widgets import help_mark
from amdesk.gui.widgets.ring import note_use
from amdesk.gui.window_place import SideSplit

if TYPE_CHECKING:
    from amdesk.gui.palette import Palette


class WindowAround(QObject):
    """Belongs to one window; ``shell`` is that window as commands know it. ``quit_requested`` tells that the
    program is to end with it, ``lock_requested`` that nothing is to be seen until the passphrase is typed.
    """

    quit_requested = Signal()
    lock_requested = Signal()

    def __init__(
        self,
        window: QMainWindow,
        shell: Shell,
        *,
        window_parts: Callable[[], Sequence[QWidget]],
        page: Callable[[], Page | None],
        explaining: QAction,
    ) -> None:
        """``explaining`` is possible or not by where the keys are, which no step and no arrival tells."""
        super().__init__(window)
        self._window, self._shell, self._parts, self._page = window, shell, window_parts, page
        self._palette: Palette | None = None
        self._explaining = explaining
        window.installEventFilter(self)
        cast(QApplication, QApplication.instance()).focusChanged.connect(self._keys_moved)

    @property
    def palette(self) -> Palette:
        """The palette, made when it is first asked for."""
        if self._palette is None:
            from amdesk.gui import menu_table, palette_items
            from amdesk.gui.palette import Palette

            self._palette = Palette(self._window, self._shell, wheres=menu_table.wheres())
            self._palette.chosen.connect(lambda item: palette_items.run(self._shell, item))
        return self._palette

    @property
    def client(self) -> int | None:
        """The client of the line the keys are on, where the page has such lines."""
        page = self._page()
        return None if page is None else page.face.client()

    @property
    def can_explain(self) -> bool:
        """Whether there is a word of the trade to be explained where the keys are."""
        return help_mark.of_focus() is not None

    def _keys_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and not isinstance(now, QMenuBar):
            self._explaining.setEnabled(self.can_explain)

    def open_commands(self) -> None:
        """Open the palette."""
        self.palette.open()

    def explain(self) -> None:
        """Explain the word of the trade beside the field with the keys."""
        mark = help_mark.of_focus()
        if mark is not None:
            mark.explain()

    def turn_side_bar(self) -> None:
        """Fold the side bar away, or show it again."""
        split = self._window.findChild(SideSplit, "side-split")
        assert isinstance(split, SideSplit)
        split.turn()

    def step_part(self, by: int) -> None:
        """Put the keys into another part of the window."""
        ground = self._window.centralWidget()
        if isinstance(ground, Ground):
            parts.step(self._parts(), by, order=ground.order())

    def can(self, verb: str) -> bool:
        """Whether the page can run this verb of its own now."""
        page = self._page()
        return page is not None and verb in page.face.verbs()

    def do(self, verb: str) -> None:
        """Let the page run a verb of its own."""
        page = self._page()
        if page is not None and (run := page.face.verbs().get(verb)) is not None:
            run()

    def lock(self) -> None:
        """Let nothing be seen; where no passphrase is set, set one first."""
        self.lock_requested.emit()

    def quit(self) -> None:
        """End the program: closing the window may mean something else."""
        self.quit_requested.emit()
        self._window.close()

    def turn_full_screen(self) -> None:
        """Fill the screen, or be a window again."""
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys nobody wanted come to the window; side buttons are heard before the widget under the mouse."""
        if watched is self._window and event.type() == QEvent.Type.Show:
            handle = self._window.windowHandle()
            if handle is not None:
                handle.installEventFilter(self)
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            note_use(self._window, by_keys=True)
            return watched is self._window and (self._leaves(event) or presses(event))
        elif event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            note_use(self._window, by_keys=False)
            return watched is not self._window and self._turns_back(event)
        return super().eventFilter(watched, event)

    def _leaves(self, event: QKeyEvent) -> bool:
        """Escape goes back to the page before."""
        if event.key() != Qt.Key.Key_Escape or event.modifiers() != Qt.KeyboardModifier.NoModifier:
            return False
        self._shell.back()
        return True

    def _turns_back(self, event: QMouseEvent) -> bool:
        if event.button() == Qt.MouseButton.BackButton:
            self._shell.back()
        elif event.button() == Qt.MouseButton.ForwardButton:
            self._shell.forward()
        else:
            return False
        return True
