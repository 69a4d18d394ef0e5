"""The key for what takes the place of a file: at hand, in the keyring, or brought by the person."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from amdesk.domain.errors import AmdeskError, BackupNeedsKeyError, NeedsKeyError
from amdesk.domain.key import Key
from amdesk.gui.background import patience
from amdesk.gui.doorway.layout import inside, title
from amdesk.gui.doorway.leaving import back_from
from amdesk.gui.doorway.page import DoorPage, Refused
from amdesk.gui.doorway.waiting import WaitingPage
from amdesk.gui.widgets.ask_secret import ask_code, ask_either, ask_passphrase
from amdesk.gui.widgets.labels import label
from amdesk.i18n.catalog import _, pgettext, sentence
from amdesk.services import backup_keys, folder_key, recovery
from amdesk.system import paths
from amdesk.system.secrets import SystemSecrets

Then = Callable[[Key], object]
Use = Callable[[Key | None], object]


def with_key(page: DoorPage, then: Use) -> None:
    """Go on with the key of the folder; a page asks for it where it is not at hand."""

    def ask(error: AmdeskError) -> None:
        if not isinstance(error, NeedsKeyError):
            raise error
        page.page_requested.emit(KeyPage(page.refused, error, brought))

    def brought(key: Key) -> None:
        page.keep_key(key)
        then(key)

    _find(page, then, ask)


def with_key_at_hand(page: DoorPage, then: Use) -> None:
    """Go on with the key that was given already, or the one a keyring has; without one where neither is."""
    _find(page, then, lambda _error: then(None))


def _find(page: DoorPage, then: Use, lacking: Callable[[AmdeskError], object]) -> None:
    """``then`` gets the key, ``lacking`` why there is none. A locked keyring is waited for in a thread."""
    given, folder = page.refused.attempt.given, page.refused.folder
    if given.get("key") is not None or folder is None:
        then(given.get("key"))
        return
    try:
        with patience():
            found = recovery.key_of(folder, given.get("secrets") or SystemSecrets(waits=False))
    except AmdeskError as error:
        if isinstance(error, NeedsKeyError) and error.reason == "keyring_locked":
            page.page_requested.emit(_waiting(page, error, then, lacking))
        else:
            lacking(error)
    else:
        then(found)


def _waiting(
    page: DoorPage, locked: NeedsKeyError, then: Use, lacking: Callable[[AmdeskError], object]
) -> WaitingPage:
    ask = partial(recovery.key_of, locked.folder, page.refused.attempt.given.get("secrets"))
    made = WaitingPage(page.refused, ask, instead=_("Go on without the keyring"))

    def answered(key: Key | None) -> None:
        made.back_requested.emit()
        then(key)

    def failed(error: Exception) -> None:
        made.back_requested.emit()
        if not isinstance(error, AmdeskError):
            raise error
        lacking(error)

    made.answered.connect(answered)
    made.failed.connect(failed)
    made.chosen.connect(lambda: lacking(locked))
    return made


class KeyPage(DoorPage):
    """The passphrase or the recovery code is asked for, in the middle of something else."""

    def __init__(self, refused: Refused, error: NeedsKeyError, then: Then) -> None:
        super().__init__(Refused(refused.attempt, error, error.folder))
        self._then = then
        if error.by_passphrase:
            said = pgettext("title", "Type your passphrase")
            read, ask = folder_key.by_passphrase, ask_passphrase
        else:
            said = pgettext("title", "Enter the recovery code")
            read, ask = folder_key.by_code, ask_code
        self.setObjectName("door-key")
        self.setAccessibleName(said)
        back = back_from(self)
        self.asked = ask(partial(read, error.folder), go=_("Go on"), others=[back])
        self.asked.opened.connect(self._go_on)
        self.first = self.asked.line
        words = _("Your file is encrypted, and so is what takes its place.")
        inside(
            self, title(said), label(sentence(error.message), "body", name="door-text", wrap=True),
            label(words, "muted", name="door-key-said", wrap=True), self.asked,
        )  # fmt: skip

    def _go_on(self, key: Key) -> None:
        self.back_requested.emit()
        self._then(key)


class BackupKeyPage(DoorPage):
    """The passphrase or the recovery code of a backup is asked for."""

    def __init__(self, refused: Refused, error: BackupNeedsKeyError, then: Then) -> None:
        super().__init__(refused)
        folder = refused.folder or error.file.parent
        if paths.passphrase_key(folder).is_file():
            said, ask = pgettext("title", "Type your passphrase"), ask_passphrase
        elif backup_keys.has_passphrase(error.file):
            said, ask = _("Recovery code or passphrase"), ask_either
        else:
            said, ask = pgettext("title", "Enter the recovery code"), ask_code
        self.setObjectName("door-backup-key")
        self.setAccessibleName(said)
        self._then = then
        back = back_from(self)
        read = partial(recovery.key_by, folder, error.file)
        self.asked = ask(read, go=_("Go on"), others=[back])
        self.asked.opened.connect(self._go_on)
        self.first = self.asked.line
        inside(
            self, title(said), label(sentence(error.message), "body", name="door-text", wrap=True), self.asked
        )

    def _go_on(self, key: Key) -> None:
        self.back_requested.emit()
        self._then(key)
