"""The key for what takes the place of a file: at hand, in the keyring, or brought by the person."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from amdesk.domain.errors import AmdeskError, NeedsKeyError
from amdesk.domain.key import Key
from amdesk.gui.background import patience
from amdesk.gui.doorway.page import DoorPage, Refused
from amdesk.gui.doorway.refused import inside, title
from amdesk.gui.widgets.ask_secret import ask_code, ask_passphrase
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.labels import label
from amdesk.i18n.catalog import _, sentence
from amdesk.services import keys, recovery

Then = Callable[[Key | None], object]


def with_key(page: DoorPage, then: Then, *, refuse: Callable[[AmdeskError], object]) -> None:
    """Go on with the key of the folder, once it is there; a page asks for it where nobody else has it."""
    given = page.refused.attempt.given.get("key")
    if given is not None:
        then(given)
        return
    folder = page.refused.folder
    assert folder is not None
    try:
        with patience():
            key = recovery.key_of(folder)
    except NeedsKeyError as error:
        if error.by_code or error.by_passphrase:
            page.page_requested.emit(KeyPage(page, error, then))
        else:
            refuse(error)
    except AmdeskError as error:
        refuse(error)
    else:
        then(key)


class KeyPage(DoorPage):
    """The passphrase or the recovery code is asked for, in the middle of something else."""

    def __init__(self, page: DoorPage, error: NeedsKeyError, then: Then) -> None:
        super().__init__(Refused(page.refused.attempt, error, error.folder))
        self._then = then
        said = _("Type your passphrase") if error.by_passphrase else _("Enter the recovery code")
        self.setObjectName("door-key")
        self.setAccessibleName(said)
        back = button(_("Back"), "", name="door-back", run=self.back_requested.emit)
        read: Callable[[Path, str], Key] = keys.by_passphrase if error.by_passphrase else keys.by_code
        ask = ask_passphrase if error.by_passphrase else ask_code
        self.asked = ask(partial(read, error.folder), go=_("Go on"), others=[back])
        self.asked.opened.connect(self._go_on)
        self.first = self.asked.line
        words = _("What takes the place of your file is encrypted with its key as well.")
        inside(
            self, title(said), label(sentence(error.message), "body", name="door-text", wrap=True),
            label(words, "muted", name="door-key-said", wrap=True), self.asked,
        )  # fmt: skip

    def _go_on(self, key: Key) -> None:
        self.back_requested.emit()
        self._then(key)
