"""What asks for a key, for pictures: the doorway without one, the locked window, the recovery code."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QScrollArea, QWidget

from amdesk.domain.errors import AmdeskError, NeedsKeyError, WhyNoKey
from amdesk.gui.doorway.key_ways import AnewPage, LockedKeyringPage, waiting_for
from amdesk.gui.doorway.keys import CodePage
from amdesk.gui.doorway.page import Attempt, DoorPage, Refused
from amdesk.gui.doorway.window import Doorway
from amdesk.gui.lock_window import LockWindow
from amdesk.gui.pages.passphrase import PassphrasePage
from amdesk.gui.pages.recovery_code import RecoveryCodePage
from amdesk.gui.pages.settings import SettingsPage
from amdesk.gui.place import Place
from amdesk.gui.theme import SIZE
from amdesk.gui.widgets.labels import set_text
from amdesk.gui.window import Window
from amdesk.i18n.bidi import isolate
from amdesk.services.desk import Desk
from amdesk.services.open_desk import open_in_memory
from tests.desks import open_desk

_FOLDER = Path("/home/noa/.local/share/amdesk")
_CODE = "7ERH-MT2S-5YS5-SWZN-MBCX-H1Q4-5JGX-818R"
REASONS: tuple[WhyNoKey, ...] = (
    "choose_passphrase", "passphrase", "keyring_gone", "no_entry", "wrong_key", "missing_file",
)  # fmt: skip


def lacking(reason: WhyNoKey) -> Doorway:
    """The doorway for want of a key."""
    error = NeedsKeyError(_FOLDER, reason, by_code=True, by_passphrase=True)
    return Doorway(Attempt(_FOLDER), error, _shut)


def code_asked() -> QWidget:
    """The recovery code typed wrongly in the doorway."""
    door = lacking("no_entry")
    page = CodePage(door.refused)
    door.show_page(page)
    page.asked.line.setText("7ERH MT2S")
    page.asked.go()
    return door


def waiting() -> QWidget:
    """The keyring does not answer yet."""
    return _with(lambda refused: waiting_for(refused, Event().wait))


def waiting_for_a_new_file() -> QWidget:
    """Nor is there a key yet: the system asks for the password of a new keyring."""
    door = locked_for_a_new_file()
    door.show_page(waiting_for(door.refused, Event().wait))
    return door


def locked_for_a_new_file() -> Doorway:
    """The keyring stayed locked, and nothing is encrypted yet."""
    door = Doorway(Attempt(_FOLDER), NeedsKeyError(_FOLDER, "passphrase"), _shut)
    refused = Refused(Attempt(_FOLDER), NeedsKeyError(_FOLDER, "keyring_locked", is_new=True), _FOLDER)
    door.refused = refused
    page = LockedKeyringPage(refused)
    for timer in page.findChildren(QTimer):
        timer.stop()
    door.show_page(page)
    return door


def anew() -> QWidget:
    """An empty file, said plainly."""
    return _with(AnewPage)


def locked(*, wrong: bool = False) -> QWidget:
    """The window while it is locked."""
    desk = open_in_memory()
    made = LockWindow(desk, QWidget())
    if wrong:
        made.passphrase.line.setText("no idea")
        made.passphrase.go()
    return made


def show_code(window: Window) -> None:
    """The recovery code as a new file shows it."""
    visit = window.pages.trail.go(Place("recovery_code"))
    visit.state = {"code": _CODE, "is_another": True}
    window.pages._arrive(visit)


def ask_groups(window: Window) -> None:
    """Two groups typed back, one of them wrongly."""
    show_code(window)
    page = window.pages.page
    assert isinstance(page, RecoveryCodePage)
    page.ask_groups()
    wrong = "Group {number} was typed differently. Compare it with what you wrote down."
    page.typed[0].say(AmdeskError(wrong, number=page.asked[0]))


def key_in_settings() -> QWidget:
    """What opens the records, in the settings of an encrypted file: the sample has no key."""
    with TemporaryDirectory() as folder:
        desk = open_desk(Path(folder))
        page = SettingsPage(desk)
        page.refresh()
        desk.close()
    return settings_at(page, page.key)


def settings_at(page: SettingsPage, part: QWidget | None) -> QWidget:
    """The settings, with a part of them in sight."""
    assert part is not None
    where = page.findChild(QLabel, "data-folder")
    assert isinstance(where, QLabel)
    set_text(where, isolate("…/amdesk"))  # not a place that is another one in each picture
    page.resize(SIZE.window[0] - SIZE.side_bar, SIZE.window[1])
    page.show()
    QApplication.processEvents()
    area = page.findChild(QScrollArea, "settings-scroll")
    assert isinstance(area, QScrollArea)
    area.ensureWidgetVisible(part, 0, page.height() // 2)
    return page


def type_passphrase(window: Window) -> None:
    """A passphrase typed once."""
    page = window.pages.page
    assert isinstance(page, PassphrasePage)
    field: QLineEdit = page.fields.first
    field.setText("four words in a row")


def _with(make: Callable[[Refused], DoorPage]) -> Doorway:
    door = lacking("missing_file")
    door.show_page(make(door.refused))
    return door


def _shut(_attempt: Attempt) -> Desk:
    raise AssertionError
