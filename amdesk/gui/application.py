"""The application: dresses Qt in a language and a theme; a new language builds a new window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

from PySide6.QtCore import QLocale, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from amdesk.domain.errors import AmdeskError, DamagedError
from amdesk.gui import file_dialogs, fonts, speaking, theme
from amdesk.gui.faults import Hook
from amdesk.gui.place import Place, Trail
from amdesk.gui.restoring import restore_unfinished
from amdesk.gui.translators import Translators
from amdesk.gui.window import Memory, Window
from amdesk.i18n import catalog
from amdesk.i18n.languages import language
from amdesk.services import damage, first_run, keys, place_of_data
from amdesk.services.desk import Desk
from amdesk.system.paths import data_folder
from amdesk.system.settings import Settings

if TYPE_CHECKING:
    from amdesk.gui.presence import Presence

# Settings that stand in texts already made: another choice builds another window, as another language does.
_IN_EVERY_TEXT = frozenset({"calendar", "country", "first_day", "weekend", "toman"})
# The same on every system. Said at the start, for setStyle brings QStyle's names into Python: 7 ms.
_LOOK = ("-style", "Fusion")


def make_qt(arguments: list[str]) -> QApplication:
    """Qt's own application, or the one there is already."""
    running = QApplication.instance()
    app = cast(QApplication, running) if running is not None else QApplication([*arguments, *_LOOK])
    if running is None and app.platformName() != "offscreen":  # where there is no desktop
        theme.follow(app.font())  # the desktop's, before the window has its own
    app.setApplicationName("amdesk")
    app.setApplicationDisplayName("amdesk")
    app.setDesktopFileName("amdesk")
    app.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    fonts.load()
    speaking.install()
    file_dialogs.install(app)
    return app


class Application(QObject):
    """Holds the desk's one window; ``rebuilt`` gives the new one after a change of language. In the end
    ``wants_door`` tells that the person is to be led to the doorway.
    """

    rebuilt = Signal(object)

    def __init__(self, app: QApplication, desk: Desk, *, spoken: str = "") -> None:
        """``spoken`` overrides the language of the settings for this run."""
        super().__init__()
        self._app = app
        self._desk = desk
        self.wants_door = False
        self._translators = Translators()
        self._hook = Hook(mistake=self._mistake, fault=self._fault)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._wear)
        if hasattr(hints, "accessibility"):  # Qt tells of the desktop's contrast since 6.10
            hints.accessibility().contrastPreferenceChanged.connect(self._follow_contrast)
        self._speak(spoken or desk.settings["language"])
        self._wear()
        self.window = self._make_window(None)
        self.presence: Presence | None = None
        self._stop_log: Callable[[], None] | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._be_there)
        self.window.settled.connect(self._settle)

    def show(
        self, how: Literal["window", "minimized", "once"] = "window", *, was_asked: bool = False
    ) -> None:
        """Open the window and catch what nobody catches; ``minimized``, only be there; ``once``, open it to
        be drawn, and ring nothing.

        Where the program locks, the passphrase is asked for first, unless it ``was_asked`` to open the file.
        """
        self._hook.install()
        if how == "once":
            self._soon.timeout.disconnect(self._be_there)
        elif not was_asked and _starts_locked(self._desk):
            self._be_locked()
        if how == "minimized":
            self._be_there()
        elif self.presence is not None:
            self.presence.show_window()
        else:
            self.window.show()

    def close(self) -> None:
        """Put the window and the hook away."""
        self._soon.stop()
        if self.presence is not None:
            self.presence.stop()
        if self._stop_log is not None:
            self._stop_log()
        self._hook.remove()
        self._translators.remove()
        self.window.close()
        self.window.deleteLater()

    def _settle(self) -> None:
        from amdesk.gui.copying import Copying

        Copying(self._app.clipboard(), self)
        self._keep_log()
        restore_unfinished(self.window)
        for note in self._desk.notes:
            self.window.say(AmdeskError(note))
        self._warn_of_place()
        self._soon.start()  # once the first page is seen

    def _warn_of_place(self) -> None:
        """Once, and without keeping anybody from anything."""
        there = Place("settings", at="data-place")
        if place_of_data.has_just_moved(self._desk):
            place_of_data.told(self._desk)
            self.window.go(there)
            return
        if (warning := place_of_data.warning(self._desk)) is None:
            return
        place_of_data.told(self._desk)
        go = partial(self.window.go, there)
        self.window.message.say(catalog.sentence(warning), way=catalog._("Where your data is…"), run=go)

    def _keep_log(self) -> None:
        """Faults are noted beside the data, for who wants to report one."""
        if self._desk.folder is not None and self._stop_log is None:
            from amdesk.system import fault_log

            self._stop_log = fault_log.keep(self._desk.folder)

    def _be_there(self) -> None:
        """Ring and listen, once the window stands: nothing of it is needed to see the first page."""
        if self.presence is None:
            from amdesk.gui.presence import Presence

            self.presence = Presence(self._desk, lambda: self.window, self)
            self.presence.start()

    def _be_locked(self) -> None:
        self._be_there()
        if self.presence is not None:
            self.presence.lock.lock()

    def set_language(self, code: str) -> None:
        """Speak another language (empty: the system's); a new window takes the old one's place and state."""
        self._desk.settings.choose("language", code)
        self._build_anew(code)

    def _build_anew(self, code: str) -> None:
        old, shown = self.window, self.window.isVisible()
        memory = old.memory()
        self._speak(code)
        self.window = self._make_window(memory)
        if self.presence is not None:
            self.presence.change_window(old, self.window)
        if shown:
            self.window.show()
        old.close()
        old.deleteLater()
        self.rebuilt.emit(self.window)

    def _wear(self, scheme: Qt.ColorScheme | None = None) -> None:
        """Wear the theme of the person's choices; ``scheme`` is what the desktop has just said.

        Nothing has to be built again for it.
        """
        chosen = self._desk.settings
        theme.apply(self._app, theme.chosen(chosen["theme"], chosen["contrast"], scheme=scheme))

    def _follow_contrast(self, _: object) -> None:
        self._wear()

    def _make_window(self, memory: Memory | None) -> Window:
        window = Window(self._desk, memory)
        if memory is None and first_run.is_first(self._desk):
            window.pages.trail = Trail(Place("welcome"))
        elif memory is None and keys.needs_code(self._desk):
            window.pages.trail = Trail(Place("recovery_code", ask="today"))
        window.setting_changed.connect(self._setting_changed)
        window.pages.door_requested.connect(self._to_the_door)
        window.settled.connect(partial(_take_files, window))
        return window

    def _setting_changed(self, key: str) -> None:
        value = self._desk.settings[key]
        if key == "language":
            self.set_language(value)
        elif key in {"theme", "contrast"}:
            self._wear()
        elif key == "autostart":
            self._switch_autostart()
        elif key in {"lock_after", "locked"}:
            self._switch_lock(key)
        elif key == "moving_to":
            self._to_the_door()
        elif key in _IN_EVERY_TEXT:
            self._build_anew(self._desk.settings["language"])

    def _switch_lock(self, key: str) -> None:
        """Without a passphrase there is nothing to unlock with: it is set before the lock is chosen."""
        chosen = self._desk.settings["lock_after"]
        if chosen and not keys.has_passphrase(self._desk):
            self._desk.settings.choose("lock_after", "")
            self.window.go(Place("passphrase", ask=f"lock_after {chosen}"))
        elif self.presence is not None and key == "locked":
            self.presence.lock.lock()
        elif self.presence is not None:
            self.presence.lock.follow_setting()

    def _switch_autostart(self) -> None:
        """What the system refuses is not chosen either: the setting says what is so."""
        from amdesk.system import autostart

        chosen = self._desk.settings
        try:
            autostart.switch(on=bool(chosen["autostart"]))
        except AmdeskError as error:
            chosen.choose("autostart", not chosen["autostart"])
            self._build_anew(chosen["language"])
            self.window.say(error)

    def _speak(self, code: str) -> None:
        chosen = self._desk.settings
        speak(self._app, self._translators, code, calendar=chosen["calendar"], toman=chosen["toman"])

    def _mistake(self, error: AmdeskError) -> None:
        if isinstance(error, DamagedError):
            damage.go_on(self._desk)
        self.window.say(error)

    def _to_the_door(self) -> None:
        """End as a window, to come back through the doorway: what is damaged is mended while it is closed."""
        self.wants_door = True
        self.window.pages.remember()
        QGuiApplication.exit(0)

    def _fault(self, what: str) -> None:
        from amdesk.gui import dialogs

        dialogs.show_fault(what, self.window)


def _starts_locked(desk: Desk) -> bool:
    """Whether the passphrase is asked for at the start, although the keyring has the key."""
    locks = desk.settings["lock_after"] or desk.settings["locked"]
    return bool(locks) and keys.has_passphrase(desk) and keys.in_keyring(desk)


def _take_files(window: Window) -> None:
    """What is dropped is taken from when the first page is there."""
    from amdesk.gui.dropped_lists import accept_files

    accept_files(window, window.desk, window.pages)


def dress(app: QApplication, folder: Path | None = None, code: str = "") -> Translators:
    """Language and theme without a desk, as the person has chosen them where that can still be read."""
    try:
        chosen = Settings(data_folder(folder) / "settings.json")
    except (AmdeskError, OSError):
        chosen = Settings()
    translators = Translators()
    speak(app, translators, code or chosen["language"], calendar=chosen["calendar"])
    theme.apply(app, theme.chosen(chosen["theme"], chosen["contrast"]))
    return translators


def speak(
    app: QApplication, translators: Translators, code: str, *, calendar: str = "", toman: bool = False
) -> None:
    """Catalogue, Qt's own words, direction, locale, font of a language (empty: the system's); a calendar,
    and whether rial are shown as toman.
    """
    spoken = language(code or QLocale.system().name())
    catalog.set_language(spoken.code, calendar=calendar, toman=toman)
    translators.install(spoken.code)
    rtl, ltr = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
    app.setLayoutDirection(rtl if spoken.rtl else ltr)
    QLocale.setDefault(QLocale(spoken.locale))
    fonts.apply(app, spoken)
