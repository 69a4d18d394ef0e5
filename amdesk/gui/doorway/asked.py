"""The key for what takes the place of a file: at hand, in the keyring, or brought by the person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from amdesk.domain.errors import AmdeskError, BackupNeedsKeyError, NeedsKeyError
from amdesk.domain.key import Key
from amdesk.gui.background import patience
from amdesk.gui.doorway.layout import inside, title
from amdesk.gui.doorway.page import DoorPage, Refused
from amdesk.gui.widgets.ask_secret import ask_code, ask_either, ask_passphrase
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.labels import label
from amdesk.i18n.catalog import _, sentence
from amdesk.services import backup_keys, folder_key, recovery
from amdesk.system import paths

Then = Callable[[Key], object]


def key_at_hand(page: DoorPage) -> Key | None:
    """The key that was given already, or the one a keyring has; nothing where somebody has to bring it."""
    given: Key | None = page.refused.attempt.given.get("key")
    if given is not None or page.refused.folder is None:
        return given
    try:
        with patience():
            return recovery.key_of(page.refused.folder)
    except AmdeskError:
        return None


def with_key(page: DoorPage, then: Callable[[Key | None], object]) -> None:
    """Go on with the key of the folder; a page asks for it where it is not at hand."""
    if (key := key_at_hand(page)) is not None:
        then(key)
        return
    folder = page.refused.folder
    assert folder is not None
    try:
        recovery.key_of(folder)
    except NeedsKeyError as error:
        page.page_requested.emit(KeyPage(page, error, then))
    else:
        then(None)


class KeyPage(DoorPage):
    """The passphrase or the recovery code is asked for, in the middle of something else."""

    def __init__(self, page: DoorPage, error: NeedsKeyError, then: Then) -> None:
        super().__init__(Refused(page.refused.attempt, error, error.folder))
        self._page, self._then = page, then
        if error.by_passphrase:
            said, read, ask = _("Type your passphrase"), folder_key.by_passphrase, ask_passphrase
        else:
            said, read, ask = _("Enter the recovery code"), folder_key.by_code, ask_code
        self.setObjectName("door-key")
        self.setAccessibleName(said)
        back = button(_("Back"), "", name="door-back", icon="back", run=self.back_requested.emit)
        self.asked = ask(partial(read, error.folder), go=_("Go on"), others=[back])
        self.asked.opened.connect(self._go_on)
        self.first = self.asked.line
        words = _("What takes the place of your file is encrypted with its key as well.")
        inside(
            self, title(said), label(sentence(error.message), "body", name="door-text", wrap=True),
            label(words, "muted", name="door-key-said", wrap=True), self.asked,
        )  # fmt: skip

    def _go_on(self, key: Key) -> None:
        its = self._page.refused
        self._page.refused = replace(its, attempt=its.attempt.with_given(key=key))  # asked once
        self.back_requested.emit()
        self._then(key)


class BackupKeyPage(DoorPage):
    """The passphrase or the recovery code of a backup is asked for."""

    def __init__(self, page: DoorPage, error: BackupNeedsKeyError, then: Then) -> None:
        super().__init__(page.refused)
        folder = page.refused.folder or error.file.parent
        if paths.passphrase_key(folder).is_file():
            said, ask = _("Type your passphrase"), ask_passphrase
        elif backup_keys.has_passphrase(error.file):
            said, ask = _("Recovery code or passphrase"), ask_either
        else:
            said, ask = _("Enter the recovery code"), ask_code
        self.setObjectName("door-backup-key")
        self.setAccessibleName(said)
        self._then = then
        back = button(_("Back"), "", name="door-back", icon="back", run=self.back_requested.emit)
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
