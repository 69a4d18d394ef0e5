"""Moving one's data elsewhere: asked for in the settings, under way in the doorway."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from amdesk.domain.errors import AmdeskError, CannotOpenError
from amdesk.domain.messages import Message
from amdesk.gui.doorway.encrypting import EncryptingPage
from amdesk.gui.doorway.looking_through import LookingThroughPage
from amdesk.gui.doorway.moving import MovingPage
from amdesk.gui.doorway.page import Attempt
from amdesk.gui.doorway.under_way import UnderWayPage
from amdesk.gui.doorway.window import Doorway
from amdesk.gui.pages.settings import SettingsPage
from amdesk.i18n.catalog import sentence
from amdesk.services.desk import Desk
from amdesk.services.encrypting import ToEncryptError
from amdesk.services.exporting import Progress
from amdesk.services.looking_through import ToLookThroughError
from tests.desks import KEY, open_desk
from tests.gallery.locks import settings_at

_FOLDER = Path("/home/noa/Dropbox/amdesk")
_TO = Path("/home/noa/Documents/amdesk")


def asked() -> QWidget:
    """Where the data would go, before they do."""
    with TemporaryDirectory() as folder:
        desk = open_desk(Path(folder))
        page = SettingsPage(desk)
        assert page.place is not None
        with TemporaryDirectory() as disk:
            page.place.plan(Path(disk))
        desk.close()
    return settings_at(page, page.place)


def under_way() -> QWidget:
    """Half of it is copied."""
    door, page = _moving()
    page.stack.progress.begin(page.accessibleName())
    page.stack.progress.show_progress(Progress(48_000_000, 107_000_000, "bytes"))
    page.stack.setCurrentWidget(page.stack.progress)
    return door


def refused() -> QWidget:
    """There was no room after all."""
    door, page = _moving()
    told = "There is not enough room in {folder} for your data. Choose another folder."
    page.outcome.say(sentence(Message.of(told, folder=str(_TO.parent))), tone="danger")
    return door


def _moving() -> tuple[Doorway, MovingPage]:
    told = "Everything goes from {folder} to {to}."
    error = CannotOpenError(told, reason="moving", folder=_FOLDER, to=str(_TO))
    door = Doorway(Attempt(_FOLDER), error, _shut)
    page = door.pages.currentWidget()
    assert isinstance(page, MovingPage)
    _hold(page)
    return door, page


def looking_through() -> QWidget:
    """A large file that a crash left open is looked through."""
    door = Doorway(Attempt(_FOLDER), ToLookThroughError(_FOLDER, KEY), _shut)
    page = door.pages.currentWidget()
    assert isinstance(page, LookingThroughPage)
    _hold(page)
    page.stack.progress.begin(page.accessibleName())
    page.stack.setCurrentWidget(page.stack.progress)
    return door


def encrypting() -> QWidget:
    """A large file of before, a third of it done."""
    door = Doorway(Attempt(_FOLDER), ToEncryptError(_FOLDER, KEY), _shut)
    page = door.pages.currentWidget()
    assert isinstance(page, EncryptingPage)
    _hold(page)
    page.stack.progress.begin(page.accessibleName())
    page.stack.progress.show_progress(Progress(90_000_000, 270_000_000, "bytes"))
    page.stack.setCurrentWidget(page.stack.progress)
    return door


def _hold(page: UnderWayPage) -> None:
    """It would begin by itself."""
    soon = page.findChild(QTimer)
    assert isinstance(soon, QTimer)
    soon.stop()


def _shut(_attempt: Attempt) -> Desk:
    raise AmdeskError("Nobody comes in here.")
