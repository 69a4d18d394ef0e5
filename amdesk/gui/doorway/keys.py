"""Pages of the doorway where a key is lacking: passphrase, recovery code, a keyring that is shut."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QPushButton, QWidget

from amdesk.domain.errors import AmdeskError, NeedsKeyError
from amdesk.domain.key import Key
from amdesk.gui.asking import Asking
from amdesk.gui.background import patience
from amdesk.gui.doorway.page import DoorPage, Refused
from amdesk.gui.doorway.refused import inside, title
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.ask_secret import ask_code, ask_passphrase
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.choice_card import ChoiceCard
from amdesk.gui.widgets.flow import Flow
from amdesk.gui.widgets.labels import label
from amdesk.gui.widgets.new_passphrase import NewPassphrase
from amdesk.i18n.catalog import _, sentence
from amdesk.services import keys
from amdesk.system.secrets import SystemSecrets


class PassphrasePage(DoorPage):
    """The passphrase is asked for; whoever has forgotten it has the code."""

    def __init__(self, refused: Refused) -> None:
        super().__init__(refused)
        self.setObjectName("door-passphrase")
        self.setAccessibleName(_("Type your passphrase"))
        read = partial(keys.by_passphrase, _folder(refused))
        self.asked = ask_passphrase(read, go=_("Open"), others=[_quit(self)])
        self.asked.opened.connect(lambda key: _let_in(self, key))
        self.first = self.asked.line
        inside(
            self, title(_("Type your passphrase")),
            label(sentence(refused.error.message), "body", name="door-text", wrap=True),
            self.asked,
            *([_code_link(self)] if _has_code(refused) else []),
        )  # fmt: skip


class CodePage(DoorPage):
    """The recovery code is asked for; the key it stands for goes back into the keyring where there is one."""

    def __init__(self, refused: Refused) -> None:
        super().__init__(refused)
        self.setObjectName("door-code")
        self.setAccessibleName(_("Enter the recovery code"))
        self.asked = ask_code(
            partial(keys.by_code, _folder(refused)), go=_("Open"),
            others=[button(_("Back"), "", name="door-back", run=self.back_requested.emit)],
        )  # fmt: skip
        self.asked.opened.connect(self._open)
        self.first = self.asked.line
        said = _("It opens your records here as well, and the key is put back into the keyring.")
        inside(
            self, title(_("Enter the recovery code")),
            label(said, "body", name="door-text", wrap=True), self.asked,
        )  # fmt: skip

    def _open(self, key: Key) -> None:
        if getattr(self.refused.error, "reason", "") in {"no_entry", "wrong_key"}:
            with suppress(AmdeskError), patience():  # without a keyring the code is asked again next time
                keys.remember(_folder(self.refused), key, SystemSecrets())
        _let_in(self, key)


class ChoosePassphrasePage(DoorPage):
    """A new file where no keyring can keep its key: a passphrase is chosen."""

    def __init__(self, refused: Refused) -> None:
        super().__init__(refused)
        self.setObjectName("door-choose")
        self.setAccessibleName(_("Choose a passphrase"))
        self.fields = NewPassphrase(name="new-passphrase")
        self.first = self.fields.first
        self.fields.settled.connect(self.go)
        said = _(
            "Your records are kept encrypted. This system has no keyring that could hold the key, so amdesk "
            "asks for a passphrase at each start."
        )
        go = button(_("Go on"), "primary", name="choose-go", run=self.go)
        inside(
            self, title(_("Choose a passphrase")), label(said, "body", name="door-text", wrap=True),
            self.fields,
            Flow([go, _quit(self)], name="choose-ways", gap=SPACE.s),
        )  # fmt: skip

    def go(self) -> None:
        """Take what stands in both fields."""
        if (text := self.fields.value()) is None:
            return
        try:
            with patience():
                key = keys.start_with_passphrase(_folder(self.refused), text)
        except AmdeskError as error:
            self.fields.say(error)
        else:
            _let_in(self, key)


class WaitingPage(DoorPage):
    """The keyring is asked while the window lives: the system may want its password."""

    def __init__(self, refused: Refused, ask: Callable[[], object]) -> None:
        super().__init__(refused)
        self.setObjectName("door-waiting")
        self.setAccessibleName(_("Waiting for the keyring"))
        stop = button(_("Cancel"), "", name="door-stop", run=self._give_up)
        self.first = stop
        said = _("The system asks for the password of the keyring in a window of its own.")
        inside(
            self, title(_("Waiting for the keyring")), label(said, "body", name="door-text", wrap=True),
            Flow([stop], name="door-waiting-ways"),
        )  # fmt: skip
        self._asking = Asking(ask, self)
        self._asking.answered.connect(lambda key: _let_in(self, key))
        self._asking.failed.connect(self._refused)
        self._asking.start()

    def _give_up(self) -> None:
        self._asking.give_up()
        self.back_requested.emit()

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, AmdeskError):
            raise error
        self.back_requested.emit()


def code(page: DoorPage) -> QWidget:
    """A way on: the recovery code."""
    return ChoiceCard(
        _("Enter the recovery code"), _("The eight groups of four that you have kept."),
        icon="edit", name="door-code", run=lambda: page.page_requested.emit(CodePage(page.refused)),
    )  # fmt: skip


def unlock(page: DoorPage) -> QWidget:
    """A way on: the keyring is asked once more, in a thread."""
    folder = _folder(page.refused)
    ask = partial(keys.ask, folder, SystemSecrets())
    return ChoiceCard(
        _("Unlock the keyring"), _("The system asks for its password."),
        icon="private", name="door-unlock",
        run=lambda: page.page_requested.emit(WaitingPage(page.refused, ask)),
    )  # fmt: skip


def _let_in(page: DoorPage, key: Key) -> None:
    page.attempt_requested.emit(page.refused.attempt.with_given(key=key))


def _folder(refused: Refused) -> Path:
    assert refused.folder is not None
    return refused.folder


def _has_code(refused: Refused) -> bool:
    return isinstance(refused.error, NeedsKeyError) and refused.error.by_code


def _quit(page: DoorPage) -> QPushButton:
    return button(_("Quit"), "", name="door-quit", run=page.quit_requested.emit)


def _code_link(page: DoorPage) -> QWidget:
    return button(
        _("Use the recovery code instead"), "link", name="door-code-link",
        run=lambda: page.page_requested.emit(CodePage(page.refused)),
    )  # fmt: skip
