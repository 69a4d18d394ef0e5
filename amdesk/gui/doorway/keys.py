"""Pages of the doorway that ask for what opens the file: a passphrase, a recovery code."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtWidgets import QPushButton, QWidget

from amdesk.domain.errors import AmdeskError, NeedsKeyError
from amdesk.domain.key import Key
from amdesk.gui.background import patience
from amdesk.gui.doorway.layout import inside, title
from amdesk.gui.doorway.leaving import back_from, quit_from
from amdesk.gui.doorway.page import DoorPage, Refused
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.ask_secret import ask_code, ask_passphrase
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.flow import Flow
from amdesk.gui.widgets.labels import label
from amdesk.gui.widgets.new_passphrase import NewPassphrase
from amdesk.i18n.catalog import _, pgettext, sentence
from amdesk.services import folder_key, key_state
from amdesk.system.secrets import Secrets, SystemSecrets


class PassphrasePage(DoorPage):
    """The passphrase is asked for; whoever has forgotten it has the code."""

    def __init__(self, refused: Refused) -> None:
        super().__init__(refused)
        self.setObjectName("door-passphrase")
        self.setAccessibleName(pgettext("title", "Type your passphrase"))
        read = another(refused, folder_key.by_passphrase)
        self.asked = ask_passphrase(read, go=_("Open"), others=[self._other()])
        self.asked.opened.connect(lambda key: let_in(self, key))
        self.first = self.asked.line
        inside(
            self, title(pgettext("title", "Type your passphrase")),
            label(self._why(), "body", name="door-text", wrap=True),
            self.asked,
            *([_code_link(self)] if _has_code(refused) else []),
        )  # fmt: skip

    @property
    def _is_first(self) -> bool:
        return isinstance(self.refused.error, NeedsKeyError) and self.refused.error.reason == "passphrase"

    def _why(self) -> str:
        return sentence(self.refused.error.message) if self._is_first else _("The one that unlocks amdesk.")

    def _other(self) -> QPushButton:
        """The way back, where one came here from another page."""
        return quit_from(self) if self._is_first else back_from(self)


class CodePage(DoorPage):
    """The recovery code is asked for."""

    def __init__(self, refused: Refused) -> None:
        super().__init__(refused)
        self.setObjectName("door-code")
        self.setAccessibleName(pgettext("title", "Enter the recovery code"))
        read = another(refused, folder_key.by_code)
        self.asked = ask_code(read, go=_("Open"), others=[back_from(self)])
        self.asked.opened.connect(lambda key: let_in(self, key))
        self.first = self.asked.line
        said = (
            _("It opens your records here as well, and the key is put back into the keyring.")
            if is_lost(refused)
            else _("It opens your records here as well.")
        )
        inside(
            self, title(pgettext("title", "Enter the recovery code")),
            label(said, "body", name="door-text", wrap=True), self.asked,
        )  # fmt: skip


class ChoosePassphrasePage(DoorPage):
    """A new file where no keyring can keep its key: a passphrase is chosen."""

    def __init__(self, refused: Refused) -> None:
        super().__init__(refused)
        self.setObjectName("door-choose")
        self.setAccessibleName(pgettext("title", "Choose a passphrase"))
        self.fields = NewPassphrase(name="new-passphrase")
        self.first = self.fields.first
        self.fields.settled.connect(self.go)
        said, back = _for_want_of_one(self)
        go = button(_("Go on"), "primary", name="choose-go", run=self.go)
        inside(
            self, title(pgettext("title", "Choose a passphrase")),
            label(said, "body", name="door-text", wrap=True), self.fields,
            Flow([go, back], name="choose-ways", gap=SPACE.s),
        )  # fmt: skip

    def go(self) -> None:
        """Take what stands in both fields."""
        if (text := self.fields.value()) is None:
            return
        try:
            with patience():
                key = folder_key.start_with_passphrase(folder_of(self.refused), text)
        except AmdeskError as error:
            self.fields.say(error)
        else:
            let_in(self, key)


def another(refused: Refused, read: Callable[[Path, str], Key]) -> Callable[[str], Key]:
    """What reads the key from what is typed, and says where it is the very one that did not open the file."""
    folder, error = folder_of(refused), refused.error

    def key(text: str) -> Key:
        found = read(folder, text)
        return key_state.not_tried(error, found) if isinstance(error, NeedsKeyError) else found

    return key


def _for_want_of_one(page: DoorPage) -> tuple[str, QPushButton]:
    """Why a passphrase is chosen, and what else there is to do: one may wait for a keyring that is locked."""
    error = page.refused.error
    if isinstance(error, NeedsKeyError) and error.reason == "choose_passphrase":
        said = _(
            "Your records are kept encrypted. This system has no keyring that could hold the key, so amdesk "
            "asks for a passphrase at each start."
        )
        return said, quit_from(page)
    back = back_from(page)
    return _("Your records are kept encrypted. At each start amdesk asks for the passphrase."), back


def let_in(page: DoorPage, key: Key) -> None:
    """Try again with a key, which goes back into the keyring where it was lost from there."""
    if is_lost(page.refused):
        with suppress(AmdeskError), patience():  # without a keyring it is asked for again next time
            folder_key.remember(folder_of(page.refused), key, secrets_of(page.refused))
    page.attempt_requested.emit(page.refused.attempt.with_given(key=key))


def secrets_of(refused: Refused) -> Secrets:
    """The keyring that the attempt was made with."""
    found: Secrets = refused.attempt.given.get("secrets") or SystemSecrets()
    return found


def folder_of(refused: Refused) -> Path:
    """The folder whose key is lacking."""
    assert refused.folder is not None
    return refused.folder


def is_lost(refused: Refused) -> bool:
    """Whether the keyring is there, but not the key."""
    return isinstance(refused.error, NeedsKeyError) and refused.error.reason in {"no_entry", "wrong_key"}


def _has_code(refused: Refused) -> bool:
    return isinstance(refused.error, NeedsKeyError) and refused.error.by_code


def _code_link(page: DoorPage) -> QWidget:
    return button(
        _("Use the recovery code instead"), "link", name="door-code-link",
        run=lambda: page.page_requested.emit(CodePage(page.refused)),
    )  # fmt: skip
